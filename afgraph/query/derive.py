"""Alliances and enmities that follow from shared membership or from a leader's office, with their path.

The rules are data (`afgraph/data/schema/derivation.tsv`). A leader acts for his group: its allies, enemies and
memberships count as his. Two that belong to one binding body at one time are allied. Membership alone gives a
person no share in what his group does to others, and a common enemy makes no friend.
"""

from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from afgraph.dates import Interval, Verdict, intersect, weakest
from afgraph.graph import ClaimStore, Span
from afgraph.model import Claim, Stance
from afgraph.query.moment import On
from afgraph.query.rules import Rules, rules
from afgraph.query.standing import Standings

_DEEPEST = 3  # bodies inside bodies


class Derived(NamedTuple):
    """A stance between two entities that follows from a path of claims, with the time they share."""

    entity: str
    other: str
    path: tuple[Claim, ...]
    when: Interval
    verdict: Verdict


class _Way(NamedTuple):
    """A way from an entity to a body it belongs to or acts for."""

    to: str
    path: tuple[Claim, ...]


class Deriver:
    """Derivations at one date (or at any time) over one store; `edges` are the claims that held then at an entity."""

    def __init__(self, store: ClaimStore, on: On | None) -> None:
        self.store = store
        self.on = on
        self.rules: Rules = rules()
        self.standings = Standings(store, on)
        self.edges: Callable[[str], list[tuple[Claim, Verdict]]] = cache(store.as_of(on).edges)
        self._verdicts: dict[str, Verdict] = {}
        self._spans: dict[str, Span] = {}
        self._times: dict[tuple[str, ...], tuple[Interval, Verdict] | None] = {}
        self._above: Callable[[str], frozenset[str]] = cache(self._find_above)
        self._ways: Callable[[str], list[_Way]] = cache(self._find_ways)
        self._members: Callable[[str], list[_Way]] = cache(self._find_members)
        self._edges: Callable[[str], list[Claim]] = cache(self._find_edges)

    def alliances(self, entity: str) -> Iterator[Derived]:
        """The alliances of an entity by shared membership, and by what it or its ally leads."""
        yield from self._shared(entity)
        yield from self._by_office(entity, "alliance")

    def enmities(self, entity: str) -> Iterator[Derived]:
        """The enmities of an entity by what it or its enemy leads."""
        yield from self._by_office(entity, "enmity")

    def _shared(self, entity: str) -> Iterator[Derived]:
        if self._is_any(entity, self.rules.joins):
            for member in self._members(entity):
                yield from self._derived(entity, member.to, member.path)
        for way in self._ways(entity):
            if self._is_any(way.to, self.rules.joins):
                yield from self._derived(entity, way.to, way.path)
            if self._is_any(way.to, self.rules.binds):
                for member in self._members(way.to):
                    yield from self._derived(entity, member.to, (*way.path, *member.path))

    def _by_office(self, entity: str, stance: Stance) -> Iterator[Derived]:
        for near in [_Way(entity, ()), *self._led(entity)]:
            for claim in self._edges(near.to):
                if self.store.relation(claim).stance != stance:
                    continue
                far = claim.object if claim.subject == near.to else claim.subject
                assert far is not None
                for end in [_Way(far, ()), *self._leaders(far)]:
                    if near.path or end.path:
                        yield from self._derived(entity, end.to, (*near.path, claim, *end.path))

    def _derived(self, entity: str, other: str, path: tuple[Claim, ...]) -> Iterator[Derived]:
        if other == entity or len({claim.id for claim in path}) < len(path) or self._belongs(entity, other):
            return
        shared = self._shared_time(path)
        if shared is not None and self._within_lives(path):
            yield Derived(entity=entity, other=other, path=path, when=shared[0], verdict=self._verdict(path, shared[1]))

    def _shared_time(self, path: tuple[Claim, ...]) -> tuple[Interval, Verdict] | None:
        """The time that the links of a path share, and how surely they do, or so at what is asked; once for each."""
        times = [self.store.interval(claim) for claim in path]
        key = tuple(each.text for each in times)
        if key not in self._times:
            when = intersect(times)
            sure = weakest(one.overlaps(other) for one, other in pairwise(times))
            known = None if when is None else (when, sure if self.on is None else when.contains(self.on))
            self._times[key] = known
        return self._times[key]

    def _within_lives(self, path: tuple[Claim, ...]) -> bool:
        """Whether there may be a day on which all links held: who joins a body does not meet there who is dead."""
        spans = [self._span(claim) for claim in path]
        return max([each.start_min for each in spans]) <= min([each.end_max for each in spans])

    def _span(self, claim: Claim) -> Span:
        """The days of a claim, cut to lives; of one that many paths share they are looked up once."""
        known = self._spans.get(claim.id)
        if known is None:
            known = self._spans[claim.id] = self.store.span(claim)
        return known

    def _verdict(self, path: tuple[Claim, ...], shared: Verdict) -> Verdict:
        """As firm as the weakest link, and as sure as that the links share a time."""
        if self.on is None:
            return shared
        return weakest([shared, *[self._held(claim, self.on) for claim in path]])

    def _held(self, claim: Claim, on: On) -> Verdict:
        """Whether a claim held then; one that many paths share is judged once."""
        known = self._verdicts.get(claim.id)
        if known is None:
            known = self._verdicts[claim.id] = self.store.verdict(claim, on)
        return known

    def _belongs(self, one: str, other: str) -> bool:
        """Whether one leads or belongs to the other outright: then they are no pair of allies, unless it joins."""
        if other not in self._above(one) and one not in self._above(other):
            return False
        return not (self._is_any(one, self.rules.joins) or self._is_any(other, self.rules.joins))

    def _find_above(self, entity: str) -> frozenset[str]:
        """What an entity leads or belongs to outright, at any time."""
        claims = self.store.edges_of_any(entity, self.rules.acts_for | self.rules.belongs_to)
        return frozenset(claim.object for claim in claims if claim.subject == entity and claim.object)

    def _find_ways(self, entity: str) -> list[_Way]:
        """The bodies an entity belongs to, or acts for and so belongs to through them."""
        ways = [way for start in [_Way(entity, ()), *self._led(entity)] for way in self._climb(start)]
        return [*self._led(entity), *ways]

    def _climb(self, start: _Way) -> Iterator[_Way]:
        """The bodies above `start`; a person's own membership goes no further than the body itself."""
        level = [start]
        for _ in range(1 if self.store.is_a(start.to, "Person") else _DEEPEST):
            level = [
                _Way(claim.object, (*way.path, claim))
                for way in level
                for claim in self._edges(way.to)
                if claim.relation in self.rules.belongs_to and claim.subject == way.to and claim.object
            ]
            yield from level

    def _find_members(self, body: str) -> list[_Way]:
        """Who belongs to a body, and who leads it or what belongs to it; paths run from the body down."""
        found = self._leaders(body)
        level = [_Way(body, ())]
        for _ in range(_DEEPEST):
            level = [
                _Way(claim.subject, (*way.path, claim))
                for way in level
                for claim in self._edges(way.to)
                if claim.relation in self.rules.belongs_to and claim.object == way.to
                if not (way.path and self.store.is_a(claim.subject, "Person"))
            ]
            found += level
            found += [_Way(end.to, (*way.path, *end.path)) for way in level for end in self._leaders(way.to)]
        return found

    def _led(self, entity: str) -> list[_Way]:
        claims = [claim for claim in self._edges(entity) if claim.relation in self.rules.acts_for]
        return [_Way(claim.object, (claim,)) for claim in claims if claim.subject == entity and claim.object]

    def _leaders(self, body: str) -> list[_Way]:
        if not self.store.edges_of_any(body, self.rules.acts_for):
            return []
        claims = [claim for claim in self._edges(body) if claim.relation in self.rules.acts_for]
        return [_Way(claim.subject, (claim,)) for claim in claims if claim.object == body]

    def _find_edges(self, entity: str) -> list[Claim]:
        edges = self.edges(entity)
        self._verdicts.update((claim.id, verdict) for claim, verdict in edges)
        return [claim for claim, _ in edges]

    def _is_any(self, entity: str, schemas: frozenset[str]) -> bool:
        return any(self.store.is_a(entity, schema) for schema in schemas)
