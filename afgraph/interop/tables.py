"""Contents as rows of plain tables, and back; `afgraph/data/interop/tables.tsv` says which columns there are."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from functools import cache
from typing import Any, Literal, NamedTuple, TypeVar, cast, get_args, get_origin, get_type_hints

from afgraph.data import read_table
from afgraph.dates import Interval, parse_interval
from afgraph.errors import DateFormatError
from afgraph.graph import rows_of
from afgraph.interop.days import days_of, days_within
from afgraph.model import Claim, Contents, Entity, Lexeme, Name, Quantity, RelationType, Schema, Source

Row = dict[str, Any]
ColumnType = Literal["text", "texts", "edtf", "date", "number", "whole", "yesno"]
Read = Callable[[str], Iterable[Row]]  # the rows of a table by its name
Value = TypeVar("Value")
_QUANTITY = ("comparator", "value", "unit")
_KINDS: tuple[type[Any], ...] = (Entity, Name, Source, Claim, Quantity, Lexeme, RelationType, Schema)
_FIELDS = {kind: tuple(each.name for each in fields(kind)) for kind in _KINDS}
_CHOICES = {
    kind: {name: get_args(hint) for name, hint in get_type_hints(kind).items() if get_origin(hint) is Literal}
    for kind in _KINDS
}
_COLUMN = {"when": "period"}  # the field's name is a word of SQL and of Cypher
_INTERVALS = frozenset({"lifespan", "when"})
_NAMED = {"subject": "entities", "relation": "relations", "object": "entities", "source": "sources"}


class Column(NamedTuple):
    """A column of a table: its type, whether a row may lack it, what it means."""

    name: str
    type: ColumnType
    null: bool
    means: str


@cache
def columns(listed: str = "tables") -> dict[str, tuple[Column, ...]]:
    """The columns of each table of a list in `afgraph/data/interop`, in their order.

    >>> [column.name for column in columns()["schemas"]]
    ['id', 'parent', 'note']
    """
    found: dict[str, list[Column]] = defaultdict(list)
    for row in read_table(f"interop/{listed}.tsv"):
        kind = cast("ColumnType", row["type"])
        found[row["table"]].append(Column(row["column"], kind, row["null"] == "yes", row["means"]))
    return {table: tuple(held) for table, held in found.items()}


def rows(contents: Contents, table: str) -> Iterator[Row]:
    """The rows of one table, in the contents' order.

    >>> from afgraph.packs import load_contents
    >>> [row["form"] for row in rows(load_contents(["afghanistan"]), "names") if row["entity"] == "plc:kabul"][:2]
    ['Kabul', 'Cabul']
    """
    return _ROWS[table](contents)


def _entities(contents: Contents) -> Iterator[Row]:
    for entity in contents.entities.values():
        known = {"name": entity.name, "native_name": entity.native_name, **days_within(entity.lifespan)}
        yield _plain(entity) | known


def _names(contents: Contents) -> Iterator[Row]:
    for entity in contents.entities.values():
        for name in entity.names:
            days = days_within(name.when or parse_interval("../.."))
            yield _plain(name) | {"entity": entity.id} | days


def _claims(contents: Contents) -> Iterator[Row]:
    for claim, held in zip(contents.claims.values(), rows_of(contents), strict=True):
        kind = contents.relations[claim.relation]
        counted = {} if claim.quantity is None else _plain(claim.quantity)
        quantity = {f"quantity_{part}": counted.get(part) for part in _QUANTITY}
        known = {"sign": kind.sign, "stance": kind.stance, "makes_edge": claim.makes_edge}
        yield _plain(claim) | known | quantity | days_of(held.span)


def _lexicon(contents: Contents) -> Iterator[Row]:
    for word in contents.lexicon.values():
        langs, forms = [lang for lang, _ in word.forms], [form for _, form in word.forms]
        yield _plain(word) | {"langs": langs, "forms": forms}


_ROWS: dict[str, Callable[[Contents], Iterator[Row]]] = {
    "entities": _entities,
    "names": _names,
    "sources": lambda contents: map(_plain, contents.sources.values()),
    "claims": _claims,
    "lexicon": _lexicon,
    "relations": lambda contents: map(_plain, contents.relations.values()),
    "schemas": lambda contents: map(_plain, contents.schemas.values()),
}


def _plain(value: Any) -> Row:
    return {_COLUMN.get(name, name): _cell(getattr(value, name)) for name in _FIELDS[type(value)]}


def _cell(value: Any) -> Any:
    if isinstance(value, Interval):
        return value.text
    return list(value) if isinstance(value, tuple) else value


def contents_of(read: Read, titles: Sequence[str] = (), *, key: str = "") -> Contents:
    """The contents that some tables hold. Raises `ValueError` with the table and the row where they hold none.

    What `rows` gave comes back as it was; whatever is named must be defined.

    >>> from functools import partial
    >>> from afgraph.packs import load_contents
    >>> contents = load_contents(["afghanistan"])
    >>> contents_of(partial(rows, contents), contents.titles) == contents
    True
    """
    schemas = _by_id(read, "schemas", Schema)
    relations = _by_id(read, "relations", RelationType)
    sources = _by_id(read, "sources", Source)
    entities = _read_entities(read, schemas)
    return Contents(
        entities=entities,
        sources=sources,
        claims=_read_claims(read, {"entities": entities, "relations": relations, "sources": sources}),
        relations=relations,
        schemas=schemas,
        titles=tuple(titles),
        lexicon=_read_lexicon(read),
        key=key,
    )


def _read_entities(read: Read, schemas: Mapping[str, Any]) -> dict[str, Entity]:
    names: dict[str, list[Name]] = defaultdict(list)
    for at, row in enumerate(read("names"), start=1):
        names[row["entity"]].append(_value("names", at, row, Name))
    entities: dict[str, Entity] = {}
    for at, row in enumerate(read("entities"), start=1):
        own = tuple(names.pop(row["id"], ()))
        _expect("entities", at, f"schema {row['schema']!r}", known=row["schema"] in schemas)
        _expect("entities", at, f"a name of {row['id']!r}", known=own)
        _add(entities, "entities", at, _value("entities", at, row | {"names": own}, Entity))
    for entity in names:
        raise ValueError(f"names: their entity {entity!r} is not defined")
    return entities


def _read_claims(read: Read, known: Mapping[str, Mapping[str, Any]]) -> dict[str, Claim]:
    claims: dict[str, Claim] = {}
    for at, row in enumerate(read("claims"), start=1):
        for field, table in _NAMED.items():
            absent = field == "object" and row[field] is None
            _expect("claims", at, f"{field} {row[field]!r}", known=absent or row[field] in known[table])
        _add(claims, "claims", at, _value("claims", at, row | {"quantity": _quantity(at, row)}, Claim))
    return claims


def _read_lexicon(read: Read) -> dict[str, Lexeme]:
    lexicon: dict[str, Lexeme] = {}
    for at, row in enumerate(read("lexicon"), start=1):
        if len(row["langs"]) != len(row["forms"]):
            raise ValueError(f"lexicon, row {at}: {len(row['langs'])} langs for {len(row['forms'])} forms")
        forms = tuple(zip(row["langs"], row["forms"], strict=True))
        _add(lexicon, "lexicon", at, _value("lexicon", at, row | {"forms": forms}, Lexeme))
    return lexicon


def _by_id(read: Read, table: str, kind: type[Value]) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for at, row in enumerate(read(table), start=1):
        _add(found, table, at, _value(table, at, row, kind))
    return found


def _add(found: dict[str, Any], table: str, at: int, value: Any) -> None:
    if value.id in found:
        raise ValueError(f"{table}, row {at}: {value.id!r} is there twice")
    found[value.id] = value


def _expect(table: str, at: int, what: str, *, known: object) -> None:
    if not known:
        raise ValueError(f"{table}, row {at}: {what} is not defined")


def _quantity(at: int, row: Row) -> Quantity | None:
    parts = {part: row[f"quantity_{part}"] for part in _QUANTITY}
    return None if parts["comparator"] is None else _value("claims", at, parts, Quantity)


def _value(table: str, at: int, row: Mapping[str, Any], kind: type[Value]) -> Value:
    """A value from a row, its words checked against the closed vocabularies."""
    given = {name: row[_COLUMN.get(name, name)] for name in _FIELDS[kind]}
    for name, words in _CHOICES[kind].items():
        if given[name] not in words:
            raise ValueError(f"{table}, row {at}: {name} {given[name]!r} is not known; it is one of {', '.join(words)}")
    for name, cell in given.items():
        if isinstance(cell, list):
            given[name] = tuple(cell)
    for name in _INTERVALS.intersection(given):
        if given[name] is not None:
            given[name] = _interval(table, at, name, given[name])
    return kind(**given)


def _interval(table: str, at: int, name: str, text: str) -> Interval:
    try:
        return parse_interval(text)
    except DateFormatError as error:
        raise ValueError(f"{table}, row {at}: {name}: {error}") from None
