"""How unlike two words of names are, by sound and by meaning."""

import math
from collections.abc import Iterator
from functools import lru_cache
from itertools import product

from afgraph.matching.distance import distance
from afgraph.matching.sounds import KINDS, Costs, costs
from afgraph.matching.tokens import Sound, Token

UNLIKE = 1.1  # words that cost more for their length are not alike
_INITIAL = 0.3
_LISTED = 0.12  # at most, for two listed spellings of one given name
_SHORT = 3.0  # phonemes of a word whose slips count in full


@lru_cache(maxsize=1_000_000)
def word_cost(one: Token, other: Token) -> float:
    """What it costs to take one word for the other for their length: 0 for the same, `UNLIKE` for nothing alike."""
    if one is other or (one.key == other.key and one.script == other.script):
        return 0.0
    if one.meanings & other.meanings:
        return 0.0
    if one.initial or other.initial:
        return _initial_cost(one, other)
    if not one.sounds or not other.sounds:
        return UNLIKE
    root = size_of(one, other)
    most = _LISTED if one.names & other.names else UNLIKE
    return sound_cost(one.sounds, other.sounds, most * root) / root


def size(one: int, other: int) -> float:
    """By what the cost of two words of so many phonemes is divided: a slip in a long word says less."""
    return math.sqrt(max(one, other) / _SHORT)


def sound_cost(one: tuple[Sound, ...], other: tuple[Sound, ...], limit: float) -> float:
    """The least cost over the readings of both words; `limit` where it is more.

    Each word's further readings stand against the other's likeliest one; two further readings are only looked at
    for being the same.
    """
    if not one or not other:
        return limit
    best = _shared(one, other, limit)
    for left, right in _readings(one, other):
        penalty = left.penalty + right.penalty
        if penalty < best:
            best = min(best, penalty + read_cost(left.codes, right.codes, left.abjad + right.abjad))
    return best


@lru_cache(maxsize=1_000_000)
def read_cost(left: bytes, right: bytes, abjads: int) -> float:
    """What it costs to take one reading for another; `abjads` is how many of them lack their vowels."""
    return distance(left, right, costs()[KINDS[abjads]], UNLIKE * size(len(left), len(right)))


def _readings(one: tuple[Sound, ...], other: tuple[Sound, ...]) -> Iterator[tuple[Sound, Sound]]:
    for right in other:
        yield one[0], right
    for left in one[1:]:
        yield left, other[0]


def _shared(one: tuple[Sound, ...], other: tuple[Sound, ...], limit: float) -> float:
    """The penalty of the likeliest reading that both words have."""
    if len(one) == 1 or len(other) == 1:
        return limit
    known = {each.codes: each.penalty for each in one}
    return min((known[each.codes] + each.penalty for each in other if each.codes in known), default=limit)


def size_of(one: Token, other: Token) -> float:
    """`size` of two words."""
    return size(*(len(each.sounds[0].codes) if each.sounds else 1 for each in (one, other)))


def joined_cost(first: Token, second: Token, word: Token) -> tuple[float, float]:
    """What it costs to take one word for two: in itself, and for the length of the part that is less alike.

    The word is cut where both parts fit best; a part that fits badly is not made up for by one that fits well.
    """
    best = UNLIKE, UNLIKE
    for whole in word.sounds[:3]:
        for left, right in product(first.sounds[:2], second.sounds[:2]):
            penalty = whole.penalty + left.penalty + right.penalty
            for cut in _cuts(len(left.codes), len(right.codes), len(whole.codes)):
                one = read_cost(left.codes, whole.codes[:cut], left.abjad + whole.abjad)
                other = read_cost(right.codes, whole.codes[cut:], right.abjad + whole.abjad)
                relative = penalty + max(
                    one / size(len(left.codes), cut), other / size(len(right.codes), len(whole.codes) - cut)
                )
                best = min(best, (relative, penalty + one + other))
    return best[1], best[0]


def _cuts(first: int, second: int, whole: int) -> range:
    """Where a word may be cut for two words of so many sounds: about where the first ends, counted from either end."""
    places = (first, whole - second)
    return range(max(1, min(places) - 1), min(whole - 1, max(places) + 1) + 1)


def costs_of(one: Sound, other: Sound) -> Costs:
    """The costs for two readings, each with or without its vowels."""
    return costs()[KINDS[one.abjad + other.abjad]]


def _initial_cost(one: Token, other: Token) -> float:
    """An initial against a word: cheap where the word begins alike."""
    heads = [tuple(each._replace(codes=each.codes[:1]) for each in word.sounds) for word in (one, other)]
    cost = sound_cost(heads[0], heads[1], UNLIKE)
    return _INITIAL + cost if cost < 0.25 else UNLIKE
