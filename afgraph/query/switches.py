"""Who changed sides: by defection or split, by coming over to an enemy, or by making peace with one."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from afgraph.dates import Interval
from afgraph.graph import ClaimStore
from afgraph.model import Claim
from afgraph.query.answers import Answer, Answers
from afgraph.query.build import far_end, followed, stated
from afgraph.query.moment import On, order, span
from afgraph.query.reversals import peaces, turned
from afgraph.query.rules import rules
from afgraph.query.sentence import claim_text
from afgraph.query.times import changed_within
from afgraph.query.told import Told

_DEEPEST = 3  # bodies above bodies
_SOON = 183  # days after a break in which a new side is taken as its sequel


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
    """Breaks in the time, each followed by the side taken soon after, where a claim has one."""
    for claim in store.contents.claims.values():
        broke = claim.relation in rules().breaks and _voluntary(claim) and claim.makes_edge
        if broke and changed_within(store, claim, first, last):
            yield stated(store, claim, claim.subject, None)
            for sequel in _sequels(store, claim):
                yield _crossed(store, claim, sequel)


def _crossed(store: ClaimStore, broke: Claim, sequel: Claim) -> Answer:
    """A break and the new side taken after it, as one change of sides, dated by the new side."""
    comer, says = broke.subject, "broke with a side and came over to"
    to, path = far_end(sequel, comer), (broke, sequel)
    answer = followed(store, comer, to, path, None, relation="came_over_to", says=says)
    return replace(answer, when=store.interval(sequel), verdict="yes")


def _voluntary(claim: Claim) -> bool:
    return claim.relation != "expelled"


def _sequels(store: ClaimStore, broke: Claim) -> Iterator[Claim]:
    """The new sides that whoever broke with one took at the time of the break or soon after."""
    for claim in store.claims_of(broke.subject):
        own = claim.subject == broke.subject or store.relation(claim).symmetric
        comes = claim.relation in rules().comes_over and claim.makes_edge
        if own and comes and far_end(claim, broke.subject) != broke.object and _sequel_of(store, broke, claim):
            yield claim


def _sequel_of(store: ClaimStore, broke: Claim, claim: Claim) -> bool:
    """Whether something began at the time of a break, or soon after."""
    start, bounds = store.interval(claim).start, store.interval(broke).bounds()
    return start is not None and bounds.start_min <= start.latest and start.earliest <= bounds.end_max + _SOON


def _comers(store: ClaimStore, first: int, last: int) -> Iterator[Answer]:
    """New alliances and memberships with one whom the newcomer's own side was fighting when they began.

    Of two that become allies, the one who has just broken with a side is the newcomer, not the other.
    """
    for claim in store.contents.claims.values():
        if (
            claim.relation not in ("allied_with", "member_of")
            or not claim.makes_edge
            or not _begins(claim, first, last)
        ):
            continue
        ends = [claim.subject, *([claim.object] if store.relation(claim).symmetric and claim.object else [])]
        broke = [end for end in ends if any(_sequel_of(store, each, claim) for each in _breaks_of(store, end))]
        for comer in broke or ends:
            if store.is_a(comer, "Person"):
                yield from _came_over(store, comer, far_end(claim, comer), claim)


def _breaks_of(store: ClaimStore, entity: str) -> Iterator[Claim]:
    for claim in store.claims_of(entity):
        if claim.relation in rules().breaks and claim.subject == entity and claim.makes_edge and _voluntary(claim):
            yield claim


def _begins(claim: Claim, first: int, last: int) -> bool:
    start = claim.when.start if claim.when is not None else None
    return start is not None and start.earliest <= last and start.latest >= first


def _came_over(store: ClaimStore, comer: str, to: str, claim: Claim) -> Iterator[Answer]:
    when = store.interval(claim)
    theirs = [to, *(way[-1].object or "" for way in _bodies_above(store, to, when))]
    for way in _bodies_above(store, comer, when):
        body = way[-1].object or ""
        for hostile in (each for end in theirs for each in store.between(body, end)):
            fights = hostile.makes_edge and store.relation(hostile).stance == "enmity"
            if fights and when.start is not None and store.interval(hostile).contains(when.start) == "yes":
                says = "came over to an enemy of the former side,"
                answer = followed(store, comer, to, (claim,), None, relation="came_over_to", says=says)
                yield _because(answer, (*way, hostile), store)
                return


def _because(answer: Answer, grounds: tuple[Claim, ...], store: ClaimStore) -> Answer:
    """The answer with what makes it a switch: the side it had been on, and that side's enmity."""

    def because(told: Told) -> Told:
        lines = [claim_text(store, claim) for claim in grounds]
        says = f"{told.says.removesuffix(']')}; the former side: {'; '.join(lines)}]"
        return replace(told, says=says, evidence=(*told.evidence, *lines))

    return answer.reworded(because, claims=(*answer.claims, *grounds))


def _bodies_above(store: ClaimStore, entity: str, when: Interval) -> Iterator[tuple[Claim, ...]]:
    """The paths to what an entity belonged to, led, or ruled by its party as something began, nearest first."""
    level: list[tuple[str, tuple[Claim, ...]]] = [(entity, ())]
    for _ in range(_DEEPEST):
        longer = [
            (claim.object, (*path, claim))
            for at, path in level
            for claim in store.claims_of(at)
            if _lifts(store, claim, at) and claim.object and claim not in path
            if store.interval(claim).overlaps(when) != "no"
        ]
        yield from (path for _, path in longer)
        level = longer


def _lifts(store: ClaimStore, claim: Claim, at: str) -> bool:
    """Whether a claim leads from an entity to a body on whose side it is."""
    up = claim.relation in rules().belongs_to | rules().acts_for
    rules_state = claim.relation == "controls" and store.is_a(claim.object or at, "Government")
    return (up or rules_state) and claim.subject == at and claim.makes_edge


def _joins(answer: Answer) -> bool:
    return answer.relation in ("came_over_to", "made_peace_with")


def _distinct(found: Iterable[Answer]) -> list[Answer]:
    """One answer for each switcher, side and relation: the first that speaks."""
    kept: dict[tuple[str, str, str], Answer] = {}
    for answer in found:
        kept.setdefault((answer.entity.id, answer.other.id, answer.relation), answer)
    return list(kept.values())
