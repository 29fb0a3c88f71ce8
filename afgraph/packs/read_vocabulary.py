"""The kinds of entities and relations, from the tables that ship with the package."""

from functools import cache

from afgraph.data import read_text
from afgraph.errors import DataError
from afgraph.model import RelationType, Schema, Sign, Stance, TimeKind
from afgraph.packs.fields import Fields
from afgraph.packs.nodes import Mapping, Problems, Scalar
from afgraph.packs.yaml_events import read_yaml


@cache
def schemas() -> dict[str, Schema]:
    """The kinds of entities by name.

    >>> schemas()["Province"].parent
    'Place'
    """
    return {key.text: _schema(key, fields) for key, fields in _rows("schema/entities.yml")}


@cache
def relation_types() -> dict[str, RelationType]:
    """The kinds of relations by name.

    >>> relation_types()["allied_with"].stance
    'alliance'
    """
    return {key.text: _relation(key, fields) for key, fields in _rows("schema/relations.yml")}


def _rows(file: str) -> list[tuple[Scalar, Fields]]:
    problems = Problems()
    document = read_yaml(read_text(file).encode(), file, problems)
    if not isinstance(document, Mapping) or problems.found:
        raise DataError(f"{file}: {'; '.join(problems.found) or 'is not a mapping'}")
    return [(key, Fields(node, problems)) for key, node in document.items if isinstance(node, Mapping)]


def _finish(file: str, fields: Fields) -> None:
    fields.done()
    if fields.problems.found:
        raise DataError(f"{file}: {'; '.join(fields.problems.found)}")


def _schema(key: Scalar, fields: Fields) -> Schema:
    schema = Schema(id=key.text, parent=fields.text("parent"), note=fields.text("note") or "")
    _finish(key.mark.file, fields)
    return schema


def _relation(key: Scalar, fields: Fields) -> RelationType:
    sign: Sign = "neutral"
    stance: Stance = "none"
    time: TimeKind = "interval"
    symmetric = fields.text("symmetric") == "yes"
    relation = RelationType(
        id=key.text,
        says=fields.required("says"),
        inverse=fields.text("inverse") or key.text,
        says_inverse=fields.text("says_inverse") or fields.required("says"),
        symmetric=symmetric,
        sign=fields.choice("sign", Sign, sign),
        stance=fields.choice("stance", Stance, stance),
        time=fields.choice("time", TimeKind, time),
        domain=fields.texts("domain"),
        range=fields.texts("range"),
        core=fields.text("core") == "yes",
        note=fields.text("note") or "",
    )
    _finish(key.mark.file, fields)
    return relation
