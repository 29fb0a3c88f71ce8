"""All that some packs hold, as one value."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from afgraph.model.claim import Claim
from afgraph.model.entity import Entity
from afgraph.model.lexeme import Lexeme
from afgraph.model.source import Source
from afgraph.model.vocabulary import RelationType, Schema


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Contents:
    """Entities, sources, claims and lexemes by id, with the vocabulary they are written in.

    `key` names the files that they were read from (a hash); empty where they came from elsewhere.
    """

    entities: Mapping[str, Entity]
    sources: Mapping[str, Source]
    claims: Mapping[str, Claim]
    relations: Mapping[str, RelationType]
    schemas: Mapping[str, Schema]
    titles: tuple[str, ...] = ()
    lexicon: Mapping[str, Lexeme] = field(default_factory=dict)
    key: str = field(default="", compare=False)

    def __repr__(self) -> str:
        counts = f"{len(self.entities)} entities, {len(self.claims)} claims, {len(self.sources)} sources"
        return f"<Contents of {counts}>"

    def is_a(self, schema: str, wider: str) -> bool:
        """Whether `schema` is `wider` or one of its kinds."""
        kind: str | None = schema
        while kind is not None and kind != wider:
            kind = self.schemas[kind].parent if kind in self.schemas else None
        return kind == wider
