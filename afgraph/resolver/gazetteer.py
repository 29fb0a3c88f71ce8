"""Anyone's list of names as entities."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from afgraph.model import Entity, Name
from afgraph.text import script_of

Rows = Mapping[str, Sequence[str] | str] | Iterable[tuple[str, str] | Mapping[str, Any]]


def entities_of(rows: Rows) -> list[Entity]:
    """Entities from a mapping of id to names, from (id, name) rows, or from mappings with `id` and `name`.

    Mappings may hold `type` (the schema) and `lang` besides; the first name of an id is the canonical one.
    Raises `ValueError` for a row without id or name, with its number.

    >>> [entity.name for entity in entities_of({"q1": ["Kabul", "کابل"]})]
    ['Kabul']
    """
    names: dict[str, list[Name]] = {}
    schemas: dict[str, str] = {}
    for number, row in enumerate(_rows(rows), start=1):
        entity_id, form = str(row.get("id") or ""), str(row.get("name") or "")
        if not entity_id or not form.strip():
            raise ValueError(f"row {number}: {dict(row)!r} needs an 'id' and a 'name'")
        schemas.setdefault(entity_id, str(row.get("type") or row.get("schema") or ""))
        known = names.setdefault(entity_id, [])
        name = Name(
            form=form,
            lang=str(row.get("lang") or "und"),
            script=script_of(form),
            kind="alias" if known else "canonical",
        )
        known.append(name)
    return [Entity(id=each, schema=schemas[each], names=tuple(forms)) for each, forms in names.items()]


def _rows(rows: Rows) -> Iterable[Mapping[str, Any]]:
    if isinstance(rows, Mapping):
        for entity_id, forms in rows.items():
            for form in [forms] if isinstance(forms, str) else forms:
                yield {"id": entity_id, "name": form}
        return
    for row in rows:
        yield row if isinstance(row, Mapping) else dict(zip(("id", "name"), row, strict=True))
