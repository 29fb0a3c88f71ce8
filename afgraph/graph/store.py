"""Claims found by the entities at their ends, and judged at a date."""

from collections import defaultdict
from collections.abc import Iterable

from afgraph.dates import Date, Interval, Verdict
from afgraph.model import Claim, Contents, Entity, RelationType


class ClaimStore:
    """The claims of some contents, immutable once built.

    >>> from afgraph.packs import load_contents
    >>> store = ClaimStore(load_contents(["afghanistan"]))
    >>> any(claim.relation == "child_of" for claim in store.between("per:ahmad-massoud", "per:ahmad-shah-massoud"))
    True
    """

    def __init__(self, contents: Contents) -> None:
        self.contents = contents
        by_entity: dict[str, list[Claim]] = defaultdict(list)
        for claim in contents.claims.values():
            by_entity[claim.subject].append(claim)
            if claim.object is not None and claim.object != claim.subject:
                by_entity[claim.object].append(claim)
        self._by_entity = {entity: tuple(claims) for entity, claims in by_entity.items()}

    def entity(self, entity_id: str) -> Entity:
        """The entity with this id. Raises `KeyError` where there is none."""
        return self.contents.entities[entity_id]

    def relation(self, claim: Claim) -> RelationType:
        """The kind of relation that a claim states."""
        return self.contents.relations[claim.relation]

    def is_a(self, entity_id: str, wider: str) -> bool:
        """Whether an entity is of a schema or one of its kinds."""
        return self.contents.is_a(self.entity(entity_id).schema, wider)

    def claims_of(self, entity_id: str) -> tuple[Claim, ...]:
        """The claims with this entity at either end, in the packs' order."""
        return self._by_entity.get(entity_id, ())

    def between(self, one: str, other: str) -> list[Claim]:
        """The claims that join two entities, in either direction."""
        return [claim for claim in self.claims_of(one) if {claim.subject, claim.object} == {one, other}]

    def neighbours(self, entity_id: str) -> set[str]:
        """The entities that some claim joins to this one."""
        ends = {end for claim in self.claims_of(entity_id) for end in (claim.subject, claim.object) if end}
        return ends - {entity_id}

    def confidence(self, claim: Claim) -> float | None:
        """How sure a claim is, 0 to 1: its own word, else its source's; `None` where neither says."""
        if claim.confidence is not None:
            return claim.confidence
        return self.contents.sources[claim.source].confidence

    def lifespan_verdict(self, entity_id: str, on: Date) -> Verdict:
        """Whether an entity was alive or existed at some time of `on`; `unknown` where its dates are not known."""
        lifespan = self.entity(entity_id).lifespan
        return "unknown" if lifespan is None else lifespan.contains(on)

    def verdict(self, claim: Claim, on: Date | None) -> Verdict:
        """Whether a claim held at some time of `on`, and at any time at all where `on` is `None`.

        A claim without time possibly held, unless its relation is timeless; nothing holds for the dead.
        """
        timeless = self.relation(claim).time == "timeless"
        if on is None or (claim.when is None and timeless):
            return "yes"
        ends = [end for end in (claim.subject, claim.object) if end is not None]
        if not timeless and any(self.lifespan_verdict(end, on) == "no" for end in ends):
            return "no"
        return "possibly" if claim.when is None else claim.when.contains(on)

    def edges(self, claims: Iterable[Claim], on: Date | None) -> list[tuple[Claim, Verdict]]:
        """The claims that make an edge at `on`, with how surely they held then."""
        judged = ((claim, self.verdict(claim, on)) for claim in claims if claim.makes_edge)
        return [(claim, verdict) for claim, verdict in judged if verdict in ("yes", "possibly")]

    def interval(self, claim: Claim) -> Interval:
        """When a claim held; a claim without time has unknown ends, or none at all where it is timeless."""
        if claim.when is not None:
            return claim.when
        timeless = self.relation(claim).time == "timeless"
        text = "../.." if timeless else "/"
        return Interval(text=text, start=None, end=None, open_start=timeless, open_end=timeless)
