"""Words that mix scripts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afgraph.data import read_table
from afgraph.text import script_of, unmixed


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Ahm\u0430d M\u0430ssoud", "Ahmad Massoud"),
        ("Ахмад Масуд", "Ахмад Масуд"),
        ("Massoud Масуд", "Massoud Масуд"),
        ("Mяssoud", "Mяssoud"),
        ("\u0410BBA", "ABBA"),
        ("", ""),
    ],
)
def test_a_mixed_word_is_written_in_latin_and_nothing_else_is_touched(text: str, plain: str) -> None:
    assert unmixed(text) == plain


@given(st.text(st.characters(categories=["L", "Zs", "Nd"])))
def test_unmixing_again_changes_nothing(text: str) -> None:
    assert unmixed(unmixed(text)) == unmixed(text)


def test_every_row_is_a_cyrillic_letter_and_a_latin_one() -> None:
    for row in read_table("text/lookalikes.tsv"):
        assert (script_of(row["cyrillic"]), script_of(row["latin"])) == ("Cyrl", "Latn")
