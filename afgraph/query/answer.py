"""One answer: who stands in what relation to whom, when, how surely, by which claims."""

from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from typing import Any, Literal

from afgraph.dates import Interval, Verdict
from afgraph.model import Claim, Entity, Sign
from afgraph.query.told import Step, Told

Basis = Literal["stated", "derived"]
Standing = Literal["effective", "formal"]
Change = Literal["began", "ended", "happened"]
Tell = Callable[["Answer"], Told]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer: `entity` stands in `relation` to `other`, with how surely, on what basis, by which claims.

    `other` is who answers the question asked of `entity`; it is `entity` itself where a claim gives a value or a
    quantity in place of another. `path` is the chain of claims from `entity` to `other` (one claim where it is
    stated); `claims` are all that support the answer. An alliance that stands on paper only is `formal`, and
    `ended_by` holds the claims that ended it in effect. `change` says whether it began, ended or happened in the time
    asked about. The words are made when they are first asked for: `says` is the sentence, `sources` on whose word,
    `evidence` a line for each claim, `steps` the claims of a path as read from `entity` on.
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
    tell: Tell = field(repr=False, compare=False)
    standing: Standing = "effective"
    ended_by: tuple[Claim, ...] = ()
    change: Change | None = None
    value: str | None = None
    _told: Told | None = field(default=None, init=False, repr=False, compare=False)

    def __str__(self) -> str:
        return self.says

    @property
    def told(self) -> Told:
        """What the answer says, made when it is first asked for: a hub has thousands of answers, a page shows few."""
        told = self._told
        if told is None:
            told = self.tell(self)
            object.__setattr__(self, "_told", told)
        return told

    @property
    def says(self) -> str:
        """The answer in a sentence, with its hedges and sources."""
        return self.told.says

    @property
    def sources(self) -> tuple[str, ...]:
        """On whose word."""
        return self.told.sources

    @property
    def evidence(self) -> tuple[str, ...]:
        """A line for each claim."""
        return self.told.evidence

    @property
    def steps(self) -> tuple[Step, ...]:
        """The claims of the path as read from `entity` on."""
        return self.told.steps

    def reworded(self, change: Callable[[Told], Told], **others: Any) -> "Answer":
        """The same answer in other words, made from these; `others` are its fields that change too."""
        return replace(self, tell=lambda _: change(self.told), **others)

    def __reduce__(self) -> tuple[object, ...]:
        """Another process gets the words themselves."""
        given = {each.name: getattr(self, each.name) for each in fields(self) if each.init and each.name != "tell"}
        return _answer, (given, self.told)

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


def _answer(given: dict[str, Any], told: Told) -> Answer:
    return Answer(**given, tell=lambda _: told)


COLUMNS = (
    "entity", "entity_name", "relation", "other", "other_name", "sign", "when", "verdict", "basis", "standing",
    "change", "value", "path", "claims", "ended_by", "sentence", "sources", "evidence",
)  # fmt: skip
