"""How unlike two words of names are, by sound and by meaning."""

from functools import cache, lru_cache

from jellyfish import damerau_levenshtein_distance

from afgraph.matching.words.distance import Tables
from afgraph.matching.words.sounds import KINDS, Costs, costs
from afgraph.matching.words.tokens import Sound, Token, heard

UNLIKE = 1.1  # words that cost more for their length are not alike
_INITIAL = 0.3
SWAPPED = 0.2  # at most, for words with two neighbouring letters in the other order
SLIP = 2.2  # what a wrong letter in a word of one letter costs; in a longer word it costs as much less
MOST_SLIPS = 2  # wrong letters of a word that are slips of the pen
SAME = 0.3  # at most, for a spelling of a word
LISTED = 0.12  # at most, for two listed spellings of one given name


@lru_cache(maxsize=50_000)
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
    return tables().cheapest(one.heard, other.heard, at_most(one, other) * root) / root


def at_most(one: Token, other: Token) -> float:
    """What it costs at most to take one word for the other, whatever they sound like: by lexicon and letters."""
    if one.key == other.key and one.script == other.script:
        return 0.0
    return LISTED if one.names & other.names else SWAPPED if swapped(one.key, other.key) else UNLIKE


def slip_cost(one: Token, other: Token) -> float:
    """As `word_cost`; a slip or two of the pen are only that, whatever they sound like."""
    cost = word_cost(one, other)
    if one.script == other.script:
        slips = damerau_levenshtein_distance(one.key, other.key)
        if slips <= MOST_SLIPS:
            cost = min(cost, SLIP * slips / max(len(one.key), len(other.key)))
    return cost


def spells(one: Token, other: Token) -> bool:
    """Whether one word is a spelling of the other."""
    return word_cost(one, other) <= SAME


def swapped(one: str, other: str) -> bool:
    """Whether two words are the same but for two neighbouring letters in the other order.

    >>> swapped("najibullah", "najibulalh"), swapped("sabah", "salah")
    (True, False)
    """
    if len(one) != len(other) or one == other:
        return False
    differ = [at for at, (left, right) in enumerate(zip(one, other, strict=True)) if left != right]
    first = differ[0]
    return differ == [first, first + 1] and one[first : first + 2] == other[first + 1] + other[first]


@cache
def tables() -> Tables:
    """The costs in use, by how many of two readings lack their vowels."""
    return Tables([costs()[kind] for kind in KINDS])


def sound_cost(one: tuple[Sound, ...], other: tuple[Sound, ...], limit: float) -> float:
    """The least cost over the readings of both words; `limit` where it is more."""
    return tables().cheapest(heard(one), heard(other), limit) if one and other else limit


def size_of(one: Token, other: Token) -> float:
    """By what the cost of two words is divided: a slip in a long word says less."""
    return tables().size(one.length, other.length)


def joined_cost(first: Token, second: Token, word: Token) -> tuple[float, float]:
    """What it costs to take one word for two: in itself, and for the length of the part that is less alike."""
    return tables().joined(first.heard, 0, second.heard, 0, word.heard, 0, UNLIKE)


def costs_of(one: Sound, other: Sound) -> Costs:
    """The costs for two readings, each with or without its vowels."""
    return costs()[KINDS[one.abjad + other.abjad]]


def _initial_cost(one: Token, other: Token) -> float:
    """An initial against a word: cheap where the word begins alike."""
    heads = [tuple(each._replace(codes=each.codes[:1]) for each in word.sounds) for word in (one, other)]
    cost = sound_cost(heads[0], heads[1], UNLIKE)
    return _INITIAL + cost if cost < 0.25 else UNLIKE
