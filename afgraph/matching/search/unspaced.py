# cython: boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True, annotation_typing=False
"""Listed names found by their consonants alone, wherever the blanks are: Talibxan for Taleb Khan.

This module may be compiled: the types of its variables stand in `unspaced.pxd`, and the same source runs as it is.
"""

from collections.abc import Sequence
from itertools import islice, product

from afgraph.matching.arrays.keys import Keys, KeyTable
from afgraph.matching.arrays.tables import table_of
from afgraph.matching.words.tokens import Token, all_tokens

_WHOLE, _LESS = "u", "u-"  # all consonants of a name; all but one
_MOST_KEYS = 4  # ways to read one name
_SHORTEST = 3  # consonants
_LONG = 6  # consonants of a name that may lack one
_MOST_FOUND = 60


class Unspaced:
    """The places of names by the skeletons of all their words written as one, whole and with a consonant less."""

    def __init__(self, table: KeyTable) -> None:
        self._table = table

    @classmethod
    def among(cls, names: Sequence[str]) -> "Unspaced":
        """The places of some names."""
        return cls(table_of(near_keys(all_tokens(name)) for name in names))

    def of(self, words: Sequence[Token]) -> list[int]:
        """The places of the names that sound like all words of a query but for vowels, blanks and one consonant."""
        return self._under(_nearly(words))

    def alike(self, words: Sequence[Token]) -> list[int]:
        """The places of the names that sound like all words of a query but for vowels and blanks."""
        return self._under(_near(words, True))  # noqa: FBT003

    def _under(self, keys: Keys) -> list[int]:
        table = self._table
        found: list[int] = []
        for key in range(keys.count):
            at = table.slot(keys.held[key])
            if at < 0:
                continue
            before = len(found)
            for place in range(table.starts[at], table.starts[at + 1]):
                if before == 0 or table.members[place] not in found:  # under one key each stands once
                    found.append(table.members[place])
                    if len(found) == _MOST_FOUND:
                        return found
        return found


def alike(one: str, other: str) -> bool:
    """Whether two names have the same consonants, once the blanks of either are gone.

    >>> alike("Talibxan", "Taleb Khan"), alike("Talibxan", "Taleb Jan")
    (True, False)
    """
    return (" " in one.strip() or " " in other.strip()) and not set(_keys(all_tokens(one))).isdisjoint(
        _keys(all_tokens(other))
    )


def same_blanks(one: Sequence[Token], other: Sequence[Token]) -> bool:
    """Whether two names have their blanks at the same places, but for a consonant more or less before each or behind.

    >>> same_blanks(all_tokens("Talib Khan"), all_tokens("Taleb Jan"))
    True
    >>> same_blanks(all_tokens("Ash Dostum"), all_tokens("Rashid Dostum"))
    True
    >>> same_blanks(all_tokens("Talibxan"), all_tokens("Taleb Khan"))
    False
    """
    if len(one) != len(other):
        return False
    before = behind = 0
    for at in range(len(one)):
        behind += _length(one[at].skeletons) - _length(other[at].skeletons)
    for at in range(len(one) - 1):
        more = _length(one[at].skeletons) - _length(other[at].skeletons)
        before += more
        behind -= more
        if (before > 1 or before < -1) and (behind > 1 or behind < -1):
            return False
    return True


def _length(skeletons: frozenset[str]) -> int:
    """How many consonants the shortest has."""
    found = -1
    for each in skeletons:
        if found < 0 or len(each) < found:
            found = len(each)
    return max(found, 0)


def near_keys(words: Sequence[Token], *, whole: bool = False) -> list[int]:
    """The keys of a name by all its words, as hashes, and those with a consonant less, unless `whole`."""
    return list(dict.fromkeys(_near(words, whole).all()))


def _near(words: Sequence[Token], whole: bool) -> Keys:  # noqa: FBT001
    """As `near_keys`; a key may be there twice."""
    found = Keys()
    for key in _keys(words):
        found.add(_WHOLE, key)
        if len(key) >= _LONG and not whole:
            found.add_shortened(_LESS, key)
    return found


def _nearly(words: Sequence[Token]) -> Keys:
    """The keys of names that sound like these words, or lack a consonant of theirs, or have one more, or both."""
    found = Keys()
    for key in _keys(words):
        found.add(_WHOLE, key)
        found.add(_LESS, key)
        if len(key) >= _LONG:
            found.add_shortened(_WHOLE, key)
            found.add_shortened(_LESS, key)
    return found


def _keys(words: Sequence[Token]) -> list[str]:
    """The skeletons of a name without its blanks, the likeliest readings first."""
    read = [sorted(word.skeletons) if word.skeletons else [word.key] for word in words]
    found: list[str] = []
    for parts in islice(product(*read), _MOST_KEYS):
        key = _whole(parts)
        if len(key) >= _SHORTEST and key not in found:
            found.append(key)
    return found


def _whole(parts: tuple[str, ...]) -> str:
    """Skeletons as that of one word: what only counts at the beginning goes, doubled consonants are one."""
    kept: list[str] = []
    last = ""
    for part in parts:
        inside = False
        for consonant in part:
            inside = inside or consonant not in ("v", "y")
            if inside and consonant != last:
                kept.append(consonant)
                last = consonant
    return "".join(kept)
