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
    """What one character folds to: letters and digits without a gap, an apostrophe, a space, or nothing."""
    table = _table()
    lowered = char.casefold()
    if lowered in table:
        return table[lowered]
    parts = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", lowered).casefold())
    folded = "".join(_fold_part(part, table) for part in parts)
    return "".join(folded.split()) or folded[:1]


def _fold_part(part: str, table: dict[str, str]) -> str:
    part = table.get(part, part)
    if part in ("", APOSTROPHE) or part.isalpha():
        return part
    if unicodedata.category(part)[0] == "M":
        return ""
    digit = unicodedata.decimal(part, None)
    return " " if digit is None else str(digit)


def is_silent(char: str) -> bool:
    """Whether a character folds to nothing.

    >>> is_silent("\u0301"), is_silent("a")
    (True, False)
    """
    return not _fold_char(char)


@cache
def _whole() -> dict[str, str]:
    """Letters of the table that fold otherwise than their parts do, by these parts (й is no и with a mark)."""
    letters = {each for char in _table() for each in (char, char.upper()) if len(each) == 1}
    parts = {unicodedata.normalize("NFD", letter): letter for letter in letters}
    return {two: letter for two, letter in parts.items() if _fold_char(letter) != "".join(map(_fold_char, two))}


def _composed(text: str) -> str:
    """`text` with such letters whole; their marks stay and fold to nothing, so that no offset moves."""
    for parts, letter in _whole().items():
        if parts in text:
            text = text.replace(parts, letter + parts[1:])
    return text


def fold(text: str) -> Folded:
    """`text` folded, every other character than letters, digits and apostrophes turned to a space.

    >>> folded = fold("Şah Mes'ud")
    >>> folded.text, folded.starts[4]
    ("sah mes'ud", 4)
    """
    letters: list[str] = []
    starts: list[int] = []
    for at, char in enumerate(_composed(text)):
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
    folded = "".join(map(_fold_char, _composed(text)))
    return " ".join(folded.replace(APOSTROPHE, "").split())
