# cython: boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True, annotation_typing=False
"""By how many letters two words differ.

This module may be compiled: the types of its variables stand in `edits.pxd`, and the same source runs as it is. Its
plain references are `damerau_levenshtein_distance` and `levenshtein_distance` of jellyfish.
"""

from array import array


class Edits:
    """Counts the letters by which words differ; it has room for words, and makes more where they are long."""

    def __init__(self) -> None:
        self.room = array("i", bytes(4 * 1024))

    def turned(self, one: str, other: str) -> int:
        """The least letters put in, taken out or changed, or neighbours in the other order, that make one the other.

        Between two that have changed places others may be put in or taken out: what Damerau and Levenshtein count.
        """
        before = _before(one, other)
        high, long = len(one) - before, len(other) - before
        behind = _behind(one, other, min(high, long))
        high, long = high - behind, long - behind
        if high == 0 or long == 0:
            return high + long
        if high == 1 and long == 1:
            return 1
        return self._turned(one, other, before, high, long)

    def _turned(self, one: str, other: str, begin: int, high: int, long: int) -> int:
        """`turned` for so many letters of both from a place on: each cell of the table the least of four ways on.

        For each letter of the second, `last` is the row in which the first had it last.
        """
        wide = long + 1
        last = (high + 1) * wide
        self._make_room(last + wide)
        room = self.room
        for j in range(wide):
            room[j] = j
            room[last + j] = 0
        for i in range(1, high + 1):
            letter = one[begin + i - 1]
            here = i * wide
            room[here] = i
            same = 0
            for j in range(1, wide):
                alike = other[begin + j - 1] == letter
                best = room[here - wide + j - 1] if alike else room[here - wide + j - 1] + 1
                best = min(best, room[here - wide + j] + 1, room[here + j - 1] + 1)
                row = room[last + j]
                if row > 0 and same > 0:
                    best = min(best, room[(row - 1) * wide + same - 1] + (i - row - 1) + 1 + (j - same - 1))
                if alike:
                    same = j
                room[here + j] = best
            for j in range(1, wide):
                if other[begin + j - 1] == letter:
                    room[last + j] = i
        return room[high * wide + long]

    def plain(self, one: str, other: str) -> int:
        """The least letters put in, taken out or changed that make one word the other."""
        high, long = len(one), len(other)
        self._make_room(long + 1)
        room = self.room
        for j in range(long + 1):
            room[j] = j
        for i in range(high):
            letter = one[i]
            corner = room[0]
            room[0] = left = i + 1
            for j in range(long):
                best = corner if other[j] == letter else corner + 1
                corner = room[j + 1]
                left = min(best, corner + 1, left + 1)
                room[j + 1] = left
        return room[long]

    def _make_room(self, cells: int) -> None:
        if cells > len(self.room):
            self.room = array("i", bytes(4 * cells))


def _before(one: str, other: str) -> int:
    """How many letters both words begin with."""
    size = min(len(one), len(other))
    at = 0
    while at < size and one[at] == other[at]:
        at += 1
    return at


def _behind(one: str, other: str, most: int) -> int:
    """How many letters both words end with, `most` at most."""
    end, close = len(one) - 1, len(other) - 1
    at = 0
    while at < most and one[end - at] == other[close - at]:
        at += 1
    return at
