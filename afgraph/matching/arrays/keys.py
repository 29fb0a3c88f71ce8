# cython: boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True, annotation_typing=False
"""Numbers by key, in arrays: a table of hashes, and behind each hash the numbers that have it.

Keys are not kept, only 64 bits of each: among a million keys two are taken for one once in ten million lists, and
then a few numbers more are looked at. This module may be compiled: the types of its variables stand in `keys.pxd`, and
the same source runs as it is.
"""

from array import array
from collections.abc import Sequence

_PRIME = 1099511628211
_BASIS = 14695981039346656037
_ALL = 18446744073709551615  # 64 bits


def hashed(kind: str, form: str) -> int:
    """The hash of a key of some kind, never 0; the same in every process."""
    return _hashed(kind, form, -1)


def shortened(kind: str, form: str) -> list[int]:
    """The hashes of a form without one of its letters, each letter in turn."""
    return [_hashed(kind, form, at) for at in range(len(form))]


def _hashed(kind: str, form: str, without: int) -> int:
    found = _BASIS
    for char in kind:
        found = ((found ^ ord(char)) * _PRIME) & _ALL
    at = 0
    for char in form:
        if at != without:
            found = ((found ^ ord(char)) * _PRIME) & _ALL
        at += 1
    return _finished(found)


def _finished(found: int) -> int:
    """A hash whose last letters count as much as its first."""
    found ^= found >> 29
    found = (found * _PRIME) & _ALL
    found ^= found >> 32
    return found if found != 0 else 1


def mixed(kind: bytes, form: "bytearray", size: int) -> int:
    """As `hashed`, of the first letters of a form in ASCII, one a byte, and a kind of one letter."""
    found = ((_BASIS ^ kind[0]) * _PRIME) & _ALL
    for at in range(size):
        found = ((found ^ form[at]) * _PRIME) & _ALL
    return _finished(found)


def coded(kind: str, codes: Sequence[int], size: int, without: int = -1) -> int:
    """As `hashed`, of so many letters given by their codes, or of all of them but the one at a place."""
    found = _BASIS
    for char in kind:
        found = ((found ^ ord(char)) * _PRIME) & _ALL
    for at in range(size):
        if at != without:
            found = ((found ^ codes[at]) * _PRIME) & _ALL
    return _finished(found)


class Keys:
    """Hashes of keys, one behind the other."""

    def __init__(self) -> None:
        self.held = array("Q", bytes(8 * 32))
        self.count = 0

    def add(self, kind: str, form: str, without: int = -1) -> None:
        """Add a key of some kind, or one without the letter at a place."""
        self.put(_hashed(kind, form, without))

    def put(self, key: int) -> None:
        """Add a hash."""
        if self.count == len(self.held):
            more = array("Q", bytes(16 * self.count))
            more[: self.count] = self.held
            self.held = more
        self.held[self.count] = key
        self.count += 1

    def clear(self) -> None:
        """Forget all of them."""
        self.count = 0

    def add_shortened(self, kind: str, form: str) -> None:
        """Add a form without one of its letters, each letter in turn."""
        for at in range(len(form)):
            self.add(kind, form, at)

    def has(self, key: int) -> bool:
        """Whether a hash is there."""
        for at in range(self.count):
            if self.held[at] == key:
                return True
        return False

    def all(self) -> list[int]:
        """The hashes."""
        return [self.held[at] for at in range(self.count)]


class KeyTable:
    """The numbers under each key: `hashes` by slot, 0 for none; `starts` of the numbers of each slot; the numbers."""

    def __init__(self, hashes: Sequence[int], starts: Sequence[int], members: Sequence[int]) -> None:
        self.hashes, self.starts, self.members = hashes, starts, members
        self.parts = hashes, starts, members
        self.mask = len(hashes) - 1

    def slot(self, key: int) -> int:
        """The slot of a hash, -1 where nothing is under it."""
        mask = self.mask
        at = key & mask
        while True:
            known = self.hashes[at]
            if known == key:
                return at
            if known == 0:
                return -1
            at = (at + 1) & mask

    def under(self, key: int) -> list[int]:
        """The numbers under a hash, in the order in which they were put there."""
        at = self.slot(key)
        if at < 0:
            return []
        return [self.members[place] for place in range(self.starts[at], self.starts[at + 1])]


class Lookup:
    """Strings found by what they say: a table of their hashes, and the strings as UTF-8, one behind the other."""

    def __init__(self, table: KeyTable, heap: Sequence[int], starts: Sequence[int]) -> None:
        self.table, self.heap = table, heap
        self.starts = starts

    def of(self, kind: str, text: str) -> list[int]:
        """The numbers of the strings that are `text`, of those whose keys are of a kind."""
        table = self.table
        at = table.slot(_hashed(kind, text, -1))
        if at < 0:
            return []
        code = text.encode("utf-8", "surrogatepass")
        found = []
        for place in range(table.starts[at], table.starts[at + 1]):
            member = table.members[place]
            if self._is(member, code, len(code)):
                found.append(member)
        return found

    def _is(self, member: int, code: bytes, size: int) -> bool:
        heap, start = self.heap, self.starts[member]
        if self.starts[member + 1] - start != size:
            return False
        for at in range(size):
            if heap[start + at] != code[at]:
                return False
        return True


class Gathering:
    """The numbers under any of several keys, each once: `found` has so many as `count` says.

    It is used by one at a time, who begins anew.
    """

    def __init__(self, table: KeyTable, most: int) -> None:
        self.table, self.most = table, most
        self.seen = array("I", bytes(4 * most))
        self.found = array("I", bytes(4 * most))
        self.turn = self.count = 0

    def begin(self) -> None:
        """Forget what was found."""
        if self.turn == 4294967295:
            self.seen = array("I", bytes(4 * self.most))
            self.turn = 0
        self.turn += 1
        self.count = 0

    def add(self, keys: Keys) -> None:
        """Find the numbers under some keys too, in the order of the keys."""
        table = self.table
        for place in range(keys.count):
            at = table.slot(keys.held[place])
            if at < 0:
                continue
            for there in range(table.starts[at], table.starts[at + 1]):
                member = table.members[there]
                if self.seen[member] != self.turn:
                    self.seen[member] = self.turn
                    self.found[self.count] = member
                    self.count += 1

    def take(self, numbers: Sequence[int]) -> None:
        """Take these numbers for found; none is there twice."""
        for number in numbers:
            self.add_one(number)

    def add_one(self, number: int) -> None:
        """Take a number for found that was not."""
        self.seen[number] = self.turn
        self.found[self.count] = number
        self.count += 1

    def has(self, number: int) -> bool:
        """Whether a number was found."""
        return self.seen[number] == self.turn

    def numbers(self) -> list[int]:
        """The numbers that were found."""
        return [self.found[at] for at in range(self.count)]


def key_table(keys: "array[int]", members: "array[int]") -> KeyTable:
    """The table of hashes with the number that each is for, side by side."""
    count = len(keys)
    size = 8
    while size * 5 < count * 8:
        size *= 2
    hashes = array("Q", bytes(8 * size))
    slots = array("I", bytes(4 * count))
    starts = array("I", bytes(4 * (size + 1)))
    _placed(keys, hashes, slots, starts, count, size)
    placed = array("I", bytes(4 * count))
    _filled(members, slots, starts, placed, count, size)
    return KeyTable(hashes, starts, placed)


def _placed(
    keys: "array[int]", hashes: "array[int]", slots: "array[int]", starts: "array[int]", count: int, size: int
) -> None:
    """The slot of each hash, and how many numbers are to stand before the next slot."""
    mask = size - 1
    for number in range(count):
        key = keys[number]
        at = key & mask
        while hashes[at] != key and hashes[at] != 0:
            at = (at + 1) & mask
        hashes[at] = key
        slots[number] = at
        starts[at] += 1
    total = 0
    for at in range(size):
        here = starts[at]
        starts[at] = total
        total += here
    starts[size] = total


def _filled(
    members: "array[int]", slots: "array[int]", starts: "array[int]", placed: "array[int]", count: int, size: int
) -> None:
    """The numbers where their slots have them; the starts, which move with that, are put back."""
    for number in range(count):
        at = slots[number]
        placed[starts[at]] = members[number]
        starts[at] += 1
    for at in range(size, 0, -1):
        starts[at] = starts[at - 1]
    starts[0] = 0
