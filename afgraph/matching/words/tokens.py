# cython: annotation_typing=False
"""A name as words: how each sounds, what it means, and how much it weighs in a comparison.

This module may be compiled: the types of its variables stand in `tokens.pxd`, and the same source runs as it is.
"""

from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import islice, product
from operator import itemgetter
from typing import NamedTuple

from afgraph.data import read_table
from afgraph.matching.words.encoder import Way
from afgraph.matching.words.lexicon import common_word, given_names, plain_word
from afgraph.matching.words.readings import Readings
from afgraph.matching.words.sounds import encoder
from afgraph.matching.words.split import words_of
from afgraph.recent import Recent
from afgraph.romanization import Reading, skeletons, spoken
from afgraph.romanization.graphemes import single
from afgraph.romanization.reader import Read
from afgraph.romanization.readings import read_aloud
from afgraph.romanization.skeleton import shapes
from afgraph.text import name_key, script_of

SAYS_NOTHING = 0.05  # weight of a word that does not say who is named
_ONE = 4  # readings of words as one
_KEPT = 8_000  # words that are remembered, and as many before; each takes a few kilobytes

Spelled = tuple[tuple[str, str | None, bool], ...]  # words with their language, and whether each is not the last

_PLACES, _TAG = 0xFFFF, 16  # places for the marks of words that were asked for once, and where a mark begins in a hash
_MET = bytearray(_PLACES + 1)
_HEADS: dict[frozenset[str], frozenset[str]] = {}  # how skeletons begin, each way once


class Sound(NamedTuple):
    """One reading as phoneme numbers, with its penalty, and whether it lacks its vowels."""

    codes: bytes
    penalty: float
    abjad: bool = False


class Token:
    """One word of a name, compared and hashed by identity: while a word is remembered it has one token.

    `key` is its folded form, `ways` its readings, `sounds` and `heard` these for comparison, `length` the phonemes of
    the first (1 where there is none), `skeletons` the readings without vowels, `heads` how those begin.
    `weight` is what it says of who is named (1 for a plain word), `meanings` the concepts of a title, numeral or
    generic word, `names` the given names and nisbas that it is a listed spelling of, `script` its ISO 15924 code.
    `number` is its number in the vocabulary that made it, -1 for any other.
    """

    __slots__ = (
        "_heads",
        "_heard",
        "_sounds",
        "abjad",
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
        "spoken",
        "ways",
        "weight",
        "word",
    )

    def __init__(
        self,
        word: str,
        lang: str | None = None,
        *,
        inner: bool = False,
        read: list[Read] | None = None,
    ) -> None:
        self.word, self.lang, self.inner = word, lang, inner
        self.number = -1
        plain = word.isascii() and word.isalpha() and word.islower()
        key = self.key = word if plain else _number(name_key(word))
        self.script = "Latn" if plain else script_of(word)
        self.abjad = self.script == "Arab"
        if read is None:
            read = read_aloud(word, lang)
            self.skeletons = shapes().of_all(read) if lang is None else skeletons(word)
        else:
            self.skeletons = shapes().of_all(read)
        self.spoken = tuple([each[0] for each in read[:2]])
        number = not plain and key.isdecimal()
        self.set_sounds(() if number else encoder().sounds(read, inner))
        common, self.names = plain_word(key) if plain else (common_word(key), given_names(word))
        self.meanings = frozenset((str(int(key)),)) if number else common.meanings
        self.initial = len(key) == 1 and not number and common.kind != "particle"
        weight = common.weight
        for each in self.names:
            weight = min(weight, each.weight)
        self.weight = 0.3 if self.initial else weight

    def set_sounds(self, ways: tuple[Way, ...]) -> None:
        """Take these sounds, and what follows from them."""
        self.ways = ways
        self._sounds: tuple[Sound, ...] | None = None
        self._heard: Readings | None = None
        self._heads: frozenset[str] | None = None
        self.length = len(ways[0][0]) if ways else 1

    @property
    def heads(self) -> frozenset[str]:
        """How the skeletons begin, found when first asked for."""
        if self._heads is None:
            heads = frozenset([each[:1] for each in self.skeletons])
            self._heads = _HEADS.setdefault(heads, heads)
        return self._heads

    @property
    def sounds(self) -> tuple[Sound, ...]:
        """The readings by the names of their parts, made when first asked for."""
        if self._sounds is None:
            self._sounds = tuple(map(Sound._make, self.ways))
        return self._sounds

    @property
    def heard(self) -> Readings:
        """The readings in the form in which they are compared, made when first asked for."""
        if self._heard is None:
            self._heard = heard(self.ways)
        return self._heard

    def __repr__(self) -> str:
        return f"Token({self.word!r})"

    def __reduce__(self) -> tuple[object, ...]:
        """A token that comes from another process is the one that this process has of the word."""
        return _again, (self.word, self.lang, self.inner)


def _number(key: str) -> str:
    """A number without the ending that makes it an ordinal (7th, 7e, 7-й); anything else as it is."""
    if key.isalpha():
        return key
    digits = key.rstrip("".join(char for char in key if not char.isdecimal()))
    return digits if digits.isdecimal() and key[len(digits) :] in _ordinal_endings() else key


@cache
def _ordinal_endings() -> frozenset[str]:
    return frozenset(name_key(row["ending"]) for row in read_table("matching/ordinals.tsv"))


def heard(*words: tuple[Way, ...]) -> Readings:
    """The readings of words in the form in which they are compared."""
    return Readings(words)


_INNER, _LAST = Recent[str, Token](_KEPT), Recent[str, Token](_KEPT)  # words of no one language, by their place


def token(word: str, lang: str | None = None, *, inner: bool = False) -> Token:
    """A word as a token, the same object for the same word; `inner` for one that is not the last of its name."""
    return _token(word, inner) if lang is None else _of_lang(word, lang, inner)


def _token(word: str, inner: bool) -> Token:  # noqa: FBT001 - asked for each word
    kept = _INNER if inner else _LAST
    found = kept.get(word)
    if found is None:
        found = Token(word, inner=inner)
        kept.put(word, found)
    return found


def _passing(word: str, inner: bool) -> Token:  # noqa: FBT001 - asked for each word
    """A word that is remembered only if it was asked for before: most misspelt ones never come again."""
    kept = _INNER if inner else _LAST
    found = kept.get(word)
    if found is None:
        found = Token(word, inner=inner)
        mark = hash(word)
        place, tag = mark & _PLACES, (mark >> _TAG) & 255
        if _MET[place] == tag:
            kept.put(word, found)
        else:
            _MET[place] = tag
    return found


def keep(word: Token) -> None:
    """Remember a word of no one language that will come again: one that a list has."""
    if word.lang is None:
        kept = _INNER if word.inner else _LAST
        kept.put(word.word, word)


@lru_cache(maxsize=_KEPT)
def _of_lang(word: str, lang: str, inner: bool) -> Token:  # noqa: FBT001
    return Token(word, lang, inner=inner)


def by_letters(word: Token) -> Token:
    """A word that is told by its letters alone, whatever it sounds like: an acronym.

    >>> by_letters(token("hcr")).sounds
    ()
    """
    return Token(word.word, word.lang, inner=word.inner, read=[])


@lru_cache(maxsize=5_000)
def joined(name: str, lang: str | None = None) -> Token:
    """The words of a name written as one, read word by word.

    >>> joined("Taleb Khan").key
    'talebkhan'
    """
    words = words_of(name)
    letters = "".join(words)
    if len(words) < 2:
        return token(letters, lang)
    ways = islice(product(*(spoken(word, lang)[:2] for word in words)), _ONE)
    read = [_as_one(way) for way in ways]
    return Token(letters, lang, read=sorted(read, key=itemgetter(1)))


def _as_one(way: tuple[Reading, ...]) -> Read:
    sounds = single("".join([each.sounds for each in way]))
    return sounds, sum(each.penalty for each in way), all(each.vocalised for each in way)


def spelled(words: Iterable[Token]) -> Spelled:
    """What some words are read again from: as long as a result is kept, and a hundredth of what they take."""
    return tuple([(each.word, each.lang, each.inner) for each in words])


def read_again(words: Spelled) -> tuple[Token, ...]:
    """The words that were `spelled`.

    >>> [each.key for each in read_again(spelled(tokens("Ahmad Massoud")))]
    ['ahmad', 'massoud']
    """
    return tuple([token(word, lang, inner=inner) for word, lang, inner in words])


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
    found: list[Token] = []
    told: list[Token] = []
    for each in words:
        if each.ways or each.meanings:
            found.append(each)
            if each.weight > SAYS_NOTHING:
                told.append(each)
    return tuple(told or found)


@lru_cache(maxsize=20_000)
def all_tokens(name: str, lang: str | None = None) -> tuple[Token, ...]:
    """As `tokens`, with the words that say nothing of who is named."""
    words = words_of(name)
    if not words:
        return ()
    last = len(words) - 1
    if lang is None:
        return tuple([_token(word, at < last) for at, word in enumerate(words)])
    return tuple([_of_lang(word, lang, at < last) for at, word in enumerate(words)])


def passing_tokens(name: str) -> tuple[Token, ...]:
    """As `all_tokens` of no one language, for a name that may never come again: words that are new are not kept.

    >>> [each.key for each in passing_tokens("Burhan-ud-Din Rabbani")]
    ['burhanuddin', 'rabbani']
    """
    words = words_of(name)
    last = len(words) - 1
    return tuple([_passing(word, at < last) for at, word in enumerate(words)])
