"""One answer: who stands in what relation to whom, when, how surely, by which claims."""

from dataclasses import dataclass
from typing import Any, Literal

from afgraph.dates import Interval, Verdict
from afgraph.model import Claim, Entity, Sign

Basis = Literal["stated", "derived"]
Standing = Literal["effective", "formal"]
Change = Literal["began", "ended", "happened"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a path: the relation as read from the near end, where it leads, and the claim in words."""

    word: str
    sign: Sign
    to: Entity
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer: `entity` stands in `relation` to `other`, with how surely, on what basis, by which claims.

    `other` is who answers the question asked of `entity`; it is `entity` itself where a claim gives a value or a
    quantity in place of another. `path` is the chain of claims from `entity` to `other` (one claim where it is
    stated); `claims` are all that support the answer; `says` is the sentence, `sources` on whose word, `evidence` a
    line for each claim. An alliance that stands on paper only is `formal`, and `ended_by` holds the claims that
    ended it in effect. `change` says whether it began, ended or happened in the time asked about. `steps` are the
    claims of a path as read from `entity` on.
    """

    entity: Entity
    other: Entity
    relation: str
    sign: Sign
    when: Interval | None
    verdict: Verdict
    basis: Basis
    path: tuple[Claim, ...]
    claims: tuple[Claim, ...]
    says: str
    sources: tuple[str, ...]
    evidence: tuple[str, ...]
    standing: Standing = "effective"
    ended_by: tuple[Claim, ...] = ()
    change: Change | None = None
    value: str | None = None
    steps: tuple["Step", ...] = ()

    def __str__(self) -> str:
        return self.says

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all that the answer names: both ends, then every step of its path, then its other claims."""
        steps = [end for claim in (*self.path, *self.claims) for end in (claim.subject, claim.object) if end]
        return tuple(dict.fromkeys([self.entity.id, self.other.id, *steps]))

    def to_dict(self) -> dict[str, Any]:
        """The answer as plain values, ids for entities and claims."""
        return {
            "entity": self.entity.id,
            "entity_name": self.entity.name,
            "relation": self.relation,
            "other": self.other.id,
            "other_name": self.other.name,
            "sign": self.sign,
            "when": self.when.text if self.when is not None else None,
            "verdict": self.verdict,
            "basis": self.basis,
            "standing": self.standing,
            "change": self.change,
            "value": self.value,
            "path": [claim.id for claim in self.path],
            "claims": [claim.id for claim in self.claims],
            "ended_by": [claim.id for claim in self.ended_by],
            "sentence": self.says,
            "sources": list(self.sources),
            "evidence": list(self.evidence),
        }


COLUMNS = (
    "entity", "entity_name", "relation", "other", "other_name", "sign", "when", "verdict", "basis", "standing",
    "change", "value", "path", "claims", "ended_by", "sentence", "sources", "evidence",
)  # fmt: skip
