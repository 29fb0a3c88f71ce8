"""A word read aloud, in every way its letters allow."""

import unicodedata
from functools import lru_cache
from itertools import islice, product
from typing import NamedTuple

from afgraph.romanization.fallback import to_latin
from afgraph.romanization.rules import ALL, UNVOCALISED, Rule, is_unvocalised, orthographies_of, rules
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


@lru_cache(maxsize=200_000)
def spoken(word: str, lang: str | None = None) -> tuple[Reading, ...]:
    """The readings of one word with their penalties; `lang` (ISO 639-3) tells whose press wrote it.

    >>> spoken("Chalil", "deu")[0]
    Reading(sounds='xalil', penalty=0.0, vocalised=True)
    """
    word = unicodedata.normalize("NFC", word[: 4 * _LONGEST])[:_LONGEST]
    number = name_key(word)
    if number.isdecimal():
        return (Reading(number, 0.0),)
    script = script_of(word)
    if script not in _TABLES:
        word, script = to_latin(word), "Latn"
    prepared = _prepare(word, script)
    found: dict[tuple[str, bool], float] = {}
    for orthography, before in _ways(prepared, script, lang):
        for sounds, further, _ in _read(prepared, _TABLES[script], orthography):
            way = sounds, script != "Arab" and orthography != UNVOCALISED
            found[way] = min(before + further, found.get(way, before + further))
    ranked = sorted((penalty, way) for way, penalty in found.items() if way[0])
    return tuple(Reading(sounds, penalty, vocalised) for penalty, (sounds, vocalised) in ranked[:_MOST])


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
        pieces = _pieces(prepared, _TABLES[script], orthography)
        for chosen in islice(product(*(ways for _, ways in pieces)), _MOST * _MOST):
            found = tuple((letters, way) for (letters, _), (way, _) in zip(pieces, chosen, strict=True))
            if _single("".join(way for _, way in found)) == _single(sounds):
                return found
    return ()


def _ways(word: str, script: str, lang: str | None) -> tuple[tuple[str, float], ...]:
    """The orthographies that a word may be written in, with their penalties."""
    if script != "Latn":
        return ((ALL, 0.0),)
    return (*orthographies_of(word, lang), *([(UNVOCALISED, 0.0)] if is_unvocalised(word) else []))


def _prepare(word: str, script: str) -> str:
    """The word as its table expects it: letters that the table has as they are, others folded."""
    letters = rules(_TABLES[script])
    if script == "Arab":
        return "".join(char if char in letters else name_key(char) for char in word)
    return "".join(char if char in letters else _apostrophe(char) for char in word.replace("İ", "i").lower())


def _apostrophe(char: str) -> str:
    """The one apostrophe of the tables for any of its kinds, anything else as it is."""
    return APOSTROPHE if fold(char).text == APOSTROPHE else char


def _read(word: str, table: str, orthography: str) -> list[Reading]:
    pieces = _pieces(word, table, orthography)
    return _combine([ways for _, ways in pieces], geminates=table != "arab" and orthography != UNVOCALISED)


_Ways = tuple[tuple[str, float], ...]


def _pieces(word: str, table: str, orthography: str) -> list[tuple[str, _Ways]]:
    """The graphemes of a word, each with the ways that it may sound."""
    pieces: list[tuple[str, _Ways]] = []
    at = 0
    known = rules(table, orthography)
    while at < len(word):
        rule = next((rule for rule in known.get(word[at], ()) if rule.fits(word, at)), None)
        pieces.append((word[at], _plain(word[at], known)) if rule is None else (rule.grapheme, rule.sounds))
        at += 1 if rule is None else len(rule.grapheme)
    return pieces


def _plain(letter: str, known: dict[str, tuple[Rule, ...]]) -> tuple[tuple[str, float], ...]:
    """A letter without a rule sounds like the letter that it folds to, or like nothing."""
    folded = name_key(letter)
    found = known.get(folded[:1], ())
    return next((rule.sounds for rule in found if rule.grapheme == folded and rule.position == "any"), (("", 0.0),))


def _combine(choices: list[tuple[tuple[str, float], ...]], *, geminates: bool) -> list[Reading]:
    """The likeliest readings, found from the left.

    `geminates` says that doubled letters are one sound; Arabic script writes a letter twice only for two sounds.
    """
    found = [Reading("", 0.0)]
    for ways in choices:
        longer = [Reading(before.sounds + sounds, before.penalty + cost) for before in found for sounds, cost in ways]
        found = sorted(longer, key=lambda each: each.penalty)[:_MOST] if len(ways) > 1 else longer
    return [each._replace(sounds=_single(each.sounds)) for each in found] if geminates else found


def _single(reading: str) -> str:
    """Doubled consonants written once."""
    return "".join(sound for at, sound in enumerate(reading) if at == 0 or sound != reading[at - 1])
