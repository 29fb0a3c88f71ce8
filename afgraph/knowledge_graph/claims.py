"""Claims selected by what they say and who says it."""

from collections.abc import Callable, Iterable

from afgraph.dates import Date
from afgraph.graph import ClaimStore
from afgraph.model import Claim, Entity

Wanted = str | Entity | Iterable[str | Entity] | None


def select_claims(
    store: ClaimStore,
    find: Callable[[str | Entity], str],
    *,
    subject: Wanted,
    relation: Wanted,
    object: Wanted,  # noqa: A002 - the public name of the field
    on: Date | None,
    place: Wanted,
    attribution: Wanted,
    source: Wanted,
    modality: Wanted,
) -> tuple[Claim, ...]:
    """The claims that fit every given condition, in the packs' order; `find` turns a name to an id."""
    subjects, objects, places = (_ids(each, find) for each in (subject, object, place))
    speakers = _ids(attribution, lambda each: each if isinstance(each, str) and each.startswith("src:") else find(each))
    relations, sources, modalities = (_ids(each, str) for each in (relation, source, modality))
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


def _ids(wanted: Wanted, find: Callable[[str | Entity], str]) -> frozenset[str] | None:
    if wanted is None:
        return None
    several = [wanted] if isinstance(wanted, (str, Entity)) else wanted
    return frozenset(find(each) for each in several)


def _fits(value: str | None, wanted: frozenset[str] | None) -> bool:
    return wanted is None or value in wanted
