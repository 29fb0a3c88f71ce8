# cython: boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True, annotation_typing=False
"""Readings as phoneme numbers, from tables by the code of a phoneme and its place.

This module may be compiled: the types of its variables stand in `encoder.pxd`, and the same source runs as it is.
"""

from collections.abc import Mapping

_MOST = 5  # readings of a word that are compared
_NONE = 255  # the number of what is no phoneme

Way = tuple[bytes, float, bool]  # phoneme numbers, the penalty, whether vowels lack


class Encoder:
    """The numbers of phonemes by place.

    `final` and `after_vowel` say what stands for phonemes at the end of a reading and behind one of `vowels`, `bare`
    which do not change at the end of a word that is not the last of its name.
    """

    def __init__(
        self,
        numbers: Mapping[str, int],
        final: Mapping[str, str],
        after_vowel: Mapping[str, str],
        vowels: frozenset[str],
        bare: str,
    ) -> None:
        codes = [chr(code) for code in range(128)]
        self.plain = bytes([numbers.get(code, _NONE) for code in codes])
        self.final = bytes([numbers.get(final.get(code, ""), _NONE) for code in codes])
        self.after_vowel = bytes([numbers.get(after_vowel.get(code, code), _NONE) for code in codes])
        self.ends = bytes([code in final for code in codes])
        self.ends_inner = bytes([code in final and code not in bare for code in codes])
        self.loud = bytes([code in vowels for code in codes])

    def encoded(self, reading: str, inner: bool) -> bytes:  # noqa: FBT001 - asked for each reading
        """The numbers of the phonemes of a reading; what has none is left out."""
        room = bytearray(len(reading))
        row = room
        return bytes(row[: self._put(reading, inner, row)])

    def sounds(self, read: list[tuple[str, float, bool]], inner: bool) -> tuple[Way, ...]:  # noqa: FBT001
        """The likeliest readings of a word as they are compared, each once."""
        longest = 0
        for each in read:
            longest = max(longest, len(each[0]))
        room = bytearray(longest)
        row = room
        found: list[Way] = []
        for each in read[:_MOST]:
            codes = bytes(row[: self._put(each[0], inner, row)])
            known = not codes
            for other in found:
                known = known or (other[0] == codes and other[2] != each[2])
            if not known:
                found.append((codes, each[1], not each[2]))
        return tuple(found)

    def _put(self, reading: str, inner: bool, row: bytearray) -> int:  # noqa: FBT001
        """Write the numbers of a reading into a row, and say how many there are."""
        ends = self.ends_inner if inner else self.ends
        last = len(reading) - 1
        size = 0
        loud = False
        for at in range(last + 1):
            code = ord(reading[at])
            if code >= 128:
                loud = False
                continue
            if at == last and at > 0 and ends[code]:
                number = self.final[code]
            elif loud:
                number = self.after_vowel[code]
            else:
                number = self.plain[code]
            loud = self.loud[code] != 0
            if number != _NONE:
                row[size] = number
                size += 1
        return size
