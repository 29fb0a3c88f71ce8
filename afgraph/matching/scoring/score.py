# cython: boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True, annotation_typing=False
"""The log-odds of many listed names at once: what `align` and `features` say, by numbers.

This module may be compiled: the types of its variables stand in `score.pxd`, and the same source runs as it is. Its
plain reference is `afgraph.matching.scoring.compare.compare_words`.
"""

from array import array
from collections.abc import Callable, Collection, Sequence
from operator import itemgetter

from afgraph.matching.scoring import align
from afgraph.matching.scoring.desk import Desk
from afgraph.matching.scoring.facing import Facing, Joined
from afgraph.matching.scoring.pairing import Pairing
from afgraph.matching.scoring.profile import Links, Profile
from afgraph.matching.words import cost as words
from afgraph.matching.words.distance import Tables
from afgraph.matching.words.likes import Likes
from afgraph.matching.words.readings import Readings
from afgraph.matching.words.tokens import Token

_MOST_LEFTS = 24  # words of a query that every desk has room for
_ROUNDED = 2e-6  # gains that are no further apart may be taken for the same
NOTHING = -1e9  # stands for the log-odds of names of which no word is like a word of the other
_BEST_FIRST = itemgetter(0)

Beside = Callable[[int], Sequence[int]]


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
        self.widest = widest
        self.desks: list[Desk] = []

    def links(self, word: Token, weight: float, likes: Likes) -> Links:
        """A word of a query, with its weight and the listed words that it is like."""
        return Links(Profile(word, word.heard, 0), weight, likes, [])

    def further(self, links: Links, likes: Likes) -> Links:
        """The same word where it is like others."""
        return Links(links.mine, links.weight, likes, links.written)

    def scores(self, query: Sequence[Links], places: Sequence[int], beside: Beside | None) -> list[float]:
        """The log-odds of each name at `places`; `beside` gives those of all names of its bearer."""
        places = list(places)
        desk = self._desk(list(query), places, False)  # noqa: FBT003
        found = self._scores(desk, places, beside, False)  # noqa: FBT003
        self._put_back(desk)
        return found

    def guesses(self, query: Sequence[Links], places: Sequence[int]) -> list[float]:
        """About the log-odds of each name at `places`: words whose costs are not known yet are taken to be unlike."""
        places = list(places)
        desk = self._desk(list(query), places, False)  # noqa: FBT003
        found = self._scores(desk, places, None, True)  # noqa: FBT003
        self._put_back(desk)
        return found

    def best(
        self,
        query: Sequence[Links],
        places: Sequence[int],
        beside: Beside | None,
        likely: "Likely | None" = None,
        slips: bool = False,  # noqa: FBT001, FBT002
    ) -> list[tuple[float, int]]:
        """The log-odds of the names at `places` of which a word is like one of the query's, with places, best first.

        With `likely`, only names that it leaves by a guess; with `slips`, words with slips of the pen are only that.
        """
        places = list(places)
        desk = self._desk(list(query), places, slips)
        if likely is not None and len(places) > likely.first:
            places = self._left(desk, places, self._scores(desk, places, None, True), likely)  # noqa: FBT003
        scores = self._scores(desk, places, beside, False)  # noqa: FBT003
        self._put_back(desk)
        found = [(scores[at], places[at]) for at in range(len(places)) if scores[at] > NOTHING]
        found.sort(key=_BEST_FIRST, reverse=True)
        return found

    def _left(self, desk: Desk, places: list[int], guesses: list[float], likely: "Likely") -> list[int]:
        """Of some places those where a guess finds a likely name, or nearly the best; the first ones stay longer."""
        best = max(guesses)
        least = min(best - likely.behind, likely.unlikely)
        if len(guesses) > likely.most:
            least = max(least, sorted(guesses)[len(guesses) - likely.most])
        found = []
        for at in range(len(places)):
            guess, place = guesses[at], places[at]
            if guess >= least:
                found.append(place)
            elif at < likely.first and guess >= best - likely.hopeless and self._words(place) != len(desk.query):
                found.append(place)  # two words of one may be one of the other, which a guess does not see
        return found

    def _words(self, at: int) -> int:
        return self.starts[at + 1] - self.starts[at]

    def _scores(self, desk: Desk, places: list[int], beside: Beside | None, guess: bool) -> list[float]:  # noqa: FBT001
        lefts = len(desk.facing.mine)
        found = []
        for at in places:
            start = self.starts[at]
            rights = self.starts[at + 1] - start
            for j in range(rights):
                desk.here[j] = desk.facing.column_of[self.named[start + j]] - 1
            if self._pair(desk, lefts, rights, guess):
                lacking = beside is not None and self._lacks(desk.pairing, lefts)
                elsewhere = (
                    desk.elsewhere(lefts, beside(at), self.starts, self.named) if beside is not None and lacking else ()
                )
                found.append(self._weigh(desk, lefts, rights, elsewhere, guess))
            else:
                found.append(NOTHING)
        return found

    def _desk(self, query: list[Links], places: list[int], slips: bool) -> Desk:  # noqa: FBT001
        """A desk for a query and some names, that nobody else uses until it is put back."""
        lefts = len(query)
        if lefts <= _MOST_LEFTS and self.desks:
            desk = self.desks.pop()
        else:
            facing = Facing(self.listed, self.profiles, self.weights, self.heard, self.tables)
            desk = Desk(facing, max(lefts, _MOST_LEFTS), self.widest)
        desk.facing.begin(query, places, self.starts, self.named, slips)
        desk.query = query
        return desk

    def _put_back(self, desk: Desk) -> None:
        desk.end()
        self.desks.append(desk)

    def _lacks(self, pairing: Pairing, lefts: int) -> bool:
        for at in range(lefts):
            if not pairing.left_used[at]:
                return True
        return False

    def _pair(self, desk: Desk, lefts: int, rights: int, guess: bool) -> bool:  # noqa: FBT001
        """Whether the words of the query and of a name pair, and how; two words may stand against one."""
        pairing, facing = desk.pairing, desk.facing
        if facing.slips:
            self._find_in_order(desk, lefts, rights)
        unknown = self._gather(desk, lefts, rights)
        pairing.choose(lefts, rights)
        if not guess:
            while unknown and self._find(desk, lefts, rights):
                unknown = self._gather(desk, lefts, rights)
                pairing.choose(lefts, rights)
            if pairing.chosen_count < lefts or pairing.chosen_count < rights:
                self._merge(desk, lefts, rights)
        for place in range(pairing.chosen_count):
            pair = pairing.chosen[place]
            one: Profile = facing.mine[pairing.left[pair]]
            other: Profile = facing.others[desk.here[pairing.right[pair]]]
            if not one.initial and not other.initial:
                return True
        return False

    def _gather(self, desk: Desk, lefts: int, rights: int) -> int:
        """Gather the pairs whose costs are known; how many are not."""
        pairing, facing = desk.pairing, desk.facing
        unlike = self.unlike
        unknown = pairing.count = 0
        for i in range(lefts):
            mine = facing.left_weight[i]
            for j in range(rights):
                column = desk.here[j]
                cell = i * facing.count + column
                if facing.known[cell] < 2:
                    unknown += 1
                    continue
                cost = facing.cost[cell]
                if cost < unlike:
                    weight = facing.right_weight[column]
                    if mine < weight:
                        weight = mine
                    plain = cost * self.tables.size(facing.left_length[i], facing.right_length[column])
                    pairing.add(i, j, 0, 0, cost, plain, weight, weight * (1 - cost / unlike))
        return unknown

    def _find(self, desk: Desk, lefts: int, rights: int) -> bool:
        """Find the costs of pairs that may be chosen instead of those that are; whether there are any.

        What gains less than its words do by now need not be known: see `Pairing.price`.
        """
        pairing, facing = desk.pairing, desk.facing
        if not pairing.price(lefts, rights):
            return self._find_all(desk, lefts, rights)
        unlike = self.unlike
        found = False
        for i in range(lefts):
            for j in range(rights):
                column = desk.here[j]
                if facing.known[i * facing.count + column] >= 2:
                    continue
                weight = facing.right_weight[column]
                if facing.left_weight[i] < weight:
                    weight = facing.left_weight[i]
                price = pairing.left_price[i] + pairing.right_price[j] - _ROUNDED
                if price < 0.0:
                    price = 0.0
                if weight > price and facing.find(i, column, unlike * (1 - price / weight)):
                    found = True
        return found

    def _find_in_order(self, desk: Desk, lefts: int, rights: int) -> None:
        """Find the costs of the first words, of the second words, and so on: they are likely to pair."""
        for at in range(lefts if lefts < rights else rights):
            if desk.facing.known[at * desk.facing.count + desk.here[at]] < 2:
                desk.facing.find(at, desk.here[at], self.unlike)

    def _find_all(self, desk: Desk, lefts: int, rights: int) -> bool:
        """Find the costs of all pairs of a name; whether there are any more that may be chosen."""
        facing = desk.facing
        found = False
        for i in range(lefts):
            for j in range(rights):
                column = desk.here[j]
                if facing.known[i * facing.count + column] < 2 and facing.find(i, column, self.unlike):
                    found = True
        return found

    def _merge(self, desk: Desk, lefts: int, rights: int) -> None:
        """Two neighbours against one word, on either side, where one of the two has no partner of its own."""
        pairing = desk.pairing
        before = pairing.count
        priced = pairing.price(lefts, rights)
        self._merge_all(desk, lefts, rights, priced)
        if pairing.count > before:
            self._find_all(desk, lefts, rights)
            self._gather(desk, lefts, rights)
            self._merge_all(desk, lefts, rights, False)  # noqa: FBT003
            pairing.choose(lefts, rights)

    def _merge_all(self, desk: Desk, lefts: int, rights: int, priced: bool) -> None:  # noqa: FBT001
        """Add the pairs of two words against one; where there are prices, only those that may change what is chosen."""
        pairing = desk.pairing
        for i in range(lefts - 1):
            if not pairing.left_used[i] or not pairing.left_used[i + 1]:
                for j in range(rights):
                    self._join(desk, i, j, priced)
        for j in range(rights - 1):
            if not pairing.right_used[j] or not pairing.right_used[j + 1]:
                for i in range(lefts):
                    self._split(desk, i, j, priced)

    def _join(self, desk: Desk, i: int, j: int, priced: bool) -> None:  # noqa: FBT001
        """Two words of the query against one of the name."""
        facing = desk.facing
        one, two, word = facing.mine[i], facing.mine[i + 1], facing.others[desk.here[j]]
        if not one.may_join(two, word):
            return
        weight = facing.left_weight[i] + facing.left_weight[i + 1] + facing.right_weight[desk.here[j]]
        least = self._least(desk, i, j, 1, 0, weight / 2) if priced else self.unlike
        links = desk.query[i]
        found = facing.joined(links.joined, (one, two, word), least)
        if found is not None:
            self._add(found, i, j, 1, 0, weight / 2, desk.pairing)

    def _split(self, desk: Desk, i: int, j: int, priced: bool) -> None:  # noqa: FBT001
        """A word of the query against two of the name."""
        facing = desk.facing
        first, second = desk.here[j], desk.here[j + 1]
        one, two, word = facing.others[first], facing.others[second], facing.mine[i]
        if not one.may_join(two, word):
            return
        weight = facing.right_weight[first] + facing.right_weight[second] + facing.left_weight[i]
        least = self._least(desk, i, j, 0, 1, weight / 2) if priced else self.unlike
        links = desk.query[i]
        found = facing.joined(links.joined, (one, two, word), least)
        if found is not None:
            self._add(found, i, j, 0, 1, weight / 2, desk.pairing)

    def _least(self, desk: Desk, i: int, j: int, left: int, right: int, weight: float) -> float:
        """What two words for one cost at least where they change nothing."""
        gain = desk.pairing.least(i, j, left, right) - _ROUNDED
        return self.unlike * (1 - gain / weight) - self.merge if gain > 0.0 else self.unlike

    def _add(self, joined: Joined, i: int, j: int, left: int, right: int, weight: float, pairing: Pairing) -> None:
        cost = joined.cost + self.merge
        if cost < self.unlike:
            gain = weight * (1 - cost / self.unlike)
            pairing.add(i, j, left, right, cost, joined.plain + self.merge, weight, gain)

    def _weigh(self, desk: Desk, lefts: int, rights: int, known: Collection[int], guess: bool) -> float:  # noqa: FBT001
        """The features of the pairs that were chosen, weighed; a guess does not look at the words themselves."""
        facing, pairing, tally = desk.facing, desk.pairing, desk.tally
        tally.begin(desk.son(0, lefts), desk.son(1, rights))
        tally.left_opens, tally.left_closes = desk.tells(0, lefts, 0), desk.tells(0, lefts, 1)
        tally.right_opens, tally.right_closes = desk.tells(1, rights, 0), desk.tells(1, rights, 1)
        for place in range(pairing.chosen_count):
            pair = pairing.chosen[place]
            self._weigh_pair(desk, pair, guess)
            i, j = pairing.left[pair], pairing.right[pair]
            tally.stands(i, i + pairing.left_two[pair], j, j + pairing.right_two[pair], pairing.weight[pair])
        self._weigh_rest(desk, lefts, rights, known)
        one: Profile = facing.mine[0]
        other: Profile = facing.others[desk.here[0]]
        mixed = lefts == 1 and rights == 1 and not one.has_script(other)
        return tally.log_odds(self.factors, lefts, rights, mixed, one.abjad or other.abjad)

    def _weigh_pair(self, desk: Desk, pair: int, guess: bool) -> None:  # noqa: FBT001
        """Add what the words of a pair say."""
        facing, pairing, tally = desk.facing, desk.pairing, desk.tally
        i, j = pairing.left[pair], pairing.right[pair]
        i_last, j_last = i + pairing.left_two[pair], j + pairing.right_two[pair]
        left_long, right_long = facing.left_length[i], facing.right_length[desk.here[j]]
        if i_last > i:
            left_long += facing.left_length[i_last]
        if j_last > j:
            right_long += facing.right_length[desk.here[j_last]]
        tally.reaches(left_long if left_long < right_long else right_long)
        weight = pairing.weight[pair]
        one: Profile = facing.mine[i]
        if guess:
            tally.costs(pairing.cost[pair], pairing.plain[pair], weight, 0.0, 0.0)
            tally.knows(-1, 0.0, 0.0, 0.0, weight, one.latin)
        else:
            cell = facing.look(i, desk.here[j])
            head = facing.head[cell]
            if i == i_last and j == j_last:
                heard, written = facing.sounding[cell], facing.written[cell]
                tally.knows(facing.listed_as[cell], heard, written, facing.misspelt[cell], weight, one.latin)
            else:
                tally.merged(weight)
                cell = facing.look(i_last, desk.here[j_last])
            tally.costs(pairing.cost[pair], pairing.plain[pair], weight, head, facing.ending[cell])
        if desk.behind_abu(0, i) != desk.behind_abu(1, j):
            tally.behind_abu += weight

    def _weigh_rest(self, desk: Desk, lefts: int, rights: int, known: Collection[int]) -> None:
        """Add what the words without a partner say; `known` are those that another name of the bearer has."""
        facing, pairing, tally = desk.facing, desk.pairing, desk.tally
        for i in range(lefts):
            if not pairing.left_used[i]:
                weight = facing.left_weight[i]
                tally.left += weight
                if known and i in known:
                    tally.elsewhere += weight
                if tally.kept and tally.left_first < i < tally.left_last:
                    tally.within(weight, facing.left_own[i - 1])
                tally.complete = False
        for j in range(rights):
            if not pairing.right_used[j]:
                weight = facing.right_weight[desk.here[j]]
                tally.right += weight
                if tally.kept and tally.right_first < j < tally.right_last:
                    tally.within(weight, facing.right_own[desk.here[j - 1]])
                tally.complete = False


class Likely:
    """Which names a guess leaves: those up to `behind` the best or above `unlikely`, the best so many at most.

    Of the `first` those up to `hopeless` behind the best stay too, if they have not as many words as the query.
    """

    def __init__(self, first: int, hopeless: float, behind: float, unlikely: float, most: int) -> None:
        self.first, self.hopeless, self.behind = first, hopeless, behind
        self.unlikely, self.most = unlikely, most
