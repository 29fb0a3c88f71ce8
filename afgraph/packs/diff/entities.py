"""Entities and their names, before and after."""

from collections.abc import Iterator

from afgraph.model import Contents, Entity, Name
from afgraph.packs.diff.changes import Change, Entry, FieldChange, change_between
from afgraph.packs.diff.fields import end_changes, field_changes, list_changes, time_changes
from afgraph.packs.diff.identity import Identity
from afgraph.packs.diff.pairing import days_between, pair_off

_PLAIN = ("schema", "about", "qid", "iso", "geonames")


def entity_changes(old: Contents, new: Contents, identity: Identity) -> Iterator[Change]:
    """What happened to entities: added, removed, renamed, merged, split; fields and names that changed.

    The names of an entity that came or went are not listed one by one.
    """
    for how, was, now in identity.matched():
        fields: tuple[FieldChange, ...] = ()
        if how in ("changed", "renamed") and was is not None and now is not None:
            fields = tuple(_fields(was, now, old, new, identity))
            yield from _name_changes(was, now) if was.names != now.names else ()
        if fields or how != "changed":
            yield Change(what="entity", how=how, old=_entry(was), new=_entry(now), fields=fields)


def _entry(entity: Entity | None) -> Entry | None:
    return None if entity is None else Entry(id=entity.id, says=entity.id, detail=f"({entity.name})", at=entity.origin)


def _fields(was: Entity, now: Entity, old: Contents, new: Contents, identity: Identity) -> list[FieldChange]:
    """The fields that changed; former ids only where no rename says the same."""
    former = [each for each in was.former_ids if each not in new.entities]
    still = [each for each in now.former_ids if each not in old.entities]
    return [
        *field_changes(was, now, *_PLAIN),
        *_lifespan(was, now, old),
        *list_changes("different_from", was.different_from, now.different_from, identity.of),
        *list_changes("former_ids", former, still),
    ]


def _lifespan(was: Entity, now: Entity, contents: Contents) -> list[FieldChange]:
    """A person's dates of birth and death, else when something existed."""
    persons = all(contents.is_a(each.schema, "Person") for each in (was, now))
    ends = end_changes(was.lifespan, now.lifespan, "born", "died") if persons else []
    return ends or time_changes(was.lifespan, now.lifespan)


def _name_changes(was: Entity, now: Entity) -> Iterator[Change]:
    stages = [
        lambda name: (name.form, name.lang, str(name.when)),
        lambda name: (name.form, name.lang),
        lambda name: name.form,
    ]
    for before, after in pair_off(was.names, now.names, stages=stages, distance=_distance):
        fields = _name_fields(before, after) if before and after else []
        yield from change_between("name", _name_entry(was, before), _name_entry(now, after), fields)


def _name_entry(entity: Entity, name: Name | None) -> Entry | None:
    if name is None:
        return None
    parts = (name.kind, name.status, name.when and name.when.text, name.source)
    detail = f"({', '.join(part for part in parts if part)})"
    return Entry(
        id=entity.id, says=f"{entity.id} [{name.lang}] {name.form}", detail=detail, at=name.origin or entity.origin
    )


def _name_fields(before: Name, after: Name) -> list[FieldChange]:
    plain = field_changes(before, after, "lang", "script", "kind", "status", "source", "phonemes")
    return [*plain, *time_changes(before.when, after.when)]


def _distance(one: Name, other: Name) -> float:
    return 100 * days_between(one.when, other.when) + len(_name_fields(one, other))
