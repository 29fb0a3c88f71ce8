"""The words of an index, and those of them that a word is like."""

import math
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from operator import itemgetter

from jellyfish import damerau_levenshtein_distance

from afgraph.matching.postings import Postings
from afgraph.matching.tokens import Token, heard
from afgraph.matching.words import UNLIKE, tables, word_cost
from afgraph.text import name_key

_SHORTEST = 3  # consonants or letters of which one may be missing
_MOST_GRAMS = 60
_KEPT = 20_000  # words whose like ones are remembered
_LONG_SKELETON = 4
_LONG_KEY = 6
_LONGEST_CUT = 60  # letters of words that may be cut in another place
_SLACK = 0.5  # relative cost by which a word may be less alike than the best one
_SLIP = 2.2  # what a wrong letter in a word of one letter costs; in a longer word it costs as much less
_SURE = 0.12  # relative cost of a word that is the one meant; nothing is looked for beyond it
_UNSURE = 0.4  # relative cost from which more words are looked for

Like = Sequence[tuple[int, float]]  # word numbers with their relative cost, least first


class Vocabulary:
    """Words by number, found again by sound, meaning or letters.

    A word's candidates share a skeleton with it, or all but one consonant of it, or all but one letter, or a meaning
    or given name; where nothing like it is among them, words that share most pairs of letters.
    """

    def __init__(self, names: Iterable[Sequence[Token]]) -> None:
        self.words: list[Token] = []
        self._numbers: dict[tuple[object, ...], int] = {}
        self._starts, self._named = array("I", [0]), array("I")
        for name in names:
            self._named.extend([self._number(word) for word in name])
            self._starts.append(len(self._named))
        self._keys: dict[str, list[int]] = defaultdict(list)
        for number, word in enumerate(self.words):
            for key in set(_listed_keys(word)):
                self._keys[key].append(number)
        self._heard = heard(*(word.sounds for word in self.words))
        self._plain = bytearray(bool(word.sounds and not word.meanings and not word.initial) for word in self.words)
        self._known: dict[tuple[Token, bool], Like] = {}
        self._costs_of: dict[tuple[Token, bool], dict[Token, float]] = {}

    def __len__(self) -> int:
        """How many names there are."""
        return len(self._starts) - 1

    @property
    def columns(self) -> "tuple[array[int], array[int]]":
        """The numbers of all names' words, one name behind the other, and before them where each begins."""
        return self._starts, self._named

    def numbers(self, at: int) -> "array[int]":
        """The words of a listed name by number."""
        return self._named[self._starts[at] : self._starts[at + 1]]

    def name(self, at: int) -> tuple[Token, ...]:
        """The words of a listed name."""
        return tuple([self.words[number] for number in self.numbers(at)])

    def like(self, word: Token, *, far: bool = False) -> Like:
        """The words that may be a spelling of `word`, with what it costs for their length, the likeliest first.

        `far` looks at words that share pairs of letters too, if nothing else is much like it.
        """
        known = self._known.get((word, far))
        if known is None:
            known = self._far(word) if far else self._like(word)
            if len(self._known) >= _KEPT:
                self._known.clear()
            self._known[word, far] = known
        return known

    def costs(self, word: Token, *, far: bool = False) -> dict[Token, float]:
        """What it costs to take a word for listed ones, for their length, as far as is known; `far` as for `like`."""
        known = self._costs_of.get((word, far))
        if known is None:
            known = {self.words[number]: cost for number, cost in self.like(word, far=far)}
            if len(self._costs_of) >= _KEPT:
                self._costs_of.clear()
            self._costs_of[word, far] = known
        return known

    def cost(self, word: Token, listed: Token) -> float:
        """What it costs to take a word for a listed one, `UNLIKE` where nothing is alike."""
        return self._cost(self.costs(word), word, listed)

    def far_cost(self, word: Token, listed: Token) -> float:
        """As `cost`; a word with wrong letters is taken for the right one too."""
        return self._cost(self.costs(word, far=True), word, listed)

    def _cost(self, known: dict[Token, float], word: Token, listed: Token) -> float:
        cost = known.get(listed)
        if cost is None:
            cost = known[listed] = word_cost(word, listed)
        return cost

    def same(self, word: Token) -> Like:
        """As `like`, but only the words that share a skeleton with it."""
        return self._costs(word, self._under(f"s={skeleton}" for skeleton in word.skeletons))

    def may_join(self, one: Token, other: Token) -> bool:
        """Whether a listed word has the consonants of two words written as one."""
        keys = self._keys
        return any(
            f"s={left}{_inner(right, left)}" in keys for left in one.skeletons for right in other.skeletons or ("",)
        )

    def cut(self, letters: str, whole: int = 0) -> list[tuple[int, str, str]]:
        """Letters without a blank as two words, one of which is listed as it is: its length first, the longest first.

        `whole` is where they may not be cut.
        """
        found = []
        for at in range(_SHORTEST - 1, min(len(letters), _LONGEST_CUT) - _SHORTEST + 2):
            left, right = letters[:at], letters[at:]
            sides = [side for side in (left, right) if len(side) >= _SHORTEST and f"k={name_key(side)}" in self._keys]
            if sides and at != whole:
                found.append((sum(map(len, sides)), left, right))
        return sorted(found, reverse=True)

    def _number(self, word: Token) -> int:
        identity = (word.key, word.script, word.sounds)
        number = self._numbers.get(identity)
        if number is None:
            number = self._numbers[identity] = len(self.words)
            self.words.append(word)
        return number

    def _like(self, word: Token) -> Like:
        found = self._costs(word, self._under(_same_keys(word)))
        if not found or found[0][1] >= _SURE:
            near = self._under(_near_keys(word)).difference([number for number, _ in found])
            found += self._costs(word, near)
        return _ordered(found)

    def _far(self, word: Token) -> Like:
        found = self.like(word)
        if word.initial or (found and found[0][1] < _UNSURE):
            return found
        near = self._by_grams(word)
        costs = dict(self._costs(word, near))
        for number in near:
            cost = _slips(word, self.words[number])
            if cost < costs.get(number, UNLIKE):
                costs[number] = cost
        return _ordered([*found, *costs.items()])

    def _under(self, keys: Iterable[str]) -> set[int]:
        known = self._keys
        return {number for key in keys if key in known for number in known[key]}

    def _costs(self, word: Token, numbers: Iterable[int]) -> list[tuple[int, float]]:
        """The numbers whose words are like a word, with what it costs for their length, the least first."""
        if not word.sounds or word.meanings or word.initial:
            return self._odd(word, numbers)
        plain = self._plain
        few: list[int] = []
        odd: list[int] = []
        for number in numbers:
            (few if plain[number] else odd).append(number)
        costs = {number: cost for cost, number in tables().alike(word.heard, self._heard, few, UNLIKE, _SLACK)}
        for number in self._spelled_alike(word).intersection(few):
            costs[number] = word_cost(word, self.words[number])
        return [*sorted(costs.items(), key=itemgetter(1)), *self._odd(word, odd)]

    def _spelled_alike(self, word: Token) -> set[int]:
        """The words with the folded form of a word, or of a given name that it is a listed spelling of."""
        return self._under([f"k={word.key}", *(f"n{each.name}" for each in word.names)])

    def _odd(self, word: Token, numbers: Iterable[int]) -> list[tuple[int, float]]:
        """`_costs` where more than sounds has a say: meanings, initials, numbers."""
        costs = [(number, word_cost(word, self.words[number])) for number in numbers]
        return sorted([each for each in costs if each[1] < UNLIKE], key=itemgetter(1))

    def _by_grams(self, word: Token) -> list[int]:
        """The words that share most letters and pairs of letters of a skeleton with `word`."""
        numbers, postings = self._grams
        asked = sorted(numbers[gram] for gram in _grams(word) if gram in numbers)
        groups = [[(1.0 / (3.0 + math.log1p(postings.size(gram))), gram)] for gram in asked]
        length = len(word.sounds[0].codes) if word.sounds else 0
        return [number for _, number in postings.best(groups, _MOST_GRAMS, 0.0, 6.0 + length)]

    @cached_property
    def _grams(self) -> tuple[dict[str, int], Postings]:
        """The pairs of letters by number, and the words that have each."""
        numbers: dict[str, int] = {}
        rows: list[list[int]] = []
        for number, word in enumerate(self.words):
            for gram in sorted(_grams(word)):
                if gram not in numbers:
                    numbers[gram] = len(rows)
                    rows.append([])
                rows[numbers[gram]].append(number)
        lengths = [len(word.sounds[0].codes) if word.sounds else 0 for word in self.words]
        return numbers, Postings(rows, lengths)


def _slips(one: Token, other: Token) -> float:
    """What it costs to take one word for the other by the letters alone, whatever they sound like."""
    if one.script != other.script:
        return UNLIKE
    return _SLIP * damerau_levenshtein_distance(one.key, other.key) / max(len(one.key), len(other.key))


def _ordered(found: Iterable[tuple[int, float]]) -> Like:
    return tuple(sorted(dict(found).items(), key=lambda each: (each[1], each[0])))


def _inner(skeleton: str, before: str) -> str:
    """A skeleton as it goes on behind another: what only counts at the beginning goes, and so does a doubled one."""
    later = skeleton.lstrip("vy")
    return later[1:] if before[-1:] == later[:1] else later


def _grams(word: Token) -> set[str]:
    """The letters and pairs of letters of the skeletons of a word, with its borders, and pairs of its key."""
    found: set[str] = set()
    for skeleton in sorted(word.skeletons)[:3]:
        padded = f"^{skeleton}$"
        found.update(padded[at : at + 2] for at in range(len(padded) - 1))
    padded = f" {word.key} "
    found.update(padded[at : at + 2] for at in range(len(padded) - 1))
    return found


def _same_keys(word: Token) -> Iterator[str]:
    """The keys of words that share a meaning, a given name, a skeleton or the folded form; the kind comes first."""
    if word.initial:
        yield f"i{word.key}"
        return
    yield from (f"m{each}" for each in word.meanings)
    yield from (f"n{each.name}" for each in word.names)
    yield from (f"{kind}={form}" for kind, form, _ in _spelled(word))


def _listed_keys(word: Token) -> Iterator[str]:
    """The keys under which a listed word is found: its own, and its forms with a letter less."""
    yield from _same_keys(word)
    for kind, form, _ in _spelled(word) if not word.initial else ():
        yield from (f"{kind}-{shorter}" for shorter in _shortened(form, kind))


def _near_keys(word: Token) -> Iterator[str]:
    """The keys of words that lack a letter of the skeleton or folded form, or have one more, or both in long forms."""
    for kind, form, long in _spelled(word) if not word.initial else ():
        yield f"{kind}-{form}"
        for shorter in _shortened(form, kind):
            yield f"{kind}={shorter}"
            if long:
                yield f"{kind}-{shorter}"


def _spelled(word: Token) -> Iterator[tuple[str, str, bool]]:
    """Skeletons and the folded key: their kind, the form, and whether it is long enough to miss a letter twice."""
    for skeleton in word.skeletons:
        yield "s", skeleton, len(skeleton) >= _LONG_SKELETON
    yield "k", word.key, len(word.key) >= _LONG_KEY


def _shortened(form: str, kind: str) -> set[str]:
    if len(form) < (_SHORTEST if kind == "s" else _SHORTEST + 1):
        return set()
    return {form[:at] + form[at + 1 :] for at in range(len(form))}
