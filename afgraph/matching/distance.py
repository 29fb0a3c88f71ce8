# cython: boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True, annotation_typing=False
"""The weighted edit distance of two phoneme sequences, and of two words by their readings.

This module may be compiled: the types of its variables stand in `distance.pxd`, and the same source runs as it is.
"""

import math
from array import array
from collections.abc import Sequence

from afgraph.matching.sounds import NEAR, Costs

SHORT = 3.0  # phonemes of a word whose slips count in full

BEYOND = 1e9  # stands for what is above the limit

Heard = tuple[tuple[bytes, float, bool], ...]  # the readings of a word: phonemes, penalty, whether vowels lack


class Tables:
    """The costs of several kinds of pairs, side by side.

    A kind is a place in the list given; for readings it is how many of the two lack their vowels.
    """

    def __init__(self, kinds: Sequence[Costs]) -> None:
        self.width = kinds[0].width
        self.swap = kinds[0].swap
        self.near = NEAR
        self.flat = array("d", [cost for kind in kinds for cost in kind.flat])
        self.roots = array("d", [math.sqrt(count / SHORT) for count in range(256)])

    def size(self, one: int, other: int) -> float:
        """By what the cost of two words of so many phonemes is divided: a slip in a long word says less."""
        longer = one if one > other else other
        return self.roots[longer if longer < 255 else 255]

    def distance(self, one: bytes, other: bytes, kind: int, limit: float) -> float:
        """What it costs to read `other` for `one`; anything above `limit` comes back as `limit`.

        The plain reference is `afgraph.matching.steps.steps`.
        """
        return self.within(one, other, kind, limit, room_for(len(other)))

    def within(self, one: bytes, other: bytes, kind: int, limit: float, room: "array[float]") -> float:
        """`distance`, in the room given.

        Of each row only the part is filled that is below the limit: what lies outside cannot lead below it again.
        """
        flat, width, swap, near, beyond = self.flat, self.width, self.swap, self.near, BEYOND
        high, long = len(one), len(other)
        base = kind * (width - 1) * width
        none = width - 1
        far, up, here = 0, long + 1, 2 * (long + 1)
        left = 0.0
        up_last = far_last = -1
        for k in range(long + 1):
            if k > 0 and left < limit:
                left += flat[base + other[k - 1] * width + none]
            if left < limit:
                up_last = k
            room[up + k] = left if left < limit else beyond
        lower = least = 0.0
        up_first, far_first = 0, long + 1
        previous = 0
        for i in range(high):
            a = one[i]
            row = base + a * width
            lost = flat[row + none]
            for k in range(long + 1):
                room[here + k] = beyond
            k = up_first if up_first < far_first + 2 else far_first + 2
            left = lower = beyond
            first, last = long + 1, -1
            if k == 0:
                best = room[up] + lost
                if best < limit:
                    room[here] = left = lower = best
                    first = last = 0
                k = 1
            while k <= long and (k <= up_last + 1 or k <= far_last + 2 or left < limit):
                b = other[k - 1]
                best = room[up + k - 1] + flat[row + b]
                more = room[up + k] + lost
                if more < best:
                    best = more
                more = left + flat[base + b * width + none]
                if more < best:
                    best = more
                if i > 0 and k > 1 and a != b:
                    more = room[far + k - 2] + swap
                    if more < best and flat[row + other[k - 2]] <= near and flat[base + previous * width + b] <= near:
                        best = more
                left = beyond
                if best < limit:
                    room[here + k] = left = best
                    if first > k:
                        first = k
                    last = k
                    if best < lower:
                        lower = best
                k += 1
            if last < 0 and least + swap >= limit:
                return limit
            far, up, here = up, here, far
            far_first, far_last, up_first, up_last = up_first, up_last, first, last
            least, previous = lower, a
        best = room[up + long]
        return limit if best > limit else best

    def cheapest(self, one: Heard, other: Heard, limit: float) -> float:
        """The least cost over the readings of two words; `limit` where it is more.

        Each word's further readings stand against the other's likeliest one; two further readings are only looked at
        for being the same.
        """
        return self.least(one, other, limit, room_for(longest(other)))

    def least(self, one: Heard, other: Heard, limit: float, room: "array[float]") -> float:
        """`cheapest`, in the room given."""
        best = limit
        for i in range(len(one)):
            mine, before, lacking = one[i]
            for j in range(len(other)):
                theirs, behind, also = other[j]
                penalty = before + behind
                if penalty >= best:
                    continue
                if i > 0 and j > 0:
                    if mine == theirs:
                        best = penalty
                    continue
                allowed = best - penalty
                cost = self.within(mine, theirs, lacking + also, allowed, room)
                if cost < allowed:
                    best = penalty + cost
        return best

    def joined(self, first: Heard, second: Heard, word: Heard, most: float) -> tuple[float, float]:
        """What it costs to take one word for two: in itself, and for the length of the part that is less alike.

        The word is cut where both parts fit best; a part that fits badly is not made up for by one that fits well.
        Both are `most` where the second is not less.
        """
        room = room_for(longest(word))
        best = plain = most
        for whole in word[:3]:
            codes = whole[0]
            for left in first[:2]:
                for right in second[:2]:
                    penalty = whole[1] + left[1] + right[1]
                    start, end = len(left[0]), len(codes) - len(right[0])
                    if start > end:
                        start, end = end, start
                    start = start - 1 if start > 2 else 1
                    end = end + 1 if end + 1 < len(codes) else len(codes) - 1
                    for cut in range(start, end + 1):
                        root = self.size(len(left[0]), cut)
                        allowed = (best - penalty) * root
                        one = self.within(left[0], codes[:cut], left[2] + whole[2], allowed, room)
                        if one >= allowed:
                            continue
                        relative = penalty + one / root
                        root = self.size(len(right[0]), len(codes) - cut)
                        allowed = (best - penalty) * root
                        other = self.within(right[0], codes[cut:], right[2] + whole[2], allowed, room)
                        if other >= allowed:
                            continue
                        if penalty + other / root > relative:
                            relative = penalty + other / root
                        if relative < best:
                            best, plain = relative, penalty + one + other
        return plain, best

    def alike(
        self,
        word: Heard,
        listed: Sequence[Heard],
        numbers: Sequence[int],
        most: float,
        slack: float,
        room: "array[float]",
    ) -> list[tuple[float, int]]:
        """The listed words that cost less than `most` for their length, and no more than the best plus `slack`.

        `listed` are the readings of all words by number, `numbers` those to look at. Comes as (cost, number), in
        order. `room` is for the longest of their readings.
        """
        length = len(word[0][0])
        found = []
        bound = most
        for number in numbers:
            other = listed[number]
            root = self.size(length, len(other[0][0]))
            cost = self.least(word, other, bound * root, room) / root
            if cost < bound:
                found.append((cost, number))
                if cost + slack < bound:
                    bound = cost + slack
        return sorted([each for each in found if each[0] < bound])


def room_for(longest: int) -> "array[float]":
    """Room for three rows of a table, for sequences of up to so many phonemes."""
    return array("d", bytes(24 * (longest + 1)))


def longest(heard: Heard) -> int:
    """The phonemes of the longest reading."""
    return max([len(each[0]) for each in heard], default=0)
