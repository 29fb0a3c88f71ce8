"""The words of an answer."""

from dataclasses import dataclass

from afgraph.model import Entity, Sign


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a path: the relation as read from the near end, where it leads, and the claim in words."""

    word: str
    sign: Sign
    to: Entity
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What an answer says: its sentence, on whose word, a line for each claim, the steps of its path."""

    says: str
    sources: tuple[str, ...]
    evidence: tuple[str, ...]
    steps: tuple[Step, ...] = ()
