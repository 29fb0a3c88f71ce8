"""A signed graph cut into groups so that as little as can be goes against the cut."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

Weights = Mapping[tuple[str, str], float]
_NONE = 1e-9


def partition(weights: Weights) -> list[list[str]]:
    """Groups of nodes, largest first: pairs above 0 want to be together, pairs below 0 apart.

    Joins the two groups that are drawn most strongly, again and again, while that gains; then moves single nodes and
    joins whole groups while that gains. Deterministic. Local search: near the best cut, not proved to be the best.

    >>> partition({("a", "b"): 1.0, ("b", "c"): -1.0, ("c", "d"): 1.0})
    [['a', 'b'], ['c', 'd']]
    """
    near = _near(weights)
    groups = _joined(weights, {node: node for node in sorted(near)})
    while True:
        moved = _moved(near, groups)
        again = _joined(weights, moved)
        if again == groups:
            return _listed(groups)
        groups = again


def against(weights: Weights, groups: Sequence[Sequence[str]]) -> list[tuple[str, str]]:
    """The pairs that go against some groups: drawn together across two, or set apart within one.

    >>> against({("a", "b"): -1.0}, [["a", "b"]])
    [('a', 'b')]
    """
    of = {node: at for at, group in enumerate(groups) for node in group}
    return [pair for pair, weight in weights.items() if weight and (weight > 0) != (of[pair[0]] == of[pair[1]])]


def _near(weights: Weights) -> dict[str, dict[str, float]]:
    near: dict[str, dict[str, float]] = defaultdict(dict)
    for (one, other), weight in weights.items():
        near[one][other] = near[other][one] = weight
    return near


def _joined(weights: Weights, groups: dict[str, str]) -> dict[str, str]:
    """Groups joined two by two, the most strongly drawn first, while that gains."""
    between: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for (one, other), weight in weights.items():
        near, far = groups[one], groups[other]
        if near != far:
            between[near][far] += weight
            between[far][near] += weight
    names = dict(groups)
    while True:
        best = max(
            ((gain, one, other) for one, row in between.items() for other, gain in row.items() if one < other),
            default=(0.0, "", ""),
            key=lambda each: (each[0], each[1], each[2]),
        )
        gain, keep, gone = best
        if gain <= _NONE:
            return names
        for other, weight in between.pop(gone).items():
            del between[other][gone]
            if other != keep:
                between[keep][other] += weight
                between[other][keep] += weight
        names = {node: keep if group == gone else group for node, group in names.items()}


def _moved(near: Mapping[str, Mapping[str, float]], groups: Mapping[str, str]) -> dict[str, str]:
    """Single nodes moved to the group that draws them most, or into one of their own, while that gains."""
    placed = dict(groups)
    changed = True
    while changed:
        changed = False
        for node in sorted(near):
            drawn: dict[str, float] = defaultdict(float)
            for other, weight in near[node].items():
                drawn[placed[other]] += weight
            here = drawn.get(placed[node], 0.0)
            group, best = max(sorted(drawn.items()), key=lambda each: each[1], default=(placed[node], 0.0))
            if best < -_NONE or (best <= _NONE and here < -_NONE):
                group, best = f"alone:{node}", 0.0
            if best > here + _NONE:
                placed[node], changed = group, True
    return placed


def _listed(groups: Mapping[str, str]) -> list[list[str]]:
    members: dict[str, list[str]] = defaultdict(list)
    for node in sorted(groups):
        members[groups[node]].append(node)
    return sorted(members.values(), key=lambda group: (-len(group), group))
