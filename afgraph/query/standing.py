"""What leaves an alliance on paper only: hostility, a break, or going abroad (`afgraph/data/schema/derivation.tsv`)."""

from collections.abc import Callable, Iterable, Sequence
from functools import cache, partial

from afgraph.dates import Interval
from afgraph.graph import ClaimStore
from afgraph.model import Claim
from afgraph.query.moment import On, began_by, begins_after, covers
from afgraph.query.rules import rules

_FIRM = ("asserted", "reported", "quoted")


class Standings:
    """What ended alliances in effect at one time (or at none asked about), over one store.

    Whom an entity acts for is worked out once for all questions.
    """

    def __init__(self, store: ClaimStore, on: On | None) -> None:
        self.store = store
        self.on = on
        self._acts_for: Callable[[str], list[str]] = cache(partial(acted_for, store, on=on))
        self._leavings: Callable[[str], list[Claim]] = cache(partial(_leavings, store))

    def ended_by(self, ends: tuple[str, str], path: Sequence[Claim], *, since: Interval) -> tuple[Claim, ...]:
        """The firm claims that had ended an alliance in effect; none where it held, or where no time is asked.

        `path` is what the alliance rests on, `since` when it held by that. Hostility ends it only while it surely
        lasts; a break, or going abroad, only if the alliance is not younger.
        """
        if self.on is None:
            return ()
        found = [*self._hostile(*ends), *_broken(self.store, ends, path, since=since, on=self.on)]
        leavings = [claim for end in ends for claim in self._leavings(end)]
        found += [claim for claim in leavings if _away(self.store, claim, since, self.on)]
        return tuple(dict.fromkeys(found))

    def maybe_hostile(self, one: str, other: str) -> bool:
        """Whether a claim states that the two were, or may have been, enemies at the time."""
        if self.on is None:
            return False
        edges = self.store.edges(self._between(one, other), self.on)
        return any(self.store.relation(claim).stance == "enmity" for claim, _ in edges)

    def _hostile(self, one: str, other: str) -> Iterable[Claim]:
        claims = _firm(self._between(one, other), rules().ends)
        return (claim for claim in claims if self._surely(claim))

    def _surely(self, claim: Claim) -> bool:
        """Whether a claim held all through the time."""
        on = self.on
        return on is not None and self.store.verdict(claim, on) == "yes" and covers(self.store.interval(claim), on)

    def _between(self, one: str, other: str) -> list[Claim]:
        """The claims between the two, and those of the bodies that either leads then: a leader acts for them."""
        ones, others = self._acts_for(one), self._acts_for(other)
        return [claim for near in ones for far in others if near != far for claim in self.store.between(near, far)]


def acted_for(store: ClaimStore, entity: str, on: On | None) -> list[str]:
    """An entity, and the bodies that it surely led at `on`."""
    led = [
        claim.object
        for claim in store.claims_of(entity)
        if claim.relation in rules().acts_for and claim.subject == entity and claim.object
        if claim.makes_edge and store.verdict(claim, on) == "yes"
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


def _leavings(store: ClaimStore, person: str) -> list[Claim]:
    """The firm claims that an entity left for another country, or was there."""
    claims = _firm(store.claims_of(person), rules().leaves)
    return [
        claim for claim in claims if claim.subject == person and claim.object and store.is_a(claim.object, "Country")
    ]


def _away(store: ClaimStore, claim: Claim, since: Interval, on: On) -> bool:
    """Whether who left was abroad all through `on`, having gone after an alliance began."""
    when = store.interval(claim)
    away = began_by(when, on) if store.relation(claim).time == "point" else covers(when, on)
    return away and begins_after(when, since)


def _firm(claims: Iterable[Claim], relations: frozenset[str]) -> Iterable[Claim]:
    return (claim for claim in claims if claim.relation in relations and claim.makes_edge and claim.modality in _FIRM)
