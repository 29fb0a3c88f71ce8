"""A YAML document as plain nodes that know their line, and the list that problems are put on.

Nodes are named tuples: a pack has hundreds of thousands, and a frozen dataclass takes three times as long to make.
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Literal, NamedTuple

_SHOWN = 80  # letters of a value in a message


class Mark(NamedTuple):
    """A place in a file; `line` and `column` count from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"

    @property
    def origin(self) -> str:
        """File and line, as values keep it."""
        return f"{self.file}:{self.line}"


class Scalar(NamedTuple):
    """A piece of text; YAML's own types are not read."""

    text: str
    mark: Mark


class Sequence(NamedTuple):
    """A list."""

    items: "list[Node]"
    mark: Mark


class Mapping(NamedTuple):
    """Keys and values in the file's order; keys are text and unique."""

    items: "list[tuple[Scalar, Node]]"
    mark: Mark


Node = Scalar | Sequence | Mapping
Kind = Literal["schema", "relation", "entity", "source", "speaker"]


class Reference(NamedTuple):
    """An id or a word at a place of a file that must be defined somewhere; `what` says as what it stands there."""

    kind: Kind
    what: str
    id: str
    mark: Mark


@dataclass(slots=True)
class Problems:
    """The problems found so far, in the order in which they were met, and the references not yet looked up."""

    found: list[str] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)

    def add(self, mark: Mark, message: str) -> None:
        """Note a problem at a place of a file."""
        self.found.append(f"{mark}: {message}")

    def refer(self, kind: Kind, what: str, each: str, mark: Mark) -> None:
        """Note that something is named, to be looked up once every file is read."""
        self.references.append(tuple.__new__(Reference, (kind, what, each, mark)))


def shown(text: str) -> str:
    """Some text as a message shows it: quoted, what cannot be seen escaped, cut after 80 letters.

    >>> shown("Kabul"), len(shown("a" * 100_000))
    ("'Kabul'", 83)
    """
    return repr(text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…")


def did_you_mean(word: str, known: Collection[str]) -> str:
    """A hint that names the nearest known word; empty where none is near.

    >>> did_you_mean("bron", ["born", "died"])
    "; did you mean 'born'?"
    """
    near = get_close_matches(word, known, n=1, cutoff=0.6) if len(word) <= _SHOWN else []
    return f"; did you mean {near[0]!r}?" if near else ""
