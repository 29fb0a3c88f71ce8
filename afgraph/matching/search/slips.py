# cython: boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True, annotation_typing=False
"""Listed names that have the letters of a query but for a slip or two of the pen.

This module may be compiled: the types of its variables stand in `slips.pxd`, and the same source runs as it is.
"""

from array import array
from collections.abc import Sequence

LONGEST = 64  # bytes of a query that is looked for
_ALL = 18446744073709551615  # 64 bits
_ONE = 1  # as wide
_LETTERS = 26  # bits of a mark for letters
_ALL_LETTERS = (1 << 26) - 1
_LONG = 63
_ANY = LONGEST * 8  # slips
_ROOM = 64  # names that are measured at once
_AT_ONCE = 16  # places of which the marks are looked at at once


class Slips:
    """Names by their letters: those in some rows that differ from a query by few letters.

    `heap` and `starts` are the letters of the names as UTF-8, one name behind the other, and where each begins;
    `rows_at` and `members` the names that each word stands in, and `marks` what `marks_of` gives for each of these.
    """

    def __init__(
        self,
        heap: Sequence[int],
        starts: "memoryview[int]",
        rows_at: Sequence[int],
        members: Sequence[int],
        marks: Sequence[int],
    ) -> None:
        self.heap, self.marks = heap, marks
        none = memoryview(array("I")), memoryview(array("Q"))
        self.wide = memoryview(starts).itemsize > none[0].itemsize
        self.narrow_starts = none[0] if self.wide else starts
        self.wide_starts = starts if self.wide else none[1]
        self.rows_at, self.members = rows_at, members
        self.spare: list[Noted] = []  # of no text

    def near(self, text: bytes, rows: Sequence[int], most: int, names: int) -> list[tuple[int, int]]:
        """The names in a row that differ from `text` by no more than `most` slips: (slips, name), the fewest first.

        It is the first of `rows` that has any; only so many names are looked at in all. A slip is a letter (a byte of
        UTF-8) put in, taken out or changed, or two neighbours in the other order; none is made twice. A text of more
        than `LONGEST` bytes finds none.

        Names whose marks are further apart than so many slips can bring them are passed by, so that what is looked at
        of most of them stands side by side in memory.
        """
        size = len(text)
        if size == 0 or size > LONGEST:
            return []
        noted = self._noted(text)
        noted.mark = _mark(text, 0, size)
        found: set[tuple[int, int]] = set()
        left = names
        for row in rows:
            begin = self.rows_at[row]
            end = min(self.rows_at[row + 1], begin + left)
            left -= end - begin
            self._take_near(noted, begin, end, most, found)
            self._measure(noted, most, found)
            if found:
                break
        self._forget(noted, text)
        return sorted(found)

    def _take_near(self, noted: "Noted", begin: int, end: int, most: int, found: set[tuple[int, int]]) -> None:
        """Note the places from one to another whose marks are near enough; whenever many are, measure them.

        Some places at a time are asked whether one of them is, without a jump between them: hardly any is.
        """
        mark = noted.mark
        for first in range(begin, end, _AT_ONCE):
            last = min(first + _AT_ONCE, end)
            some = False
            for place in range(first, last):
                some |= _may_be(self.marks[place], mark, most)
            if some:
                for place in range(first, last):
                    if _may_be(self.marks[place], mark, most):
                        noted.begins[noted.count] = place
                        noted.count += 1
                if noted.count > _ROOM - _AT_ONCE:
                    self._measure(noted, most, found)

    def _measure(self, noted: "Noted", most: int, found: set[tuple[int, int]]) -> None:
        """Add those of the names at the places noted that differ by few letters, and note none.

        Each thing is looked up for all of them before the next: what is far apart in memory is fetched side by side.
        """
        for at in range(noted.count):
            noted.members[at] = self.members[noted.begins[at]]
        self._find(noted)
        for at in range(noted.count):
            slips = self._slips(noted, noted.begins[at], noted.ends[at], most)
            if slips <= most:
                found.add((slips, noted.members[at]))
        noted.count = 0

    def _find(self, noted: "Noted") -> None:
        """Look up where the letters of each name noted begin and end, and touch the first, so that they are at hand."""
        touched = 0
        for at in range(noted.count):
            member = noted.members[at]
            noted.begins[at] = self.wide_starts[member] if self.wide else self.narrow_starts[member]
            noted.ends[at] = self.wide_starts[member + 1] if self.wide else self.narrow_starts[member + 1]
        for at in range(noted.count):
            if noted.begins[at] < noted.ends[at]:
                touched ^= self.heap[noted.begins[at]]
        noted.touched = touched

    def nearest(self, text: bytes, members: Sequence[int], most: int, behind: int = _ANY) -> list[int]:
        """Of some names the `most` that differ least from `text`, the least first, of equals the first.

        None that differs by more slips than the nearest and so many as it may be `behind`.
        The first as they come where letters cannot say: `text` has no byte, or more than `LONGEST`.
        """
        size = len(text)
        if len(members) < 2 or size == 0 or size > LONGEST:
            return list(members[:most])
        noted = self._noted(text)
        found: list[tuple[int, int]] = []
        for first in range(0, len(members), _ROOM):
            noted.count = min(len(members) - first, _ROOM)
            for at in range(noted.count):
                noted.members[at] = members[first + at]
            self._find(noted)
            for at in range(noted.count):
                slips = self._slips(noted, noted.begins[at], noted.ends[at], _ANY)
                found.append((slips, first + at))
        self._forget(noted, text)
        found.sort()
        return [members[at] for slips, at in found[:most] if slips <= found[0][0] + behind]

    def between(self, text: bytes, member: int) -> int:
        """By how many slips a name differs from `text`, which has a byte at least and `LONGEST` at most."""
        noted = self._noted(text)
        noted.members[0], noted.count = member, 1
        self._find(noted)
        found = self._slips(noted, noted.begins[0], noted.ends[0], _ANY)
        self._forget(noted, text)
        return found

    def _noted(self, text: bytes) -> "Noted":
        """Where each byte stands in a text, until it is forgotten."""
        noted = self.spare.pop() if self.spare else Noted()
        noted.size = len(text)
        for at in range(len(text)):
            noted.places[text[at]] |= _ONE << at
        return noted

    def _forget(self, noted: "Noted", text: bytes) -> None:
        for at in range(len(text)):
            noted.places[text[at]] = 0
        noted.count = 0
        self.spare.append(noted)

    def _slips(self, noted: "Noted", begin: int, end: int, most: int) -> int:
        """Hyyrö's bit-parallel distance: bit by bit of where a letter stands in the text; or more than `most`.

        `up` and `down` are where the distance grows and shrinks from one letter of the text to the next, `same` where
        a letter costs nothing. Source: H. Hyyrö, A bit-vector algorithm for computing Levenshtein and Damerau edit
        distances, Nordic Journal of Computing 10 (2003).
        """
        places, size = noted.places, noted.size
        if end - begin > size + most or size > end - begin + most:
            return most + 1
        last = _ONE << (size - 1)
        up = _ALL
        down = same = before = 0
        found = size
        for at in range(begin, end):
            here = places[self.heap[at]]
            turned = (((~same & _ALL) & here) << 1) & before & _ALL
            same = (((((here & up) + up) & _ALL) ^ up) | here | down | turned) & _ALL
            grows = down | (~(same | up) & _ALL)
            shrinks = same & up
            if grows & last:
                found += 1
            if shrinks & last:
                found -= 1
            if found >= most + end - at:  # one less for each letter that is left is too many
                return most + 1
            grows = ((grows << 1) | 1) & _ALL
            shrinks = (shrinks << 1) & _ALL
            up = shrinks | (~(same | grows) & _ALL)
            down = grows & same
            before = here
        return found


def marks_of(heap: Sequence[int], starts: Sequence[int], members: Sequence[int]) -> "array[int]":
    """The marks of some names, in their order; `heap` and `starts` are as in `Slips`.

    A mark says which letters stand in a name an odd number of times, in 26 bits, and how long it is, in six.
    """
    found = array("I", bytes(4 * len(members)))
    marks = found
    for at in range(len(members)):
        marks[at] = _mark(heap, starts[members[at]], starts[members[at] + 1])
    return found


def _mark(text: Sequence[int], begin: int, end: int) -> int:
    """The mark of some bytes; what is longer than 63 is marked as that."""
    found = min(end - begin, _LONG) << _LETTERS
    for at in range(begin, end):
        found ^= 1 << (text[at] & 31) % _LETTERS
    return found


def _may_be(one: int, other: int, slips: int) -> bool:
    """Whether so many slips may make one mark of another: each changes two letters at most, one where it adds or drops.

    >>> kabul, kabool, ghazni = (_mark(each, 0, len(each)) for each in (b"kabul", b"kabool", b"ghazni"))
    >>> _may_be(kabul, kabool, 2), _may_be(kabul, ghazni, 2)
    (True, False)
    """
    size, long = one >> _LETTERS, other >> _LETTERS
    longer = size - long if size > long else long - size
    bits = (one ^ other) & _ALL_LETTERS
    bits -= (bits >> 1) & 0x55555555
    bits = (bits & 0x33333333) + ((bits >> 2) & 0x33333333)
    bits = (bits + (bits >> 4)) & 0x0F0F0F0F
    bits += bits >> 8
    bits += bits >> 16
    return longer <= slips and longer + (bits & 63) <= 2 * slips


class Noted:
    """For each byte the places where it stands in a text, bit by bit; and the names that are to be measured by it."""

    def __init__(self) -> None:
        self.places, self.size, self.mark = array("Q", bytes(8 * 256)), 0, 0
        self.members, self.count = array("I", bytes(4 * _ROOM)), 0
        self.begins, self.ends = array("Q", bytes(8 * _ROOM)), array("Q", bytes(8 * _ROOM))
        self.touched = 0
