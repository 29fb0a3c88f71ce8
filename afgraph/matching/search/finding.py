# cython: annotation_typing=False
"""What a text was found to mean in an index, and how.

This module may be compiled: the types of its variables stand in `finding.pxd`, and the same source runs as it is.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Literal, NamedTuple

from afgraph.matching.scoring.compare import Match
from afgraph.matching.search.entries import Entry

How = Literal["verbatim", "folded", "lookalike", "initials", "carried", "similar", "judged"]


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that a text may mean, how it was found, and the log-odds that both are one name.

    `verbatim`: written alike, but for case; `folded`: but for marks and punctuation too; `lookalike`: but for letters
    of two scripts that look alike; `initials`: the first letters of its words; `carried`: a part of a name that the
    text holds in full; `similar`: compared, with the `match`; `judged`: by nothing but a person's word.
    """

    entry: Entry
    log_odds: float
    how: How
    match: Match | None = None


class Finding(NamedTuple):
    """A hit before its entry is made: the place of the entry, and the rest of the hit.

    `matches` gives the match of a place.
    """

    at: int
    log_odds: float
    how: How
    matches: Callable[[int], Match] | None = None

    @property
    def match(self) -> Match | None:
        """How text and name compare, where they were compared."""
        return None if self.matches is None else self.matches(self.at)


BEST_FIRST = attrgetter("log_odds")


class Findings:
    """The best finding of each place, and the best of all, with its log-odds.

    `slips` is by how few slips the best or another one differs, -1 until somebody has counted them.
    """

    def __init__(self) -> None:
        self._by_place: dict[int, Finding] = {}
        self.best: Finding | None = None
        self.odds = -math.inf
        self.slips = -1

    def take(self, at: int, log_odds: float, matches: Callable[[int], Match]) -> None:
        """Keep a comparison with a listed name if it is the best one of it."""
        known = self._by_place.get(at)
        if known is None or log_odds > known.log_odds:
            found = self._by_place[at] = Finding(at, log_odds, "similar", matches)
            self.slips = -1
            if log_odds > self.odds:
                self.best, self.odds = found, log_odds

    def reach(self, log_odds: float) -> bool:
        """Whether the best is at least so likely."""
        return self.odds >= log_odds

    def all(self) -> list[Finding]:
        """The best of each place."""
        return list(self._by_place.values())


def tied(found: Sequence[Finding]) -> bool:
    """Whether two of some findings, the likeliest first, are equally likely."""
    before = math.inf
    for each in found:
        if each.log_odds == before:
            return True
        before = each.log_odds
    return False
