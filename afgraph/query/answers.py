"""Answers: a sequence that reads as sentences, shows as a table and turns into a frame."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, overload

from afgraph.dates import Interval, Verdict
from afgraph.errors import MissingExtraError
from afgraph.markup import details, table
from afgraph.model import Claim, Entity, Sign

if TYPE_CHECKING:
    import pandas

Basis = Literal["stated", "derived"]
_SHOWN = 20
_COLUMNS = [
    "entity", "entity_name", "relation", "other", "other_name", "sign", "when", "verdict", "basis", "path", "claims",
    "sentence", "sources", "evidence",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer: `entity` stands in `relation` to `other`, with how surely, on what basis, by which claims.

    `path` is the chain of claims from `entity` to `other` (one claim where it is stated); `claims` are all that
    support the answer; `says` is the sentence, `sources` on whose word, `evidence` a line for each claim.
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

    def __str__(self) -> str:
        return self.says

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
            "path": [claim.id for claim in self.path],
            "claims": [claim.id for claim in self.claims],
            "sentence": self.says,
            "sources": list(self.sources),
            "evidence": list(self.evidence),
        }


class Answers(Sequence[Answer]):
    """Answers to one question, firmest first. `question` says what was asked, in words.

    `str()` gives one sentence an answer, all of them; the notebook and `repr` cut long results and say so.
    """

    def __init__(self, question: str, answers: Sequence[Answer]) -> None:
        self.question = question
        self._answers = tuple(answers)

    @overload
    def __getitem__(self, index: int) -> Answer: ...
    @overload
    def __getitem__(self, index: slice) -> "Answers": ...
    def __getitem__(self, index: int | slice) -> "Answer | Answers":
        if isinstance(index, slice):
            return Answers(self.question, self._answers[index])
        return self._answers[index]

    def __len__(self) -> int:
        return len(self._answers)

    def __iter__(self) -> Iterator[Answer]:
        return iter(self._answers)

    def __str__(self) -> str:
        return "\n".join(map(str, self._answers)) or self._nothing()

    def __repr__(self) -> str:
        lines = [f"{self.question}: {len(self)}", *(f"  {answer}" for answer in self._answers[:_SHOWN])]
        return "\n".join([*lines, *self._cut("  ")])

    @property
    def ids(self) -> list[str]:
        """The ids of the entities that answer (of `other`), each once, in the answers' order."""
        return list(dict.fromkeys(answer.other.id for answer in self._answers))

    @property
    def blocs(self) -> list[list[Entity]]:
        """The groups of entities that the sure answers join, directly or through others, largest first.

        For alliances at a date: who stands together then.
        """
        blocs: list[dict[str, Entity]] = []
        for answer in (each for each in self._answers if each.verdict == "yes"):
            joined = {answer.entity.id: answer.entity, answer.other.id: answer.other}
            apart = [bloc for bloc in blocs if not bloc.keys() & joined.keys()]
            for bloc in (bloc for bloc in blocs if bloc.keys() & joined.keys()):
                joined = {**bloc, **joined}
            blocs = [*apart, joined]
        return [list(bloc.values()) for bloc in sorted(blocs, key=lambda bloc: (-len(bloc), min(bloc)))]

    def to_dict(self) -> dict[str, Any]:
        """The question and its answers as plain values."""
        return {"question": self.question, "answers": [answer.to_dict() for answer in self._answers]}

    def to_frame(self) -> "pandas.DataFrame":
        """The answers as a pandas frame, one row an answer, the columns of `Answer.to_dict`.

        Raises `MissingExtraError` where pandas is not installed (extra `frames`).
        """
        try:
            import pandas
        except ImportError:
            raise MissingExtraError("pandas", "frames") from None
        return pandas.DataFrame([answer.to_dict() for answer in self._answers], columns=_COLUMNS)

    def _repr_html_(self) -> str:
        rows = [
            (answer.entity, answer.relation.replace("_", " "), answer.other, answer.when or "", answer.verdict,
             answer.basis, details(_count(answer.evidence), answer.evidence))
            for answer in self._answers[:_SHOWN]
        ]  # fmt: skip
        headers = ["", "", "", "when", "held then", "basis", "evidence"]
        caption = f"{self.question}: {len(self)}"
        return table(headers, rows, caption=" ".join([caption, *self._cut("")]))

    def _cut(self, indent: str) -> list[str]:
        more = len(self) - _SHOWN
        return [f"{indent}... and {more} more; str() and to_frame() give all"] if more > 0 else []

    def _nothing(self) -> str:
        return f"{self.question}: no claim says so."


def _count(evidence: Sequence[str]) -> str:
    return "1 claim" if len(evidence) == 1 else f"{len(evidence)} claims"
