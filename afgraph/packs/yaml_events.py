"""YAML read as a stream of events: all scalars stay text, and what could harm is refused with its line.

Anchors, aliases, tags and merge keys are refused, duplicate keys are refused with both lines, depth and size
are capped. Nothing recursive and nothing executable is involved.
"""

import re
from typing import Any

import yaml

from afgraph.packs.encoding import likely_encoding
from afgraph.packs.nodes import Mapping, Mark, Node, Problems, Scalar, Sequence, shown

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEPEST = 12
_new = tuple.__new__  # makes a named tuple without a call in Python: a pack has hundreds of thousands of scalars
_STRANGE_BREAK = re.compile("[\x85\u2028\u2029]")  # YAML ends a line there, and editors do not
_LARGEST = 64 * 1024 * 1024  # bytes


class _RefusedError(Exception):
    """A document that is not read further, and the place that stops it."""

    def __init__(self, mark: Mark, message: str) -> None:
        self.mark = mark
        self.message = message
        super().__init__(message)


def read_yaml(content: bytes, file: str, problems: Problems) -> Node | None:
    """The document in `content` as nodes, `None` where it is empty or was refused (then `problems` says why)."""
    start = Mark(file, 1, 1)
    try:
        text = _text(content, start)
        node = _Builder(file, problems).build(text)
        _notice_cut(text, file, problems)
    except UnicodeDecodeError as error:
        hint = likely_encoding(content)
        what = f"byte {error.start}; looks like {hint}" if hint else f"byte {error.start}"
        problems.add(_place(content[: error.start], file), f"is not UTF-8 ({what}); save it as UTF-8")
    except yaml.MarkedYAMLError as error:
        problems.add(_mark(file, error.problem_mark), f"is not YAML: {_trouble(error, content)}")
    except yaml.reader.ReaderError as error:
        char = chr(error.character)
        place = _place(content.partition(char.encode())[0], file)
        problems.add(place, f"is not YAML: holds the character U+{ord(char):04X}; remove it")
    except yaml.YAMLError as error:
        problems.add(start, f"is not YAML: {' '.join(str(error).split())}")
    except _RefusedError as refusal:
        problems.add(refusal.mark, refusal.message)
    else:
        return node
    return None


def _text(content: bytes, start: Mark) -> str:
    if len(content) > _LARGEST:
        raise _RefusedError(start, f"{len(content)} bytes, and a pack file has at most {_LARGEST}; split it")
    text = content.decode("utf-8").removeprefix("\ufeff")
    strange = None if text.isascii() else _STRANGE_BREAK.search(text)
    if strange:
        place = _place(text[: strange.start()].encode(), start.file)
        raise _RefusedError(
            place, f"holds the line break U+{ord(strange.group()):04X}, which cannot be seen; remove it"
        )
    return text


def _trouble(error: yaml.MarkedYAMLError, content: bytes) -> str:
    """What the parser says, in plainer words where a tab stands in its way."""
    mark = error.problem_mark
    line = content.split(b"\n")[mark.line : mark.line + 1] if mark is not None else []
    if b"\t" in b"".join(line) and "cannot start any token" in (error.problem or ""):
        return "a tab begins a line or a word; indent with spaces"
    return error.problem or error.context or "it cannot be read"


def _notice_cut(text: str, file: str, problems: Problems) -> None:
    """A problem where the last line has no end and looks like the beginning of one."""
    last = text.rpartition("\n")[2]
    if last and (not last.strip() or last.rstrip().endswith((":", "-"))):
        at = Mark(file, text.count("\n") + 1, len(last) + 1)
        problems.add(at, "the file ends in the middle of a line and may be cut off; end it with a line break")


def _mark(file: str, mark: Any) -> Mark:
    return Mark(file, mark.line + 1, mark.column + 1) if mark is not None else Mark(file, 1, 1)


def _place(before: bytes, file: str) -> Mark:
    """The place in a file that comes after some of its bytes."""
    line = before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")
    return Mark(file, before.count(b"\n") + 1, len(line) + 1)


class _Builder:
    """Builds nodes from events with a stack of its own."""

    def __init__(self, file: str, problems: Problems) -> None:
        self.file = file
        self.problems = problems

    def build(self, text: str) -> Node | None:
        file, scalar = self.file, yaml.ScalarEvent
        top: list[Node] = []
        children = top
        stack: list[tuple[Any, list[Node]]] = []
        for event in iter(_LOADER(text).get_event, None):
            kind = type(event)
            if kind is scalar:
                if event.anchor is not None or event.tag is not None:
                    self._refuse_extras(event)
                at = event.start_mark
                children.append(_new(Scalar, (event.value, _new(Mark, (file, at.line + 1, at.column + 1)))))
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                opened, outer = stack.pop()
                outer.append(self._collection(opened, children))
                children = outer
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                self._refuse_extras(event)
                stack.append((event, children))
                children = []
                if len(stack) > _DEEPEST:
                    raise self._refusal(event, f"is nested more than {_DEEPEST} deep; flatten it")
            elif kind is yaml.AliasEvent:
                raise self._refusal(event, f"uses an alias (*{event.anchor}); write it out")
        return self._only(top)

    def _only(self, documents: list[Node]) -> Node | None:
        if len(documents) > 1:
            self.problems.add(documents[1].mark, "a second document; a file holds one (remove the '---')")
        return documents[0] if documents else None

    def _collection(self, opened: Any, children: list[Node]) -> Node:
        at = opened.start_mark
        mark = _new(Mark, (self.file, at.line + 1, at.column + 1))
        if type(opened) is yaml.SequenceStartEvent:
            return _new(Sequence, (children, mark))
        return _new(Mapping, (self._pairs(children), mark))

    def _refuse_extras(self, event: Any) -> None:
        if event.anchor:
            raise self._refusal(event, f"uses an anchor (&{event.anchor}); remove it")
        if event.tag:
            raise self._refusal(event, f"uses a tag ({event.tag}); remove it")

    def _refusal(self, event: Any, message: str) -> _RefusedError:
        return _RefusedError(_mark(self.file, event.start_mark), message)

    def _pairs(self, children: list[Node]) -> list[tuple[Scalar, Node]]:
        if len(children) == 2 and type(children[0]) is Scalar and children[0].text != "<<":
            return [(children[0], children[1])]
        seen: dict[str, Mark] = {}
        pairs: list[tuple[Scalar, Node]] = []
        for key, value in zip(children[::2], children[1::2], strict=True):
            if not isinstance(key, Scalar):
                self.problems.add(key.mark, "a key must be plain text")
            elif key.text == "<<":
                self.problems.add(key.mark, "a merge key ('<<'); write the fields out")
            elif key.text in seen:
                self.problems.add(
                    key.mark, f"{shown(key.text)} stands already at line {seen[key.text].line}; merge the two"
                )
            else:
                seen[key.text] = key.mark
                pairs.append((key, value))
        return pairs
