"""Listed names found by their consonants alone, wherever the blanks are: Talibxan for Taleb Khan."""

from collections.abc import Iterator, Sequence
from itertools import accumulate, islice, product

from afgraph.matching.keys import KeyTable, hashed, shortened
from afgraph.matching.tables import table_of
from afgraph.matching.tokens import Token, all_tokens

_MOST_KEYS = 4  # ways to read one name
_SHORTEST = 3  # consonants
_LONG = 6  # consonants of a name that may lack one
_MOST_FOUND = 20


class Unspaced:
    """The places of names by the skeletons of all their words written as one, whole and with a consonant less."""

    def __init__(self, table: KeyTable) -> None:
        self._table = table

    @classmethod
    def among(cls, names: Sequence[str]) -> "Unspaced":
        """The places of some names."""
        return cls(table_of(near_keys(all_tokens(name)) for name in names))

    def of(self, query: str) -> list[int]:
        """The places of the names that sound like the query but for vowels, blanks and one consonant."""
        found: dict[int, None] = {}
        for key in near_keys(all_tokens(query)):
            found.update(dict.fromkeys(self._table.under(key)))
        return list(islice(found, _MOST_FOUND))


def alike(one: str, other: str) -> bool:
    """Whether two names have the same consonants, once the blanks of either are gone.

    >>> alike("Talibxan", "Taleb Khan"), alike("Talibxan", "Taleb Jan")
    (True, False)
    """
    return (" " in one.strip() or " " in other.strip()) and not set(_keys(all_tokens(one))).isdisjoint(
        _keys(all_tokens(other))
    )


def same_blanks(one: Sequence[Token], other: Sequence[Token]) -> bool:
    """Whether two names have their blanks at the same places, but for a consonant more or less before each.

    >>> same_blanks(all_tokens("Talib Khan"), all_tokens("Taleb Jan"))
    True
    >>> same_blanks(all_tokens("Talibxan"), all_tokens("Taleb Khan"))
    False
    """
    if len(one) != len(other):
        return False
    lengths = zip(_lengths(one), _lengths(other), strict=True)
    return all(abs(here - there) <= 1 for here, there in lengths)


def _lengths(words: Sequence[Token]) -> Iterator[int]:
    """How many consonants there are up to the end of each word."""
    return accumulate(min(map(len, word.skeletons), default=0) for word in words)


def near_keys(words: Sequence[Token], *, whole: bool = False) -> list[int]:
    """The keys of a name by all its words, as hashes, and those with a consonant less, unless `whole`."""
    found: list[int] = []
    for key in _keys(words):
        found.append(hashed("u", key))
        if len(key) >= _LONG and not whole:
            found += shortened("u", key)
    return list(dict.fromkeys(found))


def _keys(words: Sequence[Token]) -> Iterator[str]:
    """The skeletons of a name without its blanks, the likeliest readings first."""
    read = [sorted(word.skeletons) or [word.key] for word in words]
    whole = dict.fromkeys(_whole(parts) for parts in islice(product(*read), _MOST_KEYS))
    return (key for key in whole if len(key) >= _SHORTEST)


def _whole(parts: Sequence[str]) -> str:
    """Skeletons as that of one word: what only counts at the beginning goes, doubled consonants are one."""
    last = kept = ""
    for part in parts:
        for consonant in part.lstrip("vy"):
            if consonant != last:
                kept += consonant
                last = consonant
    return kept
