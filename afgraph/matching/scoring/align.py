"""The words of two names paired: each with the one it is most like, whatever their order."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from afgraph.matching.words.cost import UNLIKE, joined_cost, tables, word_cost
from afgraph.matching.words.tokens import Token

MERGE = 0.05
_MOST_WEIGHED = 16  # pairs of which every set is weighed; of more the best are taken first
_LEAST_GAIN = 1e-6


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

    >>> from afgraph.matching.words.tokens import tokens
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
    """The pairs that share no word and gain the most together."""
    taken = _best_first(found)
    if len(taken) + 1 < len(found) <= _MOST_WEIGHED:
        taken = _best_together(found, taken)
    pairs = tuple(sorted(pair for _, pair in taken))
    left = {at for pair in pairs for at in pair.left}
    right = {at for pair in pairs for at in pair.right}
    return Alignment(
        pairs,
        tuple(at for at in range(left_words) if at not in left),
        tuple(at for at in range(right_words) if at not in right),
    )


def _best_first(found: list[_Scored]) -> list[_Scored]:
    """The best pair, then the best of those that share no word with it, and so on: most often the best of all."""
    taken = []
    left: set[int] = set()
    right: set[int] = set()
    for scored in sorted(found, key=_order) if len(found) > 1 else found:
        pair = scored[1]
        if left.isdisjoint(pair.left) and right.isdisjoint(pair.right):
            taken.append(scored)
            left.update(pair.left)
            right.update(pair.right)
    return taken


def _best_together(found: list[_Scored], taken: list[_Scored]) -> list[_Scored]:
    """The set of pairs that gains the most; `taken` where none gains more than it."""
    ordered = sorted(found, key=_order)
    rest = [0.0] * (len(ordered) + 1)  # what all later pairs could gain at most
    for at in range(len(ordered) - 1, -1, -1):
        rest[at] = rest[at + 1] + ordered[at][0]
    best, most = taken, sum(gain for gain, _ in taken) + _LEAST_GAIN
    waiting: list[tuple[int, float, list[_Scored]]] = [(0, 0.0, [])]
    while waiting:
        at, gained, chosen = waiting.pop()
        if gained > most:
            best, most = chosen, gained
        if at == len(ordered) or gained + rest[at] <= most:
            continue
        waiting.append((at + 1, gained, chosen))
        if all(_apart(ordered[at][1], pair) for _, pair in chosen):
            waiting.append((at + 1, gained + ordered[at][0], [*chosen, ordered[at]]))
    return best


def _apart(one: Pair, other: Pair) -> bool:
    return not {*one.left}.intersection(other.left) and not {*one.right}.intersection(other.right)


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
    relative += MERGE
    if relative >= UNLIKE:
        return []
    weight = (weigh(first) + weigh(second) + weigh(word)) / 2
    return [(weight * (1 - relative / UNLIKE), Pair(places, place, relative, cost + MERGE, weight))]
