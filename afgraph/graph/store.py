"""Claims found by the entities at their ends, and judged at a date."""

import datetime
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from afgraph.dates import Date, Interval, Verdict, parse_when
from afgraph.errors import DataError
from afgraph.graph.as_of import AsOf
from afgraph.graph.build import claim_span, columns_of
from afgraph.graph.columns import Columns
from afgraph.graph.file import open_columns, save_columns
from afgraph.graph.kept import kept_columns
from afgraph.graph.span import Span, span_of
from afgraph.model import Claim, Contents, Entity, RelationType

When = str | datetime.date | Date | Interval


class ClaimStore:
    """The claims of some contents, immutable once built.

    Who is joined to whom, and when, stands in columns of numbers (`afgraph.graph.columns`), built at the first
    question or opened from a file; claims themselves are fetched only when they are asked for. `kept` names a file
    that the columns are opened from, and written to where it cannot be used.

    >>> from afgraph.packs import load_contents
    >>> store = ClaimStore(load_contents(["afghanistan"]))
    >>> any(claim.relation == "child_of" for claim in store.between("per:ahmad-massoud", "per:ahmad-shah-massoud"))
    True
    """

    def __init__(self, contents: Contents, *, columns: Columns | None = None, kept: Path | None = None) -> None:
        self.contents = contents
        self._kept = kept
        self._claims: dict[str, tuple[Claim, ...]] = {}
        if columns is not None:
            self.columns = columns

    @classmethod
    def open(cls, path: str | Path, contents: Contents, *, key: str | None = None) -> "ClaimStore":
        """The store of some contents with the columns that `save` wrote for them, mapped into memory.

        Raises `DataError` with the file's name where it is damaged, or not of these contents, or not of this `key`.
        """
        columns = open_columns(path, key=key)
        if columns.claims != len(contents.claims):
            raise DataError(f"{path}: it holds {columns.claims} claims, not {len(contents.claims)}; remove it")
        return cls(contents, columns=columns)

    def save(self, path: str | Path, *, key: str = "") -> None:
        """Write the columns to a file for `open`; `key` says what they were built from (a hash of the packs)."""
        save_columns(Columns(self.columns.sections, self.columns.relations, key), path)

    def __reduce__(self) -> "tuple[object, ...]":
        """Another process gets the contents, and opens or builds its columns when it is asked."""
        return _store, (self.contents, self._kept)

    @cached_property
    def columns(self) -> Columns:
        """The claims as columns."""
        return columns_of(self.contents) if self._kept is None else kept_columns(self.contents, self._kept)

    @cached_property
    def _ids(self) -> tuple[str, ...]:
        return tuple(self.contents.claims)

    def claim(self, number: int) -> Claim:
        """The claim that the columns number so."""
        return self.contents.claims[self._ids[number]]

    def as_of(self, on: When | None) -> AsOf:
        """The graph as it was at some time of `on`, a date or a range; without, at any time."""
        return AsOf(self.columns, self.claim, on if on is None or isinstance(on, Date) else parse_when(on))

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
        found = self._claims.get(entity_id)
        if found is None:
            found = self._claims[entity_id] = tuple(map(self.claim, self.columns.claims_of(entity_id)))
        return found

    def edges_of_any(self, entity_id: str, relations: frozenset[str]) -> list[Claim]:
        """The edges at an entity that are of one of some relations, at any time, in the packs' order."""
        return [self.claim(each) for each in self.columns.edges_of_any(entity_id, relations)]

    def count(self, entity_id: str) -> int:
        """How many claims have this entity at either end."""
        return self.columns.count(entity_id)

    def between(self, one: str, other: str) -> list[Claim]:
        """The claims that join two entities, in either direction; looked for at the one that has fewer."""
        ends = {one, other}
        fewer = min(one, other, key=self.columns.count)
        return [claim for claim in self.claims_of(fewer) if {claim.subject, claim.object} == ends]

    def neighbours(
        self, entity_id: str, relation: str | None = None, on: When | None = None, *, edges_only: bool = False
    ) -> set[str]:
        """The entities that some claim joins to this one: of one relation, possibly holding at some time of `on`.

        Claims that deny or predict count too, unless `edges_only`; then it is as `as_of(on).neighbours`.

        >>> from afgraph.packs import load_contents
        >>> store = ClaimStore(load_contents(["afghanistan"]))
        >>> "per:ahmad-shah-massoud" in store.neighbours("per:ahmad-massoud", "child_of", on="2021-08-24")
        True
        """
        return self.columns.neighbours(entity_id, relation, _asked(on), edges_only=edges_only)

    def edges_of(
        self, entity_id: str, on: When | None = None, *, relation: str | None = None
    ) -> list[tuple[Claim, Verdict]]:
        """The edges at an entity that possibly held at some time of `on`, in the packs' order, each with its verdict.

        As `edges(claims_of(entity_id), on)`, from the columns: only claims that are given back are fetched.
        """
        asked = _asked(on)
        found = self.columns.claims_of(entity_id, relation, asked, edges_only=True)
        return [(self.claim(each), self.columns.verdict(each, asked)) for each in found]

    def confidence(self, claim: Claim) -> float | None:
        """How sure a claim is, 0 to 1: its own word, else its source's; `None` where neither says."""
        if claim.confidence is not None:
            return claim.confidence
        return self.contents.sources[claim.source].confidence

    def lifespan_verdict(self, entity_id: str, on: Date | Interval) -> Verdict:
        """Whether an entity was alive or existed at some time of `on`; `unknown` where its dates are not known."""
        lifespan = self.entity(entity_id).lifespan
        return "unknown" if lifespan is None else lifespan.contains(on)

    def verdict(self, claim: Claim, on: Date | Interval | None) -> Verdict:
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

    def span(self, claim: Claim) -> Span:
        """The days on which a claim may have held, cut to the lives of its ends.

        >>> from afgraph.packs import load_contents
        >>> store, massoud = ClaimStore(load_contents(["afghanistan"])), "per:ahmad-shah-massoud"
        >>> last = max(store.span(claim).end_max for claim in store.claims_of(massoud) if claim.relation == "member_of")
        >>> last <= store.entity(massoud).lifespan.bounds().end_max
        True
        """
        return claim_span(self.contents, claim)

    def edges(self, claims: Iterable[Claim], on: Date | Interval | None) -> list[tuple[Claim, Verdict]]:
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


def _store(contents: Contents, kept: Path | None) -> ClaimStore:
    return ClaimStore(contents, kept=kept)


def _asked(on: When | None) -> Span | None:
    """The days that a question asks about; a `Date` is all its days, without a look at its text."""
    if on is None:
        return None
    return span_of(on) if isinstance(on, Date) else span_of(parse_when(on))
