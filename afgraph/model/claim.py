"""What somebody says held between two entities."""

from dataclasses import dataclass
from typing import Literal

from afgraph.dates import Interval

Modality = Literal["asserted", "reported", "alleged", "quoted", "hedged", "predicted", "denied", "unknown"]
Polarity = Literal["positive", "negative"]
Comparator = Literal["=", "~", ">", "<", ">=", "<="]

_NO_EDGE: frozenset[Modality] = frozenset({"unknown", "predicted", "denied"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number as a source gives it: `~` about, `>` more than; `unit` is free text such as `fighters`."""

    comparator: Comparator
    value: float
    unit: str

    def __str__(self) -> str:
        sign = "" if self.comparator == "=" else self.comparator
        return f"{sign}{self.value:,.15g} {self.unit}".rstrip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One source's word that `subject relation object` held in `when`.

    `object` is an entity id, or `None` where `value` or `quantity` stands in its place. `attribution` is the
    chain of speakers, nearest to the source first. `reported` is the EDTF date at which it was said.
    """

    id: str
    subject: str
    relation: str
    source: str
    object: str | None = None
    value: str | None = None
    when: Interval | None = None
    reported: str | None = None
    place: str | None = None
    attribution: tuple[str, ...] = ()
    modality: Modality = "asserted"
    polarity: Polarity = "positive"
    confidence: float | None = None
    quantity: Quantity | None = None
    role: str | None = None
    cue: str | None = None
    locator: str | None = None
    note: str | None = None
    origin: str = ""

    @property
    def makes_edge(self) -> bool:
        """Whether the claim may stand as an edge of an answer: not where it denies, predicts or leaves open."""
        return self.object is not None and self.polarity == "positive" and self.modality not in _NO_EDGE
