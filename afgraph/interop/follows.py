"""What follows from claims at any time, with the days that it follows for, once and for all."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from afgraph.dates import Interval
from afgraph.graph import ClaimStore, Span, rows_of, span_of
from afgraph.interop.days import days_of
from afgraph.interop.tables import Row
from afgraph.model import Claim, Stance
from afgraph.query.derive import Derived, Deriver

FROM, TO = "from", "to"  # the columns with the ends of a relation
_SIGNS: dict[Stance, int] = {"alliance": 1, "enmity": -1, "none": 0}
Spans = Mapping[str, Span]


class Followed(NamedTuple):
    """A stance of an entity to another that follows from a path of claims, and the days on which it does.

    `number` is its place behind all claims: of two that hold alike the lower speaks, as its path is shorter or first.
    """

    number: int
    entity: str
    other: str
    stance: Stance
    path: tuple[Claim, ...]
    when: Interval
    span: Span

    def row(self) -> Row:
        """What follows as a relation."""
        return {
            FROM: self.entity,
            TO: self.other,
            "basis": "derived",
            "seen_from": self.entity,
            "number": self.number,
            "stance": self.stance,
            "sign": _SIGNS[self.stance],
            "makes_edge": True,
            "period": self.when.text,
            "path": [claim.id for claim in self.path],
            **days_of(self.span),
        }


def spans_of(store: ClaimStore) -> dict[str, Span]:
    """The days of each claim that makes an edge, cut to the lives of its ends."""
    held = zip(store.contents.claims, rows_of(store.contents), strict=True)
    return {claim: row.span for claim, row in held if row.edge}


def followed(store: ClaimStore, spans: Spans) -> Iterator[Followed]:
    """All that follows, as seen from each end: for each pair, stance and days the shortest path.

    A path of claims holds for as long as all of them do: its span is the latest of their starts and the earliest of
    their ends, so that it is judged at a date as one claim is.

    >>> from afgraph.packs import load_contents
    >>> store = ClaimStore(load_contents(["afghanistan"]))
    >>> {each.stance for each in followed(store, spans_of(store))} == {"alliance", "enmity"}
    True
    """
    deriver = Deriver(store, None)
    number = len(store.contents.claims)
    for entity in store.contents.entities:
        found: dict[Stance, Iterator[Derived]] = {
            "alliance": deriver.alliances(entity),
            "enmity": deriver.enmities(entity),
        }
        for stance, derived in found.items():
            for each, span in _shortest(derived, spans):
                yield Followed(number, each.entity, each.other, stance, each.path, each.when, span)
                number += 1


def _shortest(found: Iterator[Derived], spans: Spans) -> list[tuple[Derived, Span]]:
    """One path for each other entity and span, the shortest; shorter ones first, then as found."""
    shortest: dict[tuple[str, Span], tuple[int, int, Derived]] = {}
    for at, each in enumerate(found):
        span = _span(each, spans)
        held = shortest.get((each.other, span))
        if held is None or len(each.path) < held[0]:
            shortest[each.other, span] = len(each.path), at, each
    ordered = sorted(shortest.items(), key=lambda item: item[1][:2])
    return [(each, span) for (_, span), (_, _, each) in ordered]


def _span(derived: Derived, spans: Spans) -> Span:
    """The days on which all links of a path held, and shared their time."""
    links = [spans[claim.id] for claim in derived.path] + [span_of(derived.when)]
    start_min, start_max, end_min, end_max = zip(*links, strict=True)
    return Span(max(start_min), max(start_max), min(end_min), min(end_max))
