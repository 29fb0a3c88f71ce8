"""What packs hold, counted: by schema, script, relation, and by what the claims rest on."""

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

from afgraph.dates import Date
from afgraph.model import Claim, Contents, Schema
from afgraph.packs.counts import Counts, Table, by_number, by_size, markdown_tables, side_by_side

_GENERAL = "general"  # the kind of a source that is nobody's page: what the author simply knew
_TIMELESS = "timeless"
_UNDATED = "undated"
_UNSAID = "not said"
_MILLION = 1_000_000  # a confidence has at most six decimals


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemaCount:
    """How many entities are of a schema itself, and how many of it or one of its kinds."""

    schema: str
    parent: str | None
    itself: int
    with_kinds: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PackStats:
    """The counts of some contents. Those of each `..._by_...` add up to the total of its kind.

    `schemas` lists wider kinds before their own kinds. A claim's evidence is the kind of its source; its confidence
    is its own word, else its source's; its decade is that of its start, else of its end.
    """

    titles: tuple[str, ...]
    entities: int
    names: int
    claims: int
    sources: int
    lexemes: int
    schemas: tuple[SchemaCount, ...]
    names_by_script: Counts
    names_by_language: Counts
    names_by_kind: Counts
    names_by_status: Counts
    claims_by_evidence: Counts
    claims_by_relation: Counts
    claims_by_modality: Counts
    claims_by_confidence: Counts
    claims_by_decade: Counts
    sources_by_kind: Counts
    lexemes_by_kind: Counts

    @property
    def on_general_knowledge(self) -> int:
        """How many claims rest on general knowledge: no page stands behind them yet."""
        return self.claims_by_evidence.get(_GENERAL, 0)

    @property
    def summary(self) -> str:
        """The totals in one line."""
        totals = ("entities", "names", "claims", "sources", "lexemes")
        return ", ".join(f"{getattr(self, part):,} {part}" for part in totals)

    @property
    def evidence(self) -> str:
        """How many claims rest on general knowledge, in a sentence."""
        share = f" ({100 * self.on_general_knowledge / self.claims:.1f} %)" if self.claims else ""
        count = f"{self.on_general_knowledge:,} of {self.claims:,} claims{share}"
        return f"{count} rest on general knowledge: no page stands behind them yet."

    def tables(self) -> Iterator[Table]:
        """Every table that is not empty, the schemas first."""
        if self.schemas:
            rows: list[list[str | int]]
            rows = [[each.schema, each.parent or "", each.itself, each.with_kinds] for each in self.schemas]
            yield Table(
                title="Entities by schema", headers=("schema", "kind of", "itself", "with its kinds"), rows=rows
            )
        for each in fields(self):
            part, by, what = each.name.partition("_by_")
            if by and getattr(self, each.name):
                counts: Counts = getattr(self, each.name)
                yield Table.of(f"{part.capitalize()} by {what}", what, counts)

    def to_dict(self) -> dict[str, Any]:
        """All counts as plain values."""
        return asdict(self)

    def to_markdown(self, *, full: bool = False) -> str:
        """The counts in Markdown: three in one compact table, or every table under its heading (`full`).

        >>> from afgraph.packs import load_contents
        >>> print(stats(load_contents(["tajikistan"])).to_markdown().splitlines()[2])
        | entities |  | names |  | claims rest on |  |
        """
        if full:
            return markdown_tables(self.tables())
        tops = {each.schema: each.with_kinds for each in self.schemas if each.parent is None}
        columns = {"entities": by_size(tops), "names": self.names_by_script, "claims rest on": self.claims_by_evidence}
        return f"{self.summary}.\n\n{side_by_side(columns)}\n{self.evidence}\n"


def stats(contents: Contents) -> PackStats:
    """The counts of some contents.

    >>> from afgraph.packs import load_contents
    >>> counted = stats(load_contents(["afghanistan"]))
    >>> sum(counted.claims_by_evidence.values()) == counted.claims
    True
    """
    names = [name for entity in contents.entities.values() for name in entity.names]
    claims = contents.claims.values()
    return PackStats(
        titles=contents.titles,
        entities=len(contents.entities),
        names=len(names),
        claims=len(claims),
        sources=len(contents.sources),
        lexemes=len(contents.lexicon),
        schemas=tuple(_schemas(contents)),
        names_by_script=by_size(name.script for name in names),
        names_by_language=by_size(name.lang for name in names),
        names_by_kind=by_size(name.kind for name in names),
        names_by_status=by_size(name.status for name in names),
        claims_by_evidence=by_size(contents.sources[claim.source].kind for claim in claims),
        claims_by_relation=by_size(claim.relation for claim in claims),
        claims_by_modality=by_size(claim.modality for claim in claims),
        claims_by_confidence=by_number(_band(claim, contents) for claim in claims),
        claims_by_decade=by_number(_decade(claim, contents) for claim in claims),
        sources_by_kind=by_size(source.kind for source in contents.sources.values()),
        lexemes_by_kind=by_size(lexeme.kind for lexeme in contents.lexicon.values()),
    )


def _schemas(contents: Contents) -> Iterator[SchemaCount]:
    """The schemas that entities have, each after its parent, the most frequent first."""
    itself = Counter(entity.schema for entity in contents.entities.values())
    inside = {schema: _inside(schema, itself, contents) for schema in {*contents.schemas, *itself}}
    return _below(None, itself, inside, contents.schemas)


def _inside(schema: str, itself: Mapping[str, int], contents: Contents) -> int:
    return sum(count for each, count in itself.items() if contents.is_a(each, schema))


def _below(
    parent: str | None, itself: Mapping[str, int], inside: Mapping[str, int], known: Mapping[str, Schema]
) -> Iterator[SchemaCount]:
    kinds = {schema: inside[schema] for schema in inside if _parent(schema, known) == parent and inside[schema]}
    for schema in by_size(kinds):
        yield SchemaCount(schema=schema, parent=parent, itself=itself.get(schema, 0), with_kinds=inside[schema])
        yield from _below(schema, itself, inside, known)


def _parent(schema: str, known: Mapping[str, Schema]) -> str | None:
    return known[schema].parent if schema in known else None


def _band(claim: Claim, contents: Contents) -> str:
    """The tenth in which a claim's confidence lies."""
    own = claim.confidence
    confidence = contents.sources[claim.source].confidence if own is None else own
    if confidence is None:
        return _UNSAID
    tenth = min(round(confidence * _MILLION) * 10 // _MILLION, 9)
    return f"{tenth / 10:.1f} to {(tenth + 1) / 10:.1f}"


def _decade(claim: Claim, contents: Contents) -> str:
    ends: Iterable[Date | None] = () if claim.when is None else (claim.when.start, claim.when.end)
    date = next((each for each in ends if each is not None), None)
    if date is None:
        return _TIMELESS if contents.relations[claim.relation].time == "timeless" else _UNDATED
    middle = datetime.date.fromordinal((date.earliest + date.latest) // 2)  # "1990~" may mean 1989, and means 1990
    return f"{middle.year // 10 * 10}s"
