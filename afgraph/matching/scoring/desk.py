# cython: boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True, annotation_typing=False
"""Room to score one name after another beside a query.

This module may be compiled: the types of its variables stand in `desk.pxd`, and the same source runs as it is.
"""

from array import array

from afgraph.matching.scoring import features
from afgraph.matching.scoring.facing import Facing
from afgraph.matching.scoring.pairing import Pairing
from afgraph.matching.scoring.profile import Links, Profile
from afgraph.matching.scoring.tally import Tally


class Desk:
    """Room to score one name after another: a table of words, the pairs of a name, and what they say together.

    `here` are the columns of the name's words.
    """

    def __init__(self, facing: Facing, lefts: int, widest: int) -> None:
        self.facing, self.pairing, self.tally = facing, Pairing(lefts * widest * 3 + 1), Tally()
        self.here = array("i", bytes(4 * (widest + 1)))
        self.query: list[Links] = []
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
