"""Who changed sides: by defection or split, by coming over to an enemy, or by making peace with one."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from afgraph.dates import Date, Interval
from afgraph.graph import ClaimStore
from afgraph.model import Claim
from afgraph.query.answers import Answer, Answers
from afgraph.query.build import far_end, followed, stated
from afgraph.query.moment import On, order, span
from afgraph.query.reversals import peaces, turned
from afgraph.query.rules import rules
from afgraph.query.times import changed_within

_DEEPEST = 3  # bodies above bodies
_YEAR = 366  # how long after a break a new side is taken as its sequel


def switched_sides(
    store: ClaimStore, since: On, until: On, *, side: str | None = None, joined: str | None = None
) -> Answers:
    """Who changed sides from `since` to `until`, in the order of time; `joined` or `side` keeps one side, or either.

    Stated: someone defected or split from a side. Derived, each with its path: someone came to stand with one that
    their own side was fighting then, or made an agreement that ended a hostility, and leaders with their groups.
    `entity` is who switched, `other` the side left or joined.
    """
    first, last = span(since)[0], span(until)[1]
    found = [*_breaks(store, first, last), *_comers(store, first, last), *turned(store, first, last)]
    found += peaces(store, first, last)
    kept = _distinct(
        each
        for each in found
        if (side is None or side in each.ids) and (joined is None or (each.other.id == joined and _joins(each)))
    )
    kept.sort(key=lambda each: (order(each.when), each.entity.name, each.basis == "derived"))
    asked = f" and joined {store.entity(joined)}" if joined is not None else ""
    return Answers(f"Who switched sides{asked} from {since} to {until}", kept, answering="entity", shape="timeline")


def _breaks(store: ClaimStore, first: int, last: int) -> Iterator[Answer]:
    """Breaks in the time, each followed by the side taken within a year, where a claim has one."""
    for claim in store.contents.claims.values():
        broke = claim.relation in rules().breaks and _voluntary(claim) and claim.makes_edge
        if broke and changed_within(store, claim, first, last):
            yield stated(store, claim, claim.subject, None)
            for sequel in _sequels(store, claim):
                says = "broke with a side and came over to"
                yield followed(
                    store, claim.subject, far_end(sequel, claim.subject), (claim, sequel), None,
                    relation="came_over_to", says=says,
                )  # fmt: skip


def _voluntary(claim: Claim) -> bool:
    return claim.relation != "expelled"


def _sequels(store: ClaimStore, broke: Claim) -> Iterator[Claim]:
    start = store.interval(broke).bounds()
    for claim in store.claims_of(broke.subject):
        when = store.interval(claim)
        own = claim.subject == broke.subject or store.relation(claim).symmetric
        other = far_end(claim, broke.subject)
        if not (own and claim.relation in rules().comes_over and claim.makes_edge) or other == broke.object:
            continue
        if (
            when.start is not None
            and start.start_min <= when.start.latest
            and when.start.earliest <= start.end_max + _YEAR
        ):
            yield claim


def _comers(store: ClaimStore, first: int, last: int) -> Iterator[Answer]:
    """New alliances and memberships with one whom the newcomer's own side was fighting when they began."""
    for claim in store.contents.claims.values():
        if (
            claim.relation not in ("allied_with", "member_of")
            or not claim.makes_edge
            or not _begins(claim, first, last)
        ):
            continue
        ends = [claim.subject, *([claim.object] if store.relation(claim).symmetric and claim.object else [])]
        for comer in ends:
            if store.is_a(comer, "Person"):
                yield from _came_over(store, comer, far_end(claim, comer), claim)


def _begins(claim: Claim, first: int, last: int) -> bool:
    return claim.when is not None and claim.when.start is not None and _lies_in(claim.when.start, first, last)


def _lies_in(date: Date, first: int, last: int) -> bool:
    return date.earliest <= last and date.latest >= first


def _came_over(store: ClaimStore, comer: str, to: str, claim: Claim) -> Iterator[Answer]:
    when = store.interval(claim)
    for way in _bodies_above(store, comer, when):
        body = way[-1].object or ""
        for hostile in store.between(body, to):
            fights = hostile.makes_edge and store.relation(hostile).stance == "enmity"
            if fights and when.start is not None and store.interval(hostile).contains(when.start) == "yes":
                says = "came over to an enemy of its own side,"
                answer = followed(store, comer, to, (claim,), None, relation="came_over_to", says=says)
                yield _because(answer, (*way, hostile), store)
                return


def _because(answer: Answer, grounds: tuple[Claim, ...], store: ClaimStore) -> Answer:
    """The answer with what makes it a switch: the side it had been on, and that side's enmity."""
    lines = [stated(store, claim, claim.subject, None).evidence[0] for claim in grounds]
    claims = (*answer.claims, *grounds)
    says = f"{answer.says.removesuffix(']')}; its own side: {'; '.join(lines)}]"
    return replace(answer, claims=claims, says=says, evidence=(*answer.evidence, *lines))


def _bodies_above(store: ClaimStore, entity: str, when: Interval) -> Iterator[tuple[Claim, ...]]:
    """The paths to what an entity belonged to or led shortly before or as something began, nearest first."""
    level: list[tuple[str, tuple[Claim, ...]]] = [(entity, ())]
    for _ in range(_DEEPEST):
        longer = [
            (claim.object, (*path, claim))
            for at, path in level
            for claim in store.claims_of(at)
            if claim.relation in rules().belongs_to | rules().acts_for and claim.subject == at and claim.makes_edge
            if claim.object and claim not in path and store.interval(claim).overlaps(when) != "no"
        ]
        yield from (path for _, path in longer)
        level = longer


def _joins(answer: Answer) -> bool:
    return answer.relation in ("came_over_to", "made_peace_with")


def _distinct(found: Iterable[Answer]) -> list[Answer]:
    """One answer for each switcher, side and relation: the first that speaks."""
    kept: dict[tuple[str, str, str], Answer] = {}
    for answer in found:
        kept.setdefault((answer.entity.id, answer.other.id, answer.relation), answer)
    return list(kept.values())
