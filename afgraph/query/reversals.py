"""Alliances that turned to hostility, and hostilities that an agreement ended."""

from collections.abc import Iterator
from dataclasses import replace

from afgraph.graph import ClaimStore
from afgraph.model import Claim
from afgraph.query.answer import Answer, Change
from afgraph.query.build import followed
from afgraph.query.rules import rules
from afgraph.query.times import changed_within

_YEAR = 366
_SOON = 31  # days from the end of an alliance to the hostility that it turned to


def turned(store: ClaimStore, first: int, last: int) -> Iterator[Answer]:
    """Alliances that turned to hostility between two days: they ended then, or the hostility began."""
    for claim in store.contents.claims.values():
        if store.relation(claim).stance != "alliance" or not claim.makes_edge or claim.object is None:
            continue
        ended = _changed(store, claim, "ended", first, last)
        for hostile in store.between(claim.subject, claim.object):
            if not hostile.makes_edge or store.relation(hostile).stance != "enmity":
                continue
            if _follows(store, hostile, claim) and (ended or _changed(store, hostile, "began", first, last)):
                says = "turned, once allied, against"
                path = (claim, hostile)
                answer = followed(store, claim.subject, claim.object, path, None, relation="turned_against", says=says)
                yield replace(answer, when=store.interval(hostile), sign="negative", verdict="yes")


def _changed(store: ClaimStore, claim: Claim, change: Change, first: int, last: int) -> bool:
    return any(found == change for found, _ in changed_within(store, claim, first, last))


def _follows(store: ClaimStore, hostile: Claim, alliance: Claim) -> bool:
    """Whether a hostility began as an alliance ended, or soon after."""
    end, start = store.interval(alliance).end, store.interval(hostile).start
    return (
        end is not None and start is not None and end.earliest <= start.latest and start.earliest <= end.latest + _SOON
    )


def peaces(store: ClaimStore, first: int, last: int) -> Iterator[Answer]:
    """Agreements in the time between two who were hostile until then, and the same for the leaders of either."""
    for claim in store.contents.claims.values():
        if claim.relation not in rules().makes_peace or not claim.makes_edge or claim.object is None:
            continue
        if not changed_within(store, claim, first, last):
            continue
        for hostile in store.between(claim.subject, claim.object):
            if store.relation(hostile).stance == "enmity" and hostile.makes_edge and _ended_by(store, hostile, claim):
                says = "made peace, after hostility, with"
                path = (hostile, claim)
                yield _peace(store, claim.subject, claim.object, path, says)
                yield from _leaders_peace(store, claim.subject, claim.object, path, claim)


def _ended_by(store: ClaimStore, hostile: Claim, peace: Claim) -> bool:
    """Whether a hostility ended by the time of an agreement, or in it, and not long before."""
    end, made = store.interval(hostile).end, store.interval(peace)
    bounds = made.bounds()
    return end is not None and bounds.start_min - _YEAR <= end.latest and end.earliest <= bounds.end_max


def _leaders_peace(store: ClaimStore, body: str, other: str, path: tuple[Claim, ...], peace: Claim) -> Iterator[Answer]:
    for office in store.claims_of(body):
        led = office.relation in rules().acts_for and office.object == body and office.makes_edge
        if led and store.interval(office).overlaps(store.interval(peace)) == "yes":
            says = "led a body that made peace, after hostility, with"
            yield _peace(store, office.subject, other, (office, *path), says)


def _peace(store: ClaimStore, entity: str, other: str, path: tuple[Claim, ...], says: str) -> Answer:
    """The answer to a path whose last claim is the agreement."""
    answer = followed(store, entity, other, path, None, relation="made_peace_with", says=says)
    return replace(answer, when=store.interval(path[-1]), verdict="yes")
