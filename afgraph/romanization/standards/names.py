"""Phoneme strings as the tables read them, and the steps that a trace lists."""

import unicodedata
from dataclasses import dataclass
from functools import cache

from afgraph.romanization.fallback import to_latin
from afgraph.romanization.standards.rules import Fired, table_rows
from afgraph.text import script_of

_LONGEST_NORMAL = 10_000  # longer texts are taken as they are: normalising runs of marks is quadratic
KEPT = "no rule: kept as it is"
FALLBACK = "no table for this script: Unidecode"


@dataclass(frozen=True, slots=True)
class Step:
    """One rule at work: what it read at which place, what it wrote, why, and where the rule stands.

    Where the words of an Arabic-script text were vocalised first (table `lexicon` or `letters`), places of later
    steps count in their phonemes.
    """

    read: str
    at: int
    wrote: str
    note: str
    table: str

    def __str__(self) -> str:
        note = f"  ({self.note})" if self.note else ""
        return f"{self.at}: {self.read} -> {self.wrote or 'nothing'}  [{self.table}]{note}"


@cache
def _also() -> dict[str, str]:
    """Other apostrophes for ayn and hamza, by the letter that the tables know."""
    return {other: row["letter"] for row in table_rows("alphabet") for other in row["also"].split()}


def composed(text: str) -> str:
    r"""The text in NFC.

    >>> composed("a\u0304") == "ā"
    True
    """
    return unicodedata.normalize("NFC", text) if len(text) <= _LONGEST_NORMAL else text


def lowered(text: str) -> str:
    """The text in lower case, letter for letter: a letter whose lower case is longer stays.

    >>> lowered("Шариф İ")
    'шариф İ'
    """
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in text)


def as_phonemes(text: str) -> str:
    """A phoneme string as the tables read it: NFC, small letters, one sign each for ayn and hamza.

    >>> as_phonemes("Masʻūd")
    'masʿūd'
    """
    return "".join(_also().get(char, char) for char in lowered(composed(text)))


def is_foreign(char: str) -> bool:
    """Whether a character is a letter or sign of another script than Latin, which a Latin spelling can't keep.

    >>> is_foreign("ب"), is_foreign("ā"), is_foreign("-")
    (True, False, False)
    """
    if char.isascii():
        return False
    return script_of(char) not in ("Latn", "Zyyy") or unicodedata.name(char, "").startswith("ARABIC")


def kept(fired: Fired, *, latin: bool) -> tuple[str, str]:
    """What stands for a letter without a rule, and the note that says so; no note for spaces and signs.

    >>> kept(Fired(None, 0, "ڤ"), latin=True), kept(Fired(None, 0, " "), latin=True)
    (('v', 'no table for this script: Unidecode'), (' ', ''))
    """
    if latin and is_foreign(fired.read):
        return to_latin(fired.read), FALLBACK
    return fired.read, KEPT if fired.read.isalpha() else ""
