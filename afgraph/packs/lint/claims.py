"""Rules about claims that contradict each other unmarked, and sources that nobody needs."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from afgraph.model import Claim, Contents
from afgraph.packs.lint.finding import Found
from afgraph.packs.lint.material import Material, pair


class _Held(NamedTuple):
    """The days on which a claim surely held, and whether it stands for a side or against it."""

    first: int
    last: int
    is_positive: bool
    claim: Claim


def sign_conflicts(material: Material) -> Iterator[Found]:
    """Each pair that is asserted to stand with and against each other on the same days, where no note says why.

    Also each relation that is both asserted and asserted not to have held.
    """
    by_pair: dict[tuple[str, ...], list[_Held]] = defaultdict(list)
    for claim in material.contents.claims.values():
        if claim.object is not None and claim.when is not None and claim.modality == "asserted" and not claim.note:
            for key, is_positive in _sides(material.contents, claim, claim.object):
                bounds = claim.when.bounds()
                by_pair[key].append(_Held(bounds.start_max, bounds.end_min, is_positive, claim))
    for held in by_pair.values():
        conflict = _first_conflict(held)
        if conflict is not None:
            one, other = conflict
            message = (
                f"{other.id!r} contradicts {one.id!r}, and both are asserted; if sources differ or both are true, "
                "say so in a 'note'"
            )
            yield Found("AF601", pair(other.subject, other.object or ""), message, other.origin)


def unused_sources(material: Material) -> Iterator[Found]:
    """Each source that no claim and no name rests on."""
    contents = material.contents
    used = {claim.source for claim in contents.claims.values()}
    used |= {speaker for claim in contents.claims.values() for speaker in claim.attribution}
    used |= {name.source for entity in contents.entities.values() for name in entity.names if name.source}
    for source in contents.sources.values():
        if source.id not in used:
            yield Found("AF602", (source.id,), f"source {source.id} is used by nothing; remove it", source.origin)


def _sides(contents: Contents, claim: Claim, target: str) -> Iterator[tuple[tuple[str, ...], bool]]:
    """What a claim takes a side on: the pair, by the sign of its relation, and the relation itself."""
    relation = contents.relations[claim.relation]
    if claim.polarity == "positive" and relation.sign != "neutral":
        yield pair(claim.subject, target), relation.sign == "positive"
    ends = pair(claim.subject, target) if relation.symmetric else (claim.subject, target)
    yield (relation.id, *ends), claim.polarity == "positive"


def _first_conflict(held: Iterable[_Held]) -> tuple[Claim, Claim] | None:
    """The first two of opposite signs that share more than the day on which one gave way to the other."""
    latest: dict[bool, _Held] = {}
    for each in sorted(held, key=lambda each: (each.first, each.last, each.claim.id)):
        if each.last < each.first:
            continue
        other = latest.get(not each.is_positive)
        if other is not None and other.last > each.first:
            return other.claim, each.claim
        same = latest.get(each.is_positive)
        if same is None or each.last > same.last:
            latest[each.is_positive] = each
    return None
