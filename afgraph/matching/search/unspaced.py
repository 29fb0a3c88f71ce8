# cython: boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True, annotation_typing=False
"""Listed names found by their consonants alone, wherever the blanks are: Talibxan for Taleb Khan.

This module may be compiled: the types of its variables stand in `unspaced.pxd`, and the same source runs as it is.
"""

from array import array
from collections.abc import Sequence

from afgraph.matching.arrays.keys import Keys, KeyTable, coded
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
        self.spare: list[_Read] = []

    @classmethod
    def among(cls, names: Sequence[str]) -> "Unspaced":
        """The places of some names."""
        return cls(table_of(near_keys(all_tokens(name)) for name in names))

    def of(self, words: Sequence[Token]) -> list[int]:
        """The places of the names that sound like all words of a query but for vowels, blanks and one consonant."""
        read = self.spare.pop() if self.spare else _Read()
        found = self._under(_nearly(words, read))
        self.spare.append(read)
        return found

    def alike(self, words: Sequence[Token]) -> list[int]:
        """The places of the names that sound like all words of a query but for vowels and blanks."""
        read = self.spare.pop() if self.spare else _Read()
        found = self._under(_near(words, True, read))  # noqa: FBT003
        self.spare.append(read)
        return found

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
    if " " not in one.strip() and " " not in other.strip():
        return False
    return not set(near_keys(all_tokens(one), whole=True)).isdisjoint(near_keys(all_tokens(other), whole=True))


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
    return list(dict.fromkeys(_near(words, whole, _Read()).all()))


def _near(words: Sequence[Token], whole: bool, read: "_Read") -> Keys:  # noqa: FBT001
    """As `near_keys`; a key with a consonant less may be there twice."""
    found = read.begin(words)
    for way in range(read.ways):
        size = read.write(way)
        if size >= _SHORTEST and read.add(found, _WHOLE, size) and size >= _LONG and not whole:
            read.add_shortened(found, _LESS, size)
    return found


def _nearly(words: Sequence[Token], read: "_Read") -> Keys:
    """The keys of names that sound like these words, or lack a consonant of theirs, or have one more, or both."""
    found = read.begin(words)
    for way in range(read.ways):
        size = read.write(way)
        if size >= _SHORTEST and read.add(found, _WHOLE, size):
            read.add(found, _LESS, size)
            if size >= _LONG:
                read.add_shortened(found, _WHOLE, size)
                read.add_shortened(found, _LESS, size)
    return found


def _skeletons(words: Sequence[Token]) -> list[list[str]]:
    """The skeletons of each word in order; of a word that has none its letters."""
    found: list[list[str]] = []
    for word in words:
        known = list(word.skeletons) if word.skeletons else [word.key]
        if len(known) > 1:
            known.sort()
        found.append(known)
    return found


class _Read:
    """The first ways to read words as one; the last words change first from way to way.

    It has room for the consonants and for the keys of one name after another.
    """

    def __init__(self) -> None:
        self.read: list[list[str]] = []
        self.keys, self.ways = Keys(), 0
        self.size = 64
        self.room = array("I", bytes(4 * self.size))

    def begin(self, words: Sequence[Token]) -> Keys:
        """Take other words; where their keys go, with none yet."""
        self.read = _skeletons(words)
        longest = 0
        total = 1
        for each in self.read:
            most = 0
            for skeleton in each:
                most = max(most, len(skeleton))
            longest += most
            total = min(total * len(each), _MOST_KEYS)
        self.ways = total
        if longest > self.size:
            self.size = longest
            self.room = array("I", bytes(4 * longest))
        self.keys.clear()
        return self.keys

    def write(self, way: int) -> int:
        """Write the consonants of a way into the room; how many there are.

        What only counts at the beginning of a word goes, doubled ones are one.
        """
        room = self.room
        size = last = 0
        rest = way
        places = [0] * len(self.read)
        for at in range(len(self.read) - 1, -1, -1):
            places[at] = rest % len(self.read[at])
            rest //= len(self.read[at])
        for at in range(len(self.read)):
            inside = False
            part = self.read[at][places[at]]
            for consonant in part:
                inside = inside or consonant not in "vy"
                if inside and ord(consonant) != last:
                    last = room[size] = ord(consonant)
                    size += 1
        return size

    def add(self, found: Keys, kind: str, size: int) -> bool:
        """Add the key of what is written, unless it is there; whether it was not."""
        key = coded(kind, self.room, size)
        if found.has(key):
            return False
        found.put(key)
        return True

    def add_shortened(self, found: Keys, kind: str, size: int) -> None:
        """Add the keys of what is written without one of its consonants, each in turn."""
        for at in range(size):
            found.put(coded(kind, self.room, size, at))
