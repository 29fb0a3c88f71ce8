"""Anyone's list of names as entities."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from afgraph.resolver.names import Listed, Row, listed

Rows = Mapping[str, Sequence[str] | str] | Iterable[tuple[str, str] | Mapping[Any, Any]]


def entities_of(rows: Rows) -> Listed:
    """Entities from a mapping of id to names, from (id, name) rows, or from mappings with `id` and `name`.

    Mappings may hold `type` (the schema) and `lang` besides; the first name of an id is the canonical one. A cell
    that a frame leaves empty (`None`, NaN) is no value. Raises `ValueError` for a row without id or name, with its
    number.

    >>> [entity.name for entity in entities_of({"q1": ["Kabul", "کابل"]}).values()]
    ['Kabul']
    """
    return listed(_read(rows))


def _read(rows: Rows) -> Iterator[Row]:
    for number, row in enumerate(_rows(rows), start=1):
        entity_id, form = _cell(row, "id"), _cell(row, "name")
        if not entity_id or not form:
            raise ValueError(f"row {number}: {dict(row)!r} needs an 'id' and a 'name'")
        yield entity_id, form, _cell(row, "lang"), _cell(row, "type") or _cell(row, "schema")


def _rows(rows: Rows) -> Iterable[Mapping[str, Any]]:
    if isinstance(rows, Mapping):
        for entity_id, forms in rows.items():
            listed = [forms] if isinstance(forms, str) else forms
            for form in listed or [""]:
                yield {"id": entity_id, "name": form}
        return
    for number, row in enumerate(rows, start=1):
        yield row if isinstance(row, Mapping) else _pair(row, number)


def _pair(row: Any, number: int) -> Mapping[str, Any]:
    if isinstance(row, str) or len(row) != 2:
        raise ValueError(f"row {number}: {row!r} is no (id, name) pair; give pairs, mappings, or {{id: [name, ...]}}")
    return {"id": row[0], "name": row[1]}


def _cell(row: Mapping[str, Any], column: str) -> str:
    """One cell as text; empty where the row has none, or a frame's NaN."""
    value = row.get(column)
    return "" if value is None or value != value else str(value).strip()  # noqa: PLR0124 - only NaN is not itself
