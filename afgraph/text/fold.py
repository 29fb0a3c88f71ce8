"""Folding: one form for the spellings that differ only in case, marks, letter variants and punctuation.

Works letter by letter, so each folded letter knows where in the original it stands, and hostile runs of
combining marks cost nothing.
"""

import unicodedata
from dataclasses import dataclass
from functools import cache

from afgraph.data import read_table

APOSTROPHE = "'"


@dataclass(frozen=True, slots=True, kw_only=True)
class Folded:
    """A folded text and, for each of its letters, the start of the original letter it came from."""

    text: str
    starts: tuple[int, ...]


@cache
def _table() -> dict[str, str]:
    return {chr(int(row["code"], 16)): row["fold"] for row in read_table("text/fold.tsv")}


@cache
def _fold_char(char: str) -> str:
    """What one character folds to: letters and digits, an apostrophe, a space, or nothing."""
    table = _table()
    lowered = char.casefold()
    if lowered in table:
        return table[lowered]
    return "".join(_fold_part(part, table) for part in unicodedata.normalize("NFKD", lowered))


def _fold_part(part: str, table: dict[str, str]) -> str:
    part = table.get(part, part)
    if part in ("", APOSTROPHE) or part.isalpha():
        return part
    if unicodedata.category(part)[0] == "M":
        return ""
    digit = unicodedata.decimal(part, None)
    return " " if digit is None else str(digit)


def fold(text: str) -> Folded:
    """`text` folded, every other character than letters, digits and apostrophes turned to a space.

    >>> folded = fold("Şah Mes'ud")
    >>> folded.text, folded.starts[4]
    ("sah mes'ud", 4)
    """
    letters: list[str] = []
    starts: list[int] = []
    for at, char in enumerate(text):
        for letter in _fold_char(char):
            letters.append(letter)
            starts.append(at)
    return Folded(text="".join(letters), starts=tuple(starts))


def name_key(text: str) -> str:
    """The key under which a name is looked up: folded, without apostrophes, one space between words.

    Equal for spellings that differ in case, marks, letter variants or punctuation only.

    >>> name_key("  Mas'ūd,  AHMAD-Shah ")
    'masud ahmad shah'
    >>> name_key("إحمد شاه") == name_key("احمد\u200cشاه")
    True
    """
    folded = "".join(map(_fold_char, text))
    return " ".join(folded.replace(APOSTROPHE, "").split())
