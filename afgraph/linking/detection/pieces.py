"""The pieces of what looks like one name, and which of them say something against the names beside them."""

from collections.abc import Sequence
from dataclasses import dataclass

from afgraph.linking.detection.spans import Span
from afgraph.linking.words.beside import is_generic, is_title
from afgraph.text import Word

_ACRONYM = 3  # letters of an office in capitals


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a run: a listed name, or one word that none holds; `weak` where its capital says little."""

    first: int
    last: int
    span: Span | None = None
    weak: bool = False
    acronym: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """The pieces of one name as it seems, whether a person's title stands before it, and where its titles begin."""

    pieces: tuple[Piece, ...]
    person: bool = False
    lead: int = -1

    @property
    def first(self) -> int:
        """The first word."""
        return self.pieces[0].first

    @property
    def last(self) -> int:
        """Behind the last word."""
        return self.pieces[-1].last


def explained(piece: Piece, words: Sequence[Word]) -> bool:
    """Whether a piece says nothing against the names beside it: a weak capital, or a word for a kind of thing."""
    if piece.span is not None:
        return True
    key = words[piece.first].key
    return piece.weak or is_generic(key) or is_title(key) or (len(key) <= _ACRONYM and piece.acronym)


def without_weak_ends(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The pieces without those at either end whose capital says little."""
    kept = list(pieces)
    while kept and kept[0].span is None and kept[0].weak:
        kept.pop(0)
    while kept and kept[-1].span is None and kept[-1].weak:
        kept.pop()
    return tuple(kept)
