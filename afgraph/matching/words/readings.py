# cython: boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True, annotation_typing=False
"""How words sound, as they are compared: their readings as phoneme numbers, side by side in memory.

This module may be compiled: the types of its variables stand in `readings.pxd`, and the same source runs as it is.
"""

from array import array
from collections.abc import Iterable, Sequence
from threading import Lock
from typing import Any

_WHOLE = 1000  # thousandths
_READINGS, _CODES = 4, 16  # of a word and of a reading there is room for, on the average

Heard = Iterable[tuple[bytes, float, bool]]  # the readings of a word: phonemes, penalty, whether vowels lack


class Readings:
    """The readings of words by number, flat: the phonemes one behind the other, where each reading and word begins.

    `longest` is the length of the longest reading. A word without a reading has none here. Of a single
    word that is looked for it is remembered how near each sound comes to it.
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
        self.nearest = array("h")
        self.single, self.prepared = len(words_at) == 2, False

    def __reduce__(self) -> tuple[object, ...]:
        return readings_of, self.parts

    def of(self, number: int) -> list[tuple[bytes, float, bool]]:
        """The readings of one word, as they were given."""
        return [
            (bytes(self.codes[self.starts[at] : self.starts[at + 1]]), self.penalties[at], self.lacking[at] != 0)
            for at in range(self.words_at[number], self.words_at[number + 1])
        ]

    def penalty(self, at: int) -> int:
        """The penalty of a reading, in thousandths."""
        return int(self.penalties[at] * _WHOLE + 0.5)

    def same(self, at: int, other: "Readings", there: int) -> bool:
        """Whether a reading has the phonemes of another."""
        begin, start = self.starts[at], other.starts[there]
        size = self.starts[at + 1] - begin
        if other.starts[there + 1] - start != size:
            return False
        for k in range(size):
            if self.codes[begin + k] != other.codes[start + k]:
                return False
        return True


class ReadingRoom:
    """Room for the readings of words that are looked for, taken word by word, so that nothing is made for each."""

    def __init__(self, words: int) -> None:
        self.words, self.most = 0, words
        self.most_readings, self.most_codes = words * _READINGS, words * _READINGS * _CODES
        self.codes, self.lacking = bytearray(self.most_codes), bytearray(self.most_readings)
        self.starts, self.words_at = array("I", bytes(4 * (self.most_readings + 1))), array("I", bytes(4 * (words + 1)))
        self.penalties = array("d", bytes(8 * self.most_readings))
        self.lock = Lock()
        self.readings = readings_of(self.codes, self.starts, self.words_at, self.penalties, self.lacking, 0)

    def add(self, word: Sequence[tuple[bytes, float, bool]]) -> int:
        """Take a word with these readings; its number in `readings`, or -1 where there is no room left."""
        with self.lock:
            return self._add(word)

    def _add(self, word: Sequence[tuple[bytes, float, bool]]) -> int:
        number = self.words
        at = self.words_at[number]
        end = self.starts[at]
        if number == self.most or at + len(word) > self.most_readings:
            return -1
        for sounds, penalty, lacks in word:
            if end + len(sounds) > self.most_codes:
                return -1
            for code in sounds:
                self.codes[end] = code
                end += 1
            self.penalties[at], self.lacking[at] = penalty, lacks
            at += 1
            self.starts[at] = end
            self.readings.longest = max(self.readings.longest, len(sounds))
        self.words = number + 1
        self.words_at[number + 1] = at
        return number


def readings_of(*parts: Any) -> Readings:
    """The readings of these `parts`: arrays, or views of them."""
    found = Readings.__new__(Readings)
    found._hold(*parts)  # noqa: SLF001
    return found
