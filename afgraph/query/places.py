"""Who held a place, which places changed hands, and who was active where."""

from collections.abc import Iterator

from afgraph.graph import ClaimStore
from afgraph.model import Claim
from afgraph.query.answers import Answer, Answers, Who
from afgraph.query.build import far_end, followed, stated
from afgraph.query.drawn import Shape
from afgraph.query.moment import On, dated, order, span
from afgraph.query.times import changed_within

_HOLDS = ("controls",)
_TAKES = ("seized_control_of",)
_LIES = frozenset({"located_in"})
_ACTIVE = ("active_in", "controls", "based_in")


def controls(
    store: ClaimStore,
    place: str | None = None,
    *,
    on: On | None = None,
    schema: str | None = None,
    by: str | None = None,
) -> Answers:
    """Who controlled a place at `on`, or at any time; without a place, who controlled which, of one kind if given.

    `by` keeps what one controlled; the places are then what answers.

    Control of a place says nothing of its parts. Denials stand among the answers with the verdict `unknown`. For a
    country also who had seized it before and who held its capital, both derived or merely possible. Where no claim has
    anyone hold the place then, who held parts of it, derived.
    """
    claims = store.contents.claims.values() if place is None else store.claims_of(place)
    held = [claim for claim in claims if claim.relation in _HOLDS and (place is None or claim.object == place)]
    found = [stated(store, claim, claim.object or "", on) for claim in held]
    if place is not None:
        found += _by_capital(store, place, on)
        held_then = any(each.verdict in ("yes", "possibly") for each in found)
        found += [] if held_then or on is None else _by_parts(store, place, on)
    kept = [each for each in found if each.verdict != "no" and (schema is None or store.is_a(each.entity.id, schema))]
    kept = [each for each in kept if by is None or each.other.id == by]
    kept.sort(key=lambda each: (each.basis == "derived", each.verdict != "yes", each.entity.name, order(each.when)))
    who = "Who" if by is None else str(store.entity(by))
    what = f"which {schema or 'place'}" if place is None else str(store.entity(place))
    asked = f"{who} controlled {what}"
    shape: Shape = "graph" if on is not None else "timeline"
    answering: Who = "other" if by is None or place is not None else "entity"
    return Answers(f"{asked}{dated(on)}", kept, answering=answering, shape=shape)


def changed_hands(store: ClaimStore, since: On, until: On, *, within: str | None = None) -> Answers:
    """Which places were taken or lost from `since` to `until`, within a wider place if given.

    `entity` is who took or lost, `other` the place.
    """
    first, last = span(since)[0], span(until)[1]
    inside = None if within is None else parts(store, within)
    found: list[Answer] = []
    for claim in store.contents.claims.values():
        ours = claim.relation in (*_HOLDS, *_TAKES) and claim.object is not None and store.is_a(claim.object, "Place")
        if ours and (inside is None or claim.object in inside):
            turns = changed_within(store, claim, first, last)
            found += [stated(store, claim, claim.subject, None, change=change) for change, _ in turns]
    found.sort(key=lambda each: (each.other.name, order(each.when)))
    place = f" in {store.entity(within)}" if within is not None else ""
    return Answers(f"Places that changed hands{place} from {since} to {until}", found, shape="timeline")


def active_in(store: ClaimStore, place: str, *, on: On | None = None) -> Answers:
    """Who was active in a place or any part of it at `on`: operated, held, was based, fought or took part there."""
    inside = parts(store, place)
    found = [answer for claim in _claims_there(store, inside) for answer in _actors(store, claim, place, on)]
    kept = [each for each in found if each.verdict != "no"]
    kept.sort(key=lambda each: (each.verdict != "yes", each.basis == "derived", order(each.when), each.other.name))
    return Answers(f"Who was active in {store.entity(place)}{dated(on)}", kept)


def parts(store: ClaimStore, place: str) -> set[str]:
    """The ids of a place and all that lies in it."""
    found, level = {place}, [place]
    while level:
        below = [
            claim.subject
            for at in level
            for claim in store.claims_of(at)
            if claim.relation == "located_in" and claim.object == at and claim.makes_edge
        ]
        level = [each for each in dict.fromkeys(below) if each not in found]
        found |= set(level)
    return found


def _claims_there(store: ClaimStore, inside: set[str]) -> Iterator[Claim]:
    for claim in store.contents.claims.values():
        there = claim.relation in _ACTIVE and claim.object in inside
        fought = claim.place in inside and store.relation(claim).stance == "enmity"
        if there or fought or (claim.relation == "occurred_in" and claim.object in inside):
            yield claim


def _actors(store: ClaimStore, claim: Claim, place: str, on: On | None) -> Iterator[Answer]:
    """The answers that a claim about a place gives: its own actors, or those of the event that took place there."""
    if claim.relation == "occurred_in":
        for part in store.claims_of(claim.subject):
            if part.relation == "participated_in" and part.makes_edge and store.verdict(part, on) != "no":
                yield _there(store, place, part.subject, (claim, part), on)
    elif claim.object == place:
        yield stated(store, claim, place, on)
    elif store.verdict(claim, on) != "no" and claim.makes_edge:
        there = claim.relation in _ACTIVE
        for end in (claim.subject,) if there else (claim.subject, far_end(claim, claim.subject)):
            yield _there(store, place, end, (claim,), on)


def _there(store: ClaimStore, place: str, actor: str, path: tuple[Claim, ...], on: On | None) -> Answer:
    return followed(store, place, actor, path, on, relation="site_of", says="was an area of activity of")


def _by_parts(store: ClaimStore, place: str, on: On) -> Iterator[Answer]:
    """Who held what lies in a place outright."""
    for inside in store.edges_of_any(place, _LIES):
        if inside.object == place:
            for claim in store.claims_of(inside.subject):
                if claim.relation in _HOLDS and claim.object == inside.subject and claim.makes_edge:
                    path, says = (inside, claim), "had a part of it controlled by"
                    yield followed(store, place, claim.subject, path, on, relation="partly_controlled_by", says=says)


def _by_capital(store: ClaimStore, country: str, on: On | None) -> Iterator[Answer]:
    """Who held the capital of a country, and who had seized the country by then."""
    for seat in store.claims_of(country):
        if seat.relation == "capital_of" and seat.object == country and seat.makes_edge:
            for claim in store.claims_of(seat.subject):
                if claim.relation in _HOLDS and claim.object == seat.subject and claim.makes_edge:
                    says = "had its capital controlled by"
                    yield followed(
                        store, country, claim.subject, (seat, claim), on, relation="controlled_by", says=says
                    )
