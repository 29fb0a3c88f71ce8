"""One file of a pack as its entries, each the text that its author wrote."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise, takewhile

from afgraph.errors import PackError
from afgraph.packs import nodes
from afgraph.packs.authoring.emit import IrregularError, Layout, field_lines, layout_of
from afgraph.packs.authoring.plain import Plain, from_node
from afgraph.packs.authoring.splice import append, lengthen, regular
from afgraph.packs.nodes import Node, Problems
from afgraph.packs.yaml_events import read_yaml

_START = re.compile(r"^(?=[^\s#\-]|-\S)", re.MULTILINE)  # a list may hang under its key without being moved in
_COMMENTS_ABOVE = re.compile(r"(?:^#[^\n]*\n)+\Z", re.MULTILINE)
_TAIL = re.compile(r"(?:^(?:[ \t]*|#[^\n]*)\r?\n)*\Z", re.MULTILINE)
_ABOVE = re.compile(r"\A(?:#[^\n]*\n)+")
_KEY = re.compile(r"""["']?([^\n]*?)["']?[ \t]*:(?=\s|\Z)""")
_NOTHING_CHANGED = "nothing was changed"


@dataclass(slots=True, eq=False)
class Block:
    """One entry: its key, and its text with the comments right above it and the blank lines below."""

    key: str
    text: str
    claims: dict[str, None] | None = None  # the ids of a list of claims, once they are known
    _node: Node | None = None

    @property
    def node(self) -> Node | None:
        """What stands under the key; `None` where the text is not one entry alone."""
        if self._node is None:
            problems = Problems()
            document = read_yaml(self.text.encode("utf-8", "surrogatepass"), "", problems)
            if isinstance(document, nodes.Mapping) and len(document.items) == 1 and not problems.found:
                [(key, node)] = document.items
                self._node = node if key.text == self.key else None
        return self._node

    @property
    def value(self) -> Plain:
        """What stands under the key, as a plain value. Raises `PackError` where that cannot be told."""
        if self.node is None:
            raise PackError([f"{self.key}: its text cannot be edited; mend the file by hand"], outcome=_NOTHING_CHANGED)
        return from_node(self.node)

    def become(self, text: str, node: Node | None) -> None:
        """Hold another text, and what was read from it."""
        self.text, self.claims, self._node = text, None, node

    @property
    def is_claims(self) -> bool:
        """Whether this is the list of a source's claims."""
        return self.key.startswith("src:") and isinstance(self.node, nodes.Sequence)


@dataclass(slots=True)
class Document:
    """A file: its name in the pack, its bytes as they were on disk (`None` for a new one), its entries."""

    name: str
    original: bytes | None = None
    head: str = ""
    blocks: list[Block] = field(default_factory=list)
    opaque: bool = False

    @classmethod
    def read(cls, name: str, content: bytes) -> "Document":
        """A file's entries. One that is not UTF-8 has none, and stays as it is."""
        try:
            text = content.decode("utf-8")
        except UnicodeDecodeError:
            return cls(name, content, opaque=True)
        bom, text = ("\ufeff", text[1:]) if text.startswith("\ufeff") else ("", text)
        starts = [match.start() for match in _START.finditer(text)]
        parts = [text[start:end] for start, end in pairwise([*starts, len(text)])]
        for at in range(len(parts) - 1):
            above = _COMMENTS_ABOVE.search(parts[at])
            if above:
                parts[at + 1] = above.group() + parts[at + 1]
                parts[at] = parts[at][: above.start()]
        blocks = [Block(_key_of(part), part) for part in parts]
        return cls(name, content, bom + (text[: starts[0]] if starts else text), blocks)

    @property
    def content(self) -> bytes:
        """The file as it would be written now."""
        if self.opaque and self.original is not None:
            return self.original
        return (self.head + "".join(block.text for block in self.blocks)).encode("utf-8")

    @property
    def is_changed(self) -> bool:
        """Whether it differs from what is on disk."""
        return self.content != (self.original or b"")

    @property
    def layout(self) -> Layout:
        """How its author lays entries out."""
        return layout_of("".join(block.text for block in self.blocks[:20]))

    def line_of(self, block: Block, node: Node | None = None) -> int:
        """The line on which an entry's key stands, or something of what is under it."""
        above = [self.head, *(each.text for each in takewhile(lambda each: each is not block, self.blocks))]
        own = block.text[: len(block.text) - len(_ABOVE.sub("", block.text))].count("\n") + 1
        own = own if node is None else node.mark.line
        return sum(text.count("\n") for text in above) + own

    def insert(self, key: str, value: Plain) -> Block:
        """Put a new entry after the last one with a smaller key."""
        self._refuse_opaque(key)
        if any(block.key == key for block in self.blocks):
            raise PackError([f"{self.name}: has {key} already; name another file"], outcome=_NOTHING_CHANGED)
        smaller = [at for at, block in enumerate(self.blocks) if block.key < key]
        at = smaller[-1] + 1 if smaller else 0
        spaced = len(self.blocks) < 2 or any(block.text.endswith(("\n\n", "\n\r\n")) for block in self.blocks[:-1])
        text = "".join(field_lines(key, value, self.layout))
        block = Block(key, text + "\n" * (spaced and at < len(self.blocks)))
        _verify(block, value)
        if at:
            before = self.blocks[at - 1]
            before.text += self._ending(before.text, spaced=spaced)
        self.head += "" if not self.head or self.head.endswith(("\n", "\ufeff")) else "\n"
        block.text = self._with_line_ends(block.text)
        self.blocks.insert(at, block)
        return block

    def _ending(self, text: str, *, spaced: bool) -> str:
        """What a text lacks at its end before another entry may follow."""
        line = "" if text.endswith("\n") else "\n"
        blank = "\n" if spaced and not text.endswith(("\n\n", "\n\r\n")) else ""
        return self._with_line_ends(line + blank)

    def _with_line_ends(self, text: str) -> str:
        return text.replace("\n", "\r\n") if b"\r\n" in (self.original or b"") else text

    def edit(self, block: Block, value: Plain, change: Callable[[str], str]) -> None:
        """Change an entry's text so that it holds `value`; where its form stands in the way, the form is mended first.

        Raises `PackError` where the text cannot be made to say just that.
        """
        self._refuse_opaque(block.key)
        try:
            made = Block(block.key, self._changed(block.text, change))
        except IrregularError:
            raise _unwritable(block.key) from None
        _verify(made, value)
        block.become(made.text, made.node)

    def _changed(self, text: str, change: Callable[[str], str]) -> str:
        try:
            return change(text)
        except IrregularError:
            return change(regular(text, self.layout))

    def append(self, block: Block, value: Plain) -> None:
        """Add an item to a list of claims."""
        self._refuse_opaque(block.key)
        held = block.node
        assert isinstance(held, nodes.Sequence)
        longer = lengthen(block.text, held.items, value, self.layout) if held.items else None
        if longer is None:
            self.edit(block, [*map(from_node, held.items), value], lambda text: append(text, (), value, self.layout))
        else:
            block.become(longer[0], nodes.Sequence([*held.items, longer[1]], held.mark))

    def remove(self, block: Block) -> None:
        """Take an entry out with the comments right above it; comments that stand apart below it stay."""
        self._refuse_opaque(block.key)
        at = self.blocks.index(block)
        tail = _TAIL.search(block.text)
        kept = tail.group() if tail and "#" in tail.group() else ""
        del self.blocks[at]
        if at:
            self.blocks[at - 1].text += kept.lstrip("\r\n")
        else:
            self.head += kept.lstrip("\r\n")
        if at == len(self.blocks) and at and not kept:
            self.blocks[-1].text = re.sub(r"\n\s*\Z", "\n", self.blocks[-1].text)

    def _refuse_opaque(self, key: str) -> None:
        if self.opaque:
            raise PackError([f"{self.name}: is not UTF-8, {key} cannot be put there"], outcome=_NOTHING_CHANGED)


def _key_of(text: str) -> str:
    line = _ABOVE.sub("", text)
    found = _KEY.match(line)
    return found[1] if found else line.split("\n", 1)[0]


def _verify(block: Block, value: Plain) -> None:
    """Refuse a text that the loader's reader does not take for just what it is to say."""
    if block.node is None or from_node(block.node) != value:
        raise _unwritable(block.key)


def _unwritable(key: str) -> PackError:
    return PackError([f"{key}: cannot be changed where it stands; edit the file by hand"], outcome=_NOTHING_CHANGED)
