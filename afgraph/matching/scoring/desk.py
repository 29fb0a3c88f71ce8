# cython: boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True, annotation_typing=False
"""Room to score one name after another beside a query.

This module may be compiled: the types of its variables stand in `desk.pxd`, and the same source runs as it is.
"""

from array import array
from collections.abc import Sequence

from afgraph.matching.scoring import features
from afgraph.matching.scoring.facing import Facing
from afgraph.matching.scoring.pairing import Pairing
from afgraph.matching.scoring.profile import Links, Profile
from afgraph.matching.scoring.tally import Tally

_MOST_WORDS = 64  # of a query, and more


class Desk:
    """Room to score one name after another: a table of words, the pairs of a name, and what they say together.

    `here` are the columns of the name's words.
    """

    def __init__(self, facing: Facing, lefts: int, widest: int) -> None:
        self.facing, self.pairing, self.tally = facing, Pairing(lefts * widest * 3 + 1), Tally()
        self.here = array("i", bytes(4 * (widest + 1)))
        self.query: list[Links] = []
        self.borne: dict[int, bool] = {}  # whether a bearer has a word of the query in any name, by both
        self.telling = features.TELLING

    def word(self, side: int, at: int) -> Profile:
        """A word of the query, or on the other side of the name."""
        return self.facing.others[self.here[at]] if side else self.facing.mine[at]

    def behind_abu(self, side: int, at: int) -> bool:
        """Whether a word stands behind Abu."""
        return at > 0 and self.word(side, at - 1).father

    def son(self, side: int, count: int) -> int:
        """The place of the first word that says "son of"."""
        for at in range(count):
            if self.word(side, at).son:
                return at
        return -1

    def tells(self, side: int, count: int, last: int) -> int:
        """The place of the first word, or the `last`, that tells who is named; the first of all where none does."""
        for step in range(count):
            at = count - 1 - step if last else step
            weight = self.facing.right_weight[self.here[at]] if side else self.facing.left_weight[at]
            if weight >= self.telling:
                return at
        return 0

    def elsewhere(self, lefts: int, others: Sequence[int], starts: Sequence[int], named: Sequence[int]) -> list[int]:
        """The words of the query without a partner that stand in any of one bearer's names, which are at `others`.

        `starts` and `named` are as in `Scorer`. The plain reference is `afgraph.matching.search.borne`.
        """
        if len(others) < 2:
            return []
        return [i for i in range(lefts) if not self.pairing.left_used[i] and self._bears(i, others, starts, named)]

    def _bears(self, i: int, others: Sequence[int], starts: Sequence[int], named: Sequence[int]) -> bool:
        """Whether a word of the query is a spelling of one of some names' words; found once for each bearer."""
        key = others[0] * _MOST_WORDS + i
        known = self.borne.get(key)
        if known is None:
            known = self.borne[key] = self._stands(i, others, starts, named)
        return bool(known)

    def _stands(self, i: int, others: Sequence[int], starts: Sequence[int], named: Sequence[int]) -> bool:
        for at in others:
            for place in range(starts[at], starts[at + 1]):
                if self.facing.spells(i, named[place]):
                    return True
        return False

    def end(self) -> None:
        """Clear it."""
        self.facing.end()
        self.borne.clear()
