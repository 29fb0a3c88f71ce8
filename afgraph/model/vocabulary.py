"""The types of entities and relations; their rows are data (`afgraph/data/schema`)."""

from dataclasses import dataclass
from typing import Literal

Sign = Literal["positive", "negative", "neutral"]
Stance = Literal["alliance", "enmity", "none"]
TimeKind = Literal["interval", "point", "timeless"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Schema:
    """A kind of entity; `parent` is the wider kind, `None` at the top."""

    id: str
    parent: str | None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationType:
    """A kind of relation. `says` completes "A ... B", `says_inverse` "B ... A".

    `stance` is what the relation alone makes of the two: allies, enemies, or neither. The `sign` is its
    colour in a signed graph: support is positive and yet no alliance.
    """

    id: str
    says: str
    inverse: str
    says_inverse: str
    symmetric: bool
    sign: Sign
    stance: Stance
    time: TimeKind
    domain: tuple[str, ...]
    range: tuple[str, ...]
    core: bool
    note: str
