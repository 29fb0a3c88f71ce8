"""The steps of the weighted edit distance: the plain reference of `distance`, and what an explanation shows."""

from collections.abc import Iterator

from afgraph.matching.words.sounds import NEAR, Costs


def steps(one: bytes, other: bytes, costs: Costs) -> tuple[float, list[tuple[int, int, float]]]:
    """The distance, and the pairs it comes from: (number, number, cost), -1 for none; a swap is two pairs."""
    table = [[0.0] * (len(other) + 1) for _ in range(len(one) + 1)]
    back: dict[tuple[int, int], tuple[int, int]] = {}
    for i in range(len(one) + 1):
        for j in range(len(other) + 1):
            if i or j:
                ways = ((table[x][y] + cost, (x, y)) for cost, x, y in _ways(one[:i], other[:j], costs))
                table[i][j], back[i, j] = min(ways)
    i, j, found = len(one), len(other), []
    while i or j:
        up, left = back[i, j]
        cost = table[i][j] - table[up][left]
        pairs = _pairs(one[up:i], other[left:j])
        found += [(a, b, cost / len(pairs)) for a, b in reversed(pairs)]
        i, j = up, left
    return table[-1][-1], found[::-1]


def _ways(one: bytes, other: bytes, costs: Costs) -> Iterator[tuple[float, int, int]]:
    """The last edits that may lead to two beginnings: the cost of each, and how much of both was there before."""
    i, j = len(one), len(other)
    if i and j:
        yield costs.sub[one[-1]][other[-1]], i - 1, j - 1
    if i:
        yield costs.gap[one[-1]], i - 1, j
    if j:
        yield costs.gap[other[-1]], i, j - 1
    if i > 1 and j > 1 and one[-1] != other[-1] and _crossed(one[-2:], other[-2:], costs):
        yield costs.swap, i - 2, j - 2


def _crossed(one: bytes, other: bytes, costs: Costs) -> bool:
    return costs.sub[one[1]][other[0]] <= NEAR and costs.sub[one[0]][other[1]] <= NEAR


def _pairs(one: bytes, other: bytes) -> list[tuple[int, int]]:
    if len(one) == len(other):
        return list(zip(one, other, strict=True))
    return [(a, -1) for a in one] + [(-1, b) for b in other]
