"""A word read aloud, in every way its letters allow."""

import unicodedata
from functools import lru_cache
from itertools import product

from afgraph.romanize.fallback import to_latin
from afgraph.romanize.rules import ALL, Rule, orthographies_of, rules
from afgraph.text import APOSTROPHE, fold, name_key, script_of

_MOST = 8  # readings of one word
_TABLES = {"Arab": "arab", "Cyrl": "cyrl", "Latn": "latn"}
_LONGEST = 40


@lru_cache(maxsize=200_000)
def readings(word: str) -> tuple[str, ...]:
    """The readings of one word as phoneme strings (codes: `afgraph/data/romanize/phonemes.tsv`), likeliest first.

    A Latin word has one for each press orthography that reads it differently; a script without a table goes
    through a generic romaniser; a number is read as its digits. Empty where nothing can be read: an empty reading
    never matches.

    >>> readings("Massoud")
    ('masud', 'masoud')
    >>> readings("مسعود")
    ("ms'Wd",)
    """
    word = unicodedata.normalize("NFC", word[: 4 * _LONGEST])[:_LONGEST]
    number = name_key(word)
    if number.isdecimal():
        return (number,)
    script = script_of(word)
    if script not in _TABLES:
        word, script = to_latin(word), "Latn"
    prepared = _prepare(word, script)
    orthographies = orthographies_of(prepared) if script == "Latn" else (ALL,)
    found = (each for orthography in orthographies for each in _read(prepared, _TABLES[script], orthography))
    return tuple(dict.fromkeys(each for each in found if each))[:_MOST]


def _prepare(word: str, script: str) -> str:
    """The word as its table expects it: folded for Arabic script, else in lower case with its marks."""
    if script == "Arab":
        return name_key(word).replace(" ", "")
    letters = rules(_TABLES[script])
    return "".join(char if char in letters else _apostrophe(char) for char in word.replace("İ", "i").lower())


def _apostrophe(char: str) -> str:
    """The one apostrophe of the tables for any of its kinds, anything else as it is."""
    return APOSTROPHE if fold(char).text == APOSTROPHE else char


def _read(word: str, table: str, orthography: str) -> list[str]:
    choices: list[tuple[str, ...]] = []
    at = 0
    known = rules(table, orthography)
    while at < len(word):
        rule = next((rule for rule in known.get(word[at], ()) if rule.fits(word, at)), None)
        if rule is not None:
            choices.append(rule.sounds)
            at += len(rule.grapheme)
        else:
            choices.append(_plain(word[at], known))
            at += 1
    return _combine(choices)


def _plain(letter: str, known: dict[str, tuple[Rule, ...]]) -> tuple[str, ...]:
    """A letter without a rule sounds like the letter that it folds to, or like nothing."""
    folded = name_key(letter)
    found = known.get(folded[:1], ())
    return next((rule.sounds for rule in found if rule.grapheme == folded and rule.position == "any"), ("",))


def _combine(choices: list[tuple[str, ...]]) -> list[str]:
    """All readings, the first choice everywhere first; only the first few letters with a choice keep it."""
    open_choices = 0
    limited = []
    for sounds in choices:
        open_choices += len(sounds) > 1
        limited.append(sounds if open_choices <= 2 else sounds[:1])
    return [_single("".join(sounds)) for sounds in product(*limited)]


def _single(reading: str) -> str:
    """Doubled consonants written once."""
    return "".join(sound for at, sound in enumerate(reading) if at == 0 or sound != reading[at - 1])
