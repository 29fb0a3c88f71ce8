# cython: boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True, annotation_typing=False
"""A quick look at many listed names: the log-odds as far as the costs and weights of words tell them.

This module may be compiled: the types of its variables stand in `quick.pxd`, and the same source runs as it is.
"""

from array import array
from collections.abc import Sequence

MOST = 24  # words of a name
UNLIKE = 1.1  # words that cost more for their length are not alike
LOOKED_AT = ("mean", "worst", "far", "replaced", "share", "left_out", "complete", "matched", "plenty")


class Quick:
    """Listed names by the numbers of their words, with the weight of each word, and what the features weigh.

    `starts` and `named` the numbers of each name's words, one name behind the other,
    `factors` the weights of the features in `LOOKED_AT`, in that order.
    """

    def __init__(
        self,
        starts: Sequence[int],
        named: Sequence[int],
        weights: Sequence[float],
        factors: Sequence[float],
    ) -> None:
        self.starts, self.named, self.weights = starts, named, weights
        self.factors = array("d", factors)

    def estimates(self, places: Sequence[int], costs: Sequence[dict[int, float]], own: Sequence[float]) -> list[float]:
        """The estimate for each of the listed names at `places`.

        `costs` are for each word of the query what it costs to take it for listed ones, `own` the weights of these.
        """
        count = len(costs) if len(costs) < MOST else MOST
        mine = array("d", own)
        gains = array("d", bytes(8 * MOST * MOST))
        paid = array("d", bytes(8 * MOST * MOST))
        return [self._estimate(at, costs, count, mine, gains, paid) for at in places]

    def _estimate(
        self,
        at: int,
        costs: Sequence[dict[int, float]],
        count: int,
        own: "array[float]",
        gains: "array[float]",
        paid: "array[float]",
    ) -> float:
        width, unlike = MOST, UNLIKE
        start = self.starts[at]
        size = self.starts[at + 1] - start
        if size > width:
            size = width
        left = right = 0.0
        for i in range(count):
            left += own[i]
            known = costs[i]
            for j in range(size):
                cost = unlike
                given = known.get(self.named[start + j])
                if given is not None:
                    cost = given
                weight = self.weights[self.named[start + j]]
                if own[i] < weight:
                    weight = own[i]
                paid[i * width + j] = cost
                gains[i * width + j] = weight * (1 - cost / unlike)
        for j in range(size):
            right += self.weights[self.named[start + j]]
        return self._sum(start, size, count, left, right, own, gains, paid)

    def _sum(
        self,
        start: int,
        size: int,
        count: int,
        left: float,
        right: float,
        own: "array[float]",
        gains: "array[float]",
        paid: "array[float]",
    ) -> float:
        """The words paired, the best pair first, and what the features say of that."""
        width = MOST
        paired = total = worst = 0.0
        pairs = 0
        while True:
            best = 0.0
            one = other = -1
            for i in range(count):
                for j in range(size):
                    gain = gains[i * width + j]
                    if gain > best + 1e-6 or (gain > best - 1e-6 and one >= 0 and abs(i - j) < abs(one - other)):
                        best = gain
                        one, other = i, j
            if one < 0:
                break
            weight = self.weights[self.named[start + other]]
            if own[one] < weight:
                weight = own[one]
            cost = paid[one * width + other]
            pairs += 1
            paired += weight
            total += cost * weight
            share = 2 * weight if weight < 0.5 else 1.0
            if cost * share > worst:
                worst = cost * share
            left -= own[one]
            right -= self.weights[self.named[start + other]]
            for i in range(count):
                gains[i * width + other] = 0.0
            for j in range(size):
                gains[one * width + j] = 0.0
        factors = self.factors
        replaced = left if left < right else right
        found = factors[1] * worst + factors[3] * replaced + factors[5] * abs(left - right)
        if paired > 0:
            found += factors[0] * total / paired
        if worst > 0.3:
            found += factors[2] * (worst - 0.3)
        found += factors[4] * (replaced / (replaced + paired) if replaced + paired > 0 else 1.0)
        if pairs == count and pairs == size:
            found += factors[6]
        most = paired if paired < 3.0 else 3.0
        found += factors[7] * most
        if most > 1.5:
            found += factors[8] * (most - 1.5)
        return found
