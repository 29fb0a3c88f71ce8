# cython: boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True, annotation_typing=False
"""The classes of the sounds of readings: skeletons, from tables by the code of a phoneme.

This module may be compiled: the types of its variables stand in `shapes.pxd`, and the same source runs as it is.
"""

from array import array
from collections.abc import Mapping
from itertools import accumulate
from typing import Any


class Shapes:
    """The classes of phonemes, by whether they stand first; a phoneme without a class is left out."""

    def __init__(self, initial: Mapping[str, str], later: Mapping[str, str]) -> None:
        classes = {each: at for at, each in enumerate(dict.fromkeys(["", *initial.values(), *later.values()]))}
        self.initial = bytes([classes[initial.get(chr(code), "")] for code in range(128)])
        self.later = bytes([classes[later.get(chr(code), "")] for code in range(128)])
        self.ends = array("i", accumulate(map(len, classes), initial=0))
        self.letters = "".join(classes).encode("ascii")
        self.widest = max(map(len, classes))

    def of(self, reading: str) -> str:
        """The classes of the sounds of a reading, neighbours that are alike written once."""
        room = bytearray(self.widest * len(reading))
        row = room
        return row[: self._put(reading, row)].decode("ascii")

    def of_all(self, read: list[tuple[Any, ...]]) -> frozenset[str]:
        """What there is of classes of readings, which stand first in each of `read`."""
        longest = 0
        for each in read:
            longest = max(longest, len(each[0]))
        room = bytearray(self.widest * longest)
        row = room
        found = set()
        for each in read:
            size = self._put(each[0], row)
            if size:
                found.add(row[:size].decode("ascii"))
        return frozenset(found)

    def _put(self, reading: str, row: bytearray) -> int:
        """Write the classes of a reading into a row, and say how many letters they have."""
        size = last = 0
        for at in range(len(reading)):
            code = ord(reading[at])
            if code < 128:
                each = self.initial[code] if at == 0 else self.later[code]
                if each and each != last:
                    for place in range(self.ends[each], self.ends[each + 1]):
                        row[size] = self.letters[place]
                        size += 1
                    last = each
        return size
