"""Reasons for and against, in words that a reporter reads."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from afgraph.data import read_table
from afgraph.matching.scoring.align import Pair
from afgraph.matching.scoring.compare import Match, weights
from afgraph.matching.scoring.features import Paired

_LEAST = 0.005  # log-odds that are worth a line


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason for or against: a feature, its weight in log-odds, and what it says in words."""

    feature: str
    weight: float
    says: str


def evidence_of(match: Match, *, listed: bool = False) -> list[Evidence]:
    """What each feature of two compared names says; their weights add up to the log-odds.

    `listed` where the second name is one of a list; without it the two names are compared for themselves.
    """
    column = "listed" if listed else "pair"
    weighed = {name: weights(column)[name] * value for name, value in (("bias", 1.0), *match.values.items())}
    words = _words(match.names)
    return [
        Evidence(name, weight, _says()[name].format_map(words))
        for name, weight in weighed.items()
        if abs(weight) >= _LEAST
    ]


@cache
def _says() -> dict[str, str]:
    return {row["feature"]: row["says"] for row in read_table("matching/says.tsv")}


def _words(names: Paired) -> dict[str, str]:
    """What stands in the braces of the sentences."""
    pairs = names.alignment.pairs
    worst = max(pairs, key=lambda pair: (pair.cost, pair.left))
    left, right = _pair_words(names, worst)
    left_over = _quoted(names.left[place].word for place in names.alignment.left_over)
    right_over = _quoted(names.right[place].word for place in names.alignment.right_over)
    return {
        "left": left,
        "right": right,
        "left_over": left_over,
        "right_over": right_over,
        "over": ", ".join(each for each in (left_over, right_over) if each),
        "pairs": ", ".join(" = ".join(_pair_words(names, pair)) for pair in pairs),
    }


def _pair_words(names: Paired, pair: Pair) -> tuple[str, str]:
    return (
        _quoted(names.left[place].word for place in pair.left),
        _quoted(names.right[place].word for place in pair.right),
    )


def _quoted(words: Iterator[str]) -> str:
    return " ".join(words)
