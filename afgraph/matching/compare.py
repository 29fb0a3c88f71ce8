"""How alike two names are: words aligned by sound, and a probability that they spell one name."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from jellyfish import jaro_winkler_similarity

from afgraph.data import read_numbers
from afgraph.matching.tokens import Token
from afgraph.romanize import consonants

_UNLIKE = 1.0
_MERGE_COST = 0.05
_MOST_TURNED = 5  # words of a name that may be written family name first


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason for or against: a feature, its weight in log-odds, and what it says in words."""

    feature: str
    weight: float
    says: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two names compared. `log_odds` is of their being spellings of one name; features are costs, 0 for none.

    `worst` is the unlikest pair of words, `mean` the average over pairs, `skipped_query` and `skipped_entry` the
    weight of words that found no partner.
    """

    log_odds: float
    worst: float
    mean: float
    skipped_query: float
    skipped_entry: float
    pairs: tuple[tuple[str, str], ...]


@cache
def _weights() -> dict[str, float]:
    return read_numbers("matching/weights.tsv")


def compare_words(query: Sequence[Token], entry: Sequence[Token]) -> Comparison | None:
    """Two names, given as tokens, compared; `None` where no word of one is like a word of the other."""
    best = min(_alignments(tuple(query), tuple(entry)), key=_total, default=None)
    if best is None or not best.pairs:
        return None
    total = sum(weight for _, weight, _, _ in best.pairs)
    worst = max(cost for cost, _, _, _ in best.pairs)
    mean = sum(cost * weight for cost, weight, _, _ in best.pairs) / total
    skipped_query, skipped_entry = best.skipped
    features = {"worst": worst, "mean": mean, "skipped_query": skipped_query, "skipped_entry": skipped_entry}
    weights = _weights()
    log_odds = weights["bias"] + sum(weights[name] * value for name, value in features.items())
    return Comparison(log_odds=log_odds, pairs=tuple((q, e) for _, _, q, e in best.pairs), **features)


def probability(log_odds: float) -> float:
    """The probability with these log-odds.

    >>> probability(0.0)
    0.5
    """
    return 1.0 / (1.0 + math.exp(-log_odds)) if log_odds > -700 else 0.0


@dataclass(frozen=True, slots=True)
class _Alignment:
    """Pairs as (cost, weight, query word, entry word), and the skipped weights of query and entry."""

    pairs: tuple[tuple[float, float, str, str], ...]
    skipped: tuple[float, float]


def _total(alignment: _Alignment) -> tuple[float, float]:
    """What an alignment costs; of equal ones the one that skips less."""
    costs = sum(cost * weight for cost, weight, _, _ in alignment.pairs)
    skipped = sum(alignment.skipped)
    return round(costs + 0.6 * skipped, 9), skipped


def _alignments(query: tuple[Token, ...], entry: tuple[Token, ...]) -> Iterator[_Alignment]:
    yield _align(query, entry)
    if len(query) == len(entry) == 2:
        yield from _crossed(query, entry)
    else:
        for turned in _turned(query):
            yield _align(turned, entry)
        for turned in _turned(entry):
            yield _align(query, turned)


def _turned(words: tuple[Token, ...]) -> Iterator[tuple[Token, ...]]:
    """The words with the first one last, and with the last one first: where the family name may stand."""
    if 2 < len(words) <= _MOST_TURNED:
        yield (*words[1:], words[0])
        yield (words[-1], *words[:-1])


def _crossed(query: tuple[Token, ...], entry: tuple[Token, ...]) -> Iterator[_Alignment]:
    """The first word against the second and the second against the first, where both are alike."""
    first, second = _cost(query[:1], entry[1:]), _cost(query[1:], entry[:1])
    if max(first, second) < _UNLIKE:
        rest = _pair(_Alignment((), (0.0, 0.0)), second, query[1:], entry[:1])
        yield _pair(rest, first, query[:1], entry[1:])


def _align(query: tuple[Token, ...], entry: tuple[Token, ...]) -> _Alignment:
    """The cheapest alignment that keeps the order of words: pairs, two words against one, and skips."""
    table: dict[tuple[int, int], _Alignment] = {(len(query), len(entry)): _Alignment((), (0.0, 0.0))}
    for i in range(len(query), -1, -1):
        for j in range(len(entry), -1, -1):
            if (i, j) not in table:
                table[i, j] = min(_steps(query, entry, i, j, table), key=_total)
    return table[0, 0]


def _steps(
    query: tuple[Token, ...], entry: tuple[Token, ...], i: int, j: int, table: dict[tuple[int, int], _Alignment]
) -> Iterator[_Alignment]:
    if i < len(query):
        yield _skip(table[i + 1, j], query[i].weight, 0.0)
    if j < len(entry):
        yield _skip(table[i, j + 1], 0.0, entry[j].weight)
    for width_q, width_e in ((1, 1), (2, 1), (1, 2)):
        if i + width_q <= len(query) and j + width_e <= len(entry):
            left, right = query[i : i + width_q], entry[j : j + width_e]
            cost = _cost(left, right) + (_MERGE_COST if width_q != width_e else 0.0)
            if cost < _UNLIKE:
                yield _pair(table[i + width_q, j + width_e], cost, left, right)


def _skip(rest: _Alignment, query: float, entry: float) -> _Alignment:
    return _Alignment(rest.pairs, (rest.skipped[0] + query, rest.skipped[1] + entry))


def _pair(rest: _Alignment, cost: float, left: tuple[Token, ...], right: tuple[Token, ...]) -> _Alignment:
    weight = max(sum(each.weight for each in left), sum(each.weight for each in right))
    words = " ".join(each.key for each in left), " ".join(each.key for each in right)
    return _Alignment(((cost, weight, *words), *rest.pairs), rest.skipped)


@lru_cache(maxsize=400_000)
def _cost(left: tuple[Token, ...], right: tuple[Token, ...]) -> float:
    """How unlike two words (or a word and two) sound, 0 for the same, 1 for nothing in common."""
    alike = len({each.vocalised for each in (*left, *right)}) == 1
    likeness = max(_likeness(one, other, vowels=alike) for one in _spoken(left) for other in _spoken(right))
    shared = _skeletons(left) & _skeletons(right)
    return min(1.0, (1 - likeness) * (0.6 if shared else 1.8))


def _likeness(one: str, other: str, *, vowels: bool) -> float:
    """How alike two readings are; without `vowels` where only one of them writes them."""
    if one.isdecimal() or other.isdecimal():
        return float(one == other)
    if not vowels:
        one, other = consonants(one) or one, consonants(other) or other
    first, second = sorted((one, other))  # the measure depends on their order
    return jaro_winkler_similarity(first, second)


def _spoken(words: tuple[Token, ...]) -> list[str]:
    if len(words) == 1:
        return list(words[0].readings)
    return [one + other for one in words[0].readings[:3] for other in words[1].readings[:3]]


def _skeletons(words: tuple[Token, ...]) -> set[str]:
    found = {""}
    for word in words:
        found = {before + each for before in found for each in (word.skeletons or {""})}
    return found - {""}
