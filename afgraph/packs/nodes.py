"""A YAML document as plain nodes that know their line, and the list that problems are put on."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches


@dataclass(frozen=True, slots=True)
class Mark:
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


@dataclass(frozen=True, slots=True)
class Scalar:
    """A piece of text; YAML's own types are not read."""

    text: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: "list[Node]"
    mark: Mark


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values in the file's order; keys are text and unique."""

    items: "list[tuple[Scalar, Node]]"
    mark: Mark


Node = Scalar | Sequence | Mapping


@dataclass(slots=True)
class Problems:
    """The problems found so far, in the order in which they were met."""

    found: list[str] = field(default_factory=list)

    def add(self, mark: Mark, message: str) -> None:
        """Note a problem at a place of a file."""
        self.found.append(f"{mark}: {message}")


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint that names the nearest known word; empty where none is near.

    >>> did_you_mean("bron", ["born", "died"])
    "; did you mean 'born'?"
    """
    near = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"; did you mean {near[0]!r}?" if near else ""
