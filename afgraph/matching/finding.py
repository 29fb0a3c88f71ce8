"""What a text was found to mean in an index, and how."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from afgraph.matching.compare import Match
from afgraph.matching.entries import Entry

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
    """A hit before its entry is made: the place of the entry, and the rest of the hit."""

    at: int
    log_odds: float
    how: How
    match: Match | None = None
