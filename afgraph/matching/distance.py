# cython: boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True, annotation_typing=False
"""The weighted edit distance of two phoneme sequences, and of two words by their readings.

This module may be compiled: the types of its variables stand in `distance.pxd`, and the same source runs as it is.
"""

import math
from array import array
from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

from afgraph.matching.sounds import NEAR, Costs

SHORT = 3.0  # phonemes of a word whose slips count in full

Code = Sequence[int]  # phonemes, several readings one behind the other
Row: TypeAlias = "array[float]"  # of numbers to be filled
Heard = Iterable[tuple[bytes, float, bool]]  # the readings of a word: phonemes, penalty, whether vowels lack


class Readings:
    """The readings of words by number, flat: the phonemes one behind the other, where each reading and word begins.

    `longest` is the length of the longest reading. A word without a reading has none here.
    """

    def __init__(self, words: Iterable[Heard]) -> None:
        codes, starts, words_at = bytearray(), array("I", [0]), array("I", [0])
        penalties, lacking = array("d"), bytearray()
        longest = 0
        for word in words:
            for sounds, penalty, lacks in word:
                codes += sounds
                starts.append(len(codes))
                penalties.append(penalty)
                lacking.append(lacks)
                longest = max(longest, len(sounds))
            words_at.append(len(penalties))
        self._hold(bytes(codes), starts, words_at, penalties, bytes(lacking), longest)

    def _hold(
        self,
        codes: Sequence[int],
        starts: Sequence[int],
        words_at: Sequence[int],
        penalties: Sequence[float],
        lacking: Sequence[int],
        longest: int,
    ) -> None:
        self.parts = codes, starts, words_at, penalties, lacking, longest
        self.codes, self.starts, self.words_at = codes, starts, words_at
        self.penalties, self.lacking = penalties, lacking
        self.longest = longest

    def __reduce__(self) -> tuple[object, ...]:
        return readings_of, self.parts

    def of(self, number: int) -> list[tuple[bytes, float, bool]]:
        """The readings of one word, as they were given."""
        return [
            (bytes(self.codes[self.starts[at] : self.starts[at + 1]]), self.penalties[at], self.lacking[at] != 0)
            for at in range(self.words_at[number], self.words_at[number + 1])
        ]


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

    def substitution(self, one: int, other: int, kind: int) -> float:
        """What it costs to read one phoneme for another."""
        return self.flat[kind * (self.width - 1) * self.width + one * self.width + other]

    def distance(self, one: bytes, other: bytes, kind: int, limit: float) -> float:
        """What it costs to read `other` for `one`; anything above `limit` comes back as `limit`.

        The plain reference is `afgraph.matching.steps.steps`.
        """
        return self.within(one, 0, len(one), other, 0, len(other), kind, limit, room_for(len(other)))

    def within(
        self, one: Code, begin: int, high: int, other: Code, start: int, long: int, kind: int, limit: float, room: Row
    ) -> float:
        """`distance` of so many phonemes of both, from a place on, in the room given.

        One loop for all, as the time goes here: three rows of the table, each cell the least of four ways on.
        """
        flat, width, none, near, swap = self.flat, self.width, self.width - 1, self.near, self.swap
        base = kind * none * width
        far, up, here = 0, long + 1, 2 * (long + 1)
        left = room[up] = 0.0
        for k in range(long):
            left += flat[base + other[start + k] * width + none]
            room[up + k + 1] = left
        least = 0.0
        previous = a = -1
        for i in range(high):
            previous, a = a, one[begin + i]
            row = base + a * width
            lost = flat[row + none]
            left = lower = room[here] = room[up] + lost
            for k in range(1, long + 1):
                b = other[start + k - 1]
                best = room[up + k] + lost  # a phoneme lost
                more = room[up + k - 1] + flat[row + b]  # one for another
                if more < best:
                    best = more
                more = left + flat[base + b * width + none]  # one left out
                if more < best:
                    best = more
                if k > 1 and i > 0:  # two in the other order
                    more = room[far + k - 2] + swap
                    if (
                        more < best
                        and a != b
                        and flat[row + other[start + k - 2]] <= near
                        and flat[base + previous * width + b] <= near
                    ):
                        best = more
                room[here + k] = left = best
                if best < lower:
                    lower = best
            if lower >= limit and least + swap >= limit:
                return limit
            far, up, here = up, here, far
            least = lower
        best = room[up + long]
        return limit if best > limit else best

    def cheapest(self, one: Readings, other: Readings, limit: float) -> float:
        """The least cost over the readings of two words, each the first of its kind; `limit` where it is more.

        Each word's further readings stand against the other's likeliest one; two further readings are only looked at
        for being the same.
        """
        return self.least(one, 0, other, 0, limit, room_for(other.longest))

    def least(
        self, one: Readings, mine: int, other: Readings, theirs: int, limit: float, room: "array[float]"
    ) -> float:
        """`cheapest` for words by number, in the room given."""
        best = limit
        first, second = one.words_at[mine], other.words_at[theirs]
        for i in range(first, one.words_at[mine + 1]):
            begin = one.starts[i]
            high = one.starts[i + 1] - begin
            for j in range(second, other.words_at[theirs + 1]):
                penalty = one.penalties[i] + other.penalties[j]
                if penalty >= best:
                    continue
                start = other.starts[j]
                long = other.starts[j + 1] - start
                if i > first and j > second:
                    if high == long:
                        k = 0
                        while k < high and one.codes[begin + k] == other.codes[start + k]:
                            k += 1
                        if k == high:
                            best = penalty
                    continue
                allowed = best - penalty
                kind = one.lacking[i] + other.lacking[j]
                if self._exceeds(one.codes, begin, high, other.codes, start, long, kind, allowed):
                    continue
                cost = self.within(one.codes, begin, high, other.codes, start, long, kind, allowed, room)
                if cost < allowed:
                    best = penalty + cost
        return best

    def _exceeds(
        self, one: Code, begin: int, high: int, other: Code, start: int, long: int, kind: int, limit: float
    ) -> bool:
        """Whether `within` would come to its limit: each phoneme costs at least what is nearest to it, or its loss."""
        flat, width, none = self.flat, self.width, self.width - 1
        base = kind * none * width
        total = 0.0
        for i in range(high):
            row = base + one[begin + i] * width
            least = flat[row + none]
            for j in range(long):
                cost = flat[row + other[start + j]]
                if cost < least:
                    least = cost
            total += least
            if total >= limit:
                return True
        total = 0.0
        for j in range(long):
            row = base + other[start + j] * width
            least = flat[row + none]
            for i in range(high):
                cost = flat[row + one[begin + i]]
                if cost < least:
                    least = cost
            total += least
            if total >= limit:
                return True
        return False

    def joined(self, first: Readings, second: Readings, word: Readings, most: float) -> tuple[float, float]:
        """What it costs to take one word for two: in itself, and for the length of the part that is less alike.

        The word is cut where both parts fit best; a part that fits badly is not made up for by one that fits well.
        Both are `most` where the second is not less. Only the likeliest readings are looked at.
        """
        room = room_for(word.longest)
        best = plain = most
        for whole in range(min(3, word.words_at[1])):
            begin = word.starts[whole]
            size = word.starts[whole + 1] - begin
            for left in range(min(2, first.words_at[1])):
                one_long = first.starts[left + 1] - first.starts[left]
                for right in range(min(2, second.words_at[1])):
                    other_long = second.starts[right + 1] - second.starts[right]
                    penalty = word.penalties[whole] + first.penalties[left] + second.penalties[right]
                    start, end = one_long, size - other_long
                    if start > end:
                        start, end = end, start
                    start = start - 1 if start > 2 else 1
                    end = end + 1 if end + 1 < size else size - 1
                    for cut in range(start, end + 1):
                        kind = first.lacking[left] + word.lacking[whole]
                        root = self.size(one_long, cut)
                        allowed = (best - penalty) * root
                        one = self.within(
                            first.codes, first.starts[left], one_long, word.codes, begin, cut, kind, allowed, room
                        )
                        if one >= allowed:
                            continue
                        relative = penalty + one / root
                        kind = second.lacking[right] + word.lacking[whole]
                        root = self.size(other_long, size - cut)
                        allowed = (best - penalty) * root
                        codes, at, rest = second.codes, begin + cut, size - cut
                        other = self.within(
                            codes, second.starts[right], other_long, word.codes, at, rest, kind, allowed, room
                        )
                        if other >= allowed:
                            continue
                        if penalty + other / root > relative:
                            relative = penalty + other / root
                        if relative < best:
                            best, plain = relative, penalty + one + other
        return plain, best

    def alike(
        self,
        word: Readings,
        listed: Readings,
        numbers: Sequence[int],
        plain: Sequence[int],
        most: float,
        slack: float,
    ) -> list[tuple[int, float]]:
        """The listed words that cost less than `most` for their length, and no more than the best plus `slack`.

        `numbers` are those to look at, of which only those are taken that are `plain`; these have a reading. Comes as
        (number, cost), the least first.
        """
        room = room_for(listed.longest)
        length = word.starts[1]
        found = []
        bound = most
        for number in numbers:
            if not plain[number]:
                continue
            first = listed.words_at[number]
            root = self.size(length, listed.starts[first + 1] - listed.starts[first])
            limit = bound * root
            cost = self.least(word, 0, listed, number, limit, room)
            if cost < limit:  # before it is divided, which may round what is not less to what is
                cost /= root
                found.append((cost, number))
                if cost + slack < bound:
                    bound = cost + slack
        return [(number, cost) for cost, number in sorted(found) if cost < bound]


def room_for(longest: int) -> "array[float]":
    """Room for three rows of a table, for sequences of up to so many phonemes."""
    return array("d", bytes(24 * (longest + 1)))


def readings_of(*parts: Any) -> Readings:
    """The readings of these `parts`: arrays, or views of them."""
    found = Readings.__new__(Readings)
    found._hold(*parts)  # noqa: SLF001
    return found
