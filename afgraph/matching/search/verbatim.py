# cython: boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True, annotation_typing=False
"""The one listed name that a text in plain letters is, found without making anything on the way.

This module may be compiled: the types of its variables stand in `verbatim.pxd`, and the same source runs as it is. Its
plain reference is `NameIndex.found_exactly`.
"""

from array import array
from collections.abc import Sequence

from afgraph.matching.arrays.keys import KeyTable, mixed

NOBODY, UNSURE = -1, -2
_LONGEST = 200  # letters of a name
_SPACE, _APOSTROPHE = 32, 39
_A, _Z, _LOWER = 65, 90, 32


class Verbatim:
    """Names by their keys: a table of the hashes of these, and the keys as UTF-8, one behind the other.

    `plain` says which names are their key but for case, `folded` what each ASCII letter folds to.
    """

    def __init__(
        self, table: KeyTable, heap: Sequence[int], starts: "memoryview[int]", plain: Sequence[int], folded: bytes
    ) -> None:
        self.table, self.heap, self.plain, self.folded = table, heap, plain, folded
        none = memoryview(array("I")), memoryview(array("Q"))
        self.wide = memoryview(starts).itemsize > none[0].itemsize
        self.narrow_starts = none[0] if self.wide else starts
        self.wide_starts = starts if self.wide else none[1]
        self.key = bytearray(_LONGEST)
        self.alike = False

    def of(self, text: str) -> int:
        """Twice the number of the name that a text is, and 1 more where it is written alike but for case.

        `NOBODY` where there is none, nor one that looks like it; `UNSURE` where it takes more than this to say: for
        other letters, and for several names of one key.
        """
        if len(text) > _LONGEST or not text.isascii():
            return UNSURE
        size = self._fold(text.strip().encode())
        if size == 0 or self.table.slot(mixed(b"~", self.key, size)) >= 0:
            return UNSURE
        slot = self.table.slot(mixed(b"=", self.key, size))
        if slot < 0:
            return NOBODY
        first, end = self.table.starts[slot], self.table.starts[slot + 1]
        if end - first != 1:
            return UNSURE
        at = self.table.members[first]
        if not self.plain[at] or not self._is(at, size):
            return UNSURE
        return 2 * at + (1 if self.alike else 0)

    def _fold(self, text: bytes) -> int:
        """The length of the key of a text, which is put into `key`; `alike` says whether that is all it is."""
        key, folded = self.key, self.folded
        size = 0
        alike = True
        for at in range(len(text)):
            letter = text[at]
            found = folded[letter]
            if found != (letter + _LOWER if _A <= letter <= _Z else letter):
                alike = False
            if found == _APOSTROPHE or (found == _SPACE and (size == 0 or key[size - 1] == _SPACE)):
                alike = False
                continue
            key[size] = found
            size += 1
        if size > 0 and key[size - 1] == _SPACE:
            size -= 1
            alike = False
        self.alike = alike
        return size

    def _is(self, member: int, size: int) -> bool:
        """Whether the key of a name is `key`."""
        begin = self.wide_starts[member] if self.wide else self.narrow_starts[member]
        end = self.wide_starts[member + 1] if self.wide else self.narrow_starts[member + 1]
        if end - begin != size:
            return False
        at = 0
        while at < size and self.heap[begin + at] == self.key[at]:
            at += 1
        return at == size
