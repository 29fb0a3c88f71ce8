"""The numbers as Markdown tables."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from benchmarks import metrics
from benchmarks.metrics import Answer, Scored
from benchmarks.product import Asked, median_ms

SET_HEAD = (
    *("set", "script", "queries", "NIL", "acc@1", "recall@5", "precision", "recall", "F1", "NIL false accepts"),
    *("ambiguous", "ECE", "median ms"),
)
KIND_HEAD = ("set", "kind of name", "queries", "acc@1", "recall@5")
PEER_HEAD = ("set", "scorer", "acc@1", "recall@5", "F1", "threshold", "NIL false accepts", "ms")


@dataclass(slots=True)
class Report:
    """Lines of Markdown, printed as they come."""

    lines: list[str] = field(default_factory=list)

    def say(self, text: str) -> None:
        """One paragraph."""
        self._add(f"{text}\n")

    def table(self, title: str, head: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
        """A table under its title, if it has rows."""
        shown = [f"| {' | '.join(map(cell, row))} |" for row in rows]
        if shown:
            ruler = f"|{'---|' * len(head)}"
            self._add("\n".join([f"## {title}\n", f"| {' | '.join(head)} |", ruler, *shown, ""]))

    def _add(self, text: str) -> None:
        print(text, flush=True)
        self.lines.append(text)


def cell(value: object) -> str:
    """A value as a table shows it.

    >>> cell(0.5), cell(float("nan")), cell(3), cell("a|b")
    ('.500', '', '3', 'a/b')
    """
    if isinstance(value, float):
        return "" if math.isnan(value) else f"{value:.3f}".removeprefix("0") if value < 1 else f"{value:.3g}"
    return str(value).replace("|", "/")


def set_rows(name: str, asked: Sequence[Asked]) -> list[list[object]]:
    """The rows of a set: all of its queries, then those of each script where there are several."""
    scripts = sorted({each.query.script for each in asked})
    parts = [(script, [each for each in asked if each.query.script == script]) for script in scripts]
    return [_set_row(name, "all", asked), *(_set_row(name, *part) for part in parts if len(parts) > 1)]


def _set_row(name: str, script: str, asked: Sequence[Asked]) -> list[object]:
    answers = [each.answer for each in asked]
    return [
        name,
        script,
        len(answers),
        sum(not answer.gold for answer in answers),
        metrics.recall_at(answers, 1),
        metrics.recall_at(answers, 5),
        *metrics.decided(answers),
        metrics.false_accepts(answers),
        metrics.outcome_share(answers, "ambiguous"),
        metrics.calibration_error(metrics.tops(answers)),
        median_ms(asked),
    ]


def kind_rows(name: str, asked: Sequence[Asked]) -> list[list[object]]:
    """A row for each kind of name that the list itself tells apart, of those that have somebody to find."""
    kinds = sorted({each.query.kind for each in asked if each.answer.gold})
    parts = [(kind, [each.answer for each in asked if each.answer.gold and each.query.kind == kind]) for kind in kinds]
    reached = [[metrics.recall_at(answers, limit) for limit in (1, 5)] for _, answers in parts]
    return [[name, kind, len(answers), *right] for (kind, answers), right in zip(parts, reached, strict=True)]


def decided_row(name: str, answers: Sequence[Answer], ms: float) -> list[object]:
    """The row of afgraph on a set, at its own decision."""
    reached = [metrics.recall_at(answers, limit) for limit in (1, 5)]
    return [name, "afgraph", *reached, metrics.decided(answers).f1, "its own", metrics.false_accepts(answers), ms]


def peer_row(name: str, scorer: str, answers: Sequence[Answer], ms: float) -> list[object]:
    """The row of a scorer on a set, at the threshold with its best F1 on this very set."""
    scored: list[Scored] = metrics.tops(answers)
    cut = metrics.best_cut(scored, sum(bool(answer.gold) for answer in answers))
    nobody = [answer for answer in answers if not answer.gold]
    accepted = metrics.share(sum(answer.score >= cut.threshold for answer in nobody), len(nobody))
    reached = [metrics.recall_at(answers, limit) for limit in (1, 5)]
    return [name, scorer, *reached, cut.f1, cut.threshold, accepted, ms]


def mean_rows(rows: Sequence[Sequence[object]]) -> list[list[object]]:
    """For each scorer the mean of its rows over all sets; the threshold differs and is left out."""
    scorers = list(dict.fromkeys(str(row[1]) for row in rows))
    return [["mean of sets", scorer, *_means([row for row in rows if row[1] == scorer])] for scorer in scorers]


def _means(rows: Sequence[Sequence[object]]) -> list[object]:
    columns = [[each for each in column if isinstance(each, float)] for column in list(zip(*rows, strict=True))[2:]]
    known = [[each for each in column if not math.isnan(each)] for column in columns]
    means: list[object] = [sum(column) / len(column) if column else "" for column in known]
    return ["" if PEER_HEAD[at] == "threshold" else mean for at, mean in enumerate(means, start=2)]
