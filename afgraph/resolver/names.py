"""A list of names as columns: entities that are made when they are asked for, and the list in a file."""

from array import array
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from afgraph.matching.arrays.keys import Lookup, hashed
from afgraph.matching.arrays.tables import parts_of, table_of, table_within
from afgraph.model import Entity, Name
from afgraph.recent import Recent
from afgraph.sections import Sections, Strings
from afgraph.text import script_of

_KEPT = 50_000  # entities that are remembered

Row = tuple[str, str, str, str]  # id, form, language, schema; the latter two may be empty


class Listed(Mapping[str, Entity]):
    """The entities of a list by id, in order, with nothing but names and a schema; made by `listed`."""

    def __init__(self, sections: Sections) -> None:
        self.sections = sections
        self._made = Recent[str, Entity](_KEPT)

    @cached_property
    def _ids(self) -> Strings:
        return Strings.within(self.sections, "id")

    @cached_property
    def _forms(self) -> Strings:
        return Strings.within(self.sections, "form")

    @cached_property
    def _columns(self) -> "tuple[memoryview[int], memoryview[int], memoryview[int]]":
        starts, langs, schemas = (self.sections[each] for each in ("entity.names", "name.lang", "entity.schema"))
        return starts, langs, schemas

    @cached_property
    def _places(self) -> Lookup:
        return Lookup(table_within(self.sections, "ids"), self._ids.heap, self._ids.starts)

    def __reduce__(self) -> tuple[object, ...]:
        return Listed, (self.sections,)

    def __len__(self) -> int:
        return len(self._ids)

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and self._place(key) is not None

    def __getitem__(self, key: str) -> Entity:
        made = self._made.get(key)
        if made is None:
            at = self._place(key)
            if at is None:
                raise KeyError(key)
            made = self._make(key, at)
            self._made.put(key, made)
        return made

    def every(self) -> Iterator[Entity]:
        """All entities in order, none of them remembered."""
        for at, key in enumerate(self._ids):
            yield self._make(key, at)

    def _place(self, key: str) -> int | None:
        return next(iter(self._places.of("", key)), None)

    def _make(self, key: str, at: int) -> Entity:
        starts, _, schemas = self._columns
        first = starts[at]
        names = [self._name(number, canonical=number == first) for number in range(first, starts[at + 1])]
        return Entity(id=key, schema=self.sections.about["words"][schemas[at]], names=tuple(names))

    def _name(self, number: int, *, canonical: bool) -> Name:
        form = self._forms[number]
        lang = self.sections.about["words"][self._columns[1][number]]
        return Name(form=form, lang=lang, script=script_of(form), kind="canonical" if canonical else "alias")


def listed(rows: Iterator[Row]) -> Listed:
    """The entities of rows, each with the names of all its rows; the first is the canonical one.

    >>> [name.form for name in listed(iter([("k", "Kabul", "", ""), ("k", "کابل", "prs", "")]))["k"].names]
    ['Kabul', 'کابل']
    """
    words = {"": 0, "und": 1}
    places: dict[str, int] = {}
    forms: list[str] = []
    owners, langs, schemas = array("I"), array("H"), array("H")
    for key, form, lang, schema in rows:
        owner = places.setdefault(key, len(places))
        if owner == len(schemas):
            schemas.append(0)
        owners.append(owner)
        forms.append(form)
        langs.append(words.setdefault(lang or "und", len(words)))
        schemas[owner] = schemas[owner] or words.setdefault(schema, len(words))
    order = sorted(range(len(owners)), key=owners.__getitem__)
    parts: dict[str, Any] = {
        **Strings.of(places).sections("id"),
        **Strings.of(forms[at] for at in order).sections("form"),
        "entity.names": _starts(owners, len(places)),
        "entity.schema": schemas,
        "name.lang": array("H", [langs[at] for at in order]),
        **parts_of("ids", table_of([hashed("", key)] for key in places)),
    }
    return Listed(Sections(parts, {"words": list(words)}))


def _starts(owners: "array[int]", count: int) -> "array[int]":
    """Where the names of each entity begin, the entities in order, and where the last ones end."""
    starts = array("I", bytes(4 * (count + 1)))
    for owner in owners:
        starts[owner + 1] += 1
    for at in range(count):
        starts[at + 1] += starts[at]
    return starts
