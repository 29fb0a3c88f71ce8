# cython: boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True, annotation_typing=False
"""The weighted edit distance of two phoneme sequences, and of two words by their readings.

This module may be compiled: the types of its variables stand in `distance.pxd`, and the same source runs as it is.
"""

import math
from array import array
from collections.abc import Sequence

from afgraph.matching.words.readings import Readings
from afgraph.matching.words.sounds import NEAR, Costs, nearest

LONGEST = 64  # phonemes that there is room for wherever words are compared
SHORT = 3.0  # phonemes of a word whose slips count in full

_WHOLE = 1000  # thousandths
_FAR = 1 << 29  # more than anything costs


class Room:
    """Room for the rows of a table, for sequences of up to so many phonemes."""

    def __init__(self, longest: int) -> None:
        self.cells = array("i", bytes(16 * (longest + 3)))


class Tables:
    """The costs of several kinds of pairs, side by side, in thousandths: whole numbers add up without a rest.

    A kind is a place in the list given; for readings it is how many of the two lack their vowels.
    """

    def __init__(self, kinds: Sequence[Costs]) -> None:
        self.width = kinds[0].width
        self.swap, self.near = round(kinds[0].swap * _WHOLE), round(NEAR * _WHOLE)
        self.whole = array("h", [round(cost * _WHOLE) for kind in kinds for cost in kind.flat])
        self.roots = array("d", [math.sqrt(count / SHORT) for count in range(256)])
        levels = [nearest(kind, one) for kind in kinds for one in range(self.width - 1)]
        self.steps = len(levels[0])
        self.sounds = array("Q", [sounds for each in levels for sounds, _ in each])
        self.levels = array("h", [round(least * _WHOLE) for each in levels for _, least in each])

    def size(self, one: int, other: int) -> float:
        """By what the cost of two words of so many phonemes is divided: a slip in a long word says less."""
        longer = one if one > other else other
        return self.roots[longer if longer < 255 else 255]

    def substitution(self, one: int, other: int, kind: int) -> float:
        """What it costs to read one phoneme for another."""
        return self.whole[kind * (self.width - 1) * self.width + one * self.width + other] / _WHOLE

    def distance(self, one: bytes, other: bytes, kind: int, limit: float) -> float:
        """What it costs to read `other` for `one`; anything above `limit` comes back as `limit`.

        The plain reference is `afgraph.matching.words.steps.steps`.
        """
        words = Readings([[(one, 0.0, False)], [(other, 0.0, False)]])
        room = room_for(len(other))
        cost = self.within(words, 0, len(one), words, len(one), len(other), kind, whole_limit(limit), room)
        return limit if cost >= whole_limit(limit) else cost / _WHOLE

    def within(
        self,
        one: Readings,
        begin: int,
        high: int,
        other: Readings,
        start: int,
        long: int,
        kind: int,
        limit: int,
        room: Room,
    ) -> int:
        """`distance` in thousandths of so many phonemes of both, from a place on; `limit` where it is not less.

        One loop for all: three rows of the table, each cell the least of four ways on, and a fourth with what it costs
        to leave out each phoneme. Before each row is a cell that nothing comes from.
        """
        cells = room.cells
        base = kind * (self.width - 1) * self.width
        none, near, swap = self.width - 1, self.near, self.swap
        far, up, here, gaps = 1, long + 3, 2 * long + 5, 3 * long + 6
        self._begin(other, start, long, base, room)
        least = previous = a = 0
        for i in range(high):
            previous, a = a, one.codes[begin + i]
            row = base + a * self.width
            lost = self.whole[row + none]
            left = lower = cells[here] = cells[up] + lost
            for k in range(long):
                b = other.codes[start + k]
                best = cells[up + k + 1] + lost  # a phoneme lost
                best = min(best, cells[up + k] + self.whole[row + b])  # one for another
                best = min(best, left + cells[gaps + k])  # one left out
                more = cells[far + k - 1] + swap  # two in the other order
                if (
                    more < best
                    and a != b
                    and self.whole[row + other.codes[start + k - 1]] <= near
                    and self.whole[base + previous * self.width + b] <= near
                ):
                    best = more
                cells[here + k + 1] = left = best
                lower = min(lower, best)
            if lower >= limit and least + swap >= limit:
                return limit
            far, up, here = up, here, far
            least = lower
        best = cells[up + long]
        return limit if best > limit else best

    def _begin(self, other: Readings, start: int, long: int, base: int, room: Room) -> None:
        """Fill the room for `within` with all but the row at hand: there is nothing before the first row."""
        cells, far, up, gaps = room.cells, 1, long + 3, 3 * long + 6
        left = cells[up] = 0
        cells[far - 1] = cells[far] = cells[up - 1] = cells[2 * long + 4] = _FAR
        for k in range(long):
            cells[gaps + k] = lost = self.whole[base + other.codes[start + k] * self.width + self.width - 1]
            left += lost
            cells[up + k + 1] = left
            cells[far + k + 1] = _FAR

    def cheapest(self, one: Readings, other: Readings, limit: float) -> float:
        """The least cost over the readings of two words, each the first of its kind; `limit` where it is more.

        Each word's further readings stand against the other's likeliest one; two further readings are only looked at
        for being the same.
        """
        return self.least(one, 0, other, 0, limit, room_for(other.longest))

    def least(self, one: Readings, mine: int, other: Readings, theirs: int, limit: float, room: Room) -> float:
        """`cheapest` for words by number, in the room given."""
        most = whole_limit(limit)
        found = self._least(one, mine, other, theirs, most, room)
        return limit if found >= most else found / _WHOLE

    def _least(self, one: Readings, mine: int, other: Readings, theirs: int, limit: int, room: Room) -> int:
        """`least` in thousandths."""
        best = limit
        first, second = one.words_at[mine], other.words_at[theirs]
        last, end = one.words_at[mine + 1], other.words_at[theirs + 1]
        for i in range(first, last):
            own = one.penalty(i)
            if own >= best:
                continue
            for j in range(second, end):
                penalty = own + other.penalty(j)
                if penalty >= best:
                    continue
                if i > first and j > second:
                    if one.same(i, other, j):
                        best = penalty
                    continue
                if one.prepared and self.lowest(one, i, other, j) >= best:  # to prepare it for a few is dearer
                    continue
                if self._missed(one, i, other, j, best - penalty) < best - penalty:
                    begin, start = one.starts[i], other.starts[j]
                    high, long = one.starts[i + 1] - begin, other.starts[j + 1] - start
                    kind = one.lacking[i] + other.lacking[j]
                    best = penalty + self.within(one, begin, high, other, start, long, kind, best - penalty, room)
        return best

    def lowest(self, one: Readings, i: int, other: Readings, j: int) -> int:
        """What two readings cost at least: each phoneme of the other what is nearest to it in the one, or its loss."""
        total = one.penalty(i) + other.penalty(j)
        if not one.single:
            return total
        if not one.prepared:
            one.nearest = array("h", bytes(4 * len(one.penalties) * self.width))
            one.prepared = True
        row = (2 * i + other.lacking[j]) * self.width
        for at in range(other.starts[j], other.starts[j + 1]):
            cost = one.nearest[row + other.codes[at]]
            if cost == 0:
                cost = self._nearest(one, i, other.lacking[j], other.codes[at])
                one.nearest[row + other.codes[at]] = cost
            total += cost - 1
        return total

    def _nearest(self, one: Readings, i: int, lacks: int, code: int) -> int:
        """What a phoneme costs at least beside a reading, and one more: nothing stands for what is not known yet."""
        none = self.width - 1
        base = (one.lacking[i] + lacks) * none * self.width
        least = self.whole[base + code * self.width + none]
        for at in range(one.starts[i], one.starts[i + 1]):
            cost = self.whole[base + one.codes[at] * self.width + code]
            if cost < least:
                least = cost
        return least + 1

    def missed(self, one: Readings, i: int, other: Readings, j: int) -> float:
        """What the phonemes of one reading cost at least beside any part of another."""
        return self._missed(one, i, other, j, _FAR) / _WHOLE

    def _missed(self, one: Readings, i: int, other: Readings, j: int, limit: int) -> int:
        """About as `lowest`, the other way round: what the phonemes of the one cost at least beside the other's."""
        steps = self.steps
        base = (one.lacking[i] + other.lacking[j]) * (self.width - 1) * steps
        sounds, bit = 0, 1
        for at in range(other.starts[j], other.starts[j + 1]):
            sounds |= bit << other.codes[at]
        total = 0
        for at in range(one.starts[i], one.starts[i + 1]):
            step = base + one.codes[at] * steps
            last = step + steps - 1
            while step < last and self.sounds[step] & sounds == 0:
                step += 1
            total += self.levels[step]
            if total >= limit:
                break
        return total

    def joined(
        self, first: Readings, here: int, second: Readings, there: int, word: Readings, place: int, most: float
    ) -> tuple[float, float]:
        """What it costs to take one word for two, by number: in itself, and for the length of the part less alike.

        The word is cut where both parts fit best; a part that fits badly is not made up for by one that fits well.
        Both are `most` where the second is not less. Only the likeliest readings are looked at.
        """
        room = room_for(word.longest)
        best = plain = most
        for whole in range(word.words_at[place], min(word.words_at[place] + 3, word.words_at[place + 1])):
            begin = word.starts[whole]
            size = word.starts[whole + 1] - begin
            for left in range(first.words_at[here], min(first.words_at[here] + 2, first.words_at[here + 1])):
                one_long = first.starts[left + 1] - first.starts[left]
                for right in range(second.words_at[there], min(second.words_at[there] + 2, second.words_at[there + 1])):
                    other_long = second.starts[right + 1] - second.starts[right]
                    penalty = (word.penalty(whole) + first.penalty(left) + second.penalty(right)) / _WHOLE
                    start, end = one_long, size - other_long
                    if start > end:
                        start, end = end, start
                    start = start - 1 if start > 2 else 1
                    end = end + 1 if end + 1 < size else size - 1
                    for cut in range(start, end + 1):
                        kind = first.lacking[left] + word.lacking[whole]
                        root = self.size(one_long, cut)
                        limit = whole_limit((best - penalty) * root)
                        at = first.starts[left]
                        one = self.within(first, at, one_long, word, begin, cut, kind, limit, room)
                        if one >= limit:
                            continue
                        relative = penalty + one / _WHOLE / root
                        kind = second.lacking[right] + word.lacking[whole]
                        root = self.size(other_long, size - cut)
                        limit = whole_limit((best - penalty) * root)
                        at, rest = second.starts[right], size - cut
                        other = self.within(second, at, other_long, word, begin + cut, rest, kind, limit, room)
                        if other >= limit:
                            continue
                        if penalty + other / _WHOLE / root > relative:
                            relative = penalty + other / _WHOLE / root
                        if relative < best:
                            best, plain = relative, penalty + (one + other) / _WHOLE
        return plain, best


def whole_limit(limit: float) -> int:
    """The limit in thousandths: what is less than one is less than the other."""
    found = int(limit * _WHOLE - 1e-6)
    return found + 1


def room_for(longest: int) -> Room:
    """Room to compare sequences of up to so many phonemes."""
    return Room(longest)
