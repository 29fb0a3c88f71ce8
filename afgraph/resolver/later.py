"""Candidates that are made when they are looked at."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, overload

from afgraph.resolver.resolution import Candidate

Make = Callable[[Any, float], Candidate]  # of what was found, and its probability


class Later(Sequence[Candidate]):
    """The first so many of what was found as candidates, each made when it is asked for; otherwise like a tuple."""

    __slots__ = ("_count", "_found", "_made", "_make", "_scores")

    def __init__(self, found: Sequence[Any], scores: Sequence[float], count: int, make: Make) -> None:
        self._found, self._scores, self._make = found, scores, make
        self._count = min(len(found), count)
        self._made: dict[int, Candidate] | None = None

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, at: int) -> Candidate: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Candidate, ...]: ...
    def __getitem__(self, at: int | slice) -> Candidate | tuple[Candidate, ...]:
        if isinstance(at, slice):
            return tuple(self)[at]
        place = at + self._count if at < 0 else at
        if not 0 <= place < self._count:
            raise IndexError(at)
        made = self._made
        if made is None:
            made = self._made = {}
        if place not in made:
            made[place] = self._make(self._found[place], self._scores[place])
        return made[place]

    def __iter__(self) -> Iterator[Candidate]:
        return (self[at] for at in range(self._count))

    def __eq__(self, other: object) -> bool:
        return tuple(self) == tuple(other) if isinstance(other, Later | tuple) else NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))

    def __reduce__(self) -> tuple[object, ...]:
        """Another process gets the candidates themselves."""
        return tuple, ([*self],)
