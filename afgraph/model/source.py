"""Where claims come from."""

from dataclasses import dataclass
from typing import Literal

SourceKind = Literal[
    "press", "book", "encyclopedia", "report", "dictionary", "social", "official", "unnamed", "general"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A book page, an article, a dictionary. `confidence` (0 to 1) is the default of its claims."""

    id: str
    title: str
    kind: SourceKind
    url: str | None = None
    locator: str | None = None
    published: str | None = None
    confidence: float | None = None
    origin: str = ""

    def __str__(self) -> str:
        year = (self.published or "")[:4]
        parts = [self.title, self.locator, self.published if year not in self.title else None]
        return ", ".join(part for part in parts if part)
