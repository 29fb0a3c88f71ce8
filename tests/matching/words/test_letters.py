"""Two words letter by letter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afgraph.matching.words.letters import NONE, letters_of
from afgraph.matching.words.tokens import token

WORDS = st.sampled_from(
    [
        "mesud", "massoud", "مسعود", "масуд", "şah", "shah", "شاه", "panjshir", "pençşir", "پنجشیر", "najibullah",
        "mhmd", "نجیبالله", "khalili", "хашими", "abdulrahman", "عبدالرحمن", "burhanuddin", "μασούντ", "ab",
    ]
)  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "letters"),
    [
        ("mesud", "مسعود", "m=م e=· s=س ·=ع u=و d=د"),
        ("şah", "shah", "ş=sh a=a h=h"),
        ("kabul", "кабул", "k=к a=а b=б u=у l=л"),
        ("khan", "han", "kh=h a=a n=n"),
        ("massoud", "masud", "m=m a=a ss=s ou=u d=d"),
    ],
)
def test_letters_stand_beside_those_they_were_taken_for(one: str, other: str, letters: str) -> None:
    assert " ".join(f"{left}={right}" for left, right, _ in letters_of(token(one), token(other))) == letters


@given(WORDS, WORDS)
def test_no_letter_is_lost_and_none_stands_twice(one: str, other: str) -> None:
    found = letters_of(token(one), token(other))
    assert "".join(left for left, _, _ in found if left != NONE) == one
    assert "".join(right for _, right, _ in found if right != NONE) == other
    assert all(cost >= 0 for _, _, cost in found)


@given(WORDS)
def test_a_word_stands_beside_itself_for_nothing(word: str) -> None:
    found = letters_of(token(word), token(word))
    assert all(left == right and cost == 0 for left, right, cost in found)


def test_a_script_without_a_table_stands_as_one_piece() -> None:
    [(left, right, _)] = letters_of(token("μασούντ"), token("masunt"))
    assert (left, right) == ("μασούντ", "masunt")


@pytest.mark.parametrize(("one", "other"), [("", "kabul"), ("kabul", ""), ("", "")])
def test_what_cannot_be_read_has_no_letters(one: str, other: str) -> None:
    assert letters_of(token(one), token(other)) == ()
