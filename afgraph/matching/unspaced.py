"""Listed names found by their consonants alone, wherever the blanks are: Talibxan for Taleb Khan."""

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice, product
from zlib import crc32

from afgraph.matching.tokens import Token, all_tokens, token

_MOST_KEYS = 4  # ways to read one name
_SHORTEST = 3  # consonants
_LONG = 6  # consonants of a name that may lack one
_MOST_FOUND = 20
_PLACE_BITS = 32


class Unspaced:
    """The places of names by the skeletons of all their words written as one, whole and with a consonant less."""

    def __init__(self, names: Sequence[str]) -> None:
        rows = {_row(key, at) for at, name in enumerate(names) for key in _near_keys(name)}
        self._rows = array("Q", sorted(rows))

    def of(self, query: str) -> list[int]:
        """The places of the names that sound like the query but for vowels, blanks and one consonant."""
        found: dict[int, None] = {}
        for key in _near_keys(query):
            row = _row(key, 0)
            for at in range(bisect_left(self._rows, row), len(self._rows)):
                if self._rows[at] >> _PLACE_BITS != row >> _PLACE_BITS:
                    break
                found[self._rows[at] - row] = None
        return list(islice(found, _MOST_FOUND))


def alike(one: str, other: str) -> bool:
    """Whether two names have the same consonants, once the blanks of either are gone.

    >>> alike("Talibxan", "Taleb Khan"), alike("Talibxan", "Taleb Jan")
    (True, False)
    """
    return (" " in one.strip() or " " in other.strip()) and not set(_keys(one)).isdisjoint(_keys(other))


def joined(name: str, lang: str | None = None) -> Token:
    """The words of a name written as one.

    >>> joined("Taleb Khan").key
    'talebkhan'
    """
    return token("".join(word.word for word in all_tokens(name)), lang)


def _row(key: str, at: int) -> int:
    """A key's check sum and a place as one number, which sorts by key."""
    return crc32(key.encode()) << _PLACE_BITS | at


def _near_keys(name: str) -> Iterator[str]:
    """The keys of a name, and those with a consonant less."""
    for key in _keys(name):
        yield key
        if len(key) >= _LONG:
            yield from dict.fromkeys(key[:at] + key[at + 1 :] for at in range(len(key)))


def _keys(name: str) -> Iterator[str]:
    """The skeletons of a name without its blanks, the likeliest readings first."""
    read = [sorted(word.skeletons) or [word.key] for word in all_tokens(name)]
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
