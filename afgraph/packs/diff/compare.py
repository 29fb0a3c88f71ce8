"""Two contents compared, everything in them."""

from collections.abc import Iterator, Mapping
from typing import TypeVar

from afgraph.model import Contents, Lexeme, Source
from afgraph.packs.diff.changes import Change, Entry, FieldChange, PackDiff, change_between
from afgraph.packs.diff.claims import claim_changes
from afgraph.packs.diff.entities import entity_changes
from afgraph.packs.diff.fields import field_changes, id_changes, list_changes
from afgraph.packs.diff.identity import Identity

Value = TypeVar("Value")

_SOURCE = ("title", "kind", "url", "locator", "published", "confidence")


def diff(old: Contents, new: Contents) -> PackDiff:
    """What changed from old contents to new ones, by meaning: the order of files, entries and keys never matters.

    An entity whose new id names the old one among its former ids was renamed; what is said of it is then compared
    as ever. A claim that says the same on the same word, and only its time or a detail differs, is one change.
    From new to old the same changes come turned round (`turned`).

    >>> from dataclasses import replace
    >>> from afgraph.packs import load_contents
    >>> new = load_contents(["tajikistan"])
    >>> kulob = replace(new.entities["plc:kulob"], about="a town")
    >>> old = replace(new, entities={**new.entities, "plc:kulob": kulob})
    >>> [each.fields[0].field for each in diff(old, new)], len(diff(new, new))
    (['about'], 0)
    """
    identity = Identity(old.entities, new.entities)
    return PackDiff(
        [
            *_titles(old, new),
            *entity_changes(old, new, identity),
            *_sources(old, new),
            *claim_changes(old, new, identity),
            *_lexemes(old, new, identity),
        ]
    )


def _titles(old: Contents, new: Contents) -> Iterator[Change]:
    was, now = " + ".join(old.titles), " + ".join(new.titles)
    if was != now:
        fields = [FieldChange(field="title", old=was or None, new=now or None)]
        entry = Entry(id="", says="pack")
        yield from change_between("pack", entry, entry, fields)


def _sources(old: Contents, new: Contents) -> Iterator[Change]:
    for was, now in _by_id(old.sources, new.sources):
        fields = field_changes(was, now, *_SOURCE) if was and now else []
        yield from change_between("source", _source_entry(was), _source_entry(now), fields)


def _source_entry(source: Source | None) -> Entry | None:
    if source is None:
        return None
    return Entry(id=source.id, says=source.id, detail=f"({source.title})", at=source.origin)


def _lexemes(old: Contents, new: Contents, identity: Identity) -> Iterator[Change]:
    for was, now in _by_id(old.lexicon, new.lexicon):
        fields = _lexeme_fields(was, now, identity) if was and now else []
        yield from change_between("lexeme", _lexeme_entry(was), _lexeme_entry(now), fields)


def _lexeme_fields(was: Lexeme, now: Lexeme, identity: Identity) -> list[FieldChange]:
    forms = [[f"{form} [{lang}]" for lang, form in each.forms] for each in (was, now)]
    return [
        *field_changes(was, now, "kind", "note"),
        *id_changes("means", was.means, now.means, identity.of),
        *list_changes("forms", forms[0], forms[1]),
    ]


def _lexeme_entry(lexeme: Lexeme | None) -> Entry | None:
    if lexeme is None:
        return None
    forms = ", ".join(sorted(form for _, form in lexeme.forms))
    return Entry(id=lexeme.id, says=lexeme.id, detail=f"({lexeme.kind}: {forms})", at=lexeme.origin)


def _by_id(old: Mapping[str, Value], new: Mapping[str, Value]) -> list[tuple[Value | None, Value | None]]:
    return [(old.get(each), new.get(each)) for each in sorted({*old, *new})]
