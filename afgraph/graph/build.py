"""Columns from rows, and rows from contents."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from afgraph.graph.columns import NO_EDGE, TYPES, Columns, probe
from afgraph.graph.span import ALWAYS, Span, lived, span_of
from afgraph.model import Claim, Contents

_SHIFT = 1 << 29  # makes any day positive
_CLAIM_BITS = 32
_DAY_BITS = 30


class _Claims:
    """Claims while they are numbered, a column for each thing that is known of them."""

    def __init__(self) -> None:
        self.subject, self.object, self.kind = array("i"), array("i"), array("H")
        self.start_min, self.start_max, self.end_min, self.end_max = (array("i") for _ in Span._fields)


class Row(NamedTuple):
    """One claim for the columns: the ids of its ends, its relation, whether it makes an edge, its days."""

    subject: str
    relation: str
    object: str | None
    edge: bool
    span: Span


def build_columns(rows: Iterable[Row], entities: Iterable[str] = (), *, key: str = "") -> Columns:
    """The columns of some claims, numbered in their order; entities are numbered as they are listed, then as met.

    `key` says what they were built from; `open_columns` checks it.

    >>> from afgraph.dates import parse_date, parse_interval
    >>> span = span_of(parse_interval("1994/1996"))
    >>> columns = build_columns([Row("per:a", "allied_with", "per:b", edge=True, span=span)])
    >>> columns.neighbours("per:b", asked=span_of(parse_date("1995")))
    {'per:a'}
    """
    numbers: dict[str, int] = {}
    for entity in entities:
        numbers.setdefault(entity, len(numbers))
    relations: dict[str, int] = {}
    claims = _claims(rows, numbers, relations)
    arrays = {
        "claim_start_max": claims.start_max,
        "claim_end_min": claims.end_min,
        **_entries(claims, len(numbers)),
        **_ids(list(numbers)),
    }
    return Columns({name: memoryview(arrays[name]) for name in TYPES}, relations, key)


def columns_of(contents: Contents) -> Columns:
    """The columns of some contents, of the same `key`."""
    return build_columns(rows_of(contents), contents.entities, key=contents.key)


def rows_of(contents: Contents) -> Iterator[Row]:
    """One row for each claim of some contents, in their order; days are cut to the lives of the claim's ends."""
    for claim in contents.claims.values():
        yield Row(claim.subject, claim.relation, claim.object, edge=claim.makes_edge, span=claim_span(contents, claim))


def claim_span(contents: Contents, claim: Claim) -> Span:
    """When a claim may have held; timeless ones always, and nothing holds for the dead."""
    if contents.relations[claim.relation].time == "timeless":
        return ALWAYS if claim.when is None else span_of(claim.when)
    span = span_of(claim.when)
    for end in (claim.subject, claim.object):
        entity = None if end is None else contents.entities.get(end)
        span = span if entity is None else lived(span, entity.lifespan)
    return span


def _claims(rows: Iterable[Row], numbers: dict[str, int], relations: dict[str, int]) -> _Claims:
    """The claims as numbers; ends and relations that have none yet are given one."""
    claims = _Claims()
    days = [getattr(claims, name) for name in Span._fields]
    for row in rows:
        claims.subject.append(numbers.setdefault(row.subject, len(numbers)))
        claims.object.append(-1 if row.object is None else numbers.setdefault(row.object, len(numbers)))
        code = relations.setdefault(row.relation, len(relations))
        if code >= NO_EDGE:
            raise ValueError(f"more than {NO_EDGE} relations")
        claims.kind.append(code if row.edge else code | NO_EDGE)
        for column, day in zip(days, row.span, strict=True):
            column.append(day)
    return claims


def _entries(claims: _Claims, entities: int) -> dict[str, "array[int]"]:
    """Each claim at each of its ends, by relation and first day: one number holds all three, and sorts fast."""
    ends: list[list[int]] = [[] for _ in range(entities)]
    for claim, (near, far) in enumerate(zip(claims.subject, claims.object, strict=True)):
        entry = (claims.kind[claim] << _DAY_BITS | (claims.start_min[claim] + _SHIFT)) << _CLAIM_BITS | claim
        ends[near].append(entry)
        if far not in (-1, near):
            ends[far].append(entry)
    found = {name: array(TYPES[name]) for name in TYPES if name.startswith("entry_") or name in ("begin", "stated")}
    found["begin"].append(0)
    for entity, own in enumerate(ends):
        own.sort()
        ordered = [entry & (1 << _CLAIM_BITS) - 1 for entry in own]
        own.clear()
        found["entry_claim"].extend(ordered)
        found["entry_other"].extend(_other(claims, each, entity) for each in ordered)
        found["entry_kind"].extend(claims.kind[each] for each in ordered)
        found["entry_since"].extend(claims.start_min[each] for each in ordered)
        found["entry_until"].extend(claims.end_max[each] for each in ordered)
        edges = sum(claims.kind[each] < NO_EDGE for each in ordered)
        found["stated"].append(found["begin"][-1] + edges)
        found["begin"].append(len(found["entry_claim"]))
    return found


def _other(claims: _Claims, claim: int, entity: int) -> int:
    return claims.object[claim] if claims.subject[claim] == entity else claims.subject[claim]


def _ids(ids: Sequence[str]) -> dict[str, "array[int]"]:
    """The text of all ids, where each begins, and a table of slots to find one by."""
    text, begin = array("B"), array("i", [0])
    for name in ids:
        text.frombytes(name.encode("utf-8", "surrogatepass"))
        begin.append(len(text))
    slots = 1 << max(1, (2 * len(ids)).bit_length())
    table = array("i", [-1]) * slots
    for number, name in enumerate(ids):
        table[next(slot for slot in probe(name, slots) if table[slot] < 0)] = number
    return {"id_text": text, "id_begin": begin, "id_slots": table}
