"""Readings of a word: as it stands, without endings, without what is written together with it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afgraph.linking.words.inflection import Form, forms, ordinal_forms
from afgraph.text import name_key

_LANGS = st.sampled_from(["eng", "tur", "rus", "uzb", "tgk", "deu", "fra", "prs", "pus", "ara", "und"])


@pytest.mark.parametrize(
    ("word", "lang", "bare"),
    [
        ("Масудом", "rus", "масуд"),
        ("Панджшере", "rus", "панджшер"),
        ("Халили", "rus", "халили"),
        ("Советского", "rus", "советский"),
        ("Mesud’un", "tur", "mesud"),
        ("Kabildeki", "tur", "kabil"),
        ("Doʻstumning", "uzb", "dostum"),
        ("Тошкентда", "uzb", "тошкент"),
        ("Масъудро", "tgk", "масъуд"),
        ("Кобули", "tgk", "кобул"),
        ("Massuds", "deu", "massud"),
        ("l’Otan", "fra", "otan"),
        ("qu’Ahmad", "fra", "ahmad"),
        ("طالبانو", "pus", "طالبان"),
        ("Massoud's", "eng", "massoud"),
    ],
)
def test_a_word_is_read_without_its_ending(word: str, lang: str, bare: str) -> None:
    assert name_key(bare) in {form.key for form in forms(word, lang)}


@pytest.mark.parametrize(("word", "lang"), [("Massuds", "tur"), ("Масудом", "uzb"), ("Ахмад", "rus"), ("Kabul", "eng")])
def test_no_ending_of_another_language_is_taken_off(word: str, lang: str) -> None:
    assert [form.key for form in forms(word, lang)] == [name_key(word)]


@given(word=st.text(min_size=1, max_size=60), lang=_LANGS)
def test_a_word_is_read_as_it_stands_first_and_no_key_twice(word: str, lang: str) -> None:
    found = forms(word, lang)
    assert found[0].depth == 0
    assert [form.depth for form in found] == sorted(form.depth for form in found)
    assert len({form.key for form in found}) == len(found)


@given(word=st.text(alphabet="ءابتمسعودАМаодумсу’'-aeilmosdu", min_size=1, max_size=20), lang=_LANGS)
def test_what_stands_outside_a_name_is_never_longer_than_the_word(word: str, lang: str) -> None:
    assert all(0 <= form.before + form.behind <= len(word) for form in forms(word, lang))


@pytest.mark.parametrize("word", ["a" * 10_000, "\u0301" * 10_000, "a" + "\u0301" * 10_000, "'" * 500])
def test_what_no_name_is_as_long_as_has_one_reading(word: str) -> None:
    assert len(forms(word, "rus")) == 1


def test_endings_of_ordinals_stand_for_each_other_within_their_language() -> None:
    assert {form.key for form in ordinal_forms(Form("й"))} >= {"я", "е", "го"}
    assert "th" not in {form.key for form in ordinal_forms(Form("й"))}
    assert ordinal_forms(Form("город")) == ()
