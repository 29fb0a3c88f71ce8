"""Letters by which words differ, against those that count them for everybody."""

from hypothesis import given
from hypothesis import strategies as st
from jellyfish import damerau_levenshtein_distance, levenshtein_distance

from afgraph.data import read_table
from afgraph.matching.words.edits import Edits

WORD = st.text("abcшش\U0001d4d0", max_size=10)


@given(WORD, WORD)
def test_letters_are_counted_as_elsewhere(one: str, other: str) -> None:
    edits = Edits()
    assert edits.turned(one, other) == damerau_levenshtein_distance(one, other)
    assert edits.plain(one, other) == levenshtein_distance(one, other)


def test_spellings_of_given_names_differ_by_as_many_letters() -> None:
    edits = Edits()
    for row in read_table("matching/given.tsv"):
        forms = row["forms"].split("|")
        for one, other in zip(forms, [*forms[1:], row["name"]], strict=True):
            assert edits.turned(one, other) == damerau_levenshtein_distance(one, other)


def test_words_of_any_length_have_room() -> None:
    edits = Edits()
    assert edits.turned("ab" * 150, "ba" * 150) == damerau_levenshtein_distance("ab" * 150, "ba" * 150)
    assert edits.plain("a" * 2000, "b" * 3000) == 3000
