"""What the loader would say of an entry: the same readers and checks, before anything is written."""

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from afgraph.errors import PackError
from afgraph.model import Claim, Contents, Entity, Lexeme, Source
from afgraph.packs import nodes
from afgraph.packs.authoring.document import Block, Document
from afgraph.packs.authoring.plain import Plain, to_node
from afgraph.packs.check import check
from afgraph.packs.nodes import Mark, Node, Problems, Reference, Scalar
from afgraph.packs.read_claim import read_claims
from afgraph.packs.read_entity import SCHEMA_OF_PREFIX, read_entity
from afgraph.packs.read_lexeme import read_lexeme
from afgraph.packs.read_pack import Draft, read_pack
from afgraph.packs.read_source import read_source

Entry = Entity | Source | Lexeme
_STUB = Entity(id="", schema="", names=())
_STUB_SOURCE = Source(id="", title="", kind="general")


def read_documents(pack: str, documents: Iterable[Document], over: Contents | None) -> tuple[Contents, list[str]]:
    """What the loader makes of all files of a pack, and every problem it finds in them."""
    draft, problems = Draft(), Problems()
    if over is not None:
        draft = Draft(
            entities=dict(over.entities),
            sources=dict(over.sources),
            claims=dict(over.claims),
            lexicon=dict(over.lexicon),
            titles=list(over.titles),
        )
    read_pack([(f"{pack}/{document.name}", document.content) for document in documents], draft, problems)
    return check(draft, problems), problems.found


def known(documents: Iterable[Document], over: Contents | None) -> Draft:
    """A draft with the ids of all entries, and with what former ids they have; nothing else of them is read."""
    draft = Draft(entities=dict(over.entities) if over else {}, sources=dict(over.sources) if over else {})
    for document in documents:
        for block in document.blocks:
            if block.key[:3] in SCHEMA_OF_PREFIX:
                draft.entities[block.key] = _entity(block) if "former_ids" in block.text else _STUB
            elif block.key.startswith("src:") and not block.is_claims:
                draft.sources[block.key] = _STUB_SOURCE
    return draft


def _entity(block: Block) -> Entity:
    mark = Mark(block.key, 1, 1)
    node = block.node
    return read_entity(Scalar(block.key, mark), node, Problems()) if isinstance(node, nodes.Mapping) else _STUB


def read_checked(key: str, value: Plain, draft: Draft, before: Plain | None = None) -> Entry:
    """An entry as the loader reads it, beside the entries of `draft`.

    Raises `PackError` with what is wrong with it, other than what was wrong `before`.
    """
    found, entry = _problems_of(key, value, draft)
    old = [] if before is None else _problems_of(key, before, draft)[0]
    _refuse([each for each in found if each not in old], key)
    return entry


def _problems_of(key: str, value: Plain, draft: Draft) -> tuple[list[str], Entry]:
    mark, problems = Mark(key, 1, 1), Problems()
    node, scalar = to_node(value, mark), Scalar(key, mark)
    beside = replace(draft, entities=dict(draft.entities), sources=dict(draft.sources), lexicon={}, marks={key: mark})
    assert isinstance(node, nodes.Mapping)
    entry: Entry
    if key.startswith("src:"):
        entry = beside.sources[key] = read_source(scalar, node, problems)
    elif key.startswith("lex:"):
        entry = beside.lexicon[key] = read_lexeme(scalar, node, problems)
    else:
        entry = beside.entities[key] = read_entity(scalar, node, problems)
    for each in beside.entities:
        beside.marks.setdefault(each, mark)
    check(beside, problems)
    return problems.found, entry


def read_claim_checked(source: str, value: Plain, draft: Draft) -> Claim:
    """A claim as the loader reads it. Raises `PackError` with what is wrong with it."""
    problems = Problems()
    mark = Mark(source, 1, 1)
    found = read_claims(Scalar(source, mark), nodes.Sequence([to_node(value, mark)], mark), problems)
    check(draft, problems)
    _refuse(problems.found, source)
    [(_, claim)] = found
    return claim


def _refuse(problems: list[str], key: str) -> None:
    if problems:
        told = dict.fromkeys(f"{key}: {each.removeprefix(f'{key}:1:1: ')}" for each in problems)
        raise PackError([*told], outcome="nothing was changed")


def claims_of(block: Block) -> tuple[str, ...]:
    """The ids of the claims of a list, in its order; none for any other entry, or where they cannot be read."""
    return _claims(block.key, block.text) if block.is_claims else ()


@lru_cache(maxsize=4096)
def _claims(key: str, text: str) -> tuple[str, ...]:
    node = Block(key, text).node
    assert isinstance(node, nodes.Sequence)
    found = read_claims(Scalar(key, Mark(key, 1, 1)), node, Problems())
    return tuple(claim.id for _, claim in found) if len(found) == len(node.items) else ()


def references_of(block: Block) -> list[Reference]:
    """All that an entry or a list of claims names."""
    problems, node = Problems(), block.node
    key = Scalar(block.key, Mark(block.key, 1, 1))
    if isinstance(node, nodes.Sequence):
        read_claims(key, node, problems)
    elif isinstance(node, nodes.Mapping):
        _read(key, node, problems)
    return problems.references


def _read(key: Scalar, node: Node, problems: Problems) -> None:
    assert isinstance(node, nodes.Mapping)
    reader = {"src": read_source, "lex": read_lexeme}.get(key.text[:3], read_entity)
    reader(key, node, problems)
