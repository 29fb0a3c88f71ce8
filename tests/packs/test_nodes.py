import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afgraph.packs.nodes import Mark, Problems, did_you_mean, shown


@pytest.mark.parametrize(
    ("word", "known", "hint"),
    [
        ("bron", ["born", "died"], "; did you mean 'born'?"),
        ("per:ahmad-masoud", ["per:ahmad-massoud", "per:x"], "; did you mean 'per:ahmad-massoud'?"),
        ("کابول", ["کابل"], "; did you mean 'کابل'?"),
        ("zzz", ["born"], ""),
        ("", ["born"], ""),
        ("born", [], ""),
    ],
)
def test_a_hint_names_the_nearest_word_if_any_is_near(word: str, known: list[str], hint: str) -> None:
    assert did_you_mean(word, known) == hint


def test_a_hint_for_a_huge_word_costs_nothing() -> None:
    before = time.process_time()
    assert did_you_mean("a" * 1_000_000, ["a" * 900_000]) == ""
    assert time.process_time() - before < 1


@given(st.text(max_size=200))
def test_a_value_is_shown_short_and_without_control_over_the_screen(text: str) -> None:
    assert all(char.isprintable() for char in shown(text))
    assert len(shown(text[:80])) >= len(text[:80])
    assert shown(text).strip("'\"")[:1] == repr(text[:81]).strip("'\"")[:1]


def test_a_long_value_is_cut() -> None:
    assert shown("م" * 81) == "'" + "م" * 80 + "…'"
    assert shown("م" * 80) == "'" + "م" * 80 + "'"


def test_a_problem_says_where_first() -> None:
    problems = Problems()
    mark = Mark("pack/x.yml", 3, 7)
    problems.add(mark, "неверно")
    assert problems.found == ["pack/x.yml:3:7: неверно"]
    assert mark.origin == "pack/x.yml:3"
