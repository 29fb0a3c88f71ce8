# cython: boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True, annotation_typing=False
"""The log-odds of many listed names at once: what `align` and `features` say, by numbers.

This module may be compiled: the types of its variables stand in `score.pxd`, and the same source runs as it is. Its
plain reference is `afgraph.matching.compare.compare_words`.
"""

from array import array
from collections.abc import Callable, Collection, Sequence

from jellyfish import damerau_levenshtein_distance, levenshtein_distance

from afgraph.matching import align, features, words
from afgraph.matching.distance import Readings, Room, Tables, room_for
from afgraph.matching.pairing import Pairing
from afgraph.matching.profile import Linked, Links, Profile
from afgraph.matching.tally import APART, TOGETHER, Tally
from afgraph.matching.tokens import Token

_MOST_LEFTS = 24  # words of a query that every desk has room for
NOTHING = -1e9  # stands for the log-odds of names of which no word is like a word of the other


class Desk:
    """Room to score one name after another: for their pairs, and for the tables of two words."""

    def __init__(self, pairs: int, columns: int) -> None:
        self.pairing = Pairing(pairs)
        self.room = room_for(columns)


class Scorer:
    """Listed names, by the numbers of their words, scored beside a query.

    `starts` and `named` are the numbers of each name's words, one name behind the other, `weights` the weights of the
    words in the list, `factors` those of the features, the bias first, `widest` the most words of a name.
    """

    def __init__(
        self,
        listed: Sequence[Token],
        starts: Sequence[int],
        named: Sequence[int],
        weights: Sequence[float],
        factors: Sequence[float],
        heard: Readings,
        tables: Tables,
        widest: int,
    ) -> None:
        self.listed = listed
        self.profiles: list[Profile | None] = [None] * len(listed)
        self.starts, self.named, self.weights = starts, named, weights
        self.factors = array("d", factors)
        self.heard, self.tables = heard, tables
        self.unlike, self.merge = words.UNLIKE, align.MERGE
        self.swapped, self.spelled = words.SWAPPED, words.LISTED
        self.telling, self.tally = features.TELLING, Tally()
        self.room = max(heard.longest, 64)
        self.widest = widest
        self.desks: list[Desk] = []

    def links(self, word: Token, weight: float, costs: dict[int, float]) -> Links:
        """A word of a query, with its weight and what it is known to cost to take it for listed words."""
        return Links(Profile(word), weight, costs)

    def further(self, links: Links, costs: dict[int, float]) -> Links:
        """The same word where it is known to cost something else."""
        return Links(links.mine, links.weight, costs)

    def scores(
        self, query: Sequence[Links], places: Sequence[int], known: Callable[[int], Collection[int]] | None
    ) -> list[float]:
        """The log-odds of each name at `places`; `known` gives the words that other names of its bearer have."""
        return self._scores(list(query), list(places), known, False)  # noqa: FBT003

    def guesses(self, query: Sequence[Links], places: Sequence[int]) -> list[float]:
        """About the log-odds of each name at `places`: words whose costs are not known yet are taken to be unlike."""
        return self._scores(list(query), list(places), None, True)  # noqa: FBT003

    def _scores(
        self,
        query: list[Links],
        places: list[int],
        known: Callable[[int], Collection[int]] | None,
        guess: bool,  # noqa: FBT001 - one loop for both
    ) -> list[float]:
        lefts = len(query)
        desk = self._desk(lefts)
        pairing, room = desk.pairing, desk.room
        found = []
        for at in places:
            if self._pair(query, at, pairing, room, guess):
                elsewhere = known(at) if known is not None and self._lacks(pairing, lefts) else ()
                found.append(self._weigh(query, at, pairing, room, elsewhere, guess))
            else:
                found.append(NOTHING)
        self.desks.append(desk)
        return found

    def _desk(self, lefts: int) -> "Desk":
        """A desk for a query of so many words, that nobody else uses until it is put back."""
        if lefts <= _MOST_LEFTS and self.desks:
            return self.desks.pop()
        return Desk(max(lefts, _MOST_LEFTS) * self.widest * 3 + 1, self.room + 1)

    def _lacks(self, pairing: Pairing, lefts: int) -> bool:
        for at in range(lefts):
            if not pairing.left_used[at]:
                return True
        return False

    def _profile(self, number: int) -> Profile:
        found = self.profiles[number]
        if found is None:
            found = self.profiles[number] = Profile(self.listed[number])
        return found

    def _link(self, links: Links, number: int, room: Room) -> Linked:
        """A word of the query and a listed one, looked up or compared."""
        found = links.known.get(number)
        if found is None:
            other = self._profile(number)
            given = links.costs.get(number)
            cost = given if given is not None else self._cost(links.mine, other, number, room)
            plain = cost * self.tables.size(links.mine.length, other.length)
            found = links.known[number] = Linked(cost, plain)
        return found

    def _cost(self, one: Profile, other: Profile, number: int, room: Room) -> float:
        """`words.word_cost`, the readings of the listed word taken where they lie."""
        if one.key == other.key and one.script == other.script:
            return 0.0
        if one.meanings and other.meanings and not one.meanings.isdisjoint(other.meanings):
            return 0.0
        if one.initial or other.initial:
            return words.word_cost(one.word, other.word)
        if not one.readable or not other.readable:
            return self.unlike
        root = self.tables.size(one.length, other.length)
        most = self.unlike
        if one.names and other.names and not one.names.isdisjoint(other.names):
            most = self.spelled
        elif one.swapped(other):
            most = self.swapped
        return self.tables.least(one.readings(), 0, self.heard, number, most * root, room) / root

    def _pair(self, query: list[Links], at: int, pairing: Pairing, room: Room, guess: bool) -> bool:  # noqa: FBT001
        """Whether the words of the query and of a name pair, and how; two words may stand against one."""
        start = self.starts[at]
        lefts, rights = len(query), self.starts[at + 1] - start
        unlike = self.unlike
        pairing.count = 0
        for i in range(lefts):
            links = query[i]
            mine = links.weight
            for j in range(rights):
                number = self.named[start + j]
                if guess and number not in links.costs:  # whatever was compared before: no look-up leans on the last
                    continue
                linked = self._link(links, number, room)
                if linked.cost < unlike:
                    weight = self.weights[number]
                    if mine < weight:
                        weight = mine
                    pairing.add(i, j, 0, 0, linked.cost, linked.plain, weight, weight * (1 - linked.cost / unlike))
        pairing.choose(lefts, rights)
        if not guess:
            self._merge(query, start, rights, pairing)
        for place in range(pairing.chosen_count):
            pair = pairing.chosen[place]
            links = query[pairing.left[pair]]
            if not links.mine.initial and not self._profile(self.named[start + pairing.right[pair]]).initial:
                return True
        return False

    def _merge(self, query: list[Links], start: int, rights: int, pairing: Pairing) -> None:
        """Two neighbours against one word, on either side, where one of the two has no partner of its own."""
        lefts = len(query)
        before = pairing.count
        for i in range(lefts - 1):
            if not pairing.left_used[i] or not pairing.left_used[i + 1]:
                for j in range(rights):
                    self._join(query, start, i, j, pairing)
        for j in range(rights - 1):
            if not pairing.right_used[j] or not pairing.right_used[j + 1]:
                for i in range(lefts):
                    self._split(query, start, i, j, pairing)
        if pairing.count > before:
            pairing.choose(lefts, rights)

    def _join(self, query: list[Links], start: int, i: int, j: int, pairing: Pairing) -> None:
        """Two words of the query against one of the name."""
        one, two = query[i], query[i + 1]
        number = self.named[start + j]
        word = self._profile(number)
        if not one.mine.may_join(two.mine, word):
            return
        key = two.mine.word, number
        found = one.joined.get(key)
        if found is None:
            found = self.tables.joined(one.mine.readings(), two.mine.readings(), word.readings(), self.unlike)
            one.joined[key] = found
        self._add(found, i, j, 1, 0, (one.weight + two.weight + self.weights[number]) / 2, pairing)

    def _split(self, query: list[Links], start: int, i: int, j: int, pairing: Pairing) -> None:
        """A word of the query against two of the name."""
        links = query[i]
        number, second = self.named[start + j], self.named[start + j + 1]
        one, two = self._profile(number), self._profile(second)
        if not one.may_join(two, links.mine):
            return
        key = number, second
        found = links.joined.get(key)
        if found is None:
            found = self.tables.joined(one.readings(), two.readings(), links.mine.readings(), self.unlike)
            links.joined[key] = found
        self._add(found, i, j, 0, 1, (self.weights[number] + self.weights[second] + links.weight) / 2, pairing)

    def _add(
        self, joined: tuple[float, float], i: int, j: int, left: int, right: int, weight: float, pairing: Pairing
    ) -> None:
        plain, cost = joined
        cost += self.merge
        if cost < self.unlike:
            gain = weight * (1 - cost / self.unlike)
            pairing.add(i, j, left, right, cost, plain + self.merge, weight, gain)

    def _weigh(
        self,
        query: list[Links],
        at: int,
        pairing: Pairing,
        room: Room,
        known: Collection[int],
        guess: bool,  # noqa: FBT001
    ) -> float:
        """The features of the pairs that were chosen, weighed; a guess does not look at the words themselves."""
        start = self.starts[at]
        lefts, rights = len(query), self.starts[at + 1] - start
        tally = self.tally
        tally.begin(self._son(query, -1, lefts), self._son(query, start, rights))
        tally.left_opens, tally.left_closes = self._tells(query, -1, lefts, 0), self._tells(query, -1, lefts, 1)
        tally.right_opens, tally.right_closes = (
            self._tells(query, start, rights, 0),
            self._tells(query, start, rights, 1),
        )
        for place in range(pairing.chosen_count):
            pair = pairing.chosen[place]
            self._weigh_pair(query, start, pairing, pair, room, guess)
            i, j = pairing.left[pair], pairing.right[pair]
            tally.stands(i, i + pairing.left_two[pair], j, j + pairing.right_two[pair], pairing.weight[pair])
        self._weigh_rest(query, start, rights, pairing, known)
        links = query[0]
        return tally.log_odds(self.factors, lefts, rights, links.mine, self._profile(self.named[start]))

    def _weigh_pair(
        self,
        query: list[Links],
        start: int,
        pairing: Pairing,
        pair: int,
        room: Room,
        guess: bool,  # noqa: FBT001
    ) -> None:
        """Add what the words of a pair say."""
        i, j = pairing.left[pair], pairing.right[pair]
        i_last, j_last = i + pairing.left_two[pair], j + pairing.right_two[pair]
        links = query[i]
        number = self.named[start + j]
        one, other = links.mine, self._profile(number)
        linked = self._link(links, number, room)
        if guess:
            linked = Linked(linked.cost, linked.plain)  # as if nobody had looked: no look-up leans on the last
        elif linked.listed < 0:
            self._look(linked, one, other)
        left_long, right_long = float(one.length), float(other.length)
        last = linked
        if i != i_last or j != j_last:
            further, beyond = query[i_last], self._profile(self.named[start + j_last])
            last = self._link(further, self.named[start + j_last], room)
            if last.listed < 0:
                self._look(last, further.mine, beyond)
            if i_last > i:
                left_long += further.mine.length
            if j_last > j:
                right_long += beyond.length
        weight = pairing.weight[pair]
        self.tally.costs(pairing.cost[pair], pairing.plain[pair], weight, linked.head, last.ending)
        self.tally.reaches(left_long if left_long < right_long else right_long)
        self.tally.knows(linked, weight, i == i_last and j == j_last, one.latin)
        if self._behind_abu(query, -1, i) != self._behind_abu(query, start, j):
            self.tally.behind_abu += weight

    def _weigh_rest(
        self, query: list[Links], start: int, rights: int, pairing: Pairing, known: Collection[int]
    ) -> None:
        """Add what the words without a partner say; `known` are those that another name of the bearer has."""
        tally = self.tally
        for i in range(len(query)):
            if not pairing.left_used[i]:
                links = query[i]
                tally.left += links.weight
                if known and i in known:
                    tally.elsewhere += links.weight
                if tally.kept and tally.left_first < i < tally.left_last:
                    further = query[i - 1]
                    tally.within(links.weight, further.mine.own)
                tally.complete = False
        for j in range(rights):
            if not pairing.right_used[j]:
                weight = self.weights[self.named[start + j]]
                tally.right += weight
                if tally.kept and tally.right_first < j < tally.right_last:
                    tally.within(weight, self._profile(self.named[start + j - 1]).own)
                tally.complete = False

    def _behind_abu(self, query: list[Links], start: int, at: int) -> bool:
        """Whether a word stands behind Abu: of the query, or of the name from `start` on."""
        if at == 0:
            return False
        if start < 0:
            links = query[at - 1]
            return links.mine.father
        return self._profile(self.named[start + at - 1]).father

    def _son(self, query: list[Links], start: int, count: int) -> int:
        """The place of the first word that says "son of": of the query, or of the name from `start` on."""
        for at in range(count):
            if start < 0:
                links = query[at]
                profile = links.mine
            else:
                profile = self._profile(self.named[start + at])
            if profile.son:
                return at
        return -1

    def _tells(self, query: list[Links], start: int, count: int, last: int) -> int:
        """The place of the first word, or the `last`, that tells who is named; the first of all where none does."""
        for step in range(count):
            at = count - 1 - step if last else step
            if start < 0:
                links = query[at]
                weight = links.weight
            else:
                weight = self.weights[self.named[start + at]]
            if weight >= self.telling:
                return at
        return 0

    def _look(self, linked: Linked, one: Profile, other: Profile) -> None:
        """Add what the features ask of two words."""
        alike = one.key == other.key
        if alike and one.script == other.script:
            linked.listed = TOGETHER
        elif one.names and other.names:
            linked.listed = APART if one.names.isdisjoint(other.names) else TOGETHER
        else:
            linked.listed = 0
        same = alike or not one.meanings.isdisjoint(other.meanings)
        linked.head = 0.0 if same else self._head(one, other)
        linked.ending = 0.0 if same else self._ending(one, other)
        linked.heard = linked.written = 0.0
        linked.misspelt = 1.0
        if one.script == other.script:
            longest = max(len(one.key), len(other.key), 1)
            linked.written = damerau_levenshtein_distance(one.key, other.key) / longest if not alike else 0.0
            linked.misspelt = linked.written
        elif not one.abjad and not other.abjad and one.spoken and other.spoken:
            shares = [
                levenshtein_distance(mine, theirs) / max(len(mine), len(theirs))
                for mine in one.spoken
                for theirs in other.spoken
            ]
            linked.heard = min(shares)

    def _head(self, one: Profile, other: Profile) -> float:
        """What the cheapest pair of first sounds costs, 1 at most."""
        best = 1.0
        found = False
        for i in range(len(one.firsts)):
            for j in range(len(other.firsts)):
                found = True
                cost = self.tables.substitution(one.firsts[i], other.firsts[j], one.lacking[i] + other.lacking[j])
                if cost < best:
                    best = cost
        return best if found else 0.0

    def _ending(self, one: Profile, other: Profile) -> float:
        """Whether in all readings only one of the words ends in a vowel; a heh that may be heard says nothing."""
        if not one.readable or not other.readable:
            return 0.0
        for i in range(len(one.ends)):
            for j in range(len(other.ends)):
                if one.ends[i] != 2 and one.ends[i] == other.ends[j]:
                    return 0.0
        return 1.0
