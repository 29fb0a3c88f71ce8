"""What else is known when a name is read: each piece a named item of evidence with its log-odds."""

import datetime
import math
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from afgraph.data import read_numbers
from afgraph.dates import Date, Interval, parse_date
from afgraph.graph import ClaimStore
from afgraph.matching import Evidence
from afgraph.model import Entity, Name

_OF_AGE = 14 * 365  # days


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The context of one name; a piece that is left out says nothing.

    `near` and `place` are ids of entities named beside it, `lang` is the text's language (ISO 639-3), `schema` the
    kind of entity wanted. `carried` pairs the ids that the same text names in full, of which this name may be the
    short form, with that full form. `kind_word` is a word beside the name and the schema that it tells of. `longer` is
    a longer name that this one is only a part of. `recent` is whom the text named last in full, of those that `carried`
    holds, `same` whom the same spelling means elsewhere in it, `kin` whose kin the text says this is. `weigh_fame` lets
    namesakes of whom more is known come first, as they do in the news.
    """

    date: Date | None = None
    place: str | None = None
    near: frozenset[str] = frozenset()
    lang: str | None = None
    schema: str | None = None
    carried: tuple[tuple[str, str], ...] = ()
    kind_word: tuple[str, str] | None = None
    longer: str | None = None
    recent: str | None = None
    same: str | None = None
    kin: str | None = None
    weigh_fame: bool = False


NO_CONTEXT = Context()


def context_of(
    *,
    date: str | datetime.date | Date | None,
    place: str | None,
    near: Iterable[str],
    lang: str | None,
    schema: str | None,
) -> Context:
    """The context that a question brings, `near` one id or several. Raises `DateFormatError` for a bad date."""
    when = None if date is None else parse_date(date)
    beside = [near] if isinstance(near, str) else near
    return Context(date=when, place=place, near=frozenset(beside), lang=lang, schema=schema)


@cache
def odds() -> dict[str, float]:
    """The log-odds of each piece of context."""
    return read_numbers("resolver/context.tsv")


def weigh(entity: Entity, name: Name, context: Context, store: ClaimStore | None) -> Iterator[Evidence]:
    """The evidence that context adds for or against `entity` under one of its names."""
    found = [*_of_name(name, context), *_of_entity(entity, context, store)]
    for evidence in found:
        weight = evidence.weight or odds()[evidence.feature]
        if weight:
            yield replace(evidence, weight=weight)


def within(entity: str, others: Collection[str], store: ClaimStore | None) -> Evidence | None:
    """The evidence against a place that lies in another of some places, as a district in its province."""
    if store is None or len(others) < 2:
        return None
    claims = (claim for claim in store.claims_of(entity) if claim.relation == "located_in" and claim.subject == entity)
    wider = next((claim.object for claim in claims if claim.object in others), None)
    if wider is None:
        return None
    return Evidence("within_namesake", odds()["within_namesake"], f"lies in {wider}, which may be meant as well")


def twin(entity: str, others: Collection[str], store: ClaimStore | None) -> Evidence | None:
    """The evidence against a place that lies where another of some places lies: a town and the district around it.

    Both bear one name and either may be meant; the first by id is taken.
    """
    if store is None or len(others) < 2:
        return None
    lies = _lies_in(entity, store)
    first = min((each for each in others if each != entity and lies & _lies_in(each, store)), default=entity)
    if first >= entity:
        return None
    return Evidence("twin", odds()["twin"], f"lies where {first} lies, which may be meant as well")


def _lies_in(entity: str, store: ClaimStore) -> set[str | None]:
    claims = store.claims_of(entity)
    return {claim.object for claim in claims if claim.relation == "located_in" and claim.subject == entity}


def _of_name(name: Name, context: Context) -> Iterator[Evidence]:
    if name.status in ("disputed", "misspelling"):
        yield Evidence(name.status, 0, f"{name.form!r} is listed as {name.status}")
    if name.kind == "short":
        yield Evidence("short", 0, f"{name.form!r} is a short form")
    if context.lang is not None and context.lang == name.lang:
        yield Evidence("same_language", 0, f"the text and the name are both in {name.lang}")
    if name.when is not None and context.date is not None:
        held = name.when.contains(context.date)
        if held == "no":
            yield Evidence("name_out_of_period", 0, f"bore this name {name.when}, not on {context.date}")
        elif held == "yes":
            yield Evidence("name_in_period", 0, f"bore this name {name.when}, so on {context.date}")


def _of_entity(entity: Entity, context: Context, store: ClaimStore | None) -> Iterator[Evidence]:
    if context.date is not None and entity.lifespan is not None and entity.lifespan.contains(context.date) == "no":
        yield _out_of_life(entity, entity.lifespan, context.date)
    elif context.weigh_fame and context.date is not None and _was_child(entity, context.date):
        yield Evidence("child", 0, f"was a child on {context.date}; news names men and women")
    if context.kind_word is not None and _is_a(entity, context.kind_word[1], store):
        word, schema = context.kind_word
        yield Evidence("kind_word", 0, f"stands beside {word!r}, and is a {schema}")
    if context.schema is not None and not _is_a(entity, context.schema, store):
        yield Evidence("wrong_schema", 0, f"is a {entity.schema or 'thing of no kind'}, not a {context.schema}")
    yield from _of_text(entity, context)
    if context.weigh_fame and store is not None:
        claims = len(store.columns.claims_of(entity.id))
        yield Evidence("fame", odds()["fame"] * math.log1p(claims), f"is known by {claims} claims")
    joined = store.neighbours(entity.id) if store is not None and (context.near or context.place) else set()
    beside = sorted(joined & context.near)
    if beside:
        yield Evidence("near", 0, f"is related to {', '.join(beside[:3])}, named beside it")
    if context.place is not None and context.place in joined:
        yield Evidence("place", 0, f"is related to {context.place}")


def _of_text(entity: Entity, context: Context) -> Iterator[Evidence]:
    """What the rest of the text says of an entity."""
    for carried, full in context.carried:
        if carried == entity.id:
            yield Evidence("named_in_full", 0, f"is named in full in this text: {full!r}")
    if entity.id in context.near:
        yield Evidence("named_too", 0, "is named elsewhere in this text")
    if context.recent == entity.id:
        yield Evidence("named_last", 0, "was named last before this")
    if context.same == entity.id:
        yield Evidence("same_spelling", 0, "is who this spelling means elsewhere in this text")
    if context.kin == entity.id:
        yield Evidence("kin", 0, "is whose father, brother or other kin is meant")
    if context.longer is not None:
        yield Evidence("longer_name", 0, f"is only a part of {context.longer!r}, the name of somebody else")


def _was_child(entity: Entity, date: Date) -> bool:
    """Whether a person was surely younger than those whom news names."""
    born = entity.lifespan.start if entity.schema == "Person" and entity.lifespan is not None else None
    return born is not None and date.latest - born.earliest < _OF_AGE


def _out_of_life(entity: Entity, lifespan: Interval, date: Date) -> Evidence:
    early = lifespan.start is not None and lifespan.start.earliest > date.latest
    if not early:
        return Evidence("gone", 0, f"was gone on {date} ({lifespan})")
    feature = "unborn" if entity.schema == "Person" else "not_yet"
    return Evidence(feature, 0, f"did not exist yet on {date} ({lifespan})")


def _is_a(entity: Entity, schema: str, store: ClaimStore | None) -> bool:
    return entity.schema == schema if store is None else store.contents.is_a(entity.schema, schema)
