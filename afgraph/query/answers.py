"""Answers: a sequence that reads as sentences, shows as a table and a drawing, and turns into a frame."""

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Literal, overload

from afgraph.frames import Engine, frame
from afgraph.markup import details, table, unbroken
from afgraph.model import Entity
from afgraph.query.answer import COLUMNS, Answer, Basis, Change, Standing
from afgraph.query.drawn import Shape, sketch
from afgraph.query.groups import joined

__all__ = ["Answer", "Answers", "Basis", "Change", "Standing"]

Who = Literal["other", "entity", "both"]
_SHOWN = 20


class Answers(Sequence[Answer]):
    """Answers to one question, firmest first. `question` says what was asked, in words.

    `str()` gives one sentence an answer, all of them; the notebook and `repr` cut long results and say so.
    `answering` says which end of each answer answers the question; `notes` are lines that hold for all of them;
    `understood` is how a question in words was read (`kg.ask`).
    """

    def __init__(
        self,
        question: str,
        answers: Sequence[Answer],
        *,
        answering: Who = "other",
        shape: Shape = "graph",
        notes: Sequence[str] = (),
        blocs: Sequence[Sequence[Entity]] | None = None,
        breaking: Sequence[Answer] = (),
        understood: str = "",
    ) -> None:
        self.question = question
        self.answering: Who = answering
        self.shape: Shape = shape
        self.notes = tuple(notes)
        self.understood = understood
        self._answers = tuple(answers)
        self._blocs = None if blocs is None else [list(bloc) for bloc in blocs]
        self._breaking = tuple(breaking)

    @overload
    def __getitem__(self, index: int) -> Answer: ...
    @overload
    def __getitem__(self, index: slice) -> "Answers": ...
    def __getitem__(self, index: int | slice) -> "Answer | Answers":
        if isinstance(index, slice):
            return self._of(self._answers[index])
        return self._answers[index]

    def __len__(self) -> int:
        return len(self._answers)

    def __iter__(self) -> Iterator[Answer]:
        return iter(self._answers)

    def __str__(self) -> str:
        return "\n".join([*self.notes, *map(str, self._answers)]) or f"{self.question}: no claim says so."

    def __repr__(self) -> str:
        lines = [f"{self.question}: {len(self)}", *(f"  {line}" for line in (*self.notes, *self._answers[:_SHOWN]))]
        return "\n".join([*lines, *self._cut("  ")])

    @property
    def ids(self) -> list[str]:
        """The ids of the entities that answer, each once, in the answers' order.

        Left out is what stands on paper only (`formal`), what surely did not hold, and what is denied, predicted or
        left open; `named` has all.
        """
        sure = (each for each in self._answers if each.standing == "effective" and each.verdict in ("yes", "possibly"))
        return list(dict.fromkeys(end.id for answer in sure for end in self._ends(answer)))

    @property
    def named(self) -> list[str]:
        """The ids of all that the answers name: both ends, and every step of every path, each once."""
        blocs = [entity.id for bloc in self._blocs or () for entity in bloc]
        return list(dict.fromkeys([*blocs, *(each for answer in self._answers for each in answer.ids)]))

    @property
    def claim_ids(self) -> list[str]:
        """The ids of all claims that the answers rest on, each once."""
        return list(dict.fromkeys(claim.id for answer in self._answers for claim in answer.claims))

    @property
    def effective(self) -> "Answers":
        """The answers that held in effect."""
        return self.where(lambda answer: answer.standing == "effective")

    @property
    def formal(self) -> "Answers":
        """The alliances that stood on paper only."""
        return self.where(lambda answer: answer.standing == "formal")

    @property
    def blocs(self) -> list[list[Entity]]:
        """The groups of entities, largest first: who stands together.

        Of a signed partition its blocs; else those that the sure and effective answers join, directly or through
        others.
        """
        if self._blocs is not None:
            return [list(bloc) for bloc in self._blocs]
        sure = [each for each in self._answers if each.verdict == "yes" and each.standing == "effective"]
        return joined((answer.entity, answer.other) for answer in sure)

    @property
    def frustration(self) -> int:
        """How many pairs go against the blocs: hostile within one, or allied across two."""
        return len(self._breaking)

    @property
    def breaking(self) -> "Answers":
        """The pairs that go against the blocs."""
        return Answers(f"Pairs that break the balance ({self.question})", self._breaking, answering="both")

    def where(self, keep: Callable[[Answer], bool]) -> "Answers":
        """The answers for which `keep` holds, to the same question."""
        return self._of([answer for answer in self._answers if keep(answer)])

    def reading(self, understood: str) -> "Answers":
        """The same answers, with how their question in words was understood."""
        return self._of(self._answers, understood=understood)

    def to_dict(self) -> dict[str, Any]:
        """The question and its answers as plain values; with `understood`, `notes` and `blocs` where there are any."""
        blocs = None if self._blocs is None else [[entity.id for entity in bloc] for bloc in self._blocs]
        extra = {"understood": self.understood, "notes": list(self.notes), "blocs": blocs}
        answers = [answer.to_dict() for answer in self._answers]
        return {"question": self.question, **{key: value for key, value in extra.items() if value}, "answers": answers}

    def to_json(self) -> str:
        """The question and its answers as one JSON document, letters of all scripts as they are."""
        return json.dumps(self.to_dict(), ensure_ascii=False)

    def to_frame(self, *, engine: Engine = "pandas") -> Any:
        """The answers as a frame of pandas or polars, one row an answer, the columns of `Answer.to_dict`.

        Raises `MissingExtraError` where that library is not installed (extra `frames`).
        """
        return frame([answer.to_dict() for answer in self._answers], COLUMNS, engine=engine)

    def _repr_html_(self) -> str:
        rows = [
            (answer.entity, answer.relation.replace("_", " "), answer.value or answer.other,
             unbroken(answer.when or ""), _held(answer), answer.basis,
             details(_count(answer.evidence), answer.evidence))
            for answer in self._answers[:_SHOWN]
        ]  # fmt: skip
        headers = ["", "", "", "when", "held then", "basis", "evidence"]
        caption = " ".join([f"{self.question}: {len(self)}", *self.notes, *self._cut("")])
        drawn = sketch(self._answers, self.shape, self._blocs) if self._answers else ""
        return table(headers, rows, caption=caption) + drawn

    def _ends(self, answer: Answer) -> tuple[Entity, ...]:
        if self.answering == "both":
            return answer.entity, answer.other
        return (answer.entity if self.answering == "entity" else answer.other,)

    def _of(self, answers: Sequence[Answer], *, understood: str | None = None) -> "Answers":
        return Answers(
            self.question,
            answers,
            answering=self.answering,
            shape=self.shape,
            notes=self.notes,
            blocs=self._blocs,
            breaking=self._breaking,
            understood=self.understood if understood is None else understood,
        )

    def _cut(self, indent: str) -> list[str]:
        more = len(self) - _SHOWN
        return [f"{indent}... and {more} more; str() and to_frame() give all"] if more > 0 else []


def _held(answer: Answer) -> str:
    words = [answer.change or "", answer.verdict, "on paper only" if answer.standing == "formal" else ""]
    return ", ".join(word for word in words if word)


def _count(evidence: Sequence[str]) -> str:
    return "1 claim" if len(evidence) == 1 else f"{len(evidence)} claims"
