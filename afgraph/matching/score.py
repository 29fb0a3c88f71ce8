# cython: boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True, annotation_typing=False
"""The log-odds of many listed names at once: what `align` and `features` say, by numbers.

This module may be compiled: the types of its variables stand in `score.pxd`, and the same source runs as it is. Its
plain reference is `afgraph.matching.compare.compare_words`.
"""

from array import array
from collections.abc import Callable, Collection, Sequence

from jellyfish import levenshtein_distance

from afgraph.matching import align, features, words
from afgraph.matching.distance import Readings, Tables
from afgraph.matching.pairing import Pairing
from afgraph.matching.sounds import alphabet, final_vowels
from afgraph.matching.tokens import Token

NOTHING = -1e9  # stands for the log-odds of names of which no word is like a word of the other
TOGETHER, APART = 1, 2
_ALL = [
    "worst", "far", "slip", "head", "ending", "mean", "replaced", "share", "left_out", "inside", "second",
    "complete", "elsewhere", "opening", "closing", "begot", "kunya", "turned", "bare", "lapse", "apart",
    "together", "surface", "letters", "heard", "matched", "plenty", "lone", "single", "brief", "long", "mixed",
    "unvocalised",
]  # fmt: skip


def knows_all(named: Sequence[str]) -> bool:
    """Whether the features with these names are those that are weighed here, in their order."""
    return list(named) == _ALL


class Profile:
    """What is looked at of one word."""

    def __init__(self, word: Token) -> None:
        self.word = word
        self.key, self.script, self.latin = word.key, word.script, word.script == "Latn"
        self.abjad, self.initial, self.readable = word.abjad, word.initial, bool(word.sounds)
        self.length, self.own = word.length, word.weight
        self.names, self.meanings, self.heads = word.names, word.meanings, word.heads
        self.son, self.father = "bin" in word.meanings, "abu" in word.meanings
        self.firsts = bytes([each.codes[0] for each in word.sounds])
        self.lacking = bytes([each.abjad for each in word.sounds])
        self.ends = bytes([_end(each.codes[len(each.codes) - 1]) for each in word.sounds])
        self.spoken = word.spoken
        self.heard: Readings | None = None

    def readings(self) -> Readings:
        """The word's readings."""
        found = self.heard
        if found is None:
            found = self.heard = self.word.heard
        return found


def _end(code: int) -> int:
    """How a reading ends: 1 with a vowel that is written, 2 with a heh that may be heard or not, else 0."""
    return 2 if code == alphabet()["H"] else 1 if code in final_vowels() else 0


class Linked:
    """What two words cost, and what else the features ask of them, as far as it is known."""

    def __init__(self, cost: float, plain: float) -> None:
        self.cost, self.plain = cost, plain
        self.listed = -1
        self.head = self.ending = self.heard = self.written = 0.0


class Links:
    """A word of a query beside listed words by number: what they cost, as far as is known."""

    def __init__(self, mine: Profile, weight: float, costs: dict[int, float]) -> None:
        self.mine, self.weight, self.costs = mine, weight, costs
        self.known: dict[int, Linked] = {}
        self.joined: dict[object, tuple[float, float]] = {}


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
        self.telling, self.middle, self.common = features.TELLING, features.MIDDLE, features.COMMON
        self.most_matched, self.enough, self.one_word = features.MOST_MATCHED, features.ENOUGH, features.ONE_WORD
        self.lapse, self.brief, self.long = features.LAPSE, features.BRIEF, features.LONG
        self.room = max(heard.longest, 64)
        self.widest = widest

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
        pairing = Pairing(lefts * self.widest * 3 + 1)
        room = array("d", bytes(24 * (self.room + 1)))
        found = []
        for at in places:
            if self._pair(query, at, pairing, room, guess):
                elsewhere = known(at) if known is not None and self._lacks(pairing, lefts) else ()
                found.append(self._weigh(query, at, pairing, room, elsewhere, guess))
            else:
                found.append(NOTHING)
        return found

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

    def _link(self, links: Links, number: int, room: "array[float]") -> Linked:
        """A word of the query and a listed one, looked up or compared."""
        found = links.known.get(number)
        if found is None:
            other = self._profile(number)
            given = links.costs.get(number)
            cost = given if given is not None else self._cost(links.mine, other, number, room)
            plain = cost * self.tables.size(links.mine.length, other.length)
            found = links.known[number] = Linked(cost, plain)
        return found

    def _cost(self, one: Profile, other: Profile, number: int, room: "array[float]") -> float:
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
        elif _swapped(one.key, other.key):
            most = self.swapped
        return self.tables.least(one.readings(), 0, self.heard, number, most * root, room) / root

    def _pair(self, query: list[Links], at: int, pairing: Pairing, room: "array[float]", guess: bool) -> bool:  # noqa: FBT001
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
        if not _may_join(one.mine, two.mine, word):
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
        if not _may_join(one, two, links.mine):
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
        room: "array[float]",
        known: Collection[int],
        guess: bool,  # noqa: FBT001
    ) -> float:
        """The features of the pairs that were chosen, weighed; a guess does not look at the words themselves."""
        start = self.starts[at]
        lefts, rights = len(query), self.starts[at + 1] - start
        worst = slip = head = ending = total = paid = behind_abu = apart = longest = briefest = 0.0
        latin = other_script = sounding = 0.0
        together, turned, before_right, crossed, kept = True, False, -1, 0, 0
        left_first, left_last, right_first, right_last = 99, -1, 99, -1
        opening = closing = 1.0
        left_son, right_son = self._son(query, -1, lefts), self._son(query, start, rights)
        left_opens, left_closes = self._tells(query, -1, lefts, 0), self._tells(query, -1, lefts, 1)
        right_opens, right_closes = self._tells(query, start, rights, 0), self._tells(query, start, rights, 1)
        for place in range(pairing.chosen_count):
            pair = pairing.chosen[place]
            i, j = pairing.left[pair], pairing.right[pair]
            i_last, j_last = i + pairing.left_two[pair], j + pairing.right_two[pair]
            whole = i == i_last and j == j_last
            links = query[i]
            number = self.named[start + j]
            one, other = links.mine, self._profile(number)
            linked = self._link(links, number, room)
            if guess:
                linked = Linked(linked.cost, linked.plain)  # as if nobody had looked: no look-up leans on the last
            elif linked.listed < 0:
                self._look(linked, one, other)
            cost, plain, weight = pairing.cost[pair], pairing.plain[pair], pairing.weight[pair]
            share = 2 * weight if weight < 0.5 else 1.0
            if cost * share > worst:
                worst = cost * share
            if plain > 1.5:
                plain = 1.5
            if plain * share > slip:
                slip = plain * share
            if linked.head * share > head:
                head = linked.head * share
            last = linked
            if not whole:
                further = query[i_last]
                last = self._link(further, self.named[start + j_last], room)
                if last.listed < 0:
                    self._look(last, further.mine, self._profile(self.named[start + j_last]))
            if last.ending * share > ending:
                ending = last.ending * share
            total += weight
            paid += cost * weight
            if whole and linked.listed == APART:
                apart += weight
            if not whole or linked.listed != TOGETHER:
                together = False
            if whole:
                sounding += linked.heard * weight
                if one.latin:
                    latin += weight * linked.written
                else:
                    other_script += weight * linked.written
            left_long, right_long = float(one.length), float(other.length)
            if i_last > i:
                further = query[i_last]
                left_long += further.mine.length
            if j_last > j:
                right_long += self._profile(self.named[start + j_last]).length
            if right_long < left_long:
                left_long = right_long
            if left_long > longest:
                longest = left_long
            if self._behind_abu(query, -1, i) != self._behind_abu(query, start, j):
                behind_abu += weight
            if j < before_right:
                turned = True
            before_right = j
            if i <= left_opens <= i_last and j <= right_opens <= j_last:
                opening = 0.0
            if i <= left_closes <= i_last and j <= right_closes <= j_last:
                closing = 0.0
            if weight >= self.telling:
                kept += 1
                if i < left_first:
                    left_first = i
                if i_last > left_last:
                    left_last = i_last
                if j < right_first:
                    right_first = j
                if j_last > right_last:
                    right_last = j_last
                if left_son >= 0 and right_son >= 0:
                    if i < left_son and j >= right_son:
                        crossed |= 1
                    elif i >= left_son and j < right_son:
                        crossed |= 2
        left = right = inside = second = elsewhere = 0.0
        complete = True
        for i in range(lefts):
            if not pairing.left_used[i]:
                complete = False
                links = query[i]
                weight = links.weight
                left += weight
                if known and i in known:
                    elsewhere += weight
                if kept and left_first < i < left_last:
                    share = self.middle * weight
                    share = 1.0 if share > 1.0 else share
                    inside += share
                    further = query[i - 1]
                    if further.mine.own < self.common:
                        second += share
        for j in range(rights):
            if not pairing.right_used[j]:
                complete = False
                weight = self.weights[self.named[start + j]]
                right += weight
                if kept and right_first < j < right_last:
                    share = self.middle * weight
                    share = 1.0 if share > 1.0 else share
                    inside += share
                    if self._profile(self.named[start + j - 1]).own < self.common:
                        second += share
        replaced = left if left < right else right
        matched = total if total < self.most_matched else self.most_matched
        alone = matched <= self.one_word
        single = 1.0 if lefts == 1 and rights == 1 else 0.0
        links = query[0]
        one, other = links.mine, self._profile(self.named[start])
        briefest = longest - self.brief
        values = self.factors
        found = values[1] * worst
        if worst > 0.3:
            found += values[2] * (worst - 0.3)
        found += values[3] * slip + values[4] * head + values[5] * ending
        if total > 0:
            found += values[6] * (paid / total)
        found += values[7] * replaced
        found += values[8] * (replaced / (replaced + total) if replaced + total > 0 else 1.0)
        found += values[9] * abs(left - right) + values[10] * inside + values[11] * second
        if complete:
            found += values[12]
        found += values[13] * elsewhere + values[14] * opening + values[15] * closing
        if crossed == 3:
            found += values[16]
        found += values[17] * behind_abu
        if turned:
            found += values[18]
        if alone:
            found += values[19] * ending + values[20] * (slip / self.lapse if slip < self.lapse else 1.0)
        found += values[21] * apart
        if together:
            found += values[22]
        if total > 0:
            found += values[23] * (latin / total) + values[24] * (other_script / total)
            found += values[25] * (sounding / total)
        found += values[26] * matched
        if matched > self.enough:
            found += values[27] * (matched - self.enough)
        if (lefts == 1) != (rights == 1) and not complete:
            found += values[28]
        found += values[29] * single
        if longest <= self.brief:
            found += values[30]
        if briefest > 0:
            found += values[31] * (briefest / self.long if briefest < self.long else 1.0)
        if single > 0:
            if one.script != other.script:
                found += values[32]
            if one.abjad or other.abjad:
                found += values[33]
        return values[0] + found

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
        if one.script == other.script:
            longest = max(len(one.key), len(other.key), 1)
            linked.written = levenshtein_distance(one.key, other.key) / longest if not alike else 0.0
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


def _may_join(first: Profile, second: Profile, word: Profile) -> bool:
    """Whether two words may be one that is written apart: they begin alike, and their length fits."""
    if first.initial or second.initial or not first.readable or not second.readable or not word.readable:
        return False
    return not first.heads or not word.heads or not first.heads.isdisjoint(word.heads)


def _swapped(one: str, other: str) -> bool:
    """`words.swapped`."""
    size = len(one)
    if size != len(other):
        return False
    at = 0
    while at < size and one[at] == other[at]:
        at += 1
    if at + 1 >= size or one[at] != other[at + 1] or one[at + 1] != other[at]:
        return False
    at += 2
    while at < size:
        if one[at] != other[at]:
            return False
        at += 1
    return True
