# cython: boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True, annotation_typing=False
"""Words of a query and of a list as they are looked at while names are scored.

This module may be compiled: the types of its variables stand in `profile.pxd`, and the same source runs as it is.
"""

from typing import Any

from afgraph.matching.words.likes import Likes
from afgraph.matching.words.readings import Readings
from afgraph.matching.words.tokens import Token

_BITS = 63
_ONE = 1  # as wide as a mask


class Profile:
    """What is looked at of one word; its readings are those of word `at` of `heard`.

    Of each set there is a mask beside it: where two masks share no bit, the sets share nothing.
    """

    def __init__(self, word: Token, heard: Readings, at: int) -> None:
        self.word, self.heard, self.at = word, heard, at
        self._know(word)

    def _know(self, word: Token) -> None:
        self.key, self.script, self.latin = word.key, word.script, word.script == "Latn"
        self.abjad, self.initial, self.readable = word.abjad, word.initial, bool(word.ways)
        self.length, self.own, self.spoken = word.length, word.weight, word.spoken
        self.names, self.meanings = word.names, word.meanings
        self.son, self.father = "bin" in self.meanings, "abu" in self.meanings
        self.key_hash, self.script_hash = hash(self.key), hash(self.script)
        self.names_mask, self.meanings_mask = _mask(self.names), _mask(self.meanings)
        self.heads_known, self.heads_mask, self.heads_told = False, 0, False
        self.letters, self.letters_mask = _letters(self.key), _letters_mask(self.key)

    def has_key(self, word: "Profile") -> bool:
        """Whether both have one key."""
        return self.key_hash == word.key_hash and self.key == word.key

    def has_script(self, word: "Profile") -> bool:
        """Whether both are of one script."""
        return self.script_hash == word.script_hash and self.script == word.script

    def means(self, word: "Profile") -> bool:
        """Whether both words may mean one thing."""
        return self.meanings_mask & word.meanings_mask != 0 and not self.meanings.isdisjoint(word.meanings)

    def names_alike(self, word: "Profile") -> bool:
        """Whether both are listed spellings of one given name."""
        return self.names_mask & word.names_mask != 0 and not self.names.isdisjoint(word.names)

    def may_join(self, second: "Profile", word: "Profile") -> bool:
        """Whether this word and a second may be one that is written apart: they begin alike, and their length fits."""
        if self.initial or second.initial or not self.readable or not second.readable or not word.readable:
            return False
        self._know_heads()
        word._know_heads()  # noqa: SLF001 - of its own kind
        if self.heads_mask == 0 or word.heads_mask == 0:
            return True
        if self.heads_mask & word.heads_mask == 0:
            return False
        return (self.heads_told and word.heads_told) or not self.word.heads.isdisjoint(word.word.heads)

    def _know_heads(self) -> None:
        """See how a word may begin, when it is first asked."""
        if not self.heads_known:
            self.heads_mask, self.heads_told = _heads_mask(self.word.heads)
            self.heads_known = True

    def differs(self, word: "Profile") -> int:
        """How many letters are wrong in one of two words, at least, where they have not one key."""
        size, long = len(self.key), len(word.key)
        least = size - long if size > long else long - size
        one, other = _bits(self.letters_mask & ~word.letters_mask), _bits(word.letters_mask & ~self.letters_mask)
        least = one if one > least else least  # `max` would make objects of them
        least = other if other > least else least
        return least if least > 1 else 1

    def swapped(self, word: "Profile") -> bool:
        """`words.swapped`."""
        one, other = self.key, word.key
        size = len(one)
        if self.letters != word.letters or size != len(other):
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


def _mask(members: frozenset[object]) -> int:
    """A bit for each member, which others may have too."""
    found = 0
    if members:
        for each in members:
            found |= _ONE << (hash(each) & _BITS)
    return found


def _heads_mask(heads: frozenset[str]) -> tuple[int, bool]:
    """A bit for each letter that a word may begin with, and whether no two letters can have one bit."""
    found = 0
    told = True
    for each in heads:
        letter = ord(each)
        found |= _ONE << (letter & _BITS)
        told = told and _BITS < letter <= 2 * _BITS + 1
    return found, told


def _letters(key: str) -> int:
    """A number that words of the same letters have in common."""
    found = 0
    for letter in key:
        code = ord(letter)
        found += code * code
    return found


def _letters_mask(key: str) -> int:
    """A bit for each letter, which others may have too."""
    found = 0
    for letter in key:
        found |= _ONE << (ord(letter) & _BITS)
    return found


def _bits(mask: int) -> int:
    """How many bits a mask has."""
    found = 0
    while mask:
        mask &= mask - 1
        found += 1
    return found


class Links:
    """A word of a query, with its weight and what it is known to cost to take it for listed words, by number.

    `written` are the numbers of those that are written like it.
    """

    def __init__(self, mine: Profile, weight: float, likes: Likes, written: list[int]) -> None:
        self.mine, self.weight, self.likes, self.written = mine, weight, likes, written
        self.joined: dict[object, Any] = {}  # what it costs to take two words for one, as it is found
