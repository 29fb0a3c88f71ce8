# cython: boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True, annotation_typing=False
"""What the pairs of two names' words say together: the features of `features.py`, added up pair by pair, and weighed.

This module may be compiled: the types of its variables stand in `tally.pxd`, and the same source runs as it is.
"""

from collections.abc import Sequence

from afgraph.matching.scoring import features

TOGETHER, APART = 1, 2
_FAR, _MOST_SLIP = 0.3, 1.5  # as in features.py
_NOWHERE = 99
_ALL = [
    "worst", "far", "slip", "head", "ending", "mean", "replaced", "share", "left_out", "inside", "second",
    "complete", "elsewhere", "opening", "closing", "begot", "kunya", "turned", "bare", "lapse", "apart",
    "together", "surface", "letters", "heard", "matched", "plenty", "lone", "single", "brief", "long", "mixed",
    "unvocalised", "nearly",
]  # fmt: skip


def knows_all(named: Sequence[str]) -> bool:
    """Whether the features with these names are those that are weighed here, in their order."""
    return list(named) == _ALL


class Tally:
    """The sums for one pair of names at a time; `begin` starts anew."""

    def __init__(self) -> None:
        self.is_together, self.is_apart = TOGETHER, APART
        self.telling, self.middle, self.common = features.TELLING, features.MIDDLE, features.COMMON
        self.most_matched, self.enough, self.one_word = features.MOST_MATCHED, features.ENOUGH, features.ONE_WORD
        self.lapse, self.brief, self.long = features.LAPSE, features.BRIEF, features.LONG
        self.nearly = features.NEARLY
        self.left_opens = self.left_closes = self.right_opens = self.right_closes = 0
        self.begin(-1, -1)

    def begin(self, left_son: int, right_son: int) -> None:
        """Start anew, with the places of the words that say "son of"."""
        self.left_son, self.right_son = left_son, right_son
        self.worst = self.slip = self.head = self.ending = self.total = self.paid = 0.0
        self.behind_abu = self.apart = self.longest = self.latin = self.other_script = self.sounding = self.misspelt = (
            0.0
        )
        self.left = self.right = self.inside = self.second = self.elsewhere = 0.0
        self.opening = self.closing = 1.0
        self.together = self.complete = True
        self.turned, self.before_right, self.crossed, self.kept = False, -1, 0, 0
        self.left_first = self.right_first = _NOWHERE
        self.left_last = self.right_last = -1

    def costs(self, cost: float, plain: float, weight: float, head: float, ending: float) -> None:
        """A pair with what it costs, and how its words begin and end."""
        share = 2 * weight if weight < 0.5 else 1.0
        if cost * share > self.worst:
            self.worst = cost * share
        if plain > _MOST_SLIP:
            plain = _MOST_SLIP
        if plain * share > self.slip:
            self.slip = plain * share
        if head * share > self.head:
            self.head = head * share
        if ending * share > self.ending:
            self.ending = ending * share
        self.total += weight
        self.paid += cost * weight

    def reaches(self, length: float) -> None:
        """The phonemes of the shorter side of a pair."""
        if length > self.longest:
            self.longest = length

    def merged(self, weight: float) -> None:
        """A pair of two words against one: of these nothing more is known."""
        self.together = False
        self.misspelt += weight

    def knows(self, listed: int, heard: float, written: float, misspelt: float, weight: float, latin: int) -> None:
        """What is known of a pair of one word against one: listed spellings, sounds, letters."""
        self.misspelt += weight * misspelt
        if listed == self.is_apart:
            self.apart += weight
        if listed != self.is_together:
            self.together = False
        self.sounding += heard * weight
        if latin:
            self.latin += weight * written
        else:
            self.other_script += weight * written

    def stands(self, i: int, i_last: int, j: int, j_last: int, weight: float) -> None:
        """The places of a pair's words, in the order of the first name."""
        if j < self.before_right:
            self.turned = True
        self.before_right = j
        if i <= self.left_opens <= i_last and j <= self.right_opens <= j_last:
            self.opening = 0.0
        if i <= self.left_closes <= i_last and j <= self.right_closes <= j_last:
            self.closing = 0.0
        if weight < self.telling:
            return
        self.kept += 1
        if i < self.left_first:
            self.left_first = i
        if i_last > self.left_last:
            self.left_last = i_last
        if j < self.right_first:
            self.right_first = j
        if j_last > self.right_last:
            self.right_last = j_last
        if self.left_son >= 0 and self.right_son >= 0:
            if i < self.left_son and j >= self.right_son:
                self.crossed |= 1
            elif i >= self.left_son and j < self.right_son:
                self.crossed |= 2

    def within(self, weight: float, before: float) -> None:
        """A word without partner in the middle of its name, behind one of the weight `before`."""
        share = self.middle * weight
        if share > 1.0:
            share = 1.0
        self.inside += share
        if before < self.common:
            self.second += share

    def log_odds(self, factors: Sequence[float], lefts: int, rights: int, mixed: int, abjad: int) -> float:
        """The sums weighed; whether the first words are of two scripts, and whether one is written without vowels."""
        return factors[0] + self._of_pairs(factors) + self._of_whole(factors, lefts, rights, mixed, abjad)

    def _of_pairs(self, factors: Sequence[float]) -> float:
        """What the pairs say, and the words without partner."""
        found = factors[1] * self.worst + factors[3] * self.slip + factors[4] * self.head + factors[5] * self.ending
        if self.worst > _FAR:
            found += factors[2] * (self.worst - _FAR)
        replaced = self.left if self.left < self.right else self.right
        found += factors[7] * replaced
        found += factors[8] * (replaced / (replaced + self.total) if replaced + self.total > 0 else 1.0)
        found += factors[9] * abs(self.left - self.right) + factors[10] * self.inside + factors[11] * self.second
        if self.complete:
            found += factors[12]
        found += factors[13] * self.elsewhere + factors[14] * self.opening + factors[15] * self.closing
        if self.crossed == 3:
            found += factors[16]
        found += factors[17] * self.behind_abu + factors[21] * self.apart
        if self.turned:
            found += factors[18]
        if self.together:
            found += factors[22]
        if self.total > 0:
            found += factors[6] * (self.paid / self.total) + factors[25] * (self.sounding / self.total)
            found += factors[23] * (self.latin / self.total) + factors[24] * (self.other_script / self.total)
            alike = 1.0 - self.misspelt / self.total / self.nearly
            if alike > 0:
                found += factors[34] * alike
        return found

    def _of_whole(self, factors: Sequence[float], lefts: int, rights: int, mixed: int, abjad: int) -> float:
        """What the names as wholes say: how much is alike, how long, in which scripts."""
        matched = self.total if self.total < self.most_matched else self.most_matched
        found = factors[26] * matched
        if matched > self.enough:
            found += factors[27] * (matched - self.enough)
        if matched <= self.one_word:
            found += factors[19] * self.ending
            found += factors[20] * (self.slip / self.lapse if self.slip < self.lapse else 1.0)
        if (lefts == 1) != (rights == 1) and not self.complete:
            found += factors[28]
        beyond = self.longest - self.brief
        if beyond <= 0:
            found += factors[30]
        else:
            found += factors[31] * (beyond / self.long if beyond < self.long else 1.0)
        if lefts == 1 and rights == 1:
            found += factors[29]
            if mixed:
                found += factors[32]
            if abjad:
                found += factors[33]
        return found
