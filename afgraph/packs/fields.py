"""The fields of one mapping, read with their types; what is wrong goes on the list of problems."""

import re
from collections.abc import Collection
from typing import TypeVar, cast, get_args

from afgraph.dates import Interval, parse_edtf, parse_interval
from afgraph.errors import DateFormatError
from afgraph.packs.nodes import Kind, Mapping, Mark, Node, Problems, Scalar, Sequence, did_you_mean, shown

ID = re.compile(r"[a-z]{3}:[a-z0-9]+(?:[-/][a-z0-9]+)*")
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\uf8ff\ufdd0-\ufdef\ufeff"
    "\ufff0-\ufffb\ufffe\uffff\U000e0000-\U000e007f\U000f0000-\U0010ffff]"
)

Choice = TypeVar("Choice")


class Fields:
    """One mapping; each field is taken once, and `done` reports the ones that nobody knows."""

    def __init__(self, node: Mapping, problems: Problems) -> None:
        self.mark = node.mark
        self.problems = problems
        self._values = {key.text: value for key, value in node.items}
        self._keys = node.items
        self._asked: list[str] = []

    def node(self, field: str) -> Node | None:
        """The field's node, `None` where it is left out."""
        self._asked.append(field)
        return self._values.get(field)

    def text(self, field: str) -> str | None:
        """The field as text without hidden characters."""
        self._asked.append(field)
        node = self._values.get(field)
        return None if node is None else plain_text(node, self.problems, field)

    def required(self, field: str) -> str:
        """The field as text; a problem where it is missing."""
        text = self.text(field)
        if text is None and field not in self._values:
            self.problems.add(self.mark, f"{field!r} is missing")
        return text or ""

    def texts(self, field: str) -> tuple[str, ...]:
        """The field as one text or a list of texts."""
        node = self.node(field)
        if node is None:
            return ()
        nodes = node.items if isinstance(node, Sequence) else [node]
        found = (plain_text(each, self.problems, field) for each in nodes)
        return tuple(text for text in found if text is not None)

    def named(self, field: str, kind: Kind, what: str) -> tuple[str, ...]:
        """The field as one id or a list of ids, each of which must be defined somewhere."""
        if field not in self._values:
            self._asked.append(field)
            return ()
        found = self.texts(field)
        for each in found:
            self.problems.refer(kind, what, each, self._mark_of(field, each))
        return found

    def choice(self, field: str, choices: object, default: Choice) -> Choice:
        """The field as one word of a closed vocabulary (a `Literal` type)."""
        text = self.text(field)
        if text is None:
            return default
        known = cast("tuple[str, ...]", get_args(choices))
        if text not in known:
            hint = did_you_mean(text, known) or f"; it is one of {', '.join(known)}"
            self.problems.add(self.at(field), f"{field} {shown(text)} is not known{hint}")
            return default
        return cast("Choice", text)

    def shaped(self, field: str, shape: str, what: str) -> str | None:
        """The field as text of one shape (a regular expression), `what` in words."""
        text = self.text(field)
        if text is not None and not re.fullmatch(shape, text):
            self.problems.add(self.at(field), f"{field} {shown(text)} is not {what}")
            return None
        return text

    def number(self, field: str) -> float | None:
        """The field as a number from 0 to 1."""
        text = self.text(field)
        if text is None:
            return None
        if not re.fullmatch(r"[01](?:\.0{1,6})?|0?\.[0-9]{1,6}", text):
            self.problems.add(self.at(field), f"{field} {shown(text)} is not a number from 0 to 1, such as 0.8")
            return None
        return float(text)

    def interval(self, field: str) -> Interval | None:
        """The field as an EDTF interval."""
        text = self.text(field)
        return None if text is None else interval_of(text, self.at(field), self.problems)

    def date_text(self, field: str) -> str | None:
        """The field as EDTF text of a single date, checked."""
        text = self.text(field)
        try:
            return None if text is None else parse_edtf(text).text
        except DateFormatError as error:
            self.problems.add(self.at(field), f"{field} {error}")
            return None

    def at(self, field: str) -> Mark:
        """Where the field's key stands."""
        return next((key.mark for key, _ in self._keys if key.text == field), self.mark)

    def _mark_of(self, field: str, text: str) -> Mark:
        """Where one text of a field stands."""
        node = self._values.get(field)
        nodes = node.items if isinstance(node, Sequence) else [node]
        marks = (each.mark for each in nodes if isinstance(each, Scalar) and each.text == text)
        return next(marks, self.at(field))

    def done(self) -> None:
        """Report every field that was never asked for."""
        known = self._asked
        for key, _ in self._keys:
            if key.text not in known:
                hint = did_you_mean(key.text, sorted(set(known)))
                self.problems.add(key.mark, f"field {shown(key.text)} is not known{hint}")


def plain_text(node: Node, problems: Problems, what: str) -> str | None:
    """The text of a scalar, refused where it is empty, no scalar, or hides characters."""
    if not isinstance(node, Scalar):
        problems.add(node.mark, f"{what} must be text")
        return None
    if not node.text.strip():
        problems.add(node.mark, f"{what} is empty; write it or remove the line")
        return None
    hidden = None if node.text.isprintable() else _HIDDEN.search(node.text)
    if hidden:
        code = f"U+{ord(hidden.group()):04X}"
        problems.add(node.mark, f"{what} {shown(node.text)} holds the hidden character {code}; remove it")
        return None
    return node.text


def interval_of(text: str, mark: Mark, problems: Problems) -> Interval | None:
    """The interval of some text; a problem where it is none."""
    try:
        return parse_interval(text)
    except DateFormatError as error:
        problems.add(mark, str(error))
        return None


def check_id(text: str, mark: Mark, problems: Problems, prefixes: Collection[str] = ()) -> str:
    """An id of the right form, and of one of some prefixes where they are given."""
    if not ID.fullmatch(text):
        problems.add(mark, f"{shown(text)} is not an id; ids look like per:ahmad-massoud or plc:badakhshan/argo")
    elif prefixes and text[:3] not in prefixes:
        problems.add(mark, f"{shown(text)} has the prefix {text[:3]!r}; expected one of {', '.join(prefixes)}")
    return text
