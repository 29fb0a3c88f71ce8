"""Plain values as YAML, written by ruamel.yaml: text stays text to every reader, lines are never folded."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from io import StringIO
from typing import TYPE_CHECKING, Any

import yaml

from afgraph.packs.authoring.plain import Plain

if TYPE_CHECKING:
    from ruamel.yaml import YAML

_BARE = frozenset({"born", "died", "when", "published", "reported", "confidence"})  # dates and numbers by our form
_BLOCK = frozenset({"different_from"})
_WIDEST = 100
_MOST_IN_A_ROW = 2
_ENDLESS = 2**30  # a line that is never folded
_KEY = re.compile(r"[a-z][a-z0-9_:/-]*")
_WORDS = re.compile(r"[^\W_]+(?: [^\W_]+)*")  # letters and digits with single spaces stand without quotes anywhere
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class IrregularError(Exception):
    """An entry that cannot be edited in the form in which it stands."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How a file is laid out: `step` spaces a level, list items `dash` spaces to the right of their field."""

    step: int = 2
    dash: int = 2


def layout_of(text: str) -> Layout:
    r"""The layout of a file's text; the usual one where the text shows none.

    >>> layout_of("per:a:\n    names:\n        eng:\n        - A\n")
    Layout(step=4, dash=0)
    """
    nested = re.search(r"^[^\s#][^\n]*:[ ]*\n( +)[^\s#-]", text, re.MULTILINE)
    listed = re.search(r"^( *)[^\s#-][^\n]*:[ ]*\n( *)- ", text, re.MULTILINE)
    usual = Layout()
    dash = len(listed[2]) - len(listed[1]) if listed else usual.dash
    return Layout(step=len(nested[1]) if nested else usual.step, dash=max(dash, 0))


def field_lines(key: str, value: Plain, layout: Layout, indent: int = 0) -> list[str]:
    r"""The lines of one field, each with its line end.

    >>> "".join(field_lines("eng", ["No", "Kabul"], Layout()))
    'eng: ["No", Kabul]\n'
    """
    written = _dump({_key(key): styled(value, key)}, layout)
    return indented(written, indent)


def item_lines(field: str, value: Plain, layout: Layout, indent: int) -> list[str]:
    """The lines of one item of a list that hangs under a field at `indent`."""
    written = _dump({"x": [styled(value, field)]}, layout)
    return indented(written.split("\n", 1)[1], indent)


def changed(written: str, layout: Layout, change: Callable[[Any], None]) -> str:
    """A piece of YAML with a change made to what it holds, its comments kept.

    Raises `IrregularError` for what ruamel.yaml cannot read, though our loader can.
    """
    from ruamel.yaml.error import YAMLError

    try:
        document = _yaml(layout).load(written)
    except YAMLError as error:
        raise IrregularError from error
    change(document)
    return _dump(document, layout)


def blocked(written: str, layout: Layout) -> str:
    """A piece of YAML with every mapping, and every list of lists or mappings, on lines of its own."""
    return changed(written, layout, _to_block)


def indented(written: str, indent: int) -> list[str]:
    """The lines of a text, moved to the right, each with its line end."""
    lines = written.removesuffix("\n").split("\n")
    return [f"{' ' * indent}{line}\n" if line.strip() else "\n" for line in lines]


def listed(forms: Any, room: int) -> Any:
    """A list of forms for ruamel: in one row where it is short and plain, else an item a line."""
    from ruamel.yaml.comments import CommentedSeq

    found = forms if isinstance(forms, CommentedSeq) else CommentedSeq(forms)
    row = all(isinstance(each, str) for each in found) and sum(len(each) + 2 for each in found) <= room
    (found.fa.set_flow_style if row else found.fa.set_block_style)()
    return found


def scalar(value: str, field: str, *, row: bool = False) -> str:
    """A piece of text for ruamel, quoted where a reader would take it for something else."""
    return str(value) if _stands(value, row=row) and (field in _BARE or not _is_typed(value)) else _quoted(value)


def _key(value: str) -> str:
    """A key for ruamel."""
    return value if _KEY.fullmatch(value) and not _is_typed(value) else _quoted(value)


def _quoted(value: str) -> str:
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString

    quoted: str = DoubleQuotedScalarString(value)
    return quoted


@lru_cache(maxsize=4096)
def _stands(value: str, *, row: bool) -> bool:
    """Whether text without quotes reads back as itself: as an item, as a field, and in a row if need be."""
    if _WORDS.fullmatch(value):
        return True
    probe = f"- {value}\n- k: {value}\n" + (f"- [{value}, {value}]\n" if row else "")
    try:
        found = [each.value for each in yaml.parse(probe, Loader=_LOADER) if isinstance(each, yaml.ScalarEvent)]
    except yaml.YAMLError:
        return False
    return "\n" not in value and found == [value, "k", value, *([value] * 2 if row else [])]


@lru_cache(maxsize=4096)
def _is_typed(value: str) -> bool:
    """Whether some YAML reader, of version 1.1 or 1.2, makes anything but text of it."""
    if re.fullmatch("[yYnN]", value):
        return True
    return any(matches(value) for first, matches in _implicit() if value[:1] in first)


@cache
def _implicit() -> list[tuple[str, Callable[[str], object]]]:
    """What tells YAML's own types, of both versions: the first letters of each, and what matches it."""
    from ruamel.yaml.resolver import implicit_resolvers

    old = [(first, pattern.match) for first, rules in _LOADER.yaml_implicit_resolvers.items() for _, pattern in rules]
    return old + [("".join(first), pattern.match) for _, _, pattern, first in implicit_resolvers]


def styled(value: Plain, field: str, *, row: bool = False) -> Any:
    """A plain value as ruamel holds it, with our quotes and rows; `row` says that it may stand in one."""
    if isinstance(value, str):
        return scalar(value, field, row=row)
    if isinstance(value, dict):
        return {_key(key): styled(each, key) for key, each in value.items()}
    in_row = field not in _BLOCK and len(value) <= _MOST_IN_A_ROW and all(isinstance(each, str) for each in value)
    held = [styled(each, field, row=in_row) for each in value]
    return listed(held, _WIDEST - len(field)) if in_row else held


def _to_block(document: Any) -> None:
    for entry in document.values():
        if isinstance(entry, list):
            entry.fa.set_block_style()  # type: ignore[attr-defined]
    _fields_to_block(document)


def _fields_to_block(node: Any) -> None:
    from ruamel.yaml.comments import CommentedMap, CommentedSeq

    if isinstance(node, CommentedMap):
        node.fa.set_block_style()
        children = list(node.values())
    elif isinstance(node, CommentedSeq):
        children = list(node)
        if not all(isinstance(each, str) for each in children):
            node.fa.set_block_style()
    else:
        return
    for each in children:
        _fields_to_block(each)


def _dump(document: Any, layout: Layout) -> str:
    out = StringIO()
    _yaml(layout).dump(document, out)
    return out.getvalue()


@cache
def _yaml(layout: Layout) -> "YAML":
    """The round trip of ruamel.yaml with all scalars as text: `No` is neither read nor written as anything else."""
    from ruamel.yaml import YAML
    from ruamel.yaml.nodes import ScalarNode
    from ruamel.yaml.resolver import VersionedResolver

    class TextResolver(VersionedResolver):
        """Takes every scalar for text."""

        def resolve(self, kind: Any, value: Any, implicit: Any) -> Any:
            """The tag of a node; of a scalar always text."""
            return self.DEFAULT_SCALAR_TAG if kind is ScalarNode else super().resolve(kind, value, implicit)

    written = YAML(typ="rt", pure=True)
    written.Resolver = TextResolver
    written.preserve_quotes = True
    written.width = _ENDLESS
    written.indent(mapping=layout.step, sequence=layout.dash + 2, offset=layout.dash)
    return written
