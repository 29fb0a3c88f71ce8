"""Numbers that are written in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afgraph.matching.words.numerals import counted
from afgraph.matching.words.tokens import tokens

UNITS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("Brigade Forty-Four", ["brigade", "44"]),
        ("Forty Four", ["44"]),
        ("District Seven", ["district", "seven"]),
        ("Seven Nine", ["seven", "nine"]),
        ("Twenty Group", ["twenty", "group"]),
        ("One Hundred Twelve", ["112"]),
        ("Five Hundred Seventy-five", ["575"]),
        ("Hundred Two", ["102"]),
        ("Twenty Thirty", ["twenty", "thirty"]),
        ("20 4", ["20", "4"]),
    ],
)
def test_words_that_are_one_number_are_read_as_it(name: str, keys: list[str]) -> None:
    assert [word.key for word in tokens(name)] == keys


@given(st.integers(1, 9), st.sampled_from(range(8)), st.sampled_from(range(9)))
def test_every_number_of_hundreds_tens_and_units_is_one(hundreds: int, tens: int, unit: int) -> None:
    words = [UNITS[hundreds - 1], "hundred", TENS[tens], UNITS[unit]]
    assert counted(words) == [str(100 * hundreds + 10 * (tens + 2) + unit + 1)]


@given(st.lists(st.sampled_from([*UNITS, *TENS, "hundred", "brigade", "7", ""]), max_size=6))
def test_other_words_stay_in_their_order(words: list[str]) -> None:
    found = counted(words)
    assert [word for word in found if word == "brigade"] == [word for word in words if word == "brigade"]
    assert len(found) <= len(words)
