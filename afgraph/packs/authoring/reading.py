"""What the loader would say of an entry: the same readers and checks, before anything is written."""

from collections.abc import Collection, Iterable

from afgraph.errors import PackError
from afgraph.model import Claim, Contents, Entity, Lexeme, Source
from afgraph.packs import nodes
from afgraph.packs.authoring.document import Block, Document
from afgraph.packs.authoring.plain import Plain, to_node
from afgraph.packs.check import check
from afgraph.packs.merge import merge
from afgraph.packs.nodes import Mark, Problems, Reference, Scalar, did_you_mean, shown
from afgraph.packs.read_claim import read_claims
from afgraph.packs.read_entity import SCHEMA_OF_PREFIX, read_entity
from afgraph.packs.read_pack import Draft, read_entry, read_pack

Entry = Entity | Source | Lexeme
_SHOWN = 80
_STUB = Entity(id="", schema="", names=())
_STUB_SOURCE = Source(id="", title="", kind="general")


def read_documents(pack: str, documents: Iterable[Document], over: Contents | None) -> tuple[Contents, list[str]]:
    """What the loader makes of all files of a pack, and every problem it finds in them."""
    draft, problems = Draft(), Problems()
    read_pack([(f"{pack}/{document.name}", document.content) for document in documents], draft, problems)
    drafts = [draft] if over is None else [_draft_of(over), draft]
    return check(merge(drafts, "error", problems), problems), problems.found


def _draft_of(over: Contents) -> Draft:
    """Packs that were read before, as a draft."""
    return Draft(
        entities=dict(over.entities),
        sources=dict(over.sources),
        claims=dict(over.claims),
        lexicon=dict(over.lexicon),
        titles=list(over.titles),
        marks={each.id: _mark_of(each) for each in over.entities.values()},
    )


def _mark_of(entity: Entity) -> Mark:
    file, _, line = entity.origin.rpartition(":")
    return Mark(file, int(line), 1)


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
    mark, problems, beside = Mark(key, 1, 1), Problems(), _beside(draft, key)
    read_entry(Scalar(key, mark), to_node(value, mark), beside, problems)
    for each in beside.entities:
        beside.marks.setdefault(each, mark)
    check(beside, problems)
    made: dict[str, Entry] = {**beside.lexicon, **beside.sources, **beside.entities}
    return problems.found, made[key]


def _beside(draft: Draft, key: str) -> Draft:
    """A draft with the same entries, to which others can be added."""
    entities = {each: entity for each, entity in draft.entities.items() if each != key}
    return Draft(entities=entities, sources=dict(draft.sources))


def read_claim_checked(source: str, value: Plain, draft: Draft) -> Claim:
    """A claim as the loader reads it. Raises `PackError` with what is wrong with it."""
    mark, problems, beside = Mark(source, 1, 1), Problems(), _beside(draft, "")
    if not source.startswith("src:"):
        _refuse([f"source {shown(source)} is no source's id{did_you_mean(source, draft.sources)}"], source)
    read_entry(Scalar(source, mark), nodes.Sequence([to_node(value, mark)], mark), beside, problems)
    check(beside, problems)
    _refuse(problems.found, source)
    [claim] = beside.claims.values()
    return claim


def _refuse(problems: list[str], key: str) -> None:
    if problems:
        name = key if len(key) <= _SHOWN else f"{key[:_SHOWN]}…"
        told = dict.fromkeys(f"{name}: {each.removeprefix(f'{key}:1:1: ')}" for each in problems)
        raise PackError([*told], outcome="nothing was changed")


def claims_of(block: Block) -> Collection[str]:
    """The ids of the claims of a list, in its order; none for any other entry, or where they cannot be read."""
    if block.claims is None:
        node = block.node if block.is_claims else None
        items = node.items if isinstance(node, nodes.Sequence) else []
        key = Scalar(block.key, Mark(block.key, 1, 1))
        found = read_claims(key, nodes.Sequence(items, key.mark), Problems())
        ids = dict.fromkeys(claim.id for _, claim in found)
        block.claims = ids if len(ids) == len(items) else {}
    return block.claims


def references_of(block: Block) -> list[Reference]:
    """All that an entry or a list of claims names."""
    problems = Problems()
    if block.node is not None:
        read_entry(Scalar(block.key, Mark(block.key, 1, 1)), block.node, Draft(), problems)
    return problems.references
