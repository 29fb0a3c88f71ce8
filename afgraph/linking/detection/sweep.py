"""All listed names of a text as they stand, found in one sweep over the folded text, with their original offsets."""

from collections.abc import Iterable, Iterator
from itertools import chain

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from afgraph.text import fold

_PIECE = 200_000  # letters that are looked at at once; more fill the memory with matches


Swept = tuple[int, int, str]  # `text[start:end]` of the original folds to the key


class Sweep:
    """Finds the keys of a list in texts: leftmost, of those the longest, between word boundaries, without overlap.

    A name is found as it stands; without its endings only the walk over the words finds it (`spans.py`). What stands
    between its words is one sign of any kind.

    >>> sweep = Sweep(["ahmad shah massoud", "ahmad shah", "kabul"])
    >>> list(sweep.find("Ahmad Sháh, of Kabulistan, saw Kabul Ahmad-Shah"))
    [(0, 10, 'ahmad shah'), (31, 36, 'kabul'), (37, 47, 'ahmad shah')]
    """

    def __init__(self, keys: Iterable[str]) -> None:
        self._keys = sorted({key for key in keys if key})
        self._known = frozenset(self._keys)
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
        found = chain.from_iterable(self._in_piece(*piece) for piece in _pieces(f" {folded.text} "))
        if isinstance(folded.starts, range):  # every letter folded to one
            return found
        starts = [*folded.starts, len(text)]
        return ((starts[start], starts[end], key) for start, end, key in found)

    def _in_piece(self, at: int, padded: str) -> list[Swept]:
        """The names of a piece, which stands `at` a place of the folded text and between two blanks."""
        found: list[Swept] = []
        keys, firsts, find = self._keys, self._firsts, padded.find
        done = 0  # where the blank behind the last name stands
        for number, start, end in self._automaton.find_matches_as_indexes(padded):
            if start < done:
                continue
            found.append((at + start, at + end - 2, keys[number]))
            done = end - 1
            while padded[done + 1 : find(" ", done + 1)] in firsts:  # its blank is the last name's
                beside = self._at(padded, done + 1)
                if beside is None:
                    break
                found.append((at + done, at + done + len(beside), beside))
                done += len(beside) + 1
        return found

    def _at(self, padded: str, start: int) -> str | None:
        """The longest key that stands at a place between blanks."""
        found = None
        end = padded.find(" ", start)
        while end > start:
            key = padded[start:end]
            if key in self._known:
                found = key
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
