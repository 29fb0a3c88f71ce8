"""A name as words: how each sounds, what it means, and how much it weighs in a comparison."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import islice, product
from typing import NamedTuple

from afgraph.data import read_table
from afgraph.matching.distance import Readings
from afgraph.matching.lexicon import common_word, given_names
from afgraph.matching.numerals import counted
from afgraph.matching.sounds import encoded
from afgraph.romanization import Reading, skeletons, spoken
from afgraph.romanization.graphemes import single
from afgraph.romanization.skeleton import skeleton
from afgraph.text import APOSTROPHE, fold, name_key, script_of

_LONGEST = 400  # letters of a name that are read
_MOST_WORDS = 24
_MARKS = re.compile("[^a-z0-9 ]")  # what is more than plain words
_READ = 5  # readings of a word that are compared


class Sound(NamedTuple):
    """One reading as phoneme numbers, with its penalty, and whether it lacks its vowels."""

    codes: bytes
    penalty: float
    abjad: bool = False


class Token:
    """One word of a name. Tokens are made once a word, so that they are compared and hashed by identity.

    `key` is its folded form, `sounds` its readings, `heard` these for comparison, `length` the phonemes of the first
    (1 where there is none), `skeletons` the readings without vowels, `heads` how those begin.
    `weight` is what it says of who is named (1 for a plain word), `meanings` the concepts of a title, numeral or
    generic word, `names` the given names and nisbas that it is a listed spelling of, `script` its ISO 15924 code.
    `number` is its number in the vocabulary that made it, -1 for any other.
    """

    __slots__ = (
        "_heard",
        "abjad",
        "heads",
        "initial",
        "inner",
        "key",
        "lang",
        "length",
        "meanings",
        "names",
        "number",
        "script",
        "skeletons",
        "sounds",
        "spoken",
        "weight",
        "word",
    )

    def __init__(
        self,
        word: str,
        lang: str | None = None,
        *,
        inner: bool = False,
        read: tuple[Reading, ...] | None = None,
    ) -> None:
        self.word, self.lang, self.inner = word, lang, inner
        self.number = -1
        self.key = _number(name_key(word))
        self.script = script_of(word)
        self.abjad = self.script == "Arab"
        if read is None:
            read = spoken(word, lang)
            self.skeletons = _skeletons(read) if lang is None else skeletons(word)
            read = read[:_READ]
        else:
            self.skeletons = _skeletons(read)
        self.spoken = tuple(each.sounds for each in read[:2])
        self.set_sounds(_sounds(self.key, read, inner=inner))
        common = common_word(self.key)
        self.meanings = frozenset((str(int(self.key)),)) if self.key.isdecimal() else common.meanings
        self.names = given_names(word)
        self.initial = len(self.key) == 1 and not self.key.isdecimal() and common.kind != "particle"
        weights = [common.weight, *(each.weight for each in self.names)]
        self.weight = 0.3 if self.initial else min(weights)

    def set_sounds(self, sounds: tuple[Sound, ...]) -> None:
        """Take these sounds, and what follows from them and from the skeletons."""
        self.sounds = sounds
        self._heard: Readings | None = None
        self.length = len(sounds[0].codes) if sounds else 1
        self.heads = frozenset(each[:1] for each in self.skeletons)

    @property
    def heard(self) -> Readings:
        """The readings in the form in which they are compared, made when first asked for."""
        if self._heard is None:
            self._heard = heard(self.sounds)
        return self._heard

    def __repr__(self) -> str:
        return f"Token({self.word!r})"

    def __reduce__(self) -> tuple[object, ...]:
        """A token that comes from another process is the one that this process has of the word."""
        return _again, (self.word, self.lang, self.inner)


def _skeletons(read: tuple[Reading, ...]) -> frozenset[str]:
    return frozenset([found for found in [skeleton(each.sounds) for each in read] if found])


def _number(key: str) -> str:
    """A number without the ending that makes it an ordinal (7th, 7e, 7-й); anything else as it is."""
    if key.isalpha():
        return key
    digits = key.rstrip("".join(char for char in key if not char.isdecimal()))
    return digits if digits.isdecimal() and key[len(digits) :] in _ordinal_endings() else key


@cache
def _ordinal_endings() -> frozenset[str]:
    return frozenset(name_key(row["ending"]) for row in read_table("matching/ordinals.tsv"))


def _sounds(key: str, read: tuple[Reading, ...], *, inner: bool) -> tuple[Sound, ...]:
    if key.isdecimal():
        return ()
    found: dict[tuple[bytes, bool], float] = {}
    for each in read:
        found.setdefault((encoded(each.sounds, inner=inner), not each.vocalised), each.penalty)
    return tuple(Sound(codes, penalty, abjad) for (codes, abjad), penalty in found.items() if codes)


def heard(*words: tuple[Sound, ...]) -> Readings:
    """The readings of words in the form in which they are compared."""
    return Readings([[(each.codes, each.penalty, each.abjad) for each in sounds] for sounds in words])


@cache
def _joins() -> tuple[tuple[str, str], ...]:
    return tuple((f" {row['parts']} ", row["joined"]) for row in read_table("romanization/joins.tsv"))


@lru_cache(maxsize=100_000)
def token(word: str, lang: str | None = None, *, inner: bool = False) -> Token:
    """A word as a token, the same object for the same word; `inner` for one that is not the last of its name."""
    return Token(word, lang, inner=inner)


@lru_cache(maxsize=20_000)
def joined(name: str, lang: str | None = None) -> Token:
    """The words of a name written as one, read word by word.

    >>> joined("Taleb Khan").key
    'talebkhan'
    """
    words = _words(name)
    letters = "".join(words)
    if len(words) < 2:
        return token(letters, lang)
    ways = islice(product(*(spoken(word, lang)[:2] for word in words)), _READ - 1)
    read = [_as_one(way) for way in ways]
    return Token(letters, lang, read=tuple(sorted(read, key=lambda each: each.penalty)))


def _as_one(way: tuple[Reading, ...]) -> Reading:
    sounds = single("".join([each.sounds for each in way]))
    return Reading(sounds, sum(each.penalty for each in way), all(each.vocalised for each in way))


def _again(word: str, lang: str | None, inner: bool) -> Token:  # noqa: FBT001
    return token(word, lang, inner=inner)


@lru_cache(maxsize=20_000)
def tokens(name: str, lang: str | None = None) -> tuple[Token, ...]:
    """The words of a name as tokens, in order; words that cannot be read are left out, and so are its articles.

    Nothing is read of what is longer than any name: beyond 24 words or 400 letters.

    >>> [each.key for each in tokens("Burhan-ud-Din Rabbani")]
    ['burhanuddin', 'rabbani']
    """
    return telling(all_tokens(name, lang))


def telling(words: Iterable[Token]) -> tuple[Token, ...]:
    """Of the words of a name those that can be read and say who is named; if none says that, those that can be read."""
    found = [each for each in words if each.sounds or each.meanings]
    return tuple([each for each in found if each.weight > 0.05] or found)


@lru_cache(maxsize=20_000)
def all_tokens(name: str, lang: str | None = None) -> tuple[Token, ...]:
    """As `tokens`, with the words that say nothing of who is named."""
    words = _words(name)
    return tuple(token(word, lang, inner=at + 1 < len(words)) for at, word in enumerate(words))


def _words(name: str) -> list[str]:
    """The words of a name with their marks, joined where they belong together, a number as one."""
    words = _parted(name)
    return counted(words) if len(words) > 1 else words


def _parted(name: str) -> list[str]:
    """The words of a name with their marks, joined where they belong together."""
    lowered = name[:_LONGEST].replace("İ", "i").lower()
    spaced = lowered if lowered.isascii() and not _MARKS.search(lowered) else _spaced(lowered)
    parts = spaced.split()[:_MOST_WORDS]
    keys = [name_key(part) for part in parts]
    if _join_words().isdisjoint(keys):
        return parts
    keyed = f" {' '.join(keys)} "
    if not any(old in keyed for old, _ in _joins()):
        return parts
    return _joined(parts)


def _spaced(lowered: str) -> str:
    """Letters with what stands for the characters between them."""
    return "".join([char if char.isalnum() else _gap(char) for char in lowered])


@cache
def _join_words() -> frozenset[str]:
    """The first words of what is joined."""
    return frozenset(old.split()[0] for old, _ in _joins())


def _joined(parts: list[str]) -> list[str]:
    """The parts with those of a compound written as one word: with the word before, behind, or on both sides."""
    words = list(parts)
    for old, new in _joins():
        width = len(old.split())
        at = 0
        while at + width <= len(words):
            if f" {' '.join(name_key(word) for word in words[at : at + width])} " != old:
                at += 1
                continue
            stem = new.strip("+")
            before = words[at - 1] if new.startswith("+") and at > 0 else None
            after = words[at + width] if new.endswith("+") and at + width < len(words) else None
            if (new.startswith("+") and before is None) or (new.endswith("+") and after is None):
                at += 1
                continue
            start, end = at - (before is not None), at + width + (after is not None)
            words[start:end] = [f"{before or ''}{stem}{after or ''}"]
            at = start + 1
    return words


def _gap(char: str) -> str:
    """What stands for a character between letters: a mark and an apostrophe stay, what is invisible goes."""
    if unicodedata.category(char)[0] == "M":
        return char
    folded = fold(char).text
    return folded if folded in ("", APOSTROPHE) else " "
