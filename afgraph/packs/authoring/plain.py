"""The fields of an entry as Python holds them: text, lists and dictionaries, and nodes as the readers want them."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypedDict

from afgraph.errors import PackError
from afgraph.packs import nodes
from afgraph.packs.nodes import Mark, Node, Scalar, shown

Plain = str | list["Plain"] | dict[str, "Plain"]
Text = str | int | float | date
NameForm = str | Mapping[str, Text]
Names = Mapping[str, NameForm | Iterable[NameForm]]
Value = Text | Iterable[Text] | Names

ENTITY = ("schema", "about", "born", "died", "when", "names", "different_from", "former_ids", "qid", "iso", "geonames")
SOURCE = ("title", "locator", "kind", "url", "published", "confidence")
LEXEME = ("kind", "means", "forms", "note")


class EntityFields(TypedDict, total=False):
    """What may be said of any entity."""

    about: str
    when: Text
    schema: str
    different_from: str | Iterable[str]
    former_ids: str | Iterable[str]
    qid: str
    file: str


class PersonFields(TypedDict, total=False):
    """What may be said of a person."""

    about: str
    born: Text
    died: Text
    schema: str
    different_from: str | Iterable[str]
    former_ids: str | Iterable[str]
    qid: str
    file: str


class PlaceFields(EntityFields, total=False):
    """What may be said of a place."""

    iso: str
    geonames: Text


class SourceFields(TypedDict, total=False):
    """What may be said of a source beside its title."""

    kind: str
    url: str
    locator: str
    published: Text
    confidence: Text
    file: str


class NameFields(TypedDict, total=False):
    """What may be said of a name beside its form."""

    when: Text
    source: str
    status: str
    script: str
    phonemes: str


class ClaimFields(TypedDict, total=False):
    """What may be said of a claim beside its line."""

    id: str
    modality: str
    polarity: str
    by: str | Iterable[str]
    reported: Text
    place: str
    confidence: Text
    quantity: Text
    value: str
    role: str
    cue: str
    locator: str
    note: str
    file: str


def plain(value: object, what: str) -> Plain:
    """A value as text, lists and dictionaries of text; `what` names it in the error.

    Raises `PackError` for what cannot stand in a pack, such as `None` or `True` in a list.

    >>> plain({"born": 1953, "names": ("A", "B")}, "per:a")
    {'born': '1953', 'names': ['A', 'B']}
    """
    if isinstance(value, str):
        return str(value)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(plain(key, what)): plain(each, f"{what}: {key}") for key, each in value.items()}
    if isinstance(value, Iterable) and not isinstance(value, (bytes, bytearray)):
        return [plain(each, what) for each in value]
    raise PackError([f"{what}: {shown(str(value))} is no text; write it as a string"], outcome="nothing was changed")


def given(fields: Mapping[str, object], order: tuple[str, ...], what: str) -> dict[str, Plain]:
    """The fields that were given, in the order in which packs write them; unknown ones stay, for the reader to name."""
    known = [field for field in order if field in fields]
    return {
        field: plain(fields[field], f"{what}: {field}")
        for field in dict.fromkeys([*known, *fields])
        if fields[field] is not None
    }


def to_node(value: Plain, mark: Mark) -> Node:
    """A plain value as a node, all of it at one place."""
    if isinstance(value, str):
        return Scalar(value, mark)
    if isinstance(value, list):
        return nodes.Sequence([to_node(each, mark) for each in value], mark)
    return nodes.Mapping([(Scalar(key, mark), to_node(each, mark)) for key, each in value.items()], mark)


def from_node(node: Node) -> Plain:
    """A node as a plain value."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, nodes.Sequence):
        return [from_node(each) for each in node.items]
    return {key.text: from_node(each) for key, each in node.items}
