"""All listed names of a text as they stand, found in one sweep over the folded text, with their original offsets."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from afgraph.text import fold

_PIECE = 200_000  # letters that are looked at at once; more fill the memory with matches


class Swept(NamedTuple):
    """A listed name in a text: `text[start:end]` of the original folds to `key`."""

    start: int
    end: int
    key: str


class Sweep:
    """Finds the keys of a list in texts: leftmost, of those the longest, between word boundaries, without overlap.

    A name is found as it stands; without its endings only the walk over the words finds it (`spans.py`). What stands
    between its words is one sign of any kind.

    >>> sweep = Sweep(["ahmad shah massoud", "ahmad shah", "kabul"])
    >>> [(each.start, each.end, each.key) for each in sweep.find("Ahmad Sháh, of Kabulistan, saw Kabul Ahmad-Shah")]
    [(0, 10, 'ahmad shah'), (31, 36, 'kabul'), (37, 47, 'ahmad shah')]
    """

    def __init__(self, keys: Iterable[str]) -> None:
        self._keys = sorted({key for key in keys if key})
        self._numbers = {key: number for number, key in enumerate(self._keys)}
        self._beginnings = frozenset(key[:at] for key in self._keys for at, char in enumerate(key) if char == " ")
        self._firsts = frozenset(key.split(" ", 1)[0] for key in self._keys)
        self._automaton = AhoCorasick(
            [f" {key} " for key in self._keys],
            matchkind=MatchKind.LeftmostLongest,
            implementation=Implementation.ContiguousNFA,
            store_patterns=False,
        )

    def find(self, text: str) -> Iterator[Swept]:
        """The names in a text, in order."""
        folded = fold(text)
        matches, keys = self._matches(f" {folded.text} "), self._keys
        starts, last = folded.starts, len(text)
        if isinstance(starts, range):  # every letter folded to one
            for number, start, end in matches:
                yield Swept(start, end, keys[number])
        else:
            for number, start, end in matches:
                yield Swept(starts[start], starts[end] if end < len(starts) else last, keys[number])

    def _matches(self, padded: str) -> Iterator[tuple[int, int, int]]:
        """The number of each key with its place in the folded text, which stands here between two blanks."""
        done = 0  # where the blank behind the last name stands
        for at, piece in _pieces(padded):
            for number, begin, behind in self._automaton.find_matches_as_indexes(piece):
                start, end = begin + at, behind + at - 2
                if start < done:
                    continue
                yield number, start, end
                done = end + 1
                while padded[done + 1 : padded.find(" ", done + 1)] in self._firsts:  # its blank is the last name's
                    beside = self._at(padded, done + 1)
                    if beside is None:
                        break
                    end = done + len(self._keys[beside])
                    yield beside, done, end
                    done = end + 1

    def _at(self, padded: str, start: int) -> int | None:
        """The longest key that stands at a place between blanks."""
        found = None
        end = padded.find(" ", start)
        while end > start:
            key = padded[start:end]
            found = self._numbers.get(key, found)
            if key not in self._beginnings:
                break
            end = padded.find(" ", end + 1)
        return found


def _pieces(padded: str) -> Iterator[tuple[int, str]]:
    """A text in pieces with where they start; each ends between two blanks, where no name goes on."""
    at = 0
    while at < len(padded):
        cut = padded.find("  ", at + _PIECE)
        last = len(padded) if cut < 0 else cut + 1
        yield at, padded[at:last]
        at = last
