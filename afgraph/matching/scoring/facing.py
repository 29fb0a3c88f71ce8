# cython: boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True, annotation_typing=False
"""The words of a query beside the listed words of the names at hand: what they cost, and what else is asked of them.

This module may be compiled: the types of its variables stand in `facing.pxd`, and the same source runs as it is. Its
plain references are `afgraph.matching.words.cost.word_cost` and `afgraph.matching.scoring.features`.
"""

from array import array
from collections.abc import Sequence
from functools import cache

from afgraph.matching.scoring.profile import Links, Profile
from afgraph.matching.scoring.tally import APART, TOGETHER
from afgraph.matching.words import cost as words
from afgraph.matching.words.distance import LONGEST, Tables, room_for
from afgraph.matching.words.edits import Edits
from afgraph.matching.words.readings import Readings
from afgraph.matching.words.sounds import alphabet, final_vowels
from afgraph.matching.words.tokens import Token

_SLIP, _MOST_SLIPS = words.SLIP, words.MOST_SLIPS
_NOTHING, _AT_LEAST, _KNOWN = 0, 1, 2  # how much is known of what two words cost
_ROUNDED = 1e-9  # what sums may lose


class Facing:
    """A table of a query's words by the listed words of some names: row by row, each listed word a column.

    `profiles` are those of the listed words by number, made when a word is first met.
    """

    def __init__(
        self,
        listed: Sequence[Token],
        profiles: list[Profile | None],
        weights: Sequence[float],
        heard: Readings,
        tables: Tables,
    ) -> None:
        self.listed, self.profiles, self.weights = listed, profiles, weights
        self.heard, self.tables = heard, tables
        self.unlike, self.swapped, self.spelled = words.UNLIKE, words.SWAPPED, words.LISTED
        self.same = words.SAME
        self.is_together, self.is_apart = TOGETHER, APART
        self.ends = _ends(tables.width)
        self.edits = Edits()
        self.room = room_for(max(heard.longest, LONGEST))
        self.column_of = array("i", bytes(4 * len(listed)))  # one more than the column, 0 for none
        self.slips = False
        self.mine: list[Profile] = []
        self.others: list[Profile] = []
        self.count = self.lefts = self.columns = self.cells = 0
        self._make_rows(0)
        self._make_columns(0)
        self._make_cells(0)

    def begin(
        self,
        query: list[Links],
        places: list[int],
        starts: Sequence[int],
        named: Sequence[int],
        slips: bool,  # noqa: FBT001
    ) -> None:
        """Put up a table for a query and the names at some places; `end` takes it down.

        With `slips`, letters that are slips of the pen are only that, whatever a word sounds like.
        """
        self.slips = slips
        lefts = len(query)
        if lefts > self.lefts:
            self._make_rows(lefts)
        for i in range(lefts):
            links = query[i]
            profile = links.mine
            self.mine.append(profile)
            self.left_weight[i], self.left_own[i] = links.weight, profile.own
            self.left_length[i] = profile.length
        self._take_columns(places, starts, named)
        if lefts * self.count > self.cells:
            self._make_cells(lefts * self.count)
        for cell in range(lefts * self.count):
            self.known[cell] = _NOTHING
            self.looked[cell] = 0
        if not slips:
            for i in range(lefts):
                self._fill(query[i], i * self.count)

    def _take_columns(self, places: list[int], starts: Sequence[int], named: Sequence[int]) -> None:
        """Add a column for each word of the names at some places."""
        most = 0
        for at in places:
            most += starts[at + 1] - starts[at]
        if most > self.columns:
            self._make_columns(most)
        for at in places:
            for place in range(starts[at], starts[at + 1]):
                if self.column_of[named[place]] == 0:
                    self._add(named[place])

    def end(self) -> None:
        """Take the table down."""
        for column in range(self.count):
            self.column_of[self.numbers[column]] = 0
        self.count = 0
        self.mine.clear()
        self.others.clear()

    def profile(self, number: int) -> Profile:
        """What is looked at of a listed word."""
        found = self.profiles[number]
        if found is None:
            found = self.profiles[number] = Profile(self.listed[number], self.heard, number)
        return found

    def _add(self, number: int) -> None:
        """Add a column."""
        profile = self.profile(number)
        at = self.count
        self.others.append(profile)
        self.numbers[at] = number
        self.right_weight[at], self.right_own[at] = self.weights[number], profile.own
        self.right_length[at] = profile.length
        self.count += 1
        self.column_of[number] = self.count

    def _fill(self, links: Links, row: int) -> None:
        """Take over what is known already of what a word costs."""
        likes = links.likes
        for at in range(likes.count):
            column = self.column_of[likes.numbers[at]]
            if column > 0:
                self.cost[row + column - 1] = likes.costs[at]
                self.known[row + column - 1] = _KNOWN

    def find(self, i: int, column: int, least: float) -> bool:
        """Find what two words cost, or only that it is at least so much; whether the cost itself is known now.

        What is at least as much as `least` need not be known any better.
        """
        cell = i * self.count + column
        if self.known[cell] >= _KNOWN:
            return True
        if self.known[cell] == _AT_LEAST and self.cost[cell] >= least:
            return False
        one, other = self.mine[i], self.others[column]
        bound = least
        if one.initial or other.initial or not one.readable or not other.readable:
            bound = self.unlike
        cost = self._cost(one, other, bound, self.slips)
        if bound >= self.unlike or cost < bound - _ROUNDED:
            self.cost[cell] = cost
            self.known[cell] = _KNOWN
            return True
        self.cost[cell] = least
        self.known[cell] = _AT_LEAST
        return False

    def spells(self, i: int, number: int) -> bool:
        """Whether a word of the query is a spelling of a listed word, as `words.spells` says."""
        return self._cost(self.mine[i], self.profile(number), self.same + _ROUNDED, False) <= self.same  # noqa: FBT003

    def _cost(self, one: Profile, other: Profile, bound: float, slips: bool) -> float:  # noqa: FBT001
        """`words.word_cost`, the readings of the listed word taken where they lie; `bound` for whatever is more.

        With `slips`, `words.slip_cost`.
        """
        if one.has_key(other) and one.has_script(other):
            return 0.0
        if one.means(other):
            return 0.0
        if one.initial or other.initial:
            return words.word_cost(one.word, other.word)
        most = self._slipped(one, other, bound) if slips else self.unlike
        if not one.readable or not other.readable:
            return most
        root = self.tables.size(one.length, other.length)
        if one.names_alike(other):
            most = min(most, self.spelled)
        elif one.swapped(other):
            most = min(most, self.swapped)
        most = min(most, bound)
        return self.tables.least(one.heard, one.at, other.heard, other.at, most * root, self.room) / root

    def _slipped(self, one: Profile, other: Profile, bound: float) -> float:
        """What letters alone cost in `words.slip_cost`; `words.UNLIKE` for whatever is at least `bound`."""
        longest = float(max(len(one.key), len(other.key)))
        slips = one.differs(other)
        if slips > _MOST_SLIPS or _SLIP * slips / longest >= bound or not one.has_script(other):
            return self.unlike
        slips = self.edits.turned(one.key, other.key)
        return min(self.unlike, _SLIP * slips / longest) if slips <= _MOST_SLIPS else self.unlike

    def joined(
        self, known: dict[object, "Joined"], words: tuple[Profile, Profile, Profile], least: float
    ) -> "Joined | None":
        """What it costs to take the third word for the first two; `None` where it is at least so much.

        `known` is what was found before.
        """
        found = known.get(words)
        if found is not None and (found.cost < found.most or found.most >= least):
            return found if found.cost < least else None
        one, two, word = words
        if found is None and (self._apart(one, word, least) or self._apart(two, word, least)):
            return None
        plain, cost = self.tables.joined(one.heard, one.at, two.heard, two.at, word.heard, word.at, least)
        found = known[words] = Joined(plain, cost, least)
        return found if cost < least else None

    def _apart(self, one: Profile, word: Profile, least: float) -> bool:
        """Whether a word costs at least so much beside any part of another: each phoneme at least what is nearest."""
        mine, theirs = one.heard, word.heard
        first, second = mine.words_at[one.at], theirs.words_at[word.at]
        for i in range(first, min(first + 2, mine.words_at[one.at + 1])):
            for j in range(second, min(second + 3, theirs.words_at[word.at + 1])):
                total = self.tables.missed(mine, i, theirs, j)
                root = self.tables.size(mine.starts[i + 1] - mine.starts[i], theirs.starts[j + 1] - theirs.starts[j])
                if mine.penalties[i] + theirs.penalties[j] + total / root < least + _ROUNDED:
                    return False
        return True

    def look(self, i: int, column: int) -> int:
        """The place of what the features ask of two words."""
        cell = i * self.count + column
        if not self.looked[cell]:
            self._look(cell, self.mine[i], self.others[column])
            self.looked[cell] = 1
        return cell

    def _look(self, cell: int, one: Profile, other: Profile) -> None:
        alike, one_script = one.has_key(other), one.has_script(other)
        if alike and one_script:
            self.listed_as[cell] = self.is_together
        elif one.names_mask and other.names_mask:
            self.listed_as[cell] = self.is_together if one.names_alike(other) else self.is_apart
        else:
            self.listed_as[cell] = 0
        same = alike or one.means(other)
        self.head[cell] = 0.0 if same else self._head(one, other)
        self.ending[cell] = 0.0 if same else self._ending(one, other)
        self.sounding[cell] = self.written[cell] = 0.0
        self.misspelt[cell] = 1.0
        if one_script:
            if not alike:
                longest = max(len(one.key), len(other.key), 1)
                self.written[cell] = float(self.edits.turned(one.key, other.key)) / longest
            self.misspelt[cell] = self.written[cell]
        elif not one.abjad and not other.abjad and one.spoken and other.spoken:
            self.sounding[cell] = self._sounding(one, other)

    def _sounding(self, one: Profile, other: Profile) -> float:
        """The share of sounds that differ in the likeliest readings."""
        least = 1.0
        for mine in one.spoken:
            for theirs in other.spoken:
                share = float(self.edits.plain(mine, theirs)) / max(len(mine), len(theirs), 1)
                least = min(least, share)
        return least

    def _head(self, one: Profile, other: Profile) -> float:
        """What the cheapest pair of first sounds costs, 1 at most."""
        mine, theirs = one.heard, other.heard
        best = 1.0
        found = False
        for i in range(mine.words_at[one.at], mine.words_at[one.at + 1]):
            for j in range(theirs.words_at[other.at], theirs.words_at[other.at + 1]):
                found = True
                kind = mine.lacking[i] + theirs.lacking[j]
                cost = self.tables.substitution(mine.codes[mine.starts[i]], theirs.codes[theirs.starts[j]], kind)
                best = min(best, cost)
        return best if found else 0.0

    def _ending(self, one: Profile, other: Profile) -> float:
        """Whether in all readings only one of the words ends in a vowel; a heh that may be heard says nothing."""
        if not one.readable or not other.readable:
            return 0.0
        mine, theirs = one.heard, other.heard
        for i in range(mine.words_at[one.at], mine.words_at[one.at + 1]):
            end = self.ends[mine.codes[mine.starts[i + 1] - 1]]
            if end == 2:
                continue
            for j in range(theirs.words_at[other.at], theirs.words_at[other.at + 1]):
                if self.ends[theirs.codes[theirs.starts[j + 1] - 1]] == end:
                    return 0.0
        return 1.0

    def _make_rows(self, lefts: int) -> None:
        self.lefts = max(2 * self.lefts, lefts, 8)
        self.left_weight, self.left_own = (array("d", bytes(8 * self.lefts)) for _ in range(2))
        self.left_length = array("i", bytes(4 * self.lefts))

    def _make_columns(self, most: int) -> None:
        self.columns = max(2 * self.columns, most, 64)
        self.numbers, self.right_length = (array("i", bytes(4 * self.columns)) for _ in range(2))
        self.right_weight, self.right_own = (array("d", bytes(8 * self.columns)) for _ in range(2))

    def _make_cells(self, most: int) -> None:
        self.cells = max(2 * self.cells, most, 256)
        self.known, self.looked, self.listed_as = (array("i", bytes(4 * self.cells)) for _ in range(3))
        self.cost, self.head, self.ending = (array("d", bytes(8 * self.cells)) for _ in range(3))
        self.sounding, self.written, self.misspelt = (array("d", bytes(8 * self.cells)) for _ in range(3))


class Joined:
    """What it costs to take one word for two, in itself and for their length; `most` where it is no less."""

    def __init__(self, plain: float, cost: float, most: float) -> None:
        self.plain, self.cost, self.most = plain, cost, most


@cache
def _ends(width: int) -> bytes:
    """How readings with these last phonemes end: 1 with a vowel that is written, 2 with a heh that may be heard."""
    return bytes(2 if code == alphabet()["H"] else int(code in final_vowels()) for code in range(width))
