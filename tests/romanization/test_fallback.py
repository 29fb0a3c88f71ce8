import pytest
from hypothesis import given
from hypothesis import strategies as st

from afgraph.romanization.fallback import to_latin


@pytest.mark.parametrize(
    ("word", "latin"), [("Μασούντ", "Masount"), ("Kabul", "Kabul"), ("", ""), ("\ud800", ""), ("a\udfffb", "ab")]
)
def test_a_word_in_any_script_has_a_rough_latin_spelling(word: str, latin: str) -> None:
    assert to_latin(word) == latin


@given(st.text(max_size=20))
def test_what_comes_back_is_ascii(word: str) -> None:
    assert to_latin(word).isascii()
