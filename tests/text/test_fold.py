import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afgraph.text import fold, name_key

NAMES = st.text(
    st.sampled_from("aAbşŞİıIğüñÉéøßЙйЁёИи\u0306\u0308\u0301آأإابيىیكکةهۀ\u0654\u0653\u064b\u200cـ’'`ʻ-., ۱٢3")
)
# every character but the ideographs and syllables that have no variants
ALL_CHARACTERS = list(map(chr, [*range(0x3400), *range(0xA000, 0xAC00), *range(0xD7A0, 0x20000)]))


@pytest.mark.parametrize(
    "spellings",
    [
        ("Massoud", "MASSOUD", "Ｍassoud", " massoud. "),
        ("Mas'ud", "Mas’ud", "Masʿud", "Masʼud", "Mas`ud", "Masud"),
        ("Şah", "Sah", "S\u0327ah", "şah"),
        ("İsmail", "ISMAIL", "ısmail", "ismail"),
        ("Хайдар", "ХАЙДАР", "Хаи\u0306дар", "ХАИ\u0306ДАР"),
        ("Семён", "Семен", "Семе\u0308н"),
        ("أحمد", "احمد", "إحمد", "ٱحمد", "ا\u0654حمد", "اح\u064eمد", "احـــمد", "\ufe8d\ufea3\ufee4\ufeaa"),
        ("كابل", "کابل"),
        ("علي", "علی", "على"),
        ("احمد‌شاه", "احمد شاه", "احمد-شاه"),
        ("Mas\u200bsoud", "Mas\u2060soud", "Mas\u00adsoud", "\u202aMassoud\u202c", "\ufeffMassoud"),
        ("District ۷", "District ٧", "district 7"),
        ("ﷲ", "الله"),
    ],
    ids=lambda each: each[0],
)
def test_spellings_that_differ_in_case_marks_or_letter_variants_have_one_key(spellings: tuple[str, ...]) -> None:
    assert {name_key(each) for each in spellings} == {name_key(spellings[0])}
    assert name_key(spellings[0])


@pytest.mark.parametrize(
    ("one", "other"), [("Massoud", "Masud"), ("Гай", "Гаи"), ("کابل", "کابول"), ("احمد", "حامد"), ("Kabul", "Кабул")]
)
def test_spellings_that_differ_in_a_letter_have_two_keys(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


@pytest.mark.parametrize("text", ["", " ", "'", "…—!?", "\u0301\u0301", "ـــ", "ء", "\u200c\u202e", "😀", "\ud800"])
def test_what_has_no_letter_has_no_key(text: str) -> None:
    assert name_key(text) == ""


def test_folding_any_character_again_changes_nothing() -> None:
    once = fold(" ".join(ALL_CHARACTERS)).text
    assert fold(once).text == once


def test_composed_and_decomposed_characters_have_one_key() -> None:
    assigned = [char for char in ALL_CHARACTERS if unicodedata.decomposition(char)]
    composed = [unicodedata.normalize("NFC", char) for char in assigned]
    decomposed = [unicodedata.normalize("NFD", char) for char in assigned]
    assert [name_key(each) for each in composed] == [name_key(each) for each in decomposed]


@given(st.one_of(NAMES, st.text()))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text).text).text == fold(text).text
    assert name_key(name_key(text)) == name_key(text)


@given(NAMES)
def test_a_key_is_the_folded_text_without_apostrophes_and_spare_spaces(text: str) -> None:
    assert name_key(text) == " ".join(fold(text).text.replace("'", "").split())


@given(st.one_of(NAMES, st.text()))
def test_each_folded_letter_knows_where_it_came_from(text: str) -> None:
    folded = fold(text)
    assert len(folded.starts) == len(folded.text)
    assert list(folded.starts) == sorted(folded.starts)
    assert all(0 <= start < len(text) for start in folded.starts)


@given(NAMES)
def test_folding_goes_letter_by_letter(text: str) -> None:
    """The slow way: each letter folded alone; only й may come as two characters."""
    slow = [(letter, at) for at, char in enumerate(text) for letter in fold(char).text]
    folded = fold(text)
    found = zip(folded.text, folded.starts, strict=True)
    assert [("и" if text[at] in "иИ" else letter, at) for letter, at in found] == slow


@given(st.text())
def test_a_folded_text_holds_letters_digits_apostrophes_and_spaces_only(text: str) -> None:
    assert all(char.isalpha() or char.isdecimal() or char in "' " for char in fold(text).text)


@pytest.mark.parametrize(
    "text",
    ["a" + "\u0301\u0323" * 50_000, "и" + "\u0306" * 100_000, "\ufdfa" * 20_000, "ا" * 100_000, "\ud800" * 50_000],
    ids=["alternating marks", "breves", "ligatures", "letters", "surrogates"],
)
def test_hostile_text_folds_in_no_time(text: str) -> None:
    before = time.process_time()
    fold(text)
    name_key(text)
    assert time.process_time() - before < 1
