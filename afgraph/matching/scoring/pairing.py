# cython: boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True, annotation_typing=False
"""The pairs of words that gain the most together, by number: `align` in arrays.

This module may be compiled: the types of its variables stand in `pairing.pxd`, and the same source runs as it is. Its
plain reference is `afgraph.matching.scoring.align`.
"""

from array import array

_MOST_WEIGHED = 16  # pairs of which every set is weighed; of more the best are taken first
_LEAST_GAIN = 1e-6
_LEAST_PRICE = 1e-9  # what may be lost in halving


class Pairing:
    """Possible pairs of the words of two names, and those that are chosen.

    Of pair `p` the words are `left[p]` and `right[p]`, and one more behind it where `left_two[p]` or `right_two[p]`.
    """

    def __init__(self, most: int) -> None:
        self.left, self.right, self.left_two, self.right_two = (array("i", bytes(4 * most)) for _ in range(4))
        self.cost, self.plain, self.weight, self.gain = (array("d", bytes(8 * most)) for _ in range(4))
        self.order, self.chosen, self.tried = (array("i", bytes(4 * (most + 1))) for _ in range(3))
        self.rest = array("d", bytes(8 * (most + 1)))
        self.left_used, self.right_used = array("i", bytes(4 * (most + 2))), array("i", bytes(4 * (most + 2)))
        self.left_price, self.right_price, self.left_gain, self.right_gain = (
            array("d", bytes(8 * (most + 2))) for _ in range(4)
        )
        self.count = self.chosen_count = 0
        self.best_gain = 0.0
        self.best_first = True

    def add(
        self,
        left: int,
        right: int,
        left_two: int,
        right_two: int,
        cost: float,
        plain: float,
        weight: float,
        gain: float,
    ) -> None:
        """One more possible pair."""
        at = self.count
        self.left[at], self.right[at] = left, right
        self.left_two[at], self.right_two[at] = left_two, right_two
        self.cost[at], self.plain[at], self.weight[at], self.gain[at] = cost, plain, weight, gain
        self.count += 1

    def choose(self, lefts: int, rights: int) -> None:
        """Take the pairs that share no word and gain the most together, of names of so many words."""
        self._sort()
        self.best_first = True
        self._take_best_first(lefts, rights)
        if self.chosen_count + 1 < self.count <= _MOST_WEIGHED:
            self._take_best_together()
        for at in range(lefts):
            self.left_used[at] = 0
        for at in range(rights):
            self.right_used[at] = 0
        for at in range(self.chosen_count):
            pair = self.chosen[at]
            self._use(pair, 1)
        self._sort_chosen()

    def price(self, lefts: int, rights: int) -> bool:
        """Whether words have prices so that a further pair which gains less than those of its words changes nothing.

        The prices of a chosen pair's words are its gain together, those of other words nothing. Where no pair gains
        more than its words' prices, no other choice gains more than this one, and the dearer word of any further pair
        is taken before it. So it must have been the best first that were taken.
        """
        if not self.best_first:
            return False
        for at in range(lefts):
            self.left_price[at] = self.left_gain[at] = 0.0
        for at in range(rights):
            self.right_price[at] = self.right_gain[at] = 0.0
        share = 1.0 if self.chosen_count == lefts else 0.0 if self.chosen_count == rights else 0.5
        for at in range(self.chosen_count):
            pair = self.chosen[at]
            i, j, gain = self.left[pair], self.right[pair], self.gain[pair]
            self.left_gain[i] = self.right_gain[j] = gain
            self.left_price[i], self.right_price[j] = share * gain, gain - share * gain
        for at in range(self.count):
            price = self.left_price[self.left[at]] + self.right_price[self.right[at]]
            if self.gain[at] > price + _LEAST_PRICE:
                return False
        return True

    def least(self, i: int, j: int, left: int, right: int) -> float:
        """What a further pair of two words against one may gain and change nothing, where there are prices.

        Here the best of the words' pairs must gain more too: or else they are not taken first.
        """
        price = self.left_price[i] + self.right_price[j]
        gain = max(self.left_gain[i], self.right_gain[j])
        if left:
            price += self.left_price[i + 1]
            gain = max(gain, self.left_gain[i + 1])
        if right:
            price += self.right_price[j + 1]
            gain = max(gain, self.right_gain[j + 1])
        return min(price, gain)

    def _sort(self) -> None:
        """The best first; of equals the one that turns the order of words least."""
        for at in range(self.count):
            gain = int(self.gain[at] * 1e6 + 0.5)
            self.rest[at] = gain
            i, j = self.left[at], self.right[at]
            place = at
            while place > 0:
                other = self.order[place - 1]
                before = self.rest[other]
                if before > gain:
                    break
                if before == gain:
                    apart = abs(self.left[other] - self.right[other])
                    here = abs(i - j)
                    if apart < here or (apart == here and self.left[other] + self.right[other] <= i + j):
                        break
                self.order[place] = other
                place -= 1
            self.order[place] = at

    def _take_best_first(self, lefts: int, rights: int) -> None:
        for at in range(lefts):
            self.left_used[at] = 0
        for at in range(rights):
            self.right_used[at] = 0
        kept = 0
        for at in range(self.count):
            pair = self.order[at]
            if self._free(pair):
                self.chosen[kept] = pair
                kept += 1
                self._use(pair, 1)
        for at in range(kept):
            self._use(self.chosen[at], 0)
        self.chosen_count = kept

    def _take_best_together(self) -> None:
        total = 0.0
        for at in range(self.chosen_count):
            total += self.gain[self.chosen[at]]
        self.best_gain = total + _LEAST_GAIN
        self.rest[self.count] = 0.0
        for at in range(self.count - 1, -1, -1):
            self.rest[at] = self.rest[at + 1] + self.gain[self.order[at]]
        self._try(0, 0.0, 0)

    def _try(self, at: int, gained: float, depth: int) -> None:
        """Take the pairs that were tried so far if they are the best yet, and try those from a place on."""
        if gained > self.best_gain:
            self.best_gain = gained
            self.best_first = False
            self.chosen_count = depth
            for place in range(depth):
                self.chosen[place] = self.tried[place]
        if at == self.count or gained + self.rest[at] <= self.best_gain:
            return
        pair = self.order[at]
        if self._free(pair):
            self._use(pair, 1)
            self.tried[depth] = pair
            self._try(at + 1, gained + self.gain[pair], depth + 1)
            self._use(pair, 0)
        self._try(at + 1, gained, depth)

    def _free(self, pair: int) -> bool:
        i, j = self.left[pair], self.right[pair]
        if self.left_used[i] or self.right_used[j]:
            return False
        if self.left_two[pair] and self.left_used[i + 1]:
            return False
        return not (self.right_two[pair] and self.right_used[j + 1])

    def _use(self, pair: int, used: int) -> None:
        i, j = self.left[pair], self.right[pair]
        self.left_used[i] = self.right_used[j] = used
        if self.left_two[pair]:
            self.left_used[i + 1] = used
        if self.right_two[pair]:
            self.right_used[j + 1] = used

    def _sort_chosen(self) -> None:
        for at in range(1, self.chosen_count):
            pair = self.chosen[at]
            place = at
            while place > 0 and self.left[self.chosen[place - 1]] > self.left[pair]:
                self.chosen[place] = self.chosen[place - 1]
                place -= 1
            self.chosen[place] = pair
