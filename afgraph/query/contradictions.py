"""Claims that cannot all be right: both sides of each, nothing settled, nothing dropped."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from functools import cache
from itertools import combinations

from afgraph.data import read_table
from afgraph.dates import Date, Verdict
from afgraph.graph import ClaimStore
from afgraph.model import Claim
from afgraph.query.answers import Answer, Answers
from afgraph.query.build import answer_of, teller
from afgraph.query.moment import On, dated
from afgraph.query.sentence import claim_text

_WORDS = {
    "signs": "with and against at one time",
    "denied": "said and denied",
    "dates": "dated differently",
    "quantities": "counted differently",
    "exclusive": "only one of both can hold",
}


def contradictions(
    store: ClaimStore,
    about: Collection[str] = (),
    *,
    on: On | None = None,
    source: Collection[str] | None = None,
) -> Answers:
    """The pairs of claims that disagree, both sides in each answer.

    They give two entities both signs at one time; one denies what the other says; they date what happened once
    differently; they count differently; or only one of both can hold. `about` keeps those that name one of some
    entities, `source` those with a claim of one of some sources, `on` those of which both held then, or may have.
    """
    found = [_answer(store, kind, one, other) for kind, one, other in _pairs(store, about)]
    kept = [each for each in found if source is None or any(claim.source in source for claim in each.claims)]
    if on is not None:
        kept = [each for each in kept if all(store.verdict(claim, on) != "no" for claim in each.claims)]
    kept.sort(key=lambda each: (list(_WORDS).index(each.relation), each.verdict != "yes", each.says))
    asked = f" about {', '.join(store.entity(each).name for each in about)}" if about else ""
    return Answers(f"Contradictions{asked}{dated(on)}", kept, answering="both", shape="timeline")


def _pairs(store: ClaimStore, about: Collection[str]) -> Iterator[tuple[str, Claim, Claim]]:
    chosen = dict.fromkeys(claim for each in about for claim in store.claims_of(each)) if about else None
    claims = store.contents.claims.values() if chosen is None else chosen
    ends, objects = defaultdict[frozenset[str], list[Claim]](list), defaultdict[tuple[str, str], list[Claim]](list)
    for claim in claims:
        ends[frozenset((claim.subject, claim.object or claim.subject))].append(claim)
        if claim.object is not None and claim.relation in _part("exclusive"):
            objects[claim.relation, claim.object].append(claim)
    for group in ends.values():
        for one, other in combinations(group, 2):
            kind = _kind(store, one, other)
            if kind is not None:
                yield kind, one, other
    for rivals in objects.values():
        for one, other in combinations(rivals, 2):
            if one.subject != other.subject and one.makes_edge and other.makes_edge and _at_once(store, one, other):
                yield "exclusive", one, other


def _kind(store: ClaimStore, one: Claim, other: Claim) -> str | None:
    """How two claims of the same ends disagree, or `None`."""
    together = store.interval(one).overlaps(store.interval(other)) != "no"
    signs = {store.relation(each).sign for each in (one, other) if each.makes_edge}
    if together and signs == {"positive", "negative"}:
        return "signs"
    if not _same(store, one, other):
        return None
    if together and _open(one) != _open(other):
        return "denied"
    if together and one.quantity and other.quantity and one.quantity.unit == other.quantity.unit:
        return "quantities" if one.quantity != other.quantity else None
    return "dates" if not (_open(one) or _open(other)) and _dated_differently(store, one, other) else None


def _same(store: ClaimStore, one: Claim, other: Claim) -> bool:
    """Whether two claims say the same thing of the same ends, in the same direction where that matters."""
    turned = one.subject != other.subject and not store.relation(one).symmetric
    return one.relation == other.relation and one.value == other.value and not turned


def _open(claim: Claim) -> bool:
    return claim.polarity == "negative" or claim.modality in ("denied", "predicted", "unknown")


def _dated_differently(store: ClaimStore, one: Claim, other: Claim) -> bool:
    if one.source == other.source and one.attribution == other.attribution:
        return False
    first, second = store.interval(one), store.interval(other)
    apart = _apart(first.start, second.start), _apart(first.end, second.end)
    if one.relation in _part("dated"):
        return any(apart) and (first.overlaps(second) != "no" or store.relation(one).time == "point")
    return (
        one.relation in _part("placed")
        and one.place == other.place is not None
        and all(apart)
        and _soon(store, one, other)
    )


def _soon(store: ClaimStore, one: Claim, other: Claim) -> bool:
    """Whether two happened within ten days: then it may be the same event, not another."""
    first, second = store.interval(one).bounds(), store.interval(other).bounds()
    return max(first.start_min, second.start_min) - min(first.end_max, second.end_max) <= 10


def _apart(one: Date | None, other: Date | None) -> bool:
    """Whether two dates cannot be the same day."""
    return one is not None and other is not None and (one.latest < other.earliest or other.latest < one.earliest)


def _at_once(store: ClaimStore, one: Claim, other: Claim) -> bool:
    """Whether two surely held on more than the day on which one may have followed the other."""
    first, second = store.interval(one), store.interval(other)
    if store.relation(one).time == "point":
        return first.overlaps(second) != "no"
    a, b = first.bounds(), second.bounds()
    return max(a.start_max, b.start_max) < min(a.end_min, b.end_min) and first.start_known and second.start_known


@cache
def _part(part: str) -> frozenset[str]:
    return frozenset(row["relation"] for row in read_table("query/contradictions.tsv") if row["part"] == part)


def _answer(store: ClaimStore, kind: str, one: Claim, other: Claim) -> Answer:
    claims = (one, other)
    sure: Verdict = "yes" if store.interval(one).overlaps(store.interval(other)) == "yes" else "possibly"
    return answer_of(
        store,
        one.subject,
        one.object or one.subject,
        (one,),
        tell=teller(store, lambda _: f"{_WORDS[kind]}: {'; but '.join(claim_text(store, claim) for claim in claims)}"),
        claims=claims,
        relation=kind,
        sign="neutral",
        when=store.interval(one),
        verdict="yes" if kind == "dates" else sure,
        basis="stated",
        value=" / ".join(str(each.quantity) for each in claims) if kind == "quantities" else None,
    )
