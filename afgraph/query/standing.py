"""What leaves an alliance on paper only: hostility, a break, or going abroad (`afgraph/data/schema/derivation.tsv`)."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import cache, partial

from afgraph.dates import Interval
from afgraph.graph import ClaimStore
from afgraph.model import Claim
from afgraph.query.build import far_end
from afgraph.query.moment import On, began_by, begins_after, covers
from afgraph.query.rules import rules

FIRM = ("asserted", "reported", "quoted")  # modalities of claims that can end an alliance


class Standings:
    """What ended alliances in effect at one time (or at none asked about), over one store.

    Whom an entity acts for, and what set it apart from whom, is worked out once for all questions.
    """

    def __init__(self, store: ClaimStore, on: On | None) -> None:
        self.store = store
        self.on = on
        self._acts_for: Callable[[str], list[str]] = cache(partial(acted_for, store, on=on))
        self.leavings: Callable[[str], list[Claim]] = cache(partial(_leavings, store))
        self._apart: dict[str, dict[str, list[Claim]]] = {}

    def ended_by(self, ends: tuple[str, str], path: Sequence[Claim], *, since: Interval) -> tuple[Claim, ...]:
        """The firm claims that had ended an alliance in effect; none where it held, or where no time is asked.

        `path` is what the alliance rests on, `since` when it held by that. Hostility ends it only while it surely
        lasts; a break, or going abroad, only if the alliance is not younger.
        """
        if self.on is None:
            return ()
        found = [claim for claim in self._between(*ends) if claim.relation in rules().ends and self._surely(claim)]
        found += self._broken(*ends, since, self.on)
        for link in path:
            found += self._broken(link.subject, link.object or "", self.store.interval(link), self.on)
        for end in ends:
            found += [claim for claim in self.leavings(end) if _away(self.store, claim, since, self.on)]
        return tuple(dict.fromkeys(found)) if found else ()

    def maybe_hostile(self, one: str, other: str) -> bool:
        """Whether a claim states that the two were, or may have been, enemies at the time."""
        if self.on is None:
            return False
        edges = self.store.edges(self._between(one, other), self.on)
        return any(self.store.relation(claim).stance == "enmity" for claim, _ in edges)

    def _surely(self, claim: Claim) -> bool:
        """Whether a claim is firm and held all through the time."""
        on = self.on
        if on is None or claim.modality not in FIRM:
            return False
        return self.store.verdict(claim, on) == "yes" and covers(self.store.interval(claim), on)

    def _between(self, one: str, other: str) -> list[Claim]:
        """What set the two apart, or the bodies that either leads then: a leader acts for them."""
        found: list[Claim] = []
        for near in self._acts_for(one):
            for far in self._acts_for(other):
                found += self.between_two(near, far) if near != far else []
        return found

    def between_two(self, near: str, far: str) -> list[Claim]:
        """What set two entities apart; sought at one that was asked before, else at the one of more claims."""
        if near not in self._apart and (far in self._apart or self.store.count(far) > self.store.count(near)):
            near, far = far, near
        if near not in self._apart:
            self._apart[near] = _set_apart(self.store, near)
        return self._apart[near].get(far, [])

    def _broken(self, near: str, far: str, held: Interval, on: On) -> list[Claim]:
        """The firm breaks between two, allies or member and body, that came by `on` and no earlier than `held`."""
        found: list[Claim] = []
        for claim in self.between_two(near, far):
            if claim.relation in rules().breaks and claim.modality in FIRM:
                when = self.store.interval(claim)
                found += [claim] if began_by(when, on) and begins_after(when, held) else []
        return found


def acted_for(store: ClaimStore, entity: str, on: On | None) -> list[str]:
    """An entity, and the bodies that it surely led at `on`."""
    claims = store.edges_of_any(entity, rules().acts_for)
    led = [
        claim.object
        for claim in claims
        if claim.subject == entity and claim.object and store.verdict(claim, on) == "yes"
    ]
    return [entity, *dict.fromkeys(led)]


def _set_apart(store: ClaimStore, entity: str) -> dict[str, list[Claim]]:
    """By who stands at the other end: the claims of enmity at an entity, those of what ends an alliance, its breaks."""
    relations = store.contents.relations.values()
    hostile = rules().ends | rules().breaks | {kind.id for kind in relations if kind.stance == "enmity"}
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in store.edges_of_any(entity, hostile):
        found[far_end(claim, entity)].append(claim)
    return found


def _leavings(store: ClaimStore, person: str) -> list[Claim]:
    """The firm claims that an entity left for another country, or was there."""
    claims = store.edges_of_any(person, rules().leaves)
    return [
        claim
        for claim in claims
        if claim.modality in FIRM and claim.subject == person and claim.object and store.is_a(claim.object, "Country")
    ]


def _away(store: ClaimStore, claim: Claim, since: Interval, on: On) -> bool:
    """Whether who left was abroad all through `on`, having gone after an alliance began."""
    when = store.interval(claim)
    away = began_by(when, on) if store.relation(claim).time == "point" else covers(when, on)
    return away and begins_after(when, since)
