"""What must hold between the entries of a draft: every id that is named exists, every word is known."""

from collections.abc import Iterable

from afgraph.model import Claim, Contents, Entity
from afgraph.packs.fields import ID
from afgraph.packs.nodes import Mark, Problems, did_you_mean
from afgraph.packs.read_pack import Draft
from afgraph.packs.read_vocabulary import relation_types, schemas


def check(draft: Draft, problems: Problems) -> Contents:
    """The contents of a draft; what does not hold together goes on `problems`."""
    contents = Contents(
        entities=draft.entities,
        sources=draft.sources,
        claims=draft.claims,
        relations=relation_types(),
        schemas=schemas(),
        titles=tuple(draft.titles),
    )
    for entity in draft.entities.values():
        _check_entity(entity, contents, problems)
    for claim in draft.claims.values():
        _check_claim(claim, contents, problems)
    return contents


def _check_entity(entity: Entity, contents: Contents, problems: Problems) -> None:
    mark = _mark(entity.origin)
    if entity.schema not in contents.schemas:
        hint = did_you_mean(entity.schema, contents.schemas)
        problems.add(mark, f"schema {entity.schema!r} of {entity.id} is not known{hint}")
    _known(entity.different_from, contents.entities, mark, problems, "different_from")
    sources = {name.source for name in entity.names if name.source}
    _known(sorted(sources), contents.sources, mark, problems, "a name's source")


def _check_claim(claim: Claim, contents: Contents, problems: Problems) -> None:
    mark = _mark(claim.origin)
    if claim.relation not in contents.relations:
        hint = did_you_mean(claim.relation, contents.relations)
        problems.add(mark, f"relation {claim.relation!r} is not in the vocabulary{hint}")
    named = [claim.subject, *(each for each in (claim.object, claim.place) if each)]
    _known(named, contents.entities, mark, problems, "entity")
    _known([claim.source], contents.sources, mark, problems, "source")
    speakers = {**contents.entities, **contents.sources}
    _known((each for each in claim.attribution if ID.fullmatch(each)), speakers, mark, problems, "by")
    if claim.object == claim.subject:
        problems.add(mark, f"{claim.subject} is related to itself; correct one end")


def _known(ids: Iterable[str], known: Iterable[str], mark: Mark, problems: Problems, what: str) -> None:
    known = known if isinstance(known, dict) else dict.fromkeys(known)
    for each in ids:
        if each not in known:
            problems.add(mark, f"{what} {each!r} is defined nowhere{did_you_mean(each, known)}")


def _mark(origin: str) -> Mark:
    file, line = origin.rsplit(":", 1)
    return Mark(file, int(line), 1)
