"""How alike two names are: words aligned by sound, and a probability that they spell one name."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from jellyfish import jaro_winkler_similarity

from afgraph.data import read_numbers
from afgraph.matching.tokens import Token
from afgraph.romanize import consonants

_UNLIKE = 1.0
_MERGE_COST = 0.05
_SKIP_COST = 0.6
_WIDTHS = ((1, 1), (2, 1), (1, 2))  # words of the query against words of the entry
_MOST_TURNED = 5  # words of a name that may be written family name first


_Pair = tuple[float, float, str, str]


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

    pairs: tuple[_Pair, ...]
    skipped: tuple[float, float]


def _total(alignment: _Alignment) -> tuple[float, float]:
    """What an alignment costs; of equal ones the one that skips less."""
    costs = sum(cost * weight for cost, weight, _, _ in alignment.pairs)
    skipped = sum(alignment.skipped)
    return round(costs + _SKIP_COST * skipped, 9), skipped


def _alignments(query: tuple[Token, ...], entry: tuple[Token, ...]) -> Iterator[_Alignment]:
    """The alignment in the order of writing, and others only where it leaves words over on both sides."""
    straight = _align(query, entry)
    yield straight
    if len(query) == len(entry) == 2:
        yield from _crossed(query, entry)
    elif min(straight.skipped) > 0:
        yield from (_align(turned, entry) for turned in _turned(query))
        yield from (_align(query, turned) for turned in _turned(entry))


def _turned(words: tuple[Token, ...]) -> Iterator[tuple[Token, ...]]:
    """The words with the first one last, and with the last one first: where the family name may stand."""
    if 2 < len(words) <= _MOST_TURNED:
        yield (*words[1:], words[0])
        yield (words[-1], *words[:-1])


def _crossed(query: tuple[Token, ...], entry: tuple[Token, ...]) -> Iterator[_Alignment]:
    """The first word against the second and the second against the first, where both are alike."""
    first, second = _cost(query[:1], entry[1:]), _cost(query[1:], entry[:1])
    if max(first, second) < _UNLIKE:
        pairs = (_pair(first, query[:1], entry[1:]), _pair(second, query[1:], entry[:1]))
        yield _Alignment(pairs, (0.0, 0.0))


class _Cell(NamedTuple):
    """The cheapest way to the ends of both names from one place in each, and its next step.

    `total` is what it costs, `skipped` the weight it skips; the step takes `left` and `right` words at `cost`.
    """

    total: float
    skipped: float
    left: int = 0
    right: int = 0
    cost: float = 0.0


def _align(query: tuple[Token, ...], entry: tuple[Token, ...]) -> _Alignment:
    """The cheapest alignment that keeps the order of words: pairs, two words against one, and skips."""
    cells: dict[tuple[int, int], _Cell] = {(len(query), len(entry)): _Cell(0.0, 0.0)}
    for i in range(len(query), -1, -1):
        for j in range(len(entry), -1, -1):
            if (i, j) not in cells:
                cells[i, j] = min(_steps(query, entry, i, j, cells), key=_cheapest)
    return _traced(query, entry, cells)


def _cheapest(cell: _Cell) -> tuple[float, float]:
    return round(cell.total, 9), cell.skipped


def _steps(
    query: tuple[Token, ...], entry: tuple[Token, ...], i: int, j: int, cells: dict[tuple[int, int], _Cell]
) -> Iterator[_Cell]:
    if i < len(query):
        yield _skip(cells[i + 1, j], query[i].weight, 1, 0)
    if j < len(entry):
        yield _skip(cells[i, j + 1], entry[j].weight, 0, 1)
    for wide, high in _WIDTHS:
        rest = cells.get((i + wide, j + high))
        if rest is not None:
            left, right = query[i : i + wide], entry[j : j + high]
            cost = _cost(left, right) + (_MERGE_COST if wide != high else 0.0)
            if cost < _UNLIKE:
                yield _Cell(rest.total + cost * _weight(left, right), rest.skipped, wide, high, cost)


def _skip(rest: _Cell, weight: float, left: int, right: int) -> _Cell:
    return _Cell(rest.total + _SKIP_COST * weight, rest.skipped + weight, left, right)


def _traced(query: tuple[Token, ...], entry: tuple[Token, ...], cells: dict[tuple[int, int], _Cell]) -> _Alignment:
    """The alignment that the cells' steps lead along."""
    pairs, skipped = [], [0.0, 0.0]
    i = j = 0
    while (i, j) != (len(query), len(entry)):
        cell = cells[i, j]
        left, right = query[i : i + cell.left], entry[j : j + cell.right]
        if left and right:
            pairs.append(_pair(cell.cost, left, right))
        else:
            skipped[0] += sum(each.weight for each in left)
            skipped[1] += sum(each.weight for each in right)
        i, j = i + cell.left, j + cell.right
    return _Alignment(tuple(pairs), (skipped[0], skipped[1]))


def _weight(left: tuple[Token, ...], right: tuple[Token, ...]) -> float:
    return max(sum(each.weight for each in left), sum(each.weight for each in right))


def _pair(cost: float, left: tuple[Token, ...], right: tuple[Token, ...]) -> _Pair:
    return cost, _weight(left, right), " ".join(each.key for each in left), " ".join(each.key for each in right)


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
