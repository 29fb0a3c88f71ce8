"""A text with its mentions."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from afgraph.errors import MissingExtraError
from afgraph.linking.marked import marked_text
from afgraph.model import Entity
from afgraph.resolver import Resolution

if TYPE_CHECKING:
    import pandas

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


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedText:
    """A text, untouched, and the mentions in it, in order and without overlap. `date` is as it was given."""

    text: str
    mentions: tuple[Mention, ...]
    date: str | None = None

    def __repr__(self) -> str:
        found = sum(mention.id is not None for mention in self.mentions)
        return f"<LinkedText of {len(self.text)} characters: {len(self.mentions)} mentions, {found} resolved>"

    def __str__(self) -> str:
        return "\n".join(
            f"{mention.start}-{mention.end} {mention.text!r}: {mention.id or mention.resolution.outcome}"
            for mention in self.mentions
        )

    @property
    def entities(self) -> list[Entity]:
        """The entities that are named, each once, in order of their first mention."""
        found = {mention.entity.id: mention.entity for mention in self.mentions if mention.entity is not None}
        return list(found.values())

    def to_dict(self) -> dict[str, Any]:
        """The mentions as plain values, without the text."""
        return {"date": self.date, "mentions": [mention.to_dict() for mention in self.mentions]}

    def to_frame(self) -> "pandas.DataFrame":
        """The mentions as a pandas frame, one row a mention, the columns of `Mention.to_dict`.

        Raises `MissingExtraError` where pandas is not installed (extra `frames`).
        """
        try:
            import pandas
        except ImportError:
            raise MissingExtraError("pandas", "frames") from None
        columns = ["start", "end", "text", "how", "id", "name", "outcome", "score", "candidates"]
        return pandas.DataFrame([mention.to_dict() for mention in self.mentions], columns=columns)

    def _repr_html_(self) -> str:
        spans = [(each.start, each.end, each.resolution.outcome, each.resolution.explain()) for each in self.mentions]
        return marked_text(self.text, spans)
