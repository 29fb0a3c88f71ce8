# cython: boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True, annotation_typing=False
"""Words of a query and of a list as they are looked at while names are scored.

This module may be compiled: the types of its variables stand in `profile.pxd`, and the same source runs as it is.
"""

from afgraph.matching.distance import Readings
from afgraph.matching.sounds import alphabet, final_vowels
from afgraph.matching.tokens import Token


class Profile:
    """What is looked at of one word."""

    def __init__(self, word: Token) -> None:
        self.word = word
        self.key, self.script, self.latin = word.key, word.script, word.script == "Latn"
        self.abjad, self.initial, self.readable = word.abjad, word.initial, bool(word.sounds)
        self.length, self.own = word.length, word.weight
        self.names, self.meanings, self.heads = word.names, word.meanings, word.heads
        self.son, self.father = "bin" in word.meanings, "abu" in word.meanings
        self.firsts = bytes([each.codes[0] for each in word.sounds])
        self.lacking = bytes([each.abjad for each in word.sounds])
        self.ends = bytes([_end(each.codes[len(each.codes) - 1]) for each in word.sounds])
        self.spoken = word.spoken
        self.heard: Readings | None = None

    def readings(self) -> Readings:
        """The word's readings."""
        found = self.heard
        if found is None:
            found = self.heard = self.word.heard
        return found

    def may_join(self, second: "Profile", word: "Profile") -> bool:
        """Whether this word and a second may be one that is written apart: they begin alike, and their length fits."""
        if self.initial or second.initial or not self.readable or not second.readable or not word.readable:
            return False
        return not self.heads or not word.heads or not self.heads.isdisjoint(word.heads)

    def swapped(self, word: "Profile") -> bool:
        """`words.swapped`."""
        one, other = self.key, word.key
        size = len(one)
        if size != len(other):
            return False
        at = 0
        while at < size and one[at] == other[at]:
            at += 1
        if at + 1 >= size or one[at] != other[at + 1] or one[at + 1] != other[at]:
            return False
        at += 2
        while at < size:
            if one[at] != other[at]:
                return False
            at += 1
        return True


def _end(code: int) -> int:
    """How a reading ends: 1 with a vowel that is written, 2 with a heh that may be heard or not, else 0."""
    return 2 if code == alphabet()["H"] else 1 if code in final_vowels() else 0


class Linked:
    """What two words cost, and what else the features ask of them, as far as it is known."""

    def __init__(self, cost: float, plain: float) -> None:
        self.cost, self.plain = cost, plain
        self.listed = -1
        self.head = self.ending = self.heard = self.written = self.misspelt = 0.0


class Links:
    """A word of a query beside listed words by number: what they cost, as far as is known."""

    def __init__(self, mine: Profile, weight: float, costs: dict[int, float]) -> None:
        self.mine, self.weight, self.costs = mine, weight, costs
        self.known: dict[int, Linked] = {}
        self.joined: dict[object, tuple[float, float]] = {}
