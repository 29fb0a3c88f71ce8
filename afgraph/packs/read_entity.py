"""One entity of a pack."""

import re
import unicodedata
from dataclasses import replace
from functools import lru_cache
from typing import get_args

from afgraph.dates import Interval, parse_interval
from afgraph.errors import DateFormatError
from afgraph.model import Entity, Name, NameKind, NameStatus
from afgraph.packs.fields import Fields, check_id, plain_text
from afgraph.packs.nodes import Mapping, Mark, Node, Problems, Scalar, Sequence, shown
from afgraph.text import name_key, script_of

SCHEMA_OF_PREFIX = {
    "per": "Person",
    "org": "Organization",
    "plc": "Place",
    "evt": "Event",
    "pos": "Position",
    "grp": "Group",
}
_LONGEST_NAME = 200
_MOST_MARKS = 4
_MOST_NAMES = 10_000
_KINDS: tuple[NameKind, ...] = get_args(NameKind)


def read_entity(key: Scalar, node: Mapping, problems: Problems) -> Entity:
    """The entity under `key`; what is wrong with it goes on `problems`."""
    entity_id = check_id(key.text, key.mark, problems)
    schema = SCHEMA_OF_PREFIX.get(entity_id[:3], "")
    if len(node.items) == 1 and node.items[0][0].text == "names":  # large packs are mostly of such entities
        names = _names(node.items[0][1], key.mark, problems)
        return Entity(id=entity_id, schema=schema, names=names, origin=key.mark.origin)
    fields = Fields(node, problems)
    entity = Entity(
        id=entity_id,
        schema=next(iter(fields.named("schema", "schema", "schema")), schema),
        names=_names(fields.node("names"), key.mark, problems),
        about=fields.text("about") or "",
        lifespan=_lifespan(fields),
        qid=fields.shaped("qid", "Q[1-9][0-9]*", "a Wikidata item such as Q889"),
        iso=fields.shaped("iso", "[A-Z]{2}(-[A-Z0-9]{1,3})?", "an ISO 3166 code such as AF-KAB"),
        geonames=fields.shaped("geonames", "[0-9]{1,12}", "a GeoNames number"),
        different_from=fields.named("different_from", "entity", "different_from"),
        former_ids=_former_ids(fields),
        origin=key.mark.origin,
    )
    fields.done()
    return entity


def _former_ids(fields: Fields) -> tuple[str, ...]:
    former = fields.texts("former_ids")
    if not former:
        return former
    return tuple(check_id(each, fields.at("former_ids"), fields.problems) for each in former)


def _lifespan(fields: Fields) -> Interval | None:
    """When it existed: `when`, or `born` and `died`; a person without `died` has an unknown end."""
    when = fields.interval("when")
    born, died = fields.date_text("born"), fields.date_text("died")
    if born is None and died is None:
        return when
    if when is not None:
        fields.problems.add(fields.at("when"), "'when' beside 'born' or 'died'; a person has dates of birth and death")
    try:
        return parse_interval(f"{born or ''}/{died or ''}")
    except DateFormatError as error:
        fields.problems.add(fields.at("died"), str(error))
        return None


def _names(node: Node | None, mark: Mark, problems: Problems) -> tuple[Name, ...]:
    if not isinstance(node, Mapping):
        problems.add(mark if node is None else node.mark, "'names' must list at least one name under its language")
        return ()
    names: list[Name] = []
    listed = sum(len(_items(forms)) for _, forms in node.items)
    if listed == 0:
        problems.add(node.mark, "'names' must list at least one name under its language")
    if listed > _MOST_NAMES:
        problems.add(node.mark, f"{listed} names; an entity has at most {_MOST_NAMES}; split it or leave some out")
        return ()
    for lang, forms in node.items:
        check_language(lang, problems)
        for form in _items(forms):
            name = _name(form, lang.text, problems, plain="alias" if names else "canonical")
            if name is not None:
                names.append(name)
    if len(names) == 1 and names[0].kind == "canonical":
        return tuple(names)
    _refuse_doubles(names, node.mark, problems)
    first = _items(node.items[0][1]) if node.items else []
    return tuple(_with_canonical(names, optimistic=bool(first) and isinstance(first[0], Scalar)))


def check_language(lang: Scalar, problems: Problems) -> None:
    """A problem where a key is no language code."""
    if not _is_language(lang.text):
        problems.add(lang.mark, f"{shown(lang.text)} is not a language code (ISO 639-3), such as eng")


@lru_cache(maxsize=1024)
def _is_language(text: str) -> bool:
    return re.fullmatch("[a-z]{3}", text) is not None


def _with_canonical(names: list[Name], *, optimistic: bool) -> list[Name]:
    """The names with one canonical: the one that says so, else the first alias of the first language.

    A plain first form comes as canonical already (`optimistic`), and is an alias after all where a later name says
    that it is the one.
    """
    canonical = [at for at, name in enumerate(names) if name.kind == "canonical"]
    if optimistic and len(canonical) > 1:
        return [replace(names[0], kind="alias"), *names[1:]]
    if canonical:
        return names
    for at, name in enumerate(names):
        if name.lang != names[0].lang:
            break
        if name.kind == "alias":
            return [*names[:at], replace(name, kind="canonical"), *names[at + 1 :]]
    return names


def _items(node: Node) -> list[Node]:
    return node.items if isinstance(node, Sequence) else [node]


def _name(node: Node, lang: str, problems: Problems, *, plain: NameKind) -> Name | None:
    if isinstance(node, Mapping):
        return _detailed_name(node, lang, problems)
    form = plain_text(node, problems, "a name")
    if form is None or not is_name(form, node.mark, problems):
        return None
    return Name(form=form, lang=lang, script=script_of(form), kind=plain, origin=node.mark.origin)


def _detailed_name(node: Mapping, lang: str, problems: Problems) -> Name | None:
    fields = Fields(node, problems)
    kinds = [kind for kind in _KINDS if fields.node(kind) is not None]
    if len(kinds) != 1:
        problems.add(node.mark, f"a name needs its kind as a key: exactly one of {', '.join(_KINDS)}")
        return None
    kind = kinds[0]
    form = fields.text(kind) or ""
    source = next(iter(fields.named("source", "source", "a name's source")), None)
    default: NameStatus = "attested" if source else "listed"
    name = Name(
        form=form,
        lang=lang,
        script=fields.text("script") or script_of(form),
        kind=kind,
        status=fields.choice("status", NameStatus, default),
        when=fields.interval("when"),
        source=source,
        phonemes=fields.text("phonemes"),
        origin=node.mark.origin,
    )
    fields.done()
    return name if form and is_name(form, node.mark, problems) else None


def is_name(form: str, mark: Mark, problems: Problems) -> bool:
    """Whether some text can be a name: of one line, not too long, with a letter and few marks; else a problem."""
    if len(form) > _LONGEST_NAME:
        problems.add(mark, f"a name of {len(form)} characters; at most {_LONGEST_NAME}")
        return False
    if not form.isascii() and _most_marks(form) > _MOST_MARKS:
        problems.add(mark, f"a name with more than {_MOST_MARKS} marks on one letter; remove them")
        return False
    if "\t" in form:
        problems.add(mark, f"{shown(form)} holds a tab; write one space")
        return False
    if "\n" in form or not ((form[0].isascii() and form[0].isalnum()) or name_key(form)):
        problems.add(mark, f"{shown(form)} {'is more than one line' if name_key(form) else 'has no letter'}")
        return False
    return True


def _most_marks(form: str) -> int:
    """How many combining marks follow each other at most."""
    most = run = 0
    for char in form:
        run = run + 1 if not char.isalnum() and unicodedata.category(char)[0] == "M" else 0
        most = max(most, run)
    return most


def _refuse_doubles(names: list[Name], mark: Mark, problems: Problems) -> None:
    seen: set[tuple[str, str, str]] = set()
    for name in names:
        key = (name.lang, name.form, name.when.text if name.when else "")
        if key in seen:
            problems.add(mark, f"{shown(name.form)} is listed twice in {name.lang}; remove one")
        seen.add(key)
