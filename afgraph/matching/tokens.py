"""A name as words with the weight that each has in a comparison."""

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from afgraph.data import read_table
from afgraph.romanize import readings, skeletons
from afgraph.text import APOSTROPHE, fold, name_key, script_of

_LONGEST = 400  # letters of a name that are read
_MOST_WORDS = 24


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a name: its folded key, its readings and skeletons, and its weight (1 for a plain word)."""

    key: str
    readings: tuple[str, ...]
    skeletons: frozenset[str]
    weight: float
    vocalised: bool


@cache
def _weights() -> dict[str, float]:
    return {name_key(row["word"]): float(row["weight"]) for row in read_table("matching/tokens.tsv")}


@cache
def _joins() -> tuple[tuple[str, str], ...]:
    return tuple((f" {row['parts']} ", row["joined"]) for row in read_table("romanize/joins.tsv"))


@lru_cache(maxsize=200_000)
def token(word: str) -> Token:
    """A word as a token."""
    key = name_key(word)
    return Token(key, readings(word), skeletons(word), _weights().get(key, 1.0), script_of(word) != "Arab")


def tokens(name: str) -> tuple[Token, ...]:
    """The words of a name as tokens, in order; words that cannot be read are left out.

    Nothing is read of what is longer than any name: beyond 24 words or 400 letters.

    >>> [each.key for each in tokens("Burhan-ud-Din Rabbani")]
    ['burhanuddin', 'rabbani']
    """
    found = (token(word) for word in _words(name))
    return tuple(each for each in found if each.readings)


def _words(name: str) -> list[str]:
    """The words of a name with their marks, joined where they belong together."""
    parts = "".join(char if char.isalnum() else _gap(char) for char in name[:_LONGEST]).split()[:_MOST_WORDS]
    keys = f" {' '.join(name_key(part) for part in parts)} "
    if not any(old in keys for old, _ in _joins()):
        return parts
    for old, new in _joins():
        first, found, rest = keys.partition(old)
        if found and first.strip():
            keys = f"{first}{new} {rest}"
    return keys.split()


def _gap(char: str) -> str:
    """What stands for a character between letters: a mark and an apostrophe stay, what is invisible goes."""
    if unicodedata.category(char)[0] == "M":
        return char
    folded = fold(char).text
    return folded if folded in ("", APOSTROPHE) else " "
