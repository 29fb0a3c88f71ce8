# cython: boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True, annotation_typing=False
"""Listed words found by the pairs of letters that they share with a word.

This module may be compiled: the types of its variables stand in `grams.pxd`, and the same source runs as it is.
"""

import math

from afgraph.matching.arrays.keys import KeyTable, hashed
from afgraph.matching.arrays.postings import Group, Postings
from afgraph.matching.words.tokens import Token

_MOST = 60  # words that are found
_MOST_READ = 3  # skeletons of a word that are looked at


class Grams:
    """The pairs of letters by slot of a table, and by slot the words that have each."""

    def __init__(self, table: KeyTable, words: Postings) -> None:
        self.table, self.words = table, words
        self.groups: dict[int, Group] = {}

    def near(self, word: Token) -> list[int]:
        """The numbers of the words that share most letters and pairs of letters with a word, the rarer the more."""
        slots: list[int] = []
        for key in gram_keys(word):
            slot = self.table.slot(key)
            if slot >= 0:
                slots.append(slot)
        slots.sort()
        length = len(word.ways[0][0]) if word.ways else 0
        found = self.words.best([self._group(slot) for slot in slots], _MOST, 0.0, 6.0 + length)
        return [number for _, number in found]

    def _group(self, slot: int) -> Group:
        """What it is worth to have a pair."""
        found = self.groups.get(slot)
        if found is None:
            found = self.groups[slot] = [(1.0 / (3.0 + math.log1p(self.words.size(slot))), slot)]
        return found


def gram_keys(word: Token) -> set[int]:
    """The keys of letters and pairs of letters of the skeletons of a word, with its borders, and pairs of its key."""
    found: set[int] = set()
    for skeleton in sorted(word.skeletons)[:_MOST_READ]:
        _add(found, f"^{skeleton}$")
    _add(found, f" {word.key} ")
    return found


def _add(found: set[int], padded: str) -> None:
    for at in range(len(padded) - 1):
        found.add(hashed("g", padded[at : at + 2]))
