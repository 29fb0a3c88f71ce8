# cython: annotation_typing=False
"""A name split into words: at what stands between them, joined where they belong together.

This module may be compiled, as it is.
"""

import unicodedata
from functools import cache

from afgraph.data import read_table
from afgraph.matching.words.numerals import counted, number_words
from afgraph.text import APOSTROPHE, fold, name_key

_LONGEST = 400  # letters of a name that are read
_MOST_WORDS = 24


def words_of(name: str) -> list[str]:
    """The words of a name in small letters with their marks, joined where they belong together, a number as one.

    Nothing is looked at of what is longer than any name: beyond 24 words or 400 letters.

    >>> words_of("Burhan-ud-Din Rabbani")
    ['burhanuddin', 'rabbani']
    """
    lowered = name[:_LONGEST].replace("İ", "i").lower()
    plain = lowered.isascii() and lowered.replace(" ", "").isalnum()
    parts = (lowered if plain else _spaced(lowered)).split()[:_MOST_WORDS]
    if plain and _of_several().isdisjoint(parts):
        return parts
    words = _compounds(parts, parts if plain else list(map(name_key, parts)))
    return counted(words) if len(words) > 1 else words


def _compounds(parts: list[str], keys: list[str]) -> list[str]:
    """The parts of a name, given with their keys, joined where they belong together."""
    if _join_words().isdisjoint(keys):
        return parts
    keyed = f" {' '.join(keys)} "
    if not any(old in keyed for old, _ in _joins()):
        return parts
    return _joined(parts)


def _spaced(lowered: str) -> str:
    """Letters with what stands for the characters between them."""
    return "".join([char if char.isalnum() else _gap(char) for char in lowered])


@cache
def _join_words() -> frozenset[str]:
    """The first words of what is joined."""
    return frozenset(old.split()[0] for old, _ in _joins())


@cache
def _of_several() -> frozenset[str]:
    """The words that may not be words of their own: of compounds and of numbers."""
    return _join_words() | number_words()


def _joined(parts: list[str]) -> list[str]:
    """The parts with those of a compound written as one word: with the word before, behind, or on both sides."""
    words = list(parts)
    for old, new in _joins():
        width = len(old.split())
        at = 0
        while at + width <= len(words):
            if f" {' '.join(name_key(word) for word in words[at : at + width])} " != old:
                at += 1
                continue
            stem = new.strip("+")
            before = words[at - 1] if new.startswith("+") and at > 0 else None
            after = words[at + width] if new.endswith("+") and at + width < len(words) else None
            if (new.startswith("+") and before is None) or (new.endswith("+") and after is None):
                at += 1
                continue
            start, end = at - (before is not None), at + width + (after is not None)
            words[start:end] = [f"{before or ''}{stem}{after or ''}"]
            at = start + 1
    return words


def _gap(char: str) -> str:
    """What stands for a character between letters: a mark and an apostrophe stay, what is invisible goes."""
    if unicodedata.category(char)[0] == "M":
        return char
    folded = fold(char).text
    return folded if folded in ("", APOSTROPHE) else " "


@cache
def _joins() -> tuple[tuple[str, str], ...]:
    return tuple((f" {row['parts']} ", row["joined"]) for row in read_table("romanization/joins.tsv"))
