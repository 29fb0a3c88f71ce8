"""What puts an alliance in doubt, and what had ended it in effect, with the days of that: relations between its ends.

It is what `query/standing.py` works out for one question, worked out for any: of the first and last day that a question
asks about, each condition bounds one.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial
from itertools import product
from typing import NamedTuple

from afgraph.dates import Interval
from afgraph.graph import ClaimStore, Span, span_of
from afgraph.interop.days import days_of
from afgraph.interop.follows import FROM, TO, Followed, Spans
from afgraph.interop.tables import Row
from afgraph.model import Claim
from afgraph.query.moment import begins_after
from afgraph.query.rules import rules
from afgraph.query.standing import FIRM, Standings

_ALL = 2 * 10**8  # days; beyond any bound of a span
_ALWAYS = (-_ALL, _ALL)
_Window = tuple[int, int]
_Pair = tuple[str, str]


class _Lead(NamedTuple):
    """Who acts for a body (or is it), and the days on which that is sure."""

    who: str
    window: _Window


class _Alliance(NamedTuple):
    """An alliance that is stated or follows: its relation's number, its ends, the path it rests on, when it held."""

    number: int
    ends: _Pair
    path: tuple[Claim, ...]
    when: Interval


def partings(store: ClaimStore, spans: Spans, follows: Sequence[Followed]) -> Iterator[tuple[str, Iterator[Row]]]:
    """The rows of `AT_ODDS` and of `ENDED`, by these labels."""
    derived = [_Alliance(each.number, _pair(each.entity, each.other), each.path, each.when)
               for each in follows if each.stance == "alliance"]  # fmt: skip
    stated = list(_stated(store, spans))
    leads = cache(partial(_leads, store, spans))
    yield "AT_ODDS", _odds(store, spans, leads, {each.ends for each in derived})
    ends = _ended_by_hostility(store, spans, leads, {each.ends for each in [*stated, *derived]})
    yield "ENDED", _chained(ends, _ended_by_breaks(store, [*stated, *derived]))


def _chained(*several: Iterable[Row]) -> Iterator[Row]:
    for each in several:
        yield from each


def _pair(one: str, other: str) -> _Pair:
    return (one, other) if one < other else (other, one)


def _stated(store: ClaimStore, spans: Spans) -> Iterator[_Alliance]:
    for number, claim in enumerate(store.contents.claims.values()):
        if claim.id in spans and claim.object is not None and store.relation(claim).stance == "alliance":
            yield _Alliance(number, _pair(claim.subject, claim.object), (claim,), store.interval(claim))


def _leads(store: ClaimStore, spans: Spans, body: str) -> list[_Lead]:
    """An entity itself, and who surely leads it, with the days of that."""
    found = [_Lead(body, _ALWAYS)]
    for claim in store.edges_of_any(body, rules().acts_for):
        if claim.object == body:
            span = spans[claim.id]
            found.append(_Lead(claim.subject, (max(span[:2]), min(span[2:]))))
    return found


def _hostile(
    store: ClaimStore, spans: Spans, leads: Callable[[str], list[_Lead]], pairs: set[_Pair]
) -> Iterator[tuple[Claim, _Pair, _Window]]:
    """The claims that join two, or what two surely led, and the days on which they did; of some pairs."""
    hostile = rules().ends | {kind.id for kind in store.contents.relations.values() if kind.stance == "enmity"}
    for claim in store.contents.claims.values():
        if claim.id not in spans or claim.object in (None, claim.subject) or claim.relation not in hostile:
            continue
        span = spans[claim.id]
        for near, far in product(leads(claim.subject), leads(claim.object or "")):
            pair = _pair(near.who, far.who)
            if pair in pairs:
                windows = (span.start_min, span.end_max), near.window, far.window
                yield claim, pair, (max(each[0] for each in windows), min(each[1] for each in windows))


def _odds(store: ClaimStore, spans: Spans, leads: Callable[[str], list[_Lead]], pairs: set[_Pair]) -> Iterator[Row]:
    """When a claim of enmity leaves an alliance that follows only possible."""
    for claim, pair, window in _hostile(store, spans, leads, pairs):
        if store.relation(claim).stance == "enmity":
            yield from _row(pair, claim, possible=window)


def _ended_by_hostility(
    store: ClaimStore, spans: Spans, leads: Callable[[str], list[_Lead]], pairs: set[_Pair]
) -> Iterator[Row]:
    """When firm hostility leaves any alliance of two on paper only: for as long as it surely lasts."""
    for claim, pair, window in _hostile(store, spans, leads, pairs):
        if claim.relation in rules().ends and claim.modality in FIRM:
            yield from _row(pair, claim, of=None, sure=_surely(store, claim), possible=window)


def _ended_by_breaks(store: ClaimStore, alliances: Iterable[_Alliance]) -> Iterator[Row]:
    """When a break, or going abroad, that is not older than an alliance leaves that one on paper only."""
    standings = Standings(store, None)
    for each in alliances:
        links = [(link.subject, link.object or "", store.interval(link)) for link in each.path]
        for near, far, held in [(*each.ends, each.when), *links]:
            for claim in standings.between_two(near, far):
                if claim.relation in rules().breaks and claim.modality in FIRM:
                    yield from _since(store, each, claim, held)
        for end in each.ends:
            for claim in standings.leavings(end):
                if store.relation(claim).time == "point":
                    yield from _since(store, each, claim, each.when)
                elif begins_after(store.interval(claim), each.when):
                    yield from _row(each.ends, claim, of=each.number, sure=_surely(store, claim))


def _since(store: ClaimStore, alliance: _Alliance, claim: Claim, held: Interval) -> Iterator[Row]:
    """From the day by which a claim had surely begun, if what held is not younger."""
    when = store.interval(claim)
    if when.start is not None and begins_after(when, held):
        yield from _row(alliance.ends, claim, of=alliance.number, sure=(when.start.latest, _ALL))


def _surely(store: ClaimStore, claim: Claim) -> _Window:
    """The days on all of which a claim surely held."""
    span = span_of(store.interval(claim))
    return span.start_max, span.end_min


def _row(
    pair: _Pair, claim: Claim, *, sure: _Window = _ALWAYS, possible: _Window = _ALWAYS, **of: int | None
) -> Iterator[Row]:
    """One row; none where the days on which it would hold are not known."""
    whole = days_of(Span(sure[0], sure[0], sure[1], sure[1]))
    partly = days_of(Span(possible[0], possible[0], possible[1], possible[1]))
    if None in (*whole.values(), *partly.values()):
        return
    yield {
        FROM: pair[0],
        TO: pair[1],
        "claim": claim.id,
        "surely_from": whole["start_earliest"],
        "surely_until": whole["end_latest"],
        "earliest": partly["start_earliest"],
        "latest": partly["end_latest"],
        **of,
    }
