"""The benchmark's numbers, against tables worked out by hand."""

import math

import pytest

from benchmarks import metrics
from benchmarks.metrics import Answer, Cut, Scored


def answer(gold: str, ranked: str, score: float, outcome: str = "match") -> Answer:
    """An answer with ids of one letter."""
    return Answer(gold=frozenset(gold), ranked=tuple(ranked), score=score, outcome=outcome)


ANSWERS = [
    answer("a", "ab", 0.9),  # right
    answer("b", "ab", 0.8),  # wrong entity, gold second
    answer("ac", "ca", 0.7, "ambiguous"),  # right on top, not decided
    answer("d", "", 0.0, "nil"),  # nothing found
    answer("", "a", 0.6),  # false accept
    answer("", "b", 0.1, "nil"),  # rightly nobody
]


def test_reach_counts_the_top_candidates_of_listed_queries_whatever_the_outcome() -> None:
    assert metrics.recall_at(ANSWERS, 1) == 2 / 4
    assert metrics.recall_at(ANSWERS, 2) == 3 / 4
    assert [each.rank for each in ANSWERS] == [1, 2, 1, None, None, None]


def test_only_matches_are_decisions_and_those_on_nil_queries_are_wrong() -> None:
    assert metrics.decided(ANSWERS) == pytest.approx((1 / 3, 1 / 4, 2 / 7))
    assert metrics.false_accepts(ANSWERS) == 1 / 2
    assert metrics.outcome_share(ANSWERS, "ambiguous") == 1 / 6


def test_a_rate_of_nothing_is_no_number() -> None:
    assert math.isnan(metrics.recall_at(ANSWERS[4:], 1))
    assert math.isnan(metrics.false_accepts(ANSWERS[:4]))
    assert math.isnan(metrics.decided([]).f1)
    assert math.isnan(metrics.calibration_error([]))
    assert math.isnan(metrics.auc([(0.5, True)]))


def test_the_top_scores_are_those_of_queries_with_candidates() -> None:
    assert metrics.tops(ANSWERS) == [(0.9, True), (0.8, False), (0.7, True), (0.6, False), (0.1, False)]


CALIBRATION: list[tuple[list[Scored], float]] = [
    ([(1.0, True), (0.0, False)], 0.0),
    ([(1.0, False)], 1.0),
    ([(0.95, True), (0.95, False)], 0.45),
    ([(0.92, True), (0.98, False), (0.2, False), (0.2, True)], (2 * 0.45 + 2 * 0.3) / 4),
    ([(0.19, True), (0.21, False)], (0.81 + 0.21) / 2),  # two bins
]


@pytest.mark.parametrize(("scored", "error"), CALIBRATION)
def test_the_calibration_error_weighs_the_gaps_of_ten_bins(scored: list[Scored], error: float) -> None:
    assert metrics.calibration_error(scored) == pytest.approx(error)


CUTS: list[tuple[list[Scored], int, Cut]] = [
    ([(0.9, True), (0.8, False), (0.7, True)], 2, Cut(0.7, 0.8)),
    ([(0.9, True), (0.8, False), (0.7, False)], 1, Cut(0.9, 1.0)),
    ([(0.9, True), (0.9, False)], 1, Cut(0.9, 2 / 3)),  # equal scores are accepted together
    ([(0.9, True)], 3, Cut(0.9, 0.5)),  # two that have no candidate at all
    ([(0.9, False)], 1, Cut(math.inf, 0.0)),
    ([], 0, Cut(math.inf, 0.0)),
]


@pytest.mark.parametrize(("scored", "wanted", "cut"), CUTS)
def test_the_best_threshold_is_the_highest_with_the_best_f1(scored: list[Scored], wanted: int, cut: Cut) -> None:
    assert metrics.best_cut(scored, wanted) == pytest.approx(cut)


AREAS: list[tuple[list[Scored], float]] = [
    ([(0.9, True), (0.1, False)], 1.0),
    ([(0.1, True), (0.9, False)], 0.0),
    ([(0.5, True), (0.5, False)], 0.5),
    ([(0.9, True), (0.4, False), (0.4, True)], 0.75),
    ([(0.9, True), (0.8, False), (0.7, True), (0.6, False)], 0.75),
]


@pytest.mark.parametrize(("scored", "area"), AREAS)
def test_the_area_is_how_often_a_right_one_scores_above_a_wrong_one(scored: list[Scored], area: float) -> None:
    pairs = [(one, other) for one, right in scored if right for other, wrong in scored if not wrong]
    assert sum((one > other) + (one == other) / 2 for one, other in pairs) / len(pairs) == area
    assert metrics.auc(scored) == area


def test_recall_at_a_precision_is_the_largest_that_keeps_it() -> None:
    scored = [(0.9, True), (0.8, False), (0.7, True), (0.6, True), (0.5, False)]
    assert metrics.recall_at_precision(scored, 1.0) == 1 / 3
    assert metrics.recall_at_precision(scored, 0.75) == 1.0
    assert metrics.recall_at_precision([(0.9, False), (0.8, True)], 0.99) == 0.0


def test_pairs_are_decided_from_one_half_on() -> None:
    scored = [(0.5, True), (0.6, False), (0.4, True), (0.1, False)]
    assert metrics.decided_pairs(scored) == (0.5, 0.5, 0.5)
    assert metrics.accuracy(scored) == 0.5
    assert metrics.brier(scored) == pytest.approx((0.25 + 0.36 + 0.36 + 0.01) / 4)
    assert metrics.most_accurate(scored) == 0.4


@pytest.mark.parametrize(
    ("scores", "gold", "won"),
    [([0.9, 0.8], 0, True), ([0.9, 0.8], 1, False), ([0.9, 0.9], 0, False), ([0.3], 0, True)],
)
def test_first_and_alone_allows_no_tie(scores: list[float], gold: int, won: bool) -> None:  # noqa: FBT001 - a case
    assert metrics.first_and_alone(scores, gold) is won
