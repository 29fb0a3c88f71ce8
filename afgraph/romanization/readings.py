"""A word read aloud, in every way its letters allow."""

import unicodedata
from functools import cache, lru_cache
from itertools import islice, product
from typing import NamedTuple

from afgraph.romanization.fallback import to_latin
from afgraph.romanization.graphemes import Ways, pieces, single
from afgraph.romanization.reader import Read
from afgraph.romanization.rules import (
    ALL,
    UNVOCALISED,
    VOWELS,
    is_unvocalised,
    orthographies_of,
    plain,
    reader,
    rules,
)
from afgraph.text import APOSTROPHE, fold, name_key, script_of

_MOST = 8  # ways on from one grapheme in the search for the letters of a reading
_TABLES = {"Arab": "arab", "Cyrl": "cyrl", "Latn": "latn"}
_LONGEST = 40


class Reading(NamedTuple):
    """One way to read a word: its phonemes, how unlikely the way is (0 is likely), whether it has its vowels."""

    sounds: str
    penalty: float
    vocalised: bool = True


def readings(word: str, lang: str | None = None) -> tuple[str, ...]:
    """The readings of one word as phoneme strings (codes: `afgraph/data/romanization/phonemes.tsv`), likeliest first.

    A Latin word has one for each press orthography that reads it differently; a script without a table goes
    through a generic romaniser; a number is read as its digits. Empty where nothing can be read: an empty reading
    never matches.

    >>> readings("Massoud")
    ('masud', 'masoud')
    >>> readings("مسعود")
    ("ms'Wd",)
    """
    return tuple(dict.fromkeys(each.sounds for each in spoken(word, lang)))


@lru_cache(maxsize=20_000)
def spoken(word: str, lang: str | None = None) -> tuple[Reading, ...]:
    """The readings of one word with their penalties; `lang` (ISO 639-3) tells whose press wrote it.

    >>> spoken("Chalil", "deu")[0]
    Reading(sounds='xalil', penalty=0.0, vocalised=True)
    """
    return tuple(map(Reading._make, read_aloud(word, lang)))


def read_aloud(word: str, lang: str | None = None) -> list[Read]:
    """As `spoken`, without remembering it."""
    if word.isascii() and word.isalpha():
        return reader("latn").read(word[:_LONGEST].lower(), lang)
    word = unicodedata.normalize("NFC", word[: 4 * _LONGEST])[:_LONGEST]
    number = name_key(word)
    if number.isdecimal():
        return [(number, 0.0, True)]
    script = script_of(word)
    if script not in _TABLES:
        word, script = to_latin(word), "Latn"
    return reader(_TABLES[script]).read(_prepare(word, script), lang)


def spelled(word: str, sounds: str, lang: str | None = None) -> tuple[tuple[str, str], ...]:
    """The letters of a word, each group with its sounds, as the reading `sounds` takes them; empty if none does.

    >>> spelled("Şah", "Sah")
    (('ş', 'S'), ('a', 'a'), ('h', 'h'))
    """
    script = script_of(word)
    if script not in _TABLES:
        return ()
    prepared = _prepare(unicodedata.normalize("NFC", word[: 4 * _LONGEST])[:_LONGEST], script)
    for orthography, _ in _ways(prepared, script, lang):
        parts = _pieces(prepared, _TABLES[script], orthography)
        for chosen in islice(product(*(ways for _, ways in parts)), _MOST * _MOST):
            found = tuple((letters, way) for (letters, _), (way, _) in zip(parts, chosen, strict=True))
            if single("".join(way for _, way in found)) == single(sounds):
                return found
    return ()


def _ways(word: str, script: str, lang: str | None) -> tuple[tuple[str, float], ...]:
    """The orthographies that a word may be written in, with their penalties."""
    if script != "Latn":
        return ((ALL, 0.0),)
    return (*orthographies_of(word, lang), *([(UNVOCALISED, 0.0)] if is_unvocalised(word) else []))


def _prepare(word: str, script: str) -> str:
    """The word as its table expects it: letters that the table has as they are, others folded."""
    if word.isascii() and word.isalpha():
        return word.lower()
    letters = _expected(_TABLES[script])
    return word.translate(letters) if script == "Arab" else word.replace("İ", "i").lower().translate(letters)


class _Expected(dict[int, str]):
    """Letters by their code as a table expects them: its own as they are.

    Others are folded if the table is for Arabic script; else an apostrophe of any kind is the one of the tables.
    """

    def __init__(self, table: str) -> None:
        super().__init__((ord(letter), letter) for letter in rules(table))
        self.folds = table == "arab"

    def __missing__(self, code: int) -> str:
        char = chr(code)
        kept = self[code] = name_key(char) if self.folds else APOSTROPHE if fold(char).text == APOSTROPHE else char
        return kept


_expected = cache(_Expected)


def _pieces(word: str, table: str, orthography: str) -> list[tuple[str, Ways]]:
    """The graphemes of a word, each with the ways that it may sound."""
    return pieces(word, rules(table, orthography), VOWELS, plain)
