"""Which file of a pack a new entry belongs in."""

import re
from collections.abc import Iterable
from itertools import takewhile

from afgraph.packs import nodes
from afgraph.packs.authoring.document import Block, Document
from afgraph.packs.nodes import Node

_FILES = {
    "per": "people.yml",
    "org": "organizations.yml",
    "plc": "places.yml",
    "evt": "events.yml",
    "pos": "positions.yml",
    "grp": "groups.yml",
    "src": "sources.yml",
    "lex": "lexicon.yml",
}
_CLAIMS = "claims.yml"
_SORT = re.compile(r"^\s+(?:schema|kind):[ ]*([^\s#]+)", re.MULTILINE)


def file_for_entry(documents: Iterable[Document], key: str, sort: str | None) -> str:
    """The file that holds the nearest neighbours of an entry: of its prefix and, where there are any, of its sort.

    `sort` is an entity's schema or a lexeme's kind.
    """
    alike = [
        (document, block)
        for document in _without(documents, key)
        for block in document.blocks
        if block.key[:4] == key[:4] and not block.is_claims
    ]
    same = [each for each in alike if _sort_of(each[1], key) == sort]
    return _nearest(key, same or alike) or _FILES.get(key[:3], "entries.yml")


def file_for_claims(documents: list[Document], source: str, subject: str, relation: str) -> str:
    """The file where a source's claims stand: of several, the one with most claims of this subject and relation."""
    lists = [(document, block) for document in documents for block in document.blocks if block.is_claims]
    own = [(document, block) for document, block in lists if block.key == source]
    if len(own) == 1:
        return own[0][0].name
    if own:
        return max(own, key=lambda each: _likeness(each[1].node, subject, relation))[0].name
    free = {document.name for document in _without(documents, source)}
    return _nearest(source, [each for each in lists if each[0].name in free]) or _CLAIMS


def _without(documents: Iterable[Document], key: str) -> list[Document]:
    """The files in which a key does not stand yet: a source and its claims have one key, and a file has it once."""
    return [each for each in documents if all(block.key != key for block in each.blocks)]


def _sort_of(block: Block, key: str) -> str | None:
    if key.startswith("src:"):
        return None
    found = _SORT.search(block.text)
    return found[1] if found else None


def _nearest(key: str, among: list[tuple[Document, Block]]) -> str | None:
    """The file of the neighbour in the order of keys that shares more of its beginning; of the earlier if both do."""
    ordered = sorted(among, key=lambda each: each[1].key)
    before = [each for each in ordered if each[1].key < key][-1:]
    after = [each for each in ordered if each[1].key >= key][:1]
    near = max([*before, *after], key=lambda each: _shared(key, each[1].key), default=None)
    return near[0].name if near else None


def _shared(one: str, other: str) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _likeness(node: Node | None, subject: str, relation: str) -> tuple[int, int, int]:
    lines = [_line(each).split() for each in node.items] if isinstance(node, nodes.Sequence) else []
    words = [line for line in lines if len(line) >= 3]
    return sum(line[0] == subject for line in words), sum(line[1] == relation for line in words), len(words)


def _line(node: Node) -> str:
    if isinstance(node, nodes.Mapping):
        return next((_line(value) for key, value in node.items if key.text == "claim"), "")
    return node.text if isinstance(node, nodes.Scalar) else ""
