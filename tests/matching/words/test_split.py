"""A name split into words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afgraph.matching.words.split import words_of
from afgraph.matching.words.tokens import all_tokens
from afgraph.text import name_key


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Ahmad Shah Massoud", ["ahmad", "shah", "massoud"]),
        ("  AHMAD\tshah ", ["ahmad", "shah"]),
        ("Burhan-ud-Din Rabbani", ["burhanuddin", "rabbani"]),
        ("Abd al-Rahman", ["abdulrahman"]),
        ("Habib Ullah", ["habibullah"]),
        ("İsmet", ["ismet"]),
        ("Mas’ūd", ["mas'ūd"]),
        ("Mas\u00adsoud", ["massoud"]),
        ("Ахмад-Шах Масуд", ["ахмад", "шах", "масуд"]),
        ("احمد‌شاه مسعود", ["احمد", "شاه", "مسعود"]),
        ("", []),
        ("— ... —", []),
        ("a " * 30, ["a"] * 24),
        ("a" * 500, ["a" * 400]),
    ],
)
def test_words_are_joined_where_they_belong_together(name: str, words: list[str]) -> None:
    assert words_of(name) == words


@given(st.text(max_size=60))
def test_words_hold_no_blank_and_stay_what_they_are(name: str) -> None:
    found = words_of(name)
    assert not any(char.isspace() for word in found for char in word)
    assert [name_key(word) for word in found] == [name_key(each.word) for each in all_tokens(name)]
