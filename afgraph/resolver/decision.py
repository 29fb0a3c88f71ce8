"""What becomes of a spelling by the log-odds of its candidates."""

import math
from collections.abc import Sequence

from afgraph.data import read_numbers
from afgraph.resolver.resolution import Outcome

MOST = 20  # entities that share the probability


class Decision:
    """The limits between the outcomes (`matching/decision.tsv`)."""

    def __init__(self) -> None:
        limits = read_numbers("matching/decision.tsv")
        self._match, self._nil, self._nil_ahead = (limits[name] for name in ("match", "nil", "nil_ahead"))

    def of(self, scores: Sequence[float]) -> Outcome:
        """A match where the best takes most of the probability; nobody where "nobody" does, or is far ahead of all."""
        best = scores[0] if scores else 0.0
        if best >= self._match:
            return "match"
        nobody = 1.0 - sum(scores)
        return "nil" if nobody >= self._nil or nobody >= self._nil_ahead * best else "ambiguous"


def probabilities(log_odds: Sequence[float]) -> tuple[float, ...]:
    """The probability of each candidate where all of them and "nobody" share one.

    >>> probabilities([0.0])
    (0.5,)
    """
    odds = [math.exp(each) for each in log_odds]
    scale = 1.0 + sum(odds)
    return tuple([each / scale for each in odds])
