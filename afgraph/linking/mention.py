"""A name in a text."""

from dataclasses import dataclass
from typing import Any, Literal

from afgraph.model import Entity
from afgraph.resolver import Resolution

How = Literal["listed", "similar", "carried"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name in a text: `text` is `source[start:end]`, `resolution` says whom it means.

    `how` it was found: a `listed` spelling, one `similar` to a listed one, or `carried` from a fuller name.
    """

    start: int
    end: int
    text: str
    resolution: Resolution
    how: How

    @property
    def id(self) -> str | None:
        """The id of the entity meant; `None` where the mention is ambiguous or nobody listed."""
        return self.resolution.id

    @property
    def entity(self) -> Entity | None:
        """The entity meant; `None` where the mention is ambiguous or nobody listed."""
        return self.resolution.entity

    def to_dict(self) -> dict[str, Any]:
        """The mention as plain values."""
        return {
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "how": self.how,
            "id": self.id,
            "name": None if self.entity is None else self.entity.name,
            "outcome": self.resolution.outcome,
            "score": round(self.resolution.score, 4),
            "candidates": [candidate.id for candidate in self.resolution.candidates],
        }
