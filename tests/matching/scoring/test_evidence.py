"""Reasons in words, whose weights add up to what they explain."""

from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afgraph.data import read_table
from afgraph.matching import compare_words, evidence_of
from afgraph.matching.scoring.compare import Match, weights
from afgraph.matching.words.tokens import tokens

NAMES = st.sampled_from(
    [
        "Ahmad Massoud", "Ahmad Shah Massoud", "احمد مسعود", "Ахмад Шах Масуд", "Massoud", "Mesut Ahmet", "E. Saleh",
        "Ahmadshah Masoud", "Mullah Omar", "Mohammad Omar Khan", "Karima", "Karim", "District 7", "mhmd msEwd",
    ]
)  # fmt: skip
ROUNDED = 0.005 * 25  # what is worth no line is left out


def matched(one: str, other: str) -> Match:
    found = compare_words(tokens(one), tokens(other))
    assert found is not None
    return found


@given(NAMES, NAMES, st.booleans())
def test_the_weights_add_up_to_the_log_odds(one: str, other: str, listed: bool) -> None:  # noqa: FBT001
    match = compare_words(tokens(one), tokens(other))
    if match is not None:
        total = match.log_odds_listed if listed else match.log_odds
        assert sum(each.weight for each in evidence_of(match, listed=listed)) == pytest.approx(total, abs=ROUNDED)


@given(NAMES, NAMES)
def test_every_reason_says_something_in_whole_words(one: str, other: str) -> None:
    match = compare_words(tokens(one), tokens(other))
    for each in evidence_of(match) if match else []:
        assert each.says
        assert "{" not in each.says
        assert abs(each.weight) >= 0.005


def test_a_reason_names_the_words_it_is_about() -> None:
    said = {each.feature: each.says for each in evidence_of(matched("Ahmad Shah Massoud", "Ahmet Mesud"))}
    assert "shah" in said["second"]
    assert said["matched"].startswith("ahmad = ahmet, massoud = mesud")


def test_every_weight_is_put_in_words_that_fill_their_braces() -> None:
    rows = {row["feature"]: row["says"] for row in read_table("matching/says.tsv")}
    assert set(rows) == set(weights("pair")) == set(weights("listed"))
    braces = {field for says in rows.values() for _, field, _, _ in Formatter().parse(says) if field}
    assert braces <= {"left", "right", "left_over", "right_over", "over", "pairs"}
