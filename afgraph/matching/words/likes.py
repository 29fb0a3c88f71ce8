# cython: boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True, annotation_typing=False
"""The listed words that a word is like.

This module may be compiled: the types of its variables stand in `likes.pxd`, and the same source runs as it is.
"""

from array import array
from collections.abc import Iterator, Sequence

NONE = 9.0  # stands for the cost of a word that is not alike; more than any


class Likes:
    """Word numbers with what each costs, the least first, of equals the lower number."""

    def __init__(self, room: int) -> None:
        self.numbers = array("I", bytes(4 * room))
        self.costs = array("d", bytes(8 * room))
        self.count = 0

    def __len__(self) -> int:
        return self.count

    def __getitem__(self, at: int) -> tuple[int, float]:
        if at >= self.count:
            raise IndexError(at)
        return self.numbers[at], self.costs[at]

    def __iter__(self) -> Iterator[tuple[int, float]]:
        return iter(self.pairs())

    def pairs(self) -> list[tuple[int, float]]:
        """All of them."""
        return [(self.numbers[at], self.costs[at]) for at in range(self.count)]

    def by_number(self) -> dict[int, float]:
        """The costs by number."""
        found = {}
        for at in range(self.count):
            found[self.numbers[at]] = self.costs[at]
        return found

    def least(self) -> float:
        """What the first one costs, `NONE` where there is none."""
        return self.costs[0] if self.count > 0 else NONE

    def put(self, number: int, cost: float) -> None:
        """Add a word; there is room for as many as was said."""
        self.numbers[self.count] = number
        self.costs[self.count] = cost
        self.count += 1

    def order(self) -> None:
        """Bring them into their order: each is sunk among those so far in front of it, at shorter and shorter steps."""
        step = 1
        while step < self.count // 3:
            step = 3 * step + 1
        while step > 0:
            for at in range(step, self.count):
                self._sink(at, step)
            step //= 3

    def _sink(self, at: int, step: int) -> None:
        numbers, costs = self.numbers, self.costs
        number, cost = numbers[at], costs[at]
        while at >= step and (costs[at - step] > cost or (costs[at - step] == cost and numbers[at - step] > number)):
            numbers[at], costs[at] = numbers[at - step], costs[at - step]
            at -= step
        numbers[at], costs[at] = number, cost

    def worth(self, weights: Sequence[float], most: float, unlike: float) -> list[tuple[float, int]]:
        """What each word is worth, the most first: its weight, at most so much, the less the more it costs."""
        found = []
        for at in range(self.count):
            number = self.numbers[at]
            weight = weights[number]
            weight = min(weight, most)
            found.append((weight * (1 - self.costs[at] / unlike), number))
        found.sort(reverse=True)
        return found
