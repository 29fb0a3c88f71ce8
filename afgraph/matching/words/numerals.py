"""Numbers of several words as one: Brigade Forty-Four is Brigade 44."""

from collections.abc import Sequence
from functools import cache

from afgraph.data import read_table
from afgraph.text import name_key

_HUNDRED = 100


def counted(words: list[str]) -> list[str]:
    """Words, of which those that are one number together are that number.

    >>> counted(["brigade", "forty", "four"])
    ['brigade', '44']
    >>> counted(["one", "hundred", "eighty", "eight", "nine"])
    ['188', 'nine']
    """
    known = _numbers()
    values = [known.get(word if word.isascii() else name_key(word)) for word in words]
    if len(values) - values.count(None) < 2:
        return words
    found = []
    at = 0
    while at < len(words):
        number, end = _number(values, at)
        found.append(str(number) if end - at > 1 else words[at])
        at = max(end, at + 1)
    return found


def _number(values: Sequence[int | None], at: int) -> tuple[int, int]:
    """The number that begins at a place, and where it ends: hundreds, then tens, then units."""
    hundreds, at = _hundreds(values, at)
    tens = _at(values, at)
    if tens in range(20, _HUNDRED, 10):
        at += 1
    elif not hundreds or tens not in range(10, 20):
        tens = 0
    else:
        return hundreds + tens, at + 1
    unit = _at(values, at)
    if (hundreds or tens) and unit in range(1, 10):
        return hundreds + tens + unit, at + 1
    return hundreds + tens, at


def _hundreds(values: Sequence[int | None], at: int) -> tuple[int, int]:
    if _at(values, at) in range(1, 10) and _at(values, at + 1) == _HUNDRED:
        return _at(values, at) * _HUNDRED, at + 2
    return (_HUNDRED, at + 1) if _at(values, at) == _HUNDRED else (0, at)


def _at(values: Sequence[int | None], at: int) -> int:
    """The number of a word, 0 where there is none."""
    return (values[at] or 0) if at < len(values) else 0


def number_words() -> frozenset[str]:
    """The words that are numbers."""
    return frozenset(_numbers())


@cache
def _numbers() -> dict[str, int]:
    """The number of each word that is one."""
    rows = read_table("matching/words.tsv")
    return {row["word"]: int(row["means"]) for row in rows if row["kind"] == "numeral" and row["word"].isalpha()}
