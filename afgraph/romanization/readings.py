"""A word read aloud, in every way its letters allow."""

import unicodedata
from functools import cache, lru_cache
from itertools import islice, product
from typing import NamedTuple

from afgraph.romanization.fallback import to_latin
from afgraph.romanization.graphemes import ANY, Rules, Ways, pieces, read, single
from afgraph.romanization.rules import ALL, UNVOCALISED, VOWELS, is_unvocalised, orthographies_of, rules
from afgraph.text import APOSTROPHE, fold, name_key, script_of

_MOST = 8  # readings of one word
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
    word = unicodedata.normalize("NFC", word[: 4 * _LONGEST])[:_LONGEST]
    number = "" if word.isascii() and word.isalpha() else name_key(word)
    if number.isdecimal():
        return (Reading(number, 0.0),)
    script = script_of(word)
    if script not in _TABLES:
        word, script = to_latin(word), "Latn"
    prepared = _prepare(word, script)
    table = _TABLES[script]
    ways = [(*_rules(table, orthography), before) for orthography, before in _ways(prepared, script, lang)]
    asked = [(known, before, vocalised, geminates) for known, vocalised, geminates, before in ways]
    ranked = read(prepared, asked, VOWELS, _plain, _MOST)
    least = ranked[0][0] if ranked else 0.0  # more than nothing where the likeliest way left no sound, as of an article
    return tuple([Reading(sounds, penalty - least, vocalised) for penalty, sounds, vocalised in ranked])


@cache
def _rules(table: str, orthography: str) -> tuple[Rules, bool, bool]:
    """The rules of a table, whether what they give has its vowels, and whether doubled letters are one sound.

    Arabic script writes a letter twice only for two sounds.
    """
    arabic, bare = table == "arab", orthography == UNVOCALISED
    return rules(table, orthography), not arabic and not bare, not arabic and not bare


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
    letters = rules(_TABLES[script])
    if script == "Arab":
        return "".join(char if char in letters else name_key(char) for char in word)
    return "".join(char if char in letters else _apostrophe(char) for char in word.replace("İ", "i").lower())


def _apostrophe(char: str) -> str:
    """The one apostrophe of the tables for any of its kinds, anything else as it is."""
    return APOSTROPHE if fold(char).text == APOSTROPHE else char


def _pieces(word: str, table: str, orthography: str) -> list[tuple[str, Ways]]:
    """The graphemes of a word, each with the ways that it may sound."""
    return pieces(word, rules(table, orthography), VOWELS, _plain)


def _plain(letter: str, known: Rules) -> Ways:
    """A letter without a rule sounds like the letter that it folds to, or like nothing."""
    folded = name_key(letter)
    found = known.get(folded[:1], ())
    return next((sounds for grapheme, place, sounds, _ in found if grapheme == folded and place == ANY), (("", 0.0),))
