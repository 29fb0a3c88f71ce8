"""Edits of one entry's text: a field or an item is put in, changed or taken out, and no other line is touched.

The places come from the loader's own reader. What stands on lines of its own is cut and put by lines; a single field
that must change inside (a name added to a row of names) goes through ruamel.yaml, which keeps its comments.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from afgraph.packs import nodes
from afgraph.packs.authoring.emit import (
    IrregularError,
    Layout,
    blocked,
    changed,
    field_lines,
    indented,
    item_lines,
    listed,
    styled,
)
from afgraph.packs.authoring.plain import Plain, from_node
from afgraph.packs.nodes import Mark, Node, Problems
from afgraph.packs.yaml_events import read_yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BREAK = re.compile("(?<=\n)|(?<=\r)(?!\n)|(?<=[\x85\u2028\u2029])")
_COMMENT = re.compile(r"\s*#")
_WIDEST = 100
_CONTENT = (yaml.ScalarEvent, yaml.CollectionStartEvent, yaml.CollectionEndEvent)


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A field or an item: lines `first` to `end` are its own, those before `start` the comments above it."""

    key: str
    node: Node
    first: int
    start: int
    end: int
    indent: int


def put(text: str, path: tuple[str, ...], value: Plain, *, after: Collection[str], layout: Layout) -> str:
    """The entry's text with the field at `path` set, new or not; a new one stands after the last of `after`."""
    entry = _Entry(text)
    parent, siblings = entry.parent(path)
    present = next((each for each in siblings if each.key == path[-1]), None)
    if present is not None:
        return entry.with_lines(present.start, present.end, entry.remade(present, layout, _setter(path[-1], value)))
    indent = siblings[0].indent if siblings else parent.indent + layout.step
    before = [each.end for each in siblings if each.key in after]
    at = before[-1] if before else siblings[0].first if siblings else parent.end
    return entry.with_lines(at, at, field_lines(path[-1], value, layout, indent))


def append(text: str, path: tuple[str, ...], value: Plain, layout: Layout) -> str:
    """The entry's text with an item added to the list at `path`, which may be a single value so far."""
    entry = _Entry(text)
    held = entry.at(path)
    items = entry.items(held) if isinstance(held.node, nodes.Sequence) else None
    if not items:
        return entry.with_lines(held.start, held.end, entry.remade(held, layout, _appender(path, value)))
    dash = Layout(layout.step, items[0].indent - held.indent)
    return entry.with_lines(
        items[-1].end, items[-1].end, item_lines(path[-1] if path else "", value, dash, held.indent)
    )


def lengthen(text: str, items: list[Node], value: Plain, layout: Layout) -> tuple[str, Node] | None:
    """A list's text with an item more, and that item's node; `None` where all of the text must be looked at.

    The same as `append`, but only the last item is read again, so that a source may have thousands of claims.
    """
    mark = items[-1].mark
    lines = _lines(text)
    dash = re.fullmatch("( *)- +", lines[mark.line - 1][: mark.column - 1])
    if dash is None or "\r" in text or not text.endswith("\n"):
        return None
    end = len(lines)
    while end > mark.line and (_COMMENT.match(lines[end - 1]) or not lines[end - 1].strip()):
        end -= 1
    made = indented("".join(item_lines("", value, Layout(layout.step, 0), 0)), len(dash[1]))
    document = read_yaml("".join([*lines[mark.line - 1 : end], *made, *lines[end:]]).encode(), "", Problems())
    if not isinstance(document, nodes.Sequence) or [*map(from_node, document.items)] != [from_node(items[-1]), value]:
        return None
    added = document.items[1]
    there = added._replace(mark=Mark("", added.mark.line + mark.line - 1, added.mark.column))
    return "".join([*lines[:end], *made, *lines[end:]]), there


def drop(text: str, path: tuple[str, ...]) -> str:
    """The entry's text without the field at `path`; the comments above it go with it."""
    entry = _Entry(text)
    gone = entry.at(path)
    return entry.with_lines(gone.first, gone.end, [])


def drop_item(text: str, number: int) -> str:
    """A list's text without one of its items; the comments above it go with it."""
    entry = _Entry(text)
    items = entry.items(entry.root)
    if items is None:
        raise IrregularError
    return entry.with_lines(items[number].first, items[number].end, [])


def regular(text: str, layout: Layout) -> str:
    """The entry's text with each field on lines of its own, comments kept."""
    entry = _Entry(text, whole=True)
    start, end = entry.root.start, entry.root.end
    return entry.with_lines(start, end, indented(blocked("".join(entry.lines[start:end]), layout), 0))


class _Entry:
    """An entry's text as lines, and the pieces that they belong to."""

    def __init__(self, text: str, *, whole: bool = False) -> None:
        self.lines = _lines(text)
        self.crlf = "\r\n" in text
        self._occupied = sorted(_occupied(text))
        document = read_yaml(text.encode("utf-8"), "", Problems())
        if not isinstance(document, nodes.Mapping) or len(document.items) != 1:
            raise IrregularError
        [(key, node)] = document.items
        start = key.mark.line - 1
        self.root = Piece(key=key.text, node=node, first=start, start=start, end=self._end(len(self.lines)), indent=0)
        if not whole and isinstance(node, nodes.Mapping) and self.pieces(self.root) is None:
            raise IrregularError

    def at(self, path: tuple[str, ...]) -> Piece:
        """The piece at a path of keys. Raises `KeyError` where there is none."""
        found = self.root
        for key in path:
            found = next((each for each in self._fields(found) if each.key == key), None) or _missing(key)
        return found

    def parent(self, path: tuple[str, ...]) -> tuple[Piece, list[Piece]]:
        """The piece that holds the field at a path, and the fields it holds."""
        parent = self.at(path[:-1])
        return parent, self._fields(parent)

    def _fields(self, piece: Piece) -> list[Piece]:
        found = self.pieces(piece) if isinstance(piece.node, nodes.Mapping) else None
        if found is None:
            raise IrregularError
        return found

    def items(self, piece: Piece) -> list[Piece] | None:
        """The items of a list, `None` where they do not stand on lines of their own."""
        return self.pieces(piece)

    def pieces(self, piece: Piece) -> list[Piece] | None:
        """What a piece holds, `None` where it does not stand on lines of its own."""
        held = list(_children(piece.node))
        starts = [mark.line - 1 for _, _, mark in held]
        if any(not self._is_own(mark, piece) for _, _, mark in held) or len(set(starts)) < len(starts):
            return None
        found = []
        for (key, node, mark), start, limit in zip(held, starts, [*starts[1:], piece.end], strict=True):
            indent = mark.column - 1 if key else len(self.lines[start]) - len(self.lines[start].lstrip(" "))
            found.append(
                Piece(key=key, node=node, first=self._lead(start), start=start, end=self._end(limit), indent=indent)
            )
        return found

    def _is_own(self, mark: Mark, piece: Piece) -> bool:
        """Whether something starts its line, the dash of a list aside, below the line of what holds it."""
        before = self.lines[mark.line - 1][: mark.column - 1]
        alone = not before.strip() if isinstance(piece.node, nodes.Mapping) else re.fullmatch(r" *- *", before)
        return bool(alone) and mark.line - 1 > piece.start

    def _lead(self, start: int) -> int:
        """Where the comments that stand right above a line begin."""
        while start > 0 and _COMMENT.match(self.lines[start - 1]) and self._end(start) < start:
            start -= 1
        return start

    def _end(self, limit: int) -> int:
        """The line after the last one with content before `limit`."""
        at = bisect_left(self._occupied, limit)
        return self._occupied[at - 1] + 1 if at else 0

    def remade(self, piece: Piece, layout: Layout, change: Callable[[Any], None]) -> list[str]:
        """The lines of a piece with a change made inside it."""
        own = self.lines[piece.start : piece.end]
        text = "".join(re.sub(f"^ {{0,{piece.indent}}}", "", line) for line in own).replace("\r\n", "\n")
        return indented(changed(text, layout, change), piece.indent)

    def with_lines(self, first: int, end: int, lines: list[str]) -> str:
        """The text with lines `first` to `end` replaced."""
        before = self.lines[:first]
        if before and lines and not before[-1].endswith(("\n", "\r")):
            before[-1] += "\n"
        made = [line.replace("\n", "\r\n") for line in lines] if self.crlf else lines
        return "".join([*before, *made, *self.lines[end:]])


def _lines(text: str) -> list[str]:
    """The lines of a text as YAML counts them, each with its line end."""
    return [line for line in _BREAK.split(text) if line]


def _missing(key: str) -> Piece:
    raise KeyError(key)


def _children(node: Node) -> Iterator[tuple[str, Node, Mark]]:
    if isinstance(node, nodes.Mapping):
        yield from ((key.text, value, key.mark) for key, value in node.items)
    elif isinstance(node, nodes.Sequence):
        yield from (("", each, each.mark) for each in node.items)


def _occupied(text: str) -> set[int]:
    """The lines (from 0) on which something other than comments stands."""
    lines: set[int] = set()
    for event in yaml.parse(text, Loader=_LOADER):
        start, end = event.start_mark, event.end_mark
        if start is None or end is None or not isinstance(event, _CONTENT):
            continue
        if start.index < end.index or isinstance(event, yaml.ScalarEvent):  # the end of a block has no length
            last = end.line - (end.column == 0 and end.line > start.line)
            lines.update(range(start.line, last + 1))
    return lines


def _setter(key: str, value: Plain) -> Callable[[Any], None]:
    def change(document: Any) -> None:
        document[key] = styled(value, key)

    return change


def _appender(path: tuple[str, ...], value: Plain) -> Callable[[Any], None]:
    def change(document: Any) -> None:
        [key] = document
        held = document[key] if isinstance(document[key], list) else [document[key]]
        held.append(styled(value, path[-1] if path else "", row=True))
        document[key] = listed(held, _WIDEST - len(key))

    return change
