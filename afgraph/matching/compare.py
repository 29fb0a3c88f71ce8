"""How alike two names are: a probability that they spell one name, and what speaks for and against."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from afgraph.data import read_numbers
from afgraph.matching.align import Weight, align, plain_weight
from afgraph.matching.features import FEATURES, Paired, features
from afgraph.matching.tokens import Token


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason for or against: a feature, its weight in log-odds, and what it says in words."""

    feature: str
    weight: float
    says: str


@dataclass(frozen=True, slots=True)
class Match:
    """Two names compared: `log_odds` of their being spellings of one name, how their words pair, and the features."""

    log_odds: float
    names: Paired
    values: dict[str, float]


@cache
def _weights() -> dict[str, float]:
    return read_numbers("matching/weights.tsv")


def compare_words(query: Sequence[Token], entry: Sequence[Token], weigh: Weight = plain_weight) -> Match | None:
    """Two names, given as tokens, compared; `None` where no word of one is like a word of the other."""
    names = Paired(query, entry, align(query, entry, weigh), weigh)
    if not names.alignment.pairs:
        return None
    values = features(names)
    weights = _weights()
    return Match(weights["bias"] + sum(weights[name] * value for name, value in values.items()), names, values)


def probability(log_odds: float) -> float:
    """The probability with these log-odds.

    >>> probability(0.0)
    0.5
    """
    return 1.0 / (1.0 + math.exp(-log_odds)) if log_odds > -700 else 0.0
