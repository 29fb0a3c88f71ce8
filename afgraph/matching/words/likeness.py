# cython: boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True, annotation_typing=False
"""Which listed words a word is like, found by keys and compared by sound.

This module may be compiled: the types of its variables stand in `likeness.pxd`, and the same source runs as it is.
"""

from array import array
from collections.abc import Sequence
from threading import Lock

from afgraph.matching.arrays.keys import Gathering, Keys, KeyTable, hashed
from afgraph.matching.words.cost import LISTED, SLIP, UNLIKE, word_cost
from afgraph.matching.words.distance import Tables, room_for
from afgraph.matching.words.edits import Edits
from afgraph.matching.words.lexicon import GivenName
from afgraph.matching.words.likes import NONE, Likes
from afgraph.matching.words.readings import Readings
from afgraph.matching.words.tokens import Token
from afgraph.matching.words.word_keys import KEY, NAME, near_keys, same_keys, skeleton_keys

_UNLIKE, _LISTED, _NONE, _SLIP = UNLIKE, LISTED, NONE, SLIP
_SLACK = 0.5  # relative cost by which a word may be less alike than the best one
_SURE = 0.12  # relative cost of a word that is the one meant; nothing is looked for beyond it


class Likeness:
    """Listed words by number, to be found again: their readings, which are plain ones, and what is under which key."""

    def __init__(
        self, words: Sequence[Token], heard: Readings, plain: Sequence[int], keys: KeyTable, tables: Tables
    ) -> None:
        self.words, self.heard, self.plain, self.keys, self.tables = words, heard, plain, keys, tables
        self.gathering = Gathering(keys, len(words))
        self.costs = array("d", bytes(8 * len(words)))
        self.room = room_for(heard.longest)
        self.named: dict[GivenName, array[int]] = {}
        self.letters: list[str | None] = [None] * len(words)
        self.scripts = [""] * len(words)
        self.edits = Edits()
        self.lock = Lock()

    def like(self, word: Token) -> Likes:
        """The words that share a key with a word, or nearly, where none of the first is it for sure."""
        with self.lock:
            self._begin(same_keys(word))
            self._compare(word, 0, _UNLIKE)
            self._spell(word)
            best = self._least()
            if best >= _SURE:
                before = self.gathering.count
                self.gathering.add(near_keys(word))
                self._compare(word, before, min(_UNLIKE, best + _SLACK))
            return self._likes()

    def same(self, word: Token) -> Likes:
        """As `like`, but only the words that share a skeleton with it."""
        with self.lock:
            self._begin(skeleton_keys(word))
            self._compare(word, 0, _UNLIKE)
            self._spell(word)
            return self._likes()

    def further(self, word: Token, like: Likes, numbers: Sequence[int]) -> Likes:
        """What a word is like, and those of some further numbers whose words sound or are spelled like it."""
        with self.lock:
            self.gathering.begin()
            self.gathering.take(numbers)
            self._compare(word, 0, _UNLIKE)
            self._add(like)
            for number in numbers:
                self._compare_letters(word, number)
            return self._likes()

    def under(self, keys: Keys) -> list[int]:
        """The numbers of the words under some keys, each once."""
        with self.lock:
            self._begin(keys)
            return self.gathering.numbers()

    def _begin(self, keys: Keys) -> None:
        self.gathering.begin()
        self.gathering.add(keys)

    def _compare(self, word: Token, before: int, most: float) -> None:
        """What each number found costs, but for so many that are known: what is less than `most`, else `NONE`."""
        gathering, costs = self.gathering, self.costs
        alone = not word.sounds or bool(word.meanings) or word.initial
        if not alone:
            self._compare_sounds(word.heard, before, most)
        for at in range(before, gathering.count):
            number = gathering.found[at]
            if alone or not self.plain[number]:
                cost = word_cost(word, self.words[number])
                costs[number] = cost if cost < _UNLIKE else _NONE

    def _compare_sounds(self, word: Readings, before: int, most: float) -> None:
        """`_compare` for the plain words; one that costs more than the best one and the slack is not alike."""
        gathering, costs = self.gathering, self.costs
        best = self._likeliest(word, before)
        if best < 0:
            return
        bound = self._compare_one(word, gathering.found[best], most)
        for at in range(before, gathering.count):
            number = gathering.found[at]
            if at != best and self.plain[number]:
                bound = self._compare_one(word, number, bound)
        for at in range(before, gathering.count):
            number = gathering.found[at]
            if self.plain[number] and costs[number] >= bound:
                costs[number] = _NONE

    def _compare_one(self, word: Readings, number: int, bound: float) -> float:
        """Compare with a word, if it costs less than the bound; the bound for others that follows."""
        root = self._root(word, number)
        cost = self.tables.least(word, 0, self.heard, number, bound * root, self.room)
        if cost >= bound * root:  # before it is divided, which may round what is not less to what is
            self.costs[number] = _NONE
            return bound
        cost /= root
        self.costs[number] = cost
        return min(bound, cost + _SLACK)

    def _likeliest(self, word: Readings, before: int) -> int:
        """The place of the plain word that may cost least, -1 for none; what is first makes the rest shorter."""
        best = -1
        least = 1e9
        for at in range(before, self.gathering.count):
            number = self.gathering.found[at]
            if self.plain[number]:
                first = self.heard.words_at[number]
                cost = self.tables.lowest(word, 0, self.heard, first) / self._root(word, number)
                if cost < least:
                    least = cost
                    best = at
        return best

    def _root(self, word: Readings, number: int) -> float:
        first = self.heard.words_at[number]
        return self.tables.size(word.starts[1], self.heard.starts[first + 1] - self.heard.starts[first])

    def _spell(self, word: Token) -> None:
        """Let those of the numbers found that are listed spellings of one given name cost no more than that."""
        gathering, costs = self.gathering, self.costs
        for name in word.names:
            found = self._named(name)
            for at in range(len(found)):
                number = found[at]
                if gathering.has(number) and costs[number] > _LISTED:
                    costs[number] = _LISTED
        for number in self.keys.under(hashed(KEY, word.key)):
            if gathering.has(number) and self._is(word, self.words[number]):
                costs[number] = 0.0

    def _is(self, word: Token, listed: Token) -> bool:
        return word.key == listed.key and word.script == listed.script

    def _named(self, name: GivenName) -> "array[int]":
        """The numbers of the words that a given name is listed with."""
        found = self.named.get(name)
        if found is None:
            numbers = self.keys.under(hashed(NAME, name.name))
            found = array("I", [number for number in numbers if name in self.words[number].names])
            self.named[name] = found
        return found

    def _add(self, like: Likes) -> None:
        """Find what is known to be alike too, at what it is known to cost."""
        for at in range(like.count):
            number = like.numbers[at]
            self.costs[number] = like.costs[at]
            if not self.gathering.has(number):
                self.gathering.add_one(number)

    def _compare_letters(self, word: Token, number: int) -> None:
        """Let a word cost no more than its letters alone."""
        listed = self._letters(number)
        key: str = word.key
        longest = max(len(key), len(listed))
        most = min(_UNLIKE, self.costs[number])
        least = max(_lacks(key, listed), _lacks(listed, key), longest - min(len(key), len(listed)))
        if _SLIP * least / longest >= most or self.scripts[number] != word.script:
            return
        cost = _SLIP * self.edits.turned(key, listed) / longest
        if cost < most:
            self.costs[number] = cost

    def _letters(self, number: int) -> str:
        """The folded form of a listed word; its script is noted down as well."""
        found = self.letters[number]
        if found is None:
            word = self.words[number]
            found = self.letters[number] = word.key
            self.scripts[number] = word.script
        return found

    def _least(self) -> float:
        """What the best of the numbers found costs."""
        least = _UNLIKE
        for at in range(self.gathering.count):
            cost = self.costs[self.gathering.found[at]]
            least = min(least, cost)
        return least

    def _likes(self) -> Likes:
        """The numbers found that are alike."""
        count = 0
        for at in range(self.gathering.count):
            if self.costs[self.gathering.found[at]] < _UNLIKE:
                count += 1
        found = Likes(count)
        for at in range(self.gathering.count):
            number = self.gathering.found[at]
            if self.costs[number] < _UNLIKE:
                found.put(number, self.costs[number])
        found.order()
        return found


def _lacks(one: str, other: str) -> int:
    """How many letters of a word another has not, at least: letters may be taken for others."""
    bit = 1
    letters = 0
    for char in other:
        letters |= bit << (ord(char) & 63)
    found = 0
    for char in one:
        if not letters >> (ord(char) & 63) & 1:
            found += 1
    return found
