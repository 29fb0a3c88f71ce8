"""The signed graph at a time: each pair that is drawn together or set apart, with the claims that say so."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from afgraph.data import read_table
from afgraph.dates import Verdict
from afgraph.graph import ClaimStore
from afgraph.model import Claim
from afgraph.query.moment import On
from afgraph.query.standing import Standings

_Weighed = tuple[Claim, float, bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pull:
    """What draws two entities together (above 0) or sets them apart (below), and whether a claim surely does."""

    one: str
    other: str
    weight: float
    sure: bool
    claims: tuple[Claim, ...]


def pulls(store: ClaimStore, on: On | None) -> list[Pull]:
    """The pairs that claims draw together or set apart at a time, each once, in the order of their ids.

    The strongest claim of each kind counts, not how many say so. What stands on paper only draws nothing,
    nor does what is alleged and denied.
    """
    standings = Standings(store, on)
    pairs: dict[tuple[str, str], list[_Weighed]] = defaultdict(list)
    for claim, verdict in store.edges(store.contents.claims.values(), on):
        weight = _weight(store, claim, verdict)
        if not weight or claim.object is None or claim.object == claim.subject:
            continue
        ends = claim.subject, claim.object
        if weight > 0 and standings.ended_by(ends, (claim,), since=store.interval(claim)):
            continue
        one, other = sorted((claim.subject, claim.object))
        pairs[one, other].append((claim, weight, verdict == "yes"))
    return [_pull(ends, weighed) for ends, weighed in sorted(pairs.items(), key=lambda pair: pair[0])]


def _pull(ends: tuple[str, str], weighed: list[_Weighed]) -> Pull:
    weights = [weight for _, weight, _ in weighed]
    net = max(0.0, *weights) + min(0.0, *weights)
    claims = tuple(claim for claim, _, _ in sorted(weighed, key=lambda each: -abs(each[1])))
    return Pull(one=ends[0], other=ends[1], weight=net, sure=any(sure for _, _, sure in weighed), claims=claims)


def draws(relation: str) -> float:
    """How strongly a relation draws its ends together, below 0 where it sets them apart; 0 where it does neither.

    >>> draws("allied_with") > 0 > draws("fought")
    True
    """
    return _weights().get(relation, 0.0)


@cache
def _weights() -> dict[str, float]:
    return {row["relation"]: float(row["weight"]) for row in read_table("query/pulls.tsv")}


def _weight(store: ClaimStore, claim: Claim, verdict: Verdict) -> float:
    weight = draws(claim.relation)
    if weight > 0 and contested(store, claim):
        return 0.0
    ends = [end for end in (claim.subject, claim.object) if end is not None]
    if not weight or not all(_takes_sides(store, end) for end in ends):
        return 0.0
    if claim.relation == "member_of" and store.is_a(claim.object or "", "Coalition"):
        weight += draws("coalition")
    return weight if verdict == "yes" else weight * draws("possibly")


def contested(store: ClaimStore, claim: Claim) -> bool:
    """Whether a claim is only alleged or hedged, and another denies it for that time."""
    if claim.modality not in ("alleged", "hedged", "quoted") or claim.object is None:
        return False
    return any(
        other.relation == claim.relation
        and (other.modality == "denied" or other.polarity == "negative")
        and store.interval(other).overlaps(store.interval(claim)) != "no"
        for other in store.between(claim.subject, claim.object)
    )


def _takes_sides(store: ClaimStore, entity: str) -> bool:
    kinds = [name.removeprefix("side:") for name in _weights() if name.startswith("side:")]
    return any(store.is_a(entity, kind) for kind in kinds)
