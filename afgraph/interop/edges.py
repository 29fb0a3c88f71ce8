"""The graph as nodes and relations for a Cypher engine; `afgraph/data/interop/properties.tsv` says which properties.

What follows from a path of claims follows for as long as all its links hold: its four days are the latest of their
starts and the earliest of their ends, so that an engine judges it at a date with the comparisons it makes for a claim.
docs/decisions/2026-11-26-edges-in-an-engine.md says what the relations mean.
"""

from collections.abc import Iterator

from afgraph.data import read_text
from afgraph.dates import Date, Interval, parse_when
from afgraph.errors import DateFormatError
from afgraph.graph import ClaimStore, rows_of, span_of
from afgraph.interop.days import days_of, days_within
from afgraph.interop.follows import FROM, TO, followed, spans_of
from afgraph.interop.partings import partings
from afgraph.interop.tables import Column, Row, columns
from afgraph.model import Claim

RELATIONS = ("CLAIM", "FOLLOWS", "AT_ODDS", "ENDED")
_SIGNS = {"positive": 1, "negative": -1, "neutral": 0}


def ally_query() -> str:
    """The Cypher query that gives the allies of one entity as of a time, in a graph that `to_x` wrote.

    Its rows are `id`, `name`, `verdict` (`yes` or `possibly`) and `basis` (`stated` or `derived`): what `kg.allies`
    gives. Its parameters are those of `ally_question`.

    >>> "$first" in ally_query()
    True
    """
    return read_text("interop/allies.cypher")


def ally_question(entity_id: str, on: str | Date | Interval) -> dict[str, str]:
    """The parameters of `ally_query`: who, and the first and last day of a date, a month, a year or a range.

    Raises `DateFormatError` where an end of the time is itself in doubt: that takes more than two days to ask.

    >>> ally_question("org:taliban", "February 1994")
    {'id': 'org:taliban', 'first': '1994-02-01', 'last': '1994-02-28'}
    """
    asked = span_of(parse_when(on))
    if asked.start_min != asked.start_max or asked.end_min != asked.end_max:
        raise DateFormatError(f"{str(on)!r} has an end that is in doubt; ask for certain days, or ask the library")
    days = days_of(asked)
    return {"id": entity_id, "first": str(days["start_earliest"]), "last": str(days["end_latest"])}


def properties(label: str) -> tuple[Column, ...]:
    """The properties of a node or relation with this label.

    >>> [each.name for each in properties("AT_ODDS")]
    ['claim', 'earliest', 'latest']
    """
    return columns("properties")[label]


def nodes(store: ClaimStore) -> Iterator[Row]:
    """A row for each entity, in the packs' order."""
    for entity in store.contents.entities.values():
        yield {
            "id": entity.id,
            "name": entity.name,
            "native_name": entity.native_name,
            "schema": entity.schema,
            "kinds": _kinds(store, entity.schema),
            "about": entity.about,
            "names": list(dict.fromkeys(name.form for name in entity.names)),
            "lifespan": entity.lifespan and entity.lifespan.text,
            "qid": entity.qid,
            **days_within(entity.lifespan),
        }


def relations(store: ClaimStore, *, derived: bool = True) -> Iterator[tuple[str, Iterator[Row]]]:
    """The rows of each relation, by its label; without `derived`, only what is claimed."""
    yield "CLAIM", _claims(store)
    spans = spans_of(store)
    found = list(followed(store, spans)) if derived else []
    yield "FOLLOWS", (each.row() for each in found)
    yield from partings(store, spans, found)


def _kinds(store: ClaimStore, schema: str) -> list[str]:
    found = [schema]
    while (parent := store.contents.schemas[found[-1]].parent) is not None:
        found.append(parent)
    return found


def _claims(store: ClaimStore) -> Iterator[Row]:
    """A row for each claim with an object, also of those that make no edge of an answer."""
    held = zip(store.contents.claims.values(), rows_of(store.contents), strict=True)
    for number, (claim, row) in enumerate(held):
        if claim.object is not None:
            ends = {FROM: claim.subject, TO: claim.object, "seen_from": None, "number": number}
            yield _claim(store, claim) | ends | days_of(row.span)


def _claim(store: ClaimStore, claim: Claim) -> Row:
    kind = store.relation(claim)
    return {
        "id": claim.id,
        "relation": claim.relation,
        "basis": "stated",
        "stance": kind.stance,
        "sign": _SIGNS[kind.sign],
        "makes_edge": claim.makes_edge,
        "period": claim.when and claim.when.text,
        "modality": claim.modality,
        "polarity": claim.polarity,
        "confidence": store.confidence(claim),
        "source": claim.source,
        "source_title": store.contents.sources[claim.source].title,
        "attribution": list(claim.attribution),
        "reported": claim.reported,
        "place": claim.place,
        "role": claim.role,
        "quantity": claim.quantity and str(claim.quantity),
        "locator": claim.locator,
        "note": claim.note,
    }
