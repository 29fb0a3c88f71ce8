"""The shortest ways between two entities, claim by claim."""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from itertools import islice, pairwise

from afgraph.data import read_table
from afgraph.graph import ClaimStore
from afgraph.model import Claim, Sign
from afgraph.query.answers import Answer, Answers
from afgraph.query.build import far_end, followed
from afgraph.query.moment import On, dated
from afgraph.query.signed import draws
from afgraph.query.told import Told

_SAME = 1e-9
_FIRM = ("asserted", "quoted", "reported")
_UNSURE = 0.5  # farther, where a claim is only alleged or hedged, or may not have held


def path(
    store: ClaimStore, one: str, other: str, *, on: On | None = None, signed: bool = False, limit: int = 5
) -> Answers:
    """The shortest paths of claims from one entity to another, at most `limit`, each an answer that shows its steps.

    Near relations are preferred to far ones (`afgraph/data/query/paths.tsv`). With `on`, all claims held then. With
    `signed`, only claims that set with or against: the sign of a path is the product of its steps. That is an
    inference and says so; it never makes an ally or an enemy.
    """
    ways = _ways(one, other, _search(store, one, other, on, signed=signed))
    found = [_answer(store, way, on, signed=signed) for way in islice(ways, limit)]
    kind = "Signed paths" if signed else "Paths"
    question = f"{kind} from {store.entity(one)} to {store.entity(other)}{dated(on)}"
    return Answers(question, found, shape="path")


def _search(store: ClaimStore, one: str, other: str, on: On | None, *, signed: bool) -> dict[str, list[str]]:
    """Dijkstra: of each entity that was reached, those from which it is reached by the shortest ways."""
    distances, before = {one: 0.0}, defaultdict[str, list[str]](list)
    queue, done = [(0.0, one)], set[str]()
    while queue:
        so_far, at = heapq.heappop(queue)
        if at in done:
            continue
        done.add(at)
        if at == other:
            break
        for near, step in _near(store, at, on, signed=signed).items():
            reached = so_far + step
            known = distances.get(near, float("inf"))
            if reached < known - _SAME:
                distances[near], before[near] = reached, [at]
                heapq.heappush(queue, (reached, near))
            elif reached < known + _SAME and at not in before[near] and near not in done:
                before[near].append(at)
    return before


def _near(store: ClaimStore, at: str, on: On | None, *, signed: bool) -> dict[str, float]:
    """The neighbours of an entity, with the distance of the nearest claim to each."""
    found: dict[str, float] = {}
    for claim, verdict in store.edges(store.claims_of(at), on):
        step = _distances().get(claim.relation, _distances()["*"])
        if step == 0 or (signed and _sign(store, claim) == "neutral"):
            continue
        step += _UNSURE * ((claim.modality not in _FIRM) + (verdict != "yes"))
        near = far_end(claim, at)
        found[near] = min(step, found.get(near, step))
    return found


@cache
def _distances() -> dict[str, float]:
    return {row["relation"]: float(row["distance"]) for row in read_table("query/paths.tsv")}


def _ways(one: str, other: str, before: dict[str, list[str]]) -> Iterator[list[str]]:
    """The shortest ways as entities, from `one` to `other`, in a fixed order."""
    if one == other or other not in before:
        return
    stack = [[other]]
    while stack:
        way = stack.pop()
        if way[-1] == one:
            yield way[::-1]
        else:
            stack += [[*way, each] for each in sorted(before[way[-1]], reverse=True)]


def _answer(store: ClaimStore, way: list[str], on: On | None, *, signed: bool) -> Answer:
    steps = [_best(store, near, far, on, signed=signed) for near, far in pairwise(way)]
    sign = _product(_sign(store, claim) for claim in steps) if signed else "neutral"
    says = "is connected with"
    if signed:
        says = {"positive": "is drawn to the side of", "negative": "is set against"}.get(sign, says)
    answer = followed(store, way[0], way[-1], steps, on, relation="path", says=says, sign=sign)
    verdict = "possibly" if answer.verdict == "no" else answer.verdict  # steps of different times still connect

    def connects(told: Told) -> Told:
        text = told.says.replace("possibly: ", "", 1) if on is None else told.says
        return replace(told, says=f"inferred, not stated: {text}" if signed else text)

    return answer.reworded(connects, verdict="yes" if on is None else verdict)


def _best(store: ClaimStore, near: str, far: str, on: On | None, *, signed: bool) -> Claim:
    """The claim that speaks for a step: of the nearest relation, firm, sure, of the best source."""
    edges = store.edges(store.between(near, far), on)
    usable = [
        (claim, verdict)
        for claim, verdict in edges
        if _distances().get(claim.relation, 1) and not (signed and _sign(store, claim) == "neutral")
    ]

    def rank(edge: tuple[Claim, str]) -> tuple[float, float, str]:
        claim, verdict = edge
        step = _distances().get(claim.relation, _distances()["*"])
        step += _UNSURE * ((claim.modality not in _FIRM) + (verdict != "yes"))
        return step, -(store.confidence(claim) or 0.0), claim.id

    return min(usable, key=rank)[0]


def _sign(store: ClaimStore, claim: Claim) -> Sign:
    """The sign of a claim as a step: to lead is to be with."""
    return "positive" if draws(claim.relation) > 0 else store.relation(claim).sign


def _product(signs: Iterable[Sign]) -> Sign:
    against = sum(sign == "negative" for sign in signs)
    return "negative" if against % 2 else "positive"
