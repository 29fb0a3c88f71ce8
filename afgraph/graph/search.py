"""The shortest way between two entities, over edges that possibly held at a time."""

from collections.abc import Collection, Iterable
from itertools import pairwise

from afgraph.graph.columns import Columns
from afgraph.graph.span import Span

_Came = dict[int, int]  # from where an entity was first reached


def shortest_path(
    columns: Columns, one: str, other: str, *, asked: Span | None = None, relations: Collection[str] | None = None
) -> list[int] | None:
    """The claims of a shortest path between two entities, from the first on; `None` where there is none.

    Claims are walked in either direction. Of several between two neighbours the firmest speaks, of these the first.

    >>> from afgraph.graph.build import Row, build_columns
    >>> from afgraph.graph.span import span_of
    >>> rows = [Row(a, "knows", b, edge=True, span=span_of(None)) for a, b in ("ab", "bc", "ad", "de", "ec")]
    >>> shortest_path(build_columns(rows), "a", "c")
    [0, 1]
    """
    start, goal = columns.number(one), columns.number(other)
    if start is None or goal is None:
        return None
    kinds = None if relations is None else columns.kinds(relations)
    nodes = [start] if start == goal else _nodes(columns, start, goal, asked, kinds)
    if nodes is None:
        return None
    return [_firmest(columns.between(near, far, asked, kinds), columns, asked) for near, far in pairwise(nodes)]


def _nodes(
    columns: Columns, start: int, goal: int, asked: Span | None, kinds: frozenset[int] | None
) -> list[int] | None:
    """The entities of a shortest path; both ends are searched from, always the one with fewer to look at next.

    Each step looks first whether the two searches meet, and only then keeps what it reached: the last is the longest.
    """
    came: tuple[_Came, _Came] = ({start: -1}, {goal: -1})
    fringes = [[start], [goal]]
    while fringes[0] and fringes[1]:
        side = 0 if len(fringes[0]) <= len(fringes[1]) else 1
        own, met = came[side], came[1 - side].__contains__
        reached = []
        for near in fringes[side]:
            ends = columns.others_at(near, asked, kinds)
            middle = next(filter(met, ends), None)
            if middle is not None:
                own[middle] = near
                return [*reversed(_back(came[0], middle)), *_back(came[1], middle)[1:]]
            reached.append((near, ends))
        fringes[side] = _kept(own, reached)
    return None


def _kept(came: _Came, reached: Iterable[tuple[int, Iterable[int]]]) -> list[int]:
    """The entities that are reached for the first time, each kept with where it was reached from."""
    fresh: list[int] = []
    for near, ends in reached:
        new = dict.fromkeys([far for far in ends if far not in came], near)
        came.update(new)
        fresh += new
    return fresh


def _back(came: _Came, node: int) -> list[int]:
    """The way back from an entity to where the search began."""
    way = []
    while node >= 0:
        way.append(node)
        node = came[node]
    return way


def _firmest(claims: list[int], columns: Columns, asked: Span | None) -> int:
    if asked is None or len(claims) == 1:
        return claims[0]
    return min(claims, key=lambda claim: (columns.verdict(claim, asked) != "yes", claim))
