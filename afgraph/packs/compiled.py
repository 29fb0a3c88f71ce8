"""Contents as plain JSON and back: the compiled form of packs."""

import json
from dataclasses import fields
from typing import Any

from afgraph.dates import Date, Interval
from afgraph.model import Claim, Contents, Entity, Lexeme, Name, Quantity, Source
from afgraph.packs.read_vocabulary import relation_types, schemas


def to_json(contents: Contents) -> str:
    """The contents as JSON text; the vocabulary is not part of it."""
    return json.dumps(
        {
            "entities": [_row(each) for each in contents.entities.values()],
            "sources": [_row(each) for each in contents.sources.values()],
            "claims": [_row(each) for each in contents.claims.values()],
            "lexicon": [_row(each) for each in contents.lexicon.values()],
            "titles": contents.titles,
        },
        ensure_ascii=False,
    )


def from_json(text: str) -> Contents:
    """The contents that `to_json` wrote. Raises `ValueError`, `TypeError` or `KeyError` for anything else."""
    data = json.loads(text)
    return Contents(
        entities={each.id: each for each in map(_entity, data["entities"])},
        sources={each.id: each for each in map(_source, data["sources"])},
        claims={each.id: each for each in map(_claim, data["claims"])},
        relations=relation_types(),
        schemas=schemas(),
        titles=tuple(data["titles"]),
        lexicon={each.id: each for each in map(_lexeme, data["lexicon"])},
    )


def _row(value: Any) -> list[Any]:
    """A value's fields in the order of its class, values inside it likewise."""
    return [_cell(getattr(value, each.name)) for each in fields(value)]


def _cell(value: Any) -> Any:
    if isinstance(value, (Name, Interval, Date, Quantity)):
        return _row(value)
    if isinstance(value, tuple):
        return [_cell(each) for each in value]
    return value


def _named(kind: type, row: list[Any]) -> dict[str, Any]:
    return dict(zip((each.name for each in fields(kind)), row, strict=True))


def _date(row: list[Any] | None) -> Date | None:
    return None if row is None else Date(**_named(Date, row))


def _interval(row: list[Any] | None) -> Interval | None:
    if row is None:
        return None
    text, start, end, open_start, open_end = row
    return Interval(text=text, start=_date(start), end=_date(end), open_start=open_start, open_end=open_end)


def _name(row: list[Any]) -> Name:
    form, lang, script, kind, status, when, source, phonemes = row
    return Name(
        form=form,
        lang=lang,
        script=script,
        kind=kind,
        status=status,
        when=_interval(when),
        source=source,
        phonemes=phonemes,
    )


def _entity(row: list[Any]) -> Entity:
    values = _named(Entity, row)
    values["names"] = tuple(map(_name, values["names"]))
    values["lifespan"] = _interval(values["lifespan"])
    values["different_from"] = tuple(values["different_from"])
    values["former_ids"] = tuple(values["former_ids"])
    return Entity(**values)


def _lexeme(row: list[Any]) -> Lexeme:
    values = _named(Lexeme, row)
    values["forms"] = tuple((lang, form) for lang, form in values["forms"])
    return Lexeme(**values)


def _source(row: list[Any]) -> Source:
    return Source(**_named(Source, row))


def _claim(row: list[Any]) -> Claim:
    values = _named(Claim, row)
    values["when"] = _interval(values["when"])
    values["attribution"] = tuple(values["attribution"])
    quantity = values["quantity"]
    values["quantity"] = None if quantity is None else Quantity(**_named(Quantity, quantity))
    return Claim(**values)
