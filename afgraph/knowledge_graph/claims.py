"""Claims selected by what they say and who says it."""

from collections.abc import Callable, Collection, Iterable
from difflib import get_close_matches
from functools import partial
from typing import get_args

from afgraph.errors import UnknownNameError
from afgraph.graph import ClaimStore
from afgraph.model import Claim, Entity, Modality, SourceKind
from afgraph.query import On

Wanted = str | Entity | Iterable[str | Entity] | None


def select_claims(
    store: ClaimStore,
    find: Callable[[str | Entity], str],
    *,
    subject: Wanted,
    relation: Wanted,
    object: Wanted,  # noqa: A002 - the public name of the field
    on: On | None,
    place: Wanted,
    attribution: Wanted,
    source: Wanted,
    modality: Wanted,
) -> tuple[Claim, ...]:
    """The claims that fit every given condition, in the packs' order; `find` turns a name to an id."""
    subjects, objects, places = (_ids(each, find) for each in (subject, object, place))
    speakers = _speakers(store, attribution, find)
    relations = _ids(relation, partial(_known, known=store.contents.relations, what="relation"))
    sources = _ids(source, partial(_known, known=store.contents.sources, what="source"))
    modalities = _ids(modality, partial(_known, known=get_args(Modality), what="modality"))
    return tuple(
        claim
        for claim in store.contents.claims.values()
        if _fits(claim.subject, subjects)
        and _fits(claim.object, objects)
        and _fits(claim.place, places)
        and _fits(claim.relation, relations)
        and _fits(claim.source, sources)
        and _fits(claim.modality, modalities)
        and (speakers is None or any(each in speakers for each in claim.attribution))
        and (on is None or store.verdict(claim, on) in ("yes", "possibly"))
    )


def _speakers(store: ClaimStore, wanted: Wanted, find: Callable[[str | Entity], str]) -> frozenset[str] | None:
    """The ids of speakers: sources and entities as named, and all of a kind of source where that is named."""
    if wanted is None:
        return None
    several = [wanted] if isinstance(wanted, (str, Entity)) else list(wanted)
    kinds = frozenset(each for each in several if each in get_args(SourceKind))
    named = [each for each in several if each not in kinds]
    found = {each if isinstance(each, str) and each.startswith("src:") else find(each) for each in named}
    found |= {source.id for source in store.contents.sources.values() if source.kind in kinds}
    if "social" in kinds:
        found |= {each.id for each in store.contents.entities.values() if _social(store, each)}
    return frozenset(found)


def _social(store: ClaimStore, entity: Entity) -> bool:
    """Whether an entity is a channel on social media, by what its pack says about it."""
    return store.is_a(entity.id, "Media") and "social media" in entity.about


def _ids(wanted: Wanted, find: Callable[[str | Entity], str]) -> frozenset[str] | None:
    if wanted is None:
        return None
    several = [wanted] if isinstance(wanted, (str, Entity)) else wanted
    return frozenset(find(each) for each in several)


def _known(value: str | Entity, *, known: Collection[str], what: str) -> str:
    """The value, if it is a word that claims can bear. Raises `UnknownNameError` with the nearest one."""
    if value in known:
        return str(value)
    near = get_close_matches(str(value), list(known), n=1)
    hint = f"; did you mean {near[0]!r}?" if near else ""
    raise UnknownNameError(f"no {what} is called {str(value)!r}{hint}")


def _fits(value: str | None, wanted: frozenset[str] | None) -> bool:
    return wanted is None or value in wanted
