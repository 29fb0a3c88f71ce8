"""Folding: one form for the spellings that differ only in case, marks, letter variants and punctuation.

Works letter by letter, so each folded letter knows where in the original it stands, and hostile runs of
combining marks cost nothing. Runs of ASCII letters are folded at once, each to one letter; only the others are looked
at one by one.
"""

import re
import unicodedata
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from afgraph.data import read_table

APOSTROPHE = "'"

_CODE = ("utf-8", "surrogatepass")
_ASCII = bytes(range(128))
_FEW = 20  # of how many letters one must be other than ASCII for each letter to be looked up
_KINDS = 100  # different letters other than ASCII, from which each letter is looked up


@dataclass(frozen=True, slots=True, kw_only=True)
class Folded:
    """A folded text and, for each of its letters, the start of the original letter it came from."""

    text: str
    starts: Sequence[int]


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


_SHORT = 64  # letters of a text whose key is remembered


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
    if text.isascii():
        return text
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
    whole = _composed(text)
    encoded = whole.encode(*_CODE)
    strange = encoded.translate(None, _ASCII).decode(*_CODE)
    letters = set(strange)
    if len(strange) * _FEW > len(text) or len(letters) > _KINDS:
        folded = whole.translate(_LETTERS)
    else:
        folded = _replaced(encoded.translate(ascii_folds()), letters)
    return Folded(text=folded, starts=_starts(whole, letters))


def _replaced(encoded: bytes, letters: set[str]) -> str:
    """A text whose ASCII is folded with the few other letters folded as well, each everywhere at once."""
    for letter in sorted(letters):
        encoded = encoded.replace(letter.encode(*_CODE), _fold_char(letter).encode(*_CODE))
    return encoded.decode(*_CODE)


class _Letters(dict[int, str]):
    """What letters fold to, by their code, filled as they are met."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_char(chr(code))
        return folded


_LETTERS = _Letters()


def _starts(text: str, strange: set[str]) -> Sequence[int]:
    """Where each letter of a folded text stands in `text`; a range where every letter folded to one."""
    uneven = {char for char in strange if len(_fold_char(char)) != 1}
    if not uneven:
        return range(len(text))
    starts = array("q")
    done = 0
    for match in re.finditer(f"[{re.escape(''.join(sorted(uneven)))}]", text):
        at = match.start()
        starts.extend(range(done, at))
        starts.extend([at] * len(_fold_char(text[at])))
        done = at + 1
    starts.extend(range(done, len(text)))
    return starts


@cache
def ascii_folds() -> bytes:
    """What each ASCII byte folds to, one byte as well, and any other byte to itself."""
    return "".join(_fold_char(chr(code)) for code in range(128)).encode() + bytes(range(128, 256))


@cache
def _apostrophes() -> bytes:
    """The ASCII bytes that fold to an apostrophe."""
    return bytes(code for code in range(128) if ascii_folds()[code] == ord(APOSTROPHE))


def name_key(text: str) -> str:
    """The key under which a name is looked up: folded, without apostrophes, one space between words.

    Equal for spellings that differ in case, marks, letter variants or punctuation only.

    >>> name_key("  Mas'ūd,  AHMAD-Shah ")
    'masud ahmad shah'
    >>> name_key("إحمد شاه") == name_key("احمد\u200cشاه")
    True
    """
    if text.isascii():
        return text.lower() if text.isalpha() else _ascii_key(text)
    return _short_key(text) if len(text) <= _SHORT else _key(text)


def _ascii_key(text: str) -> str:
    return b" ".join(text.encode().translate(ascii_folds(), _apostrophes()).split()).decode()


def _key(text: str) -> str:
    folded = _composed(text).translate(_LETTERS)
    return " ".join(folded.replace(APOSTROPHE, "").split())


_short_key = lru_cache(maxsize=100_000)(_key)  # a text names the same again and again
