"""The weighted edit distance of two phoneme sequences, and its steps."""

from collections.abc import Iterator

from afgraph.matching.sounds import Costs

NEAR = 0.1  # neighbours that cost no more are the same two in the other order


def distance(one: bytes, other: bytes, costs: Costs, limit: float) -> float:
    """What it costs to read `other` for `one`; anything above `limit` comes back as `limit`.

    The plain reference is `steps`.
    """
    sub, gap, swap = costs.sub, costs.gap, costs.swap
    before: list[float] = []
    above = [0.0]
    for b in other:
        above.append(above[-1] + gap[b])
    previous = 0
    for i, a in enumerate(one):
        row, lost = sub[a], gap[a]
        left = above[0] + lost
        here = [left]
        least = left
        last = 0
        for j, b in enumerate(other):
            best = above[j] + row[b]
            best = min(best, above[j + 1] + lost)
            best = min(best, left + gap[b])
            if j and i and before[j - 1] + swap < best and b != a and row[last] <= NEAR and sub[previous][b] <= NEAR:
                best = before[j - 1] + swap
            here.append(best)
            left = best
            least = min(least, best)
            last = b
        if least >= limit:
            return limit
        before, above, previous = above, here, a
    return min(limit, above[-1])


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
