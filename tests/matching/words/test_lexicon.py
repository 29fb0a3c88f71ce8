"""Common words of names, and given names with their spellings."""

import pytest

from afgraph.data import read_table
from afgraph.matching.words.lexicon import common_word, given_names
from afgraph.text import name_key

GIVEN = read_table("matching/given.tsv")
KINDS = {"title", "generic", "country", "numeral", "particle", "article", "legal"}


@pytest.mark.parametrize(
    ("key", "kind", "meaning"),
    [
        ("mullah", "title", "mullah"),
        ("ملا", "title", "mullah"),
        ("мулла", "title", "mullah"),
        ("seven", "numeral", "7"),
        ("airport", "generic", "airport"),
        ("tunisian", "country", "tunisia"),
        ("the", "article", ""),
        ("al", "particle", ""),
        ("dostum", "", ""),
        ("", "", ""),
    ],
)
def test_a_common_word_has_a_kind_and_a_meaning(key: str, kind: str, meaning: str) -> None:
    found = common_word(key)
    assert found.kind == kind
    assert meaning in (found.meanings or {""})
    assert (found.weight == 1) == (kind in ("", "numeral", "country"))


def test_common_words_are_of_known_kinds_and_mean_something_unless_they_join() -> None:
    rows = read_table("matching/words.tsv")
    assert {row["kind"] for row in rows} == KINDS
    assert [row for row in rows if bool(row["means"]) == (row["kind"] in ("particle", "article"))] == []


@pytest.mark.parametrize(
    ("spelling", "name"),
    [
        ("Ahmet", "ahmad"), ("АХМАД", "ahmad"), ("احمد", "ahmad"), ("Mesut", "masud"), ("مسعود", "masud"),
        ("Масъуд", "masud"), ("Mas'ud", "masud"), ("Əhməd", "ahmad"), ("Dschalil", "jalil"),
        ("رحمت‌الله", "rahmatullah"),
    ],
)  # fmt: skip
def test_a_spelling_is_of_its_name(spelling: str, name: str) -> None:
    assert name in {each.name for each in given_names(spelling)}


@pytest.mark.parametrize("word", ["", " ", "Kabul", "xyz", "\ud800", "7", "ahmadx"])
def test_other_words_are_of_none(word: str) -> None:
    assert given_names(word) == frozenset()


def test_a_spelling_that_two_names_share_is_of_both() -> None:
    assert len(given_names("Hamid")) > 1
    assert len(given_names("حامد")) == 1
    assert given_names("حامد") < given_names("Hamid")


def test_marks_count_where_a_word_has_them() -> None:
    """Persian hamid and hamed differ by one letter that Latin presses do not write: marks tell where they stand."""
    assert given_names("Ҳамид") <= given_names("Хамид") | given_names("Ҳамид")
    assert given_names("İsmail") == given_names("ismail")


def test_every_form_is_of_its_row() -> None:
    lost = [
        (row["name"], form)
        for row in GIVEN
        for form in row["forms"].split("|")
        if row["name"] not in {each.name for each in given_names(form)}
    ]
    assert lost == []


def test_forms_are_small_and_listed_once_a_row() -> None:
    rows = {row["name"]: row["forms"].split("|") for row in GIVEN}
    assert {name: forms for name, forms in rows.items() if len(set(forms)) != len(forms)} == {}
    assert {form for forms in rows.values() for form in forms if form != form.lower() or not name_key(form)} == set()
