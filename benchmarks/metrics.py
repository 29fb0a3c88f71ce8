"""What the benchmark counts, from plain values; a rate of nothing is NaN."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

BINS = 10

Scored = tuple[float, bool]
"""A score and whether what it scores is right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What was said to one query: ranked ids, the first one's score, the outcome. `gold` is empty for NIL."""

    gold: frozenset[str]
    ranked: tuple[str, ...]
    score: float
    outcome: str

    @property
    def right(self) -> bool:
        """Whether the first candidate is the gold one, whatever the outcome."""
        return bool(self.ranked) and self.ranked[0] in self.gold

    @property
    def rank(self) -> int | None:
        """The place of the gold candidate, 1 for the first; `None` where it is not among them."""
        return next((at for at, each in enumerate(self.ranked, start=1) if each in self.gold), None)


class Quality(NamedTuple):
    """Precision, recall and their harmonic mean."""

    precision: float
    recall: float
    f1: float


class Cut(NamedTuple):
    """The threshold with the best F1: scores from there on are accepted."""

    threshold: float
    f1: float


def share(count: float, total: float) -> float:
    """A part of a total.

    >>> share(1, 4), share(0, 0)
    (0.25, nan)
    """
    return count / total if total else math.nan


def quality(right: int, made: int, wanted: int) -> Quality:
    """Quality of `made` decisions of which some are `right`, where `wanted` were to be found.

    >>> quality(1, 2, 4)
    Quality(precision=0.5, recall=0.25, f1=0.3333333333333333)
    """
    return Quality(share(right, made), share(right, wanted), share(2 * right, made + wanted))


def recall_at(answers: Sequence[Answer], limit: int) -> float:
    """The share of queries with a gold entity that have it among the first `limit` candidates."""
    listed = [answer for answer in answers if answer.gold]
    return share(sum((answer.rank or limit + 1) <= limit for answer in listed), len(listed))


def decided(answers: Sequence[Answer]) -> Quality:
    """Quality of the matches made: one on a NIL query is wrong, and so is one that names another entity."""
    made = [answer for answer in answers if answer.outcome == "match"]
    return quality(sum(answer.right for answer in made), len(made), sum(bool(answer.gold) for answer in answers))


def false_accepts(answers: Sequence[Answer]) -> float:
    """The share of NIL queries that were matched."""
    nobody = [answer for answer in answers if not answer.gold]
    return share(sum(answer.outcome == "match" for answer in nobody), len(nobody))


def outcome_share(answers: Sequence[Answer], outcome: str) -> float:
    """The share of all queries with this outcome."""
    return share(sum(answer.outcome == outcome for answer in answers), len(answers))


def tops(answers: Sequence[Answer]) -> list[Scored]:
    """Score and rightness of each first candidate; queries without candidates have none."""
    return [(answer.score, answer.right) for answer in answers if answer.ranked]


def calibration_error(scored: Sequence[Scored], bins: int = BINS) -> float:
    """Expected calibration error: how far scores lie from the share of right ones, over bins of equal width.

    >>> calibration_error([(0.75, True), (0.75, False)])
    0.25
    """
    held: list[list[Scored]] = [[] for _ in range(bins)]
    for score, right in scored:
        held[max(0, min(int(score * bins), bins - 1))].append((score, right))
    gaps = [abs(sum(score for score, _ in each) - sum(right for _, right in each)) for each in held]
    return share(sum(gaps), len(scored))


def best_cut(scored: Sequence[Scored], wanted: int) -> Cut:
    """The threshold with the best F1 where `wanted` were to be found; of equal ones the highest.

    >>> best_cut([(0.9, True), (0.8, False), (0.7, True)], wanted=2)
    Cut(threshold=0.7, f1=0.8)
    """
    best = Cut(math.inf, 0.0)
    for threshold, right, made in _sweep(scored):
        f1 = quality(right, made, wanted).f1
        if f1 > best.f1:
            best = Cut(threshold, f1)
    return best


def recall_at_precision(scored: Sequence[Scored], least: float) -> float:
    """The largest recall that a threshold reaches with at least that precision; 0 where none does."""
    wanted = sum(right for _, right in scored)
    recalls = [right for _, right, made in _sweep(scored) if right / made >= least]
    return share(max(recalls, default=0), wanted)


def auc(scored: Sequence[Scored]) -> float:
    """How often a right one scores above a wrong one; a tie counts half.

    >>> auc([(0.9, True), (0.4, False), (0.4, True)])
    0.75
    """
    rights = sum(right for _, right in scored)
    wrongs = len(scored) - rights
    won, right_above, above = 0.0, 0, 0
    for _, right, made in _sweep(scored):
        wrong = (made - right) - (above - right_above)
        won += wrong * (right_above + (right - right_above) / 2)
        right_above, above = right, made
    return share(won, rights * wrongs)


def _sweep(scored: Sequence[Scored]) -> Iterator[tuple[float, int, int]]:
    """Each score as a threshold, highest first, with how many are accepted there: right ones, and all."""
    rights = 0
    ordered = sorted(scored, reverse=True)
    for made, (score, right) in enumerate(ordered, start=1):
        rights += right
        if made == len(ordered) or ordered[made][0] != score:
            yield score, rights, made


def brier(scored: Sequence[Scored]) -> float:
    """The mean squared distance of probabilities from what was right."""
    return share(sum((score - right) ** 2 for score, right in scored), len(scored))


def accuracy(scored: Sequence[Scored], threshold: float = 0.5) -> float:
    """The share of pairs on the right side of a threshold."""
    return share(sum((score >= threshold) == right for score, right in scored), len(scored))


def most_accurate(scored: Sequence[Scored]) -> float:
    """The score that as a threshold puts most pairs on their right side; of equal ones the highest.

    >>> most_accurate([(0.9, True), (0.8, False), (0.7, True)])
    0.9
    """
    return max(_sweep(scored), key=lambda cut: 2 * cut[1] - cut[2], default=(math.inf, 0, 0))[0]


def decided_pairs(scored: Sequence[Scored], threshold: float = 0.5) -> Quality:
    """Quality of the pairs accepted from a threshold on."""
    made = [right for score, right in scored if score >= threshold]
    return quality(sum(made), len(made), sum(right for _, right in scored))


def first_and_alone(scores: Sequence[float], gold: int) -> bool:
    """Whether the gold one scores above every other.

    >>> first_and_alone([0.9, 0.9], 0), first_and_alone([0.9, 0.8], 0)
    (False, True)
    """
    return all(scores[gold] > score for at, score in enumerate(scores) if at != gold)
