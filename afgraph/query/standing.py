"""What leaves an alliance on paper only: hostility, a break, or going abroad (`afgraph/data/schema/derivation.tsv`)."""

from collections.abc import Iterable, Sequence

from afgraph.dates import Interval
from afgraph.graph import ClaimStore
from afgraph.model import Claim
from afgraph.query.moment import On, began_by, begins_after, covers
from afgraph.query.rules import rules

_FIRM = ("asserted", "reported", "quoted")


def ended_by(
    store: ClaimStore, ends: tuple[str, str], path: Sequence[Claim], *, since: Interval, on: On | None
) -> tuple[Claim, ...]:
    """The firm claims that had ended an alliance in effect at `on`; none where it held, or where no time is asked.

    `path` is what the alliance rests on, `since` when it held by that. Hostility ends it only while it surely lasts; a
    break, or going abroad, only if the alliance is not younger.
    """
    if on is None:
        return ()
    found = [*_hostile(store, *ends, on), *_broken(store, ends, path, since=since, on=on)]
    found += [claim for end in ends for claim in _gone(store, end, since, on)]
    return tuple(dict.fromkeys(found))


def maybe_hostile(store: ClaimStore, one: str, other: str, on: On | None) -> bool:
    """Whether a claim states that the two were, or may have been, enemies at some time of `on`."""
    if on is None:
        return False
    edges = store.edges(_between(store, one, other, on), on)
    return any(store.relation(claim).stance == "enmity" for claim, _ in edges)


def _hostile(store: ClaimStore, one: str, other: str, on: On) -> Iterable[Claim]:
    claims = _firm(_between(store, one, other, on), rules().ends)
    return (claim for claim in claims if store.verdict(claim, on) == "yes" and covers(store.interval(claim), on))


def _between(store: ClaimStore, one: str, other: str, on: On) -> list[Claim]:
    """The claims between the two, and those of the bodies that either leads then: a leader acts for them."""
    ones, others = (acted_for(store, end, on) for end in (one, other))
    return [claim for near in ones for far in others if near != far for claim in store.between(near, far)]


def acted_for(store: ClaimStore, entity: str, on: On | None) -> list[str]:
    """An entity, and the bodies that it surely led at `on`."""
    led = [
        claim.object
        for claim, verdict in store.edges(store.claims_of(entity), on)
        if verdict == "yes" and claim.relation in rules().acts_for and claim.subject == entity and claim.object
    ]
    return [entity, *dict.fromkeys(led)]


def _broken(
    store: ClaimStore, ends: tuple[str, str], path: Sequence[Claim], *, since: Interval, on: On
) -> Iterable[Claim]:
    """Breaks between the two, or between a member on the path and the body it belonged to."""
    joints = [(*ends, since), *((claim.subject, claim.object or "", store.interval(claim)) for claim in path)]
    for near, far, held in joints:
        for claim in _firm(store.between(near, far), rules().breaks):
            when = store.interval(claim)
            if began_by(when, on) and begins_after(when, held):
                yield claim


def _gone(store: ClaimStore, person: str, since: Interval, on: On) -> Iterable[Claim]:
    """How a person was abroad all through `on`, having left after the alliance began."""
    for claim in _firm(store.claims_of(person), rules().leaves):
        when, place = store.interval(claim), claim.object
        if claim.subject != person or place is None or not store.is_a(place, "Country"):
            continue
        away = began_by(when, on) if store.relation(claim).time == "point" else covers(when, on)
        if away and begins_after(when, since):
            yield claim


def _firm(claims: Iterable[Claim], relations: frozenset[str]) -> Iterable[Claim]:
    return (claim for claim in claims if claim.relation in relations and claim.makes_edge and claim.modality in _FIRM)
