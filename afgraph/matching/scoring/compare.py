"""How alike two names are: a probability that they spell one name, and what speaks for and against."""

import math
from collections.abc import Callable, Sequence
from functools import cache

from afgraph.data import read_table
from afgraph.matching.scoring.align import Cost, Pair, Weight, align, plain_weight
from afgraph.matching.scoring.features import Paired, features
from afgraph.matching.words.cost import word_cost
from afgraph.matching.words.tokens import Token


class Match:
    """Two names compared: how their words pair, and what each feature says. Both are worked out when asked for."""

    __slots__ = ("_compare", "_known")

    def __init__(self, compare: Callable[[], tuple[Paired, dict[str, float]]]) -> None:
        self._compare = compare
        self._known: tuple[Paired, dict[str, float]] | None = None

    def __reduce__(self) -> tuple[object, ...]:
        """Another process gets what was found."""
        return _found, self._both()

    def _both(self) -> tuple[Paired, dict[str, float]]:
        if self._known is None:
            self._known = self._compare()
        return self._known

    @property
    def names(self) -> Paired:
        """The names, and how their words pair."""
        return self._both()[0]

    @property
    def values(self) -> dict[str, float]:
        """The value of each feature."""
        return self._both()[1]

    @property
    def log_odds(self) -> float:
        """The log-odds that both are spellings of one name."""
        return weighed(self.values, "pair")

    @property
    def log_odds_listed(self) -> float:
        """The log-odds, against nobody, that the first means the second, a listed name; however long the list is."""
        return weighed(self.values, "listed")


def _found(names: Paired, values: dict[str, float]) -> Match:
    return Match(lambda: (names, values))


@cache
def weights(column: str) -> dict[str, float]:
    """The weights of the features: `pair` for two spellings, `listed` for a spelling and a listed name."""
    return {row["name"]: float(row[column]) for row in read_table("matching/weights.tsv")}


def weighed(values: dict[str, float], column: str) -> float:
    """The weighted sum of features."""
    known = weights(column)
    return known["bias"] + sum(known[name] * value for name, value in values.items())


def compare_words(
    query: Sequence[Token],
    entry: Sequence[Token],
    weigh: Weight = plain_weight,
    cost: Cost = word_cost,
    known: frozenset[int] = frozenset(),
) -> Match | None:
    """Two names, given as tokens, compared; `None` where no word of one is like a word of the other.

    `known` are the places of words of `query` that another name of the entry's bearer has.
    """
    names = Paired(query, entry, align(query, entry, weigh, cost), weigh, known)
    if not any(_telling(names, pair) for pair in names.alignment.pairs):
        return None
    return _found(Paired(query, entry, names.alignment, known=known), features(names))


def _telling(names: Paired, pair: Pair) -> bool:
    """Whether a pair is of words, not of an initial and a word."""
    return not names.left[pair.left[0]].initial and not names.right[pair.right[0]].initial


def probability(log_odds: float) -> float:
    """The probability with these log-odds.

    >>> probability(0.0)
    0.5
    """
    return 1.0 / (1.0 + math.exp(-log_odds)) if log_odds > -700 else 0.0
