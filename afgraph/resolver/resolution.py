"""What became of a spelling."""

from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from typing import Any, Literal

from afgraph.markup import details, table
from afgraph.matching import Evidence, Hit
from afgraph.model import Entity, Name
from afgraph.resolver.found import evidence_of_hit
from afgraph.resolver.judgement import Judgement

Outcome = Literal["match", "ambiguous", "nil"]

_SHOWN = 60  # letters of a text that is no name


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An entity that a spelling may mean: by which listed name, with which probability, and why.

    `hit` is how the name was found; `context` what else speaks for or against.
    """

    entity: Entity
    name: Name
    score: float
    hit: Hit = field(compare=False)
    context: tuple[Evidence, ...] = ()

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """What speaks for and against, in log-odds: the name first, then the context."""
        return (*evidence_of_hit(self.hit), *self.context)

    @property
    def id(self) -> str:
        """The entity's id."""
        return self.entity.id

    def to_dict(self) -> dict[str, Any]:
        """The candidate as plain values."""
        return {
            "id": self.id,
            "entity_name": self.entity.name,
            "schema": self.entity.schema,
            "name": self.name.form,
            "lang": self.name.lang,
            "score": round(self.score, 4),
            "evidence": [
                {"feature": each.feature, "weight": round(each.weight, 3), "says": each.says} for each in self.evidence
            ],
        }


@dataclass(frozen=True, slots=True, kw_only=True, init=False)
class Resolution:
    """The outcome for one spelling.

    `match`: one entity is likely; `ambiguous`: several are, and `candidates` ranks them; `nil`: nobody listed is.
    `score` is the probability of the outcome's entity: of the best candidate, 0 where there is none. `judgements` are
    what persons decided about this spelling. `problem` says why nothing could be looked up, of a value that is no name.
    """

    text: str
    outcome: Outcome
    candidates: Sequence[Candidate]
    judgements: tuple[Judgement, ...] = ()
    problem: str | None = None

    def __init__(
        self,
        *,
        text: str,
        outcome: Outcome,
        candidates: Sequence[Candidate],
        judgements: tuple[Judgement, ...] = (),
        problem: str | None = None,
    ) -> None:
        _put_text(self, text)
        _put_outcome(self, outcome)
        _put_candidates(self, candidates)
        _put_judgements(self, judgements)
        _put_problem(self, problem)

    @property
    def entity(self) -> Entity | None:
        """The entity meant; `None` unless the outcome is a match."""
        return self.candidates[0].entity if self.outcome == "match" else None

    @property
    def id(self) -> str | None:
        """The id of the entity meant; `None` unless the outcome is a match."""
        return None if self.entity is None else self.entity.id

    @property
    def score(self) -> float:
        """The probability of the best candidate, 0 to 1."""
        return self.candidates[0].score if self.candidates else 0.0

    def __repr__(self) -> str:
        return f"<Resolution {self._headline()}>"

    def __str__(self) -> str:
        return self._headline()

    def explain(self) -> str:
        """The decision in words: the evidence for and against the best candidate, and who came next.

        >>> from afgraph import Resolver
        >>> print(Resolver.from_names({"k": ["Kabul"]}).resolve("KABUL").explain())
        'KABUL' is Kabul [k] (probability 0.998)
          +6.00  equals the listed name 'Kabul'
          nobody else listed comes near
        """
        lines = [self._headline()]
        for candidate in self.candidates[:1]:
            lines += [f"  {each.weight:+.2f}  {each.says}" for each in candidate.evidence]
        lines += [f"  {self._next(candidate)}" for candidate in self.candidates[1:]]
        if len(self.candidates) == 1:
            lines.append("  nobody else listed comes near")
        return "\n".join([*lines, *(f"  judged: {each}" for each in self.judgements)])

    def to_dict(self) -> dict[str, Any]:
        """The resolution as plain values, for machines."""
        return {
            "text": self.text,
            "outcome": self.outcome,
            "id": self.id,
            "score": round(self.score, 4),
            "candidates": [candidate.to_dict() for candidate in self.candidates],
            **({"judgements": [each.to_dict() for each in self.judgements]} if self.judgements else {}),
            **({"problem": self.problem} if self.problem else {}),
        }

    def _repr_html_(self) -> str:
        rows = [
            (each.entity, each.entity.native_name or "", each.id, f"{each.score:.3f}",
             details(each.name, [f"{reason.weight:+.2f} {reason.says}" for reason in each.evidence]))
            for each in self.candidates
        ]  # fmt: skip
        caption = "; ".join([self._headline(), *map(str, self.judgements)])
        return table(["entity", "own script", "id", "probability", "by the name"], rows, caption=caption)

    def _headline(self) -> str:
        if self.problem is not None:
            return f"{_cut(self.text)!r} is nobody: {self.problem}"
        if self.outcome == "match":
            return f"{self.text!r} is {self._named(0)} (probability {self.score:.3f})"
        if self.outcome == "ambiguous":
            return f"{self.text!r} is ambiguous; the likeliest is {self._named(0)} (probability {self.score:.3f})"
        near = f"; the nearest is {self._named(0)} (probability {self.score:.3f})" if self.candidates else ""
        return f"{self.text!r} is nobody listed{near}"

    def _named(self, at: int) -> str:
        entity = self.candidates[at].entity
        return f"{entity.name} [{entity.id}]"

    def _next(self, candidate: Candidate) -> str:
        against = [each.says for each in candidate.evidence if each.weight < 0]
        why = f": {'; '.join(against)}" if against else ""
        named = f"{candidate.entity.name} [{candidate.id}], {candidate.score:.3f} by the name {candidate.name.form!r}"
        return f"next: {named}{why}"


# What a frozen class fills itself by takes twice as long, a tenth of what a listed name takes in all.
_put_text, _put_outcome, _put_candidates, _put_judgements, _put_problem = (
    vars(Resolution)[each.name].__set__ for each in fields(Resolution)
)


def _cut(text: str) -> str:
    """A text as it is shown, the beginning of it where it is long."""
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}..."
