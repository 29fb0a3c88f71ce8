"""The files of packs, read into one draft."""

from dataclasses import dataclass, field
from pathlib import PurePath

from afgraph.model import Claim, Entity, Lexeme, Source
from afgraph.packs.fields import Fields
from afgraph.packs.nodes import Mapping, Mark, Node, Problems, Scalar, Sequence, shown
from afgraph.packs.read_acceptance import Acceptance, read_acceptances
from afgraph.packs.read_claim import read_claims
from afgraph.packs.read_entity import SCHEMA_OF_PREFIX, read_entity
from afgraph.packs.read_lexeme import read_lexeme
from afgraph.packs.read_source import read_source
from afgraph.packs.requirements import HEADER, check_digest, meets_needs
from afgraph.packs.yaml_events import read_yaml


@dataclass(slots=True)
class Draft:
    """What has been read so far, not yet checked as a whole. `overrides` are ids that replace those of earlier packs.

    `marks` are the places of all entries and claims, `places` of those of the pack that is being read.
    """

    entities: dict[str, Entity] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)
    lexicon: dict[str, Lexeme] = field(default_factory=dict)
    titles: list[str] = field(default_factory=list)
    acceptances: list[Acceptance] = field(default_factory=list)
    overrides: set[str] = field(default_factory=set)
    marks: dict[str, Mark] = field(default_factory=dict)
    places: dict[str, Mark] = field(default_factory=dict)


def read_pack(files: list[tuple[str, bytes]], draft: Draft, problems: Problems) -> None:
    """Read one pack, given as (name, content) of its files, into `draft`: the header first.

    A pack that needs a newer library is not read further: what else it holds may mean something then.
    """
    draft.places = {}
    for file, content in sorted(files, key=lambda each: not _is_header(each[0])):
        document = read_yaml(content, file, problems)
        if document is None:
            continue
        if not isinstance(document, Mapping):
            problems.add(document.mark, "a pack file is a mapping from ids to entries")
        elif _is_header(file):
            if not _read_header(document, files, draft, problems):
                return
        else:
            for key, node in document.items:
                read_entry(key, node, draft, problems)


def _is_header(file: str) -> bool:
    return PurePath(file).name == HEADER


def _read_header(node: Mapping, files: list[tuple[str, bytes]], draft: Draft, problems: Problems) -> bool:
    """Whether the pack can be read by this library."""
    fields = Fields(node, problems)
    if not meets_needs(fields):
        return False
    check_digest(fields, files)
    draft.titles.append(fields.required("title"))
    for known in ("name", "version", "license", "about"):
        fields.text(known)
    accepted = fields.node("accept")
    if accepted is not None:
        draft.acceptances.extend(read_acceptances(accepted, problems))
    fields.done()
    return True


def read_entry(key: Scalar, node: Node, draft: Draft, problems: Problems) -> None:
    """Read what stands under one key of a file into `draft`."""
    prefix = key.text[:3]
    if prefix == "src" and isinstance(node, Sequence):
        for mark, claim in read_claims(key, node, problems):
            _keep_claim(mark, claim, draft, problems)
    elif key.text == "accept":
        draft.acceptances.extend(read_acceptances(node, problems))
    elif prefix in _READ_ONE and isinstance(node, Mapping):
        _refuse_second(key, draft, problems)
        _READ_ONE[prefix](key, _noting_override(key, node, draft, problems), draft, problems)
    else:
        known = ", ".join(f"{each}:" for each in (*SCHEMA_OF_PREFIX, "src", "lex"))
        problems.add(
            key.mark, f"{shown(key.text)} is no entry; a key starts with {known}; it holds fields (src: or claims)"
        )


def _read_source(key: Scalar, node: Mapping, draft: Draft, problems: Problems) -> None:
    draft.sources[key.text] = read_source(key, node, problems)


def _read_lexeme(key: Scalar, node: Mapping, draft: Draft, problems: Problems) -> None:
    draft.lexicon[key.text] = read_lexeme(key, node, problems)


def _read_entity(key: Scalar, node: Mapping, draft: Draft, problems: Problems) -> None:
    draft.entities[key.text] = read_entity(key, node, problems)


_READ_ONE = {"src": _read_source, "lex": _read_lexeme, **dict.fromkeys(SCHEMA_OF_PREFIX, _read_entity)}


def _noting_override(key: Scalar, node: Mapping, draft: Draft, problems: Problems) -> Mapping:
    """The entry without its field `overrides`, which is noted in the draft."""
    if all(name.text != "overrides" for name, _ in node.items):
        return node
    kept = [(name, value) for name, value in node.items if name.text != "overrides"]
    for _, value in (item for item in node.items if item[0].text == "overrides"):
        if isinstance(value, Scalar) and value.text == "yes":
            draft.overrides.add(key.text)
        else:
            problems.add(value.mark, "overrides is 'yes' or left out")
    return Mapping(kept, node.mark)


def _refuse_second(key: Scalar, draft: Draft, problems: Problems) -> None:
    first = draft.places.setdefault(key.text, key.mark)
    draft.marks[key.text] = key.mark
    if first is not key.mark:
        problems.add(key.mark, f"{shown(key.text)} stands already at {first}; merge the two")


def _keep_claim(mark: Mark, claim: Claim, draft: Draft, problems: Problems) -> None:
    first = draft.places.setdefault(f"claim {claim.id}", mark)
    if first is not mark:
        problems.add(mark, f"claim {shown(claim.id)} stands already at {first}; give it an 'id'")
    draft.claims[claim.id] = claim
