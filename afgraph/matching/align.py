"""The words of two names paired: each with the one it is most like, whatever their order."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from afgraph.matching.tokens import Token
from afgraph.matching.words import UNLIKE, joined_cost, tables, word_cost

_MERGE = 0.05


class Pair(NamedTuple):
    """Words of one name taken for words of the other, by their places, with what that costs.

    `cost` is the cost for their length, `plain` the cost itself.
    """

    left: tuple[int, ...]
    right: tuple[int, ...]
    cost: float
    plain: float
    weight: float


@dataclass(frozen=True, slots=True)
class Alignment:
    """The pairs, and the places of the words that found no partner."""

    pairs: tuple[Pair, ...]
    left_over: tuple[int, ...]
    right_over: tuple[int, ...]


Cost = Callable[[Token, Token], float]
Weight = Callable[[Token], float]
_Scored = tuple[float, Pair]


def plain_weight(word: Token) -> float:
    """The weight of a word where no list says how common it is."""
    return word.weight


def align(
    one: Sequence[Token], other: Sequence[Token], weigh: Weight = plain_weight, cost: Cost = word_cost
) -> Alignment:
    """The words of two names paired, the likeliest pairs first; two words may stand against one.

    >>> from afgraph.matching.tokens import tokens
    >>> [pair.left for pair in align(tokens("Ahmadshah Massoud"), tokens("Ahmad Shah Mesud")).pairs]
    [(0,), (1,)]
    """
    found = _single(one, other, weigh, cost)
    alignment = _chosen(found, len(one), len(other))
    if alignment.left_over or alignment.right_over:
        merged = _merged(one, other, alignment, weigh)
        if merged:
            return _chosen(found + merged, len(one), len(other))
    return alignment


def _chosen(found: list[_Scored], left_words: int, right_words: int) -> Alignment:
    """The best pairs that share no word."""
    left, right = list(range(left_words)), list(range(right_words))
    pairs = []
    for _, pair in sorted(found, key=_order) if len(found) > 1 else found:
        if not {*pair.left}.difference(left) and not {*pair.right}.difference(right):
            pairs.append(pair)
            left = [place for place in left if place not in pair.left]
            right = [place for place in right if place not in pair.right]
    pairs.sort()
    return Alignment(tuple(pairs), tuple(left), tuple(right))


def _order(scored: _Scored) -> tuple[float, int, int]:
    """The best first; of equals the one that turns the order of words least."""
    gain, pair = scored
    i, j = pair.left[0], pair.right[0]
    return -round(gain, 6), abs(i - j), i + j


def _single(one: Sequence[Token], other: Sequence[Token], weigh: Weight, cost: Cost) -> list[_Scored]:
    found = []
    weights = [weigh(word) for word in other]
    size = tables().size
    for i, left in enumerate(one):
        mine = weigh(left)
        for j, right in enumerate(other):
            relative = cost(left, right)
            if relative < UNLIKE:
                weight = min(mine, weights[j])
                pair = Pair((i,), (j,), relative, relative * size(left.length, right.length), weight)
                found.append((weight * (1 - relative / UNLIKE), pair))
    return found


def _merged(one: Sequence[Token], other: Sequence[Token], single: Alignment, weigh: Weight) -> list[_Scored]:
    """Pairs of two neighbours against one word, on either side, where one of the two has no partner of its own."""
    found = []
    for i, j in _neighbours(len(one), single.left_over):
        for at, word in enumerate(other):
            found += _two_to_one(one[i : j + 1], word, (i, j), (at,), weigh)
    for i, j in _neighbours(len(other), single.right_over):
        for at, word in enumerate(one):
            found += [_turned(each) for each in _two_to_one(other[i : j + 1], word, (i, j), (at,), weigh)]
    return found


def _neighbours(count: int, over: Sequence[int]) -> list[tuple[int, int]]:
    return [(at, at + 1) for at in range(count - 1) if at in over or at + 1 in over]


def _may_join(first: Token, second: Token, word: Token) -> bool:
    """Whether two words may be one that is written apart: they begin alike, and their length fits."""
    if first.initial or second.initial or not first.sounds or not second.sounds or not word.sounds:
        return False
    return not first.heads or not word.heads or bool(first.heads & word.heads)


def _turned(scored: _Scored) -> _Scored:
    gain, pair = scored
    return gain, pair._replace(left=pair.right, right=pair.left)


def _two_to_one(
    two: Sequence[Token], word: Token, places: tuple[int, ...], place: tuple[int, ...], weigh: Weight
) -> list[_Scored]:
    first, second = two
    if not _may_join(first, second, word):
        return []
    cost, relative = joined_cost(first, second, word)
    relative += _MERGE
    if relative >= UNLIKE:
        return []
    weight = (weigh(first) + weigh(second) + weigh(word)) / 2
    return [(weight * (1 - relative / UNLIKE), Pair(places, place, relative, cost + _MERGE, weight))]
