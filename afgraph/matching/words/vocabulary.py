"""The words of an index, and those of them that a word is like."""

from array import array
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Any, overload

from afgraph.matching.arrays.postings import postings_of
from afgraph.matching.arrays.tables import parts_of, table_of, table_within
from afgraph.matching.words.blanks import Blanks
from afgraph.matching.words.cost import tables, word_cost
from afgraph.matching.words.grams import Grams, gram_keys
from afgraph.matching.words.likeness import Likeness
from afgraph.matching.words.likes import Likes
from afgraph.matching.words.readings import Readings, readings_of
from afgraph.matching.words.records import from_record, record
from afgraph.matching.words.tokens import Token, heard
from afgraph.matching.words.word_keys import letter_keys, listed_keys
from afgraph.recent import Recent
from afgraph.sections import Sections, Strings

_KEPT = 10_000  # words whose like ones are remembered
_UNSURE = 0.4  # relative cost from which more words are looked for


class Vocabulary:
    """Words by number, found again by sound, meaning or letters.

    A word's candidates share a skeleton with it, or all but one consonant of it, or all but one letter, or a meaning
    or given name; where nothing like it is among them, words that share most pairs of letters. All of it lies in
    `sections`, made of names by `vocabulary_sections`.
    """

    def __init__(self, sections: Sections) -> None:
        self.sections = sections
        self._starts, self._named = sections["name.starts"], sections["name.words"]
        self.heard = readings_of(*(sections[f"sound.{part}"] for part in _SOUND), sections.about["longest"])
        self.words = Words(Strings.within(sections, "word"), self.heard)
        self._keys = table_within(sections, "key")
        self.blanks = Blanks(self.words, self._keys)
        self._likeness = Likeness(self.words, self.heard, sections["plain"], self._keys, tables())
        self._known = Recent[tuple[Token, bool], Likes](_KEPT)
        self._costs_of = Recent[tuple[Token, bool], dict[int, float]](_KEPT)

    @classmethod
    def of(cls, names: Iterable[Sequence[Token]]) -> "Vocabulary":
        """The words of some names."""
        return cls(Sections(*vocabulary_sections(names)[:2]))

    def __reduce__(self) -> tuple[object, ...]:
        return Vocabulary, (self.sections,)

    def __len__(self) -> int:
        """How many names there are."""
        return len(self._starts) - 1

    @property
    def columns(self) -> "tuple[memoryview[int], memoryview[int]]":
        """The numbers of all names' words, one name behind the other, and before them where each begins."""
        return self._starts, self._named

    def numbers(self, at: int) -> "memoryview[int]":
        """The words of a listed name by number."""
        return self._named[self._starts[at] : self._starts[at + 1]]

    def name(self, at: int) -> tuple[Token, ...]:
        """The words of a listed name."""
        words = self.words
        return tuple([words[number] for number in self.numbers(at)])

    def like(self, word: Token, *, far: bool = False) -> Likes:
        """The words that may be a spelling of `word`, with what it costs for their length, the likeliest first.

        `far` looks at words that share pairs of letters too, if nothing else is much like it.
        """
        known = self._known.get((word, far))
        if known is None:
            known = self._far(word) if far else self._likeness.like(word)
            self._known.put((word, far), known)
        return known

    def costs(self, word: Token, *, far: bool = False) -> dict[int, float]:
        """What it costs to take a word for listed ones by number, as far as is known; `far` as for `like`."""
        known = self._costs_of.get((word, far))
        if known is None and far and self.like(word, far=True) is self.like(word):
            known = self.costs(word)
            self._costs_of.put((word, far), known)
        elif known is None:
            known = self.like(word, far=far).by_number()
            self._costs_of.put((word, far), known)
        return known

    def cost(self, word: Token, listed: Token) -> float:
        """What it costs to take a word for a listed one, `UNLIKE` where nothing is alike."""
        return self._cost(self.costs(word), word, listed)

    def far_cost(self, word: Token, listed: Token) -> float:
        """As `cost`; a word with wrong letters is taken for the right one too."""
        return self._cost(self.costs(word, far=True), word, listed)

    def written(self, word: Token) -> list[int]:
        """The numbers of the words that have the letters of a word."""
        return self.blanks.keyed(word.key)

    def lettered(self, word: Token) -> list[int]:
        """The numbers of the words that have the letters of a word, but for one, or two in long words."""
        return self._likeness.under(letter_keys(word))

    def _cost(self, known: dict[int, float], word: Token, listed: Token) -> float:
        cost = known.get(listed.number)
        return word_cost(word, listed) if cost is None else cost

    def same(self, word: Token) -> Likes:
        """As `like`, but only the words that share a skeleton with it."""
        return self._likeness.same(word)

    def _far(self, word: Token) -> Likes:
        found = self.like(word)
        if word.initial or found.least() < _UNSURE:
            return found
        return self._likeness.further(word, found, self._grams.near(word))

    @cached_property
    def _grams(self) -> Grams:
        """The words by the pairs of letters of each."""
        table = table_within(self.sections, "gram")
        return Grams(table, postings_of(*table.parts[1:], self.sections["gram.totals"]))


class Words(Sequence[Token]):
    """The words of a vocabulary by number, each made of its record when it is first asked for."""

    def __init__(self, records: Strings, sounds: Readings) -> None:
        self._records, self._sounds = records, sounds
        self._made: list[Token | None] = [None] * len(records)

    def __len__(self) -> int:
        return len(self._made)

    @overload
    def __getitem__(self, number: int) -> Token: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[Token]: ...
    def __getitem__(self, number: int | slice) -> Token | Sequence[Token]:
        if isinstance(number, slice):
            return [self[each] for each in range(*number.indices(len(self)))]
        made = self._made[number]
        if made is None:
            made = self._made[number] = from_record(self._records[number], tuple(self._sounds.of(number)), number)
        return made


_SOUND = ("codes", "starts", "words", "penalties", "lacking")


def vocabulary_sections(names: Iterable[Sequence[Token]]) -> tuple[dict[str, Any], dict[str, int], list[Token]]:
    """The sections of a vocabulary, what is to be said about them, and the words by number."""
    words: list[Token] = []
    numbers: dict[tuple[object, ...], int] = {}
    known: dict[Token, int] = {}
    starts, named = array("I", [0]), array("I")
    for name in names:
        for word in name:
            number = known.get(word)
            if number is None:
                number = known[word] = numbers.setdefault((word.key, word.script, word.sounds), len(words))
                if number == len(words):
                    words.append(word)
            named.append(number)
        starts.append(len(named))
    sounds = heard(*(word.sounds for word in words)).parts
    parts = {
        "name.starts": starts,
        "name.words": named,
        **{f"sound.{part}": value for part, value in zip(_SOUND, sounds[:-1], strict=True)},
        **Strings.of(map(record, words)).sections("word"),
        "plain": bytes(bool(word.sounds and not word.initial) for word in words),
        **parts_of("key", table_of(map(listed_keys, words))),
        **parts_of("gram", table_of(map(gram_keys, words))),
        "gram.totals": array("d", [len(word.sounds[0].codes) if word.sounds else 0 for word in words]),
    }
    widest = max([end - start for start, end in pairwise(starts)], default=0)
    return parts, {"longest": sounds[-1], "widest": widest}, words
