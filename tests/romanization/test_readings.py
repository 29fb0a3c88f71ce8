import time
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from afgraph.data import read_table
from afgraph.romanization import Reading, readings, spelled, spoken
from afgraph.romanization.rules import is_unvocalised, orthographies
from afgraph.text import script_of
from tests.romanization.plainly import read_plainly

CODES = {row["code"] for row in read_table("romanization/phonemes.tsv")}
WORDS = st.text(
    st.sampled_from(
        "abcçdefgğhıİiîjklmnoöpqrsşßtuüvwxyzĀā'ʻʼ’\u0301\u0327آابپتجچخدذرزژسشصعغفقکگلمنوهیАБВГДЕЖЗИЙКХЦЧШЮЯўқғҳҷё"
    )
)


@pytest.mark.parametrize(
    ("spellings", "reading"),
    [
        (("Pençşir", "Penchshir", "Пенчшир", unicodedata.normalize("NFD", "Pençşir")), "penCSir"),
        (("Massoud", "Masoud", "Mas'oud"), "masud"),
        (("Kherat", "Херат", "ХЕРАТ", "kherat"), "xerat"),
        (("Najibullah", "Nadjiboullah", "Наджибулла"), "naJib@"),
        (("Oʻzbek", "Oʼzbek", "O'zbek", "O’zbek", "O`zbek", "Ўзбек"), "uzbek"),
        (("Burhanuddin", "Burhanudin", "Burhanouddin", "Burhaneddin"), "burhan%"),
        (("Burhanuddin", "Burhanudin", "Burhanouddin"), "burhanudin"),
        (("نجیب‌الله", "نجیبالله", "نجيب\u0640الله"), "nJYb@"),
        (("Rashid", "Raşid", "Raschid", "Rachid", "Рашид"), "raSid"),
        (("1992", "۱۹۹۲", "١٩٩٢"), "1992"),
    ],
    ids=lambda each: each[0] if isinstance(each, tuple) else each,
)
def test_spellings_of_one_word_share_a_reading(spellings: tuple[str, ...], reading: str) -> None:
    assert {spelling: reading in readings(spelling) for spelling in spellings} == dict.fromkeys(spellings, True)


@pytest.mark.parametrize(
    "word", ["", " ", "'", "…", "\u0301", "ـ", "ء", "😀", "\ud800", "\x00\x1b", "\u202e", "ъ", "ъь"], ids=ascii
)
def test_what_cannot_be_read_has_no_reading(word: str) -> None:
    assert readings(word) == ()


@given(st.one_of(WORDS, st.text(), st.text(st.characters(categories=["Cs", "Cc", "Cf", "Mn", "So", "Co"]))))
def test_no_reading_is_empty_and_all_are_phonemes_or_a_number(word: str) -> None:
    found = readings(word)
    assert len(found) <= 8
    assert len(set(found)) == len(found)
    assert all(reading and (set(reading) <= CODES or reading.isdecimal()) for reading in found)


@given(WORDS)
def test_no_sound_comes_twice_in_a_row_but_where_letters_stand_for_arabic_ones(word: str) -> None:
    doubled = [reading for reading in readings(word) if any(one == other for one, other in pairwise(reading))]
    assert doubled == [] or script_of(word) == "Arab" or is_unvocalised(word)


@given(WORDS)
@example("ال")
def test_readings_come_likeliest_first_the_likeliest_without_penalty(word: str) -> None:
    penalties = [each.penalty for each in spoken(word)]
    assert penalties == sorted(penalties)
    assert penalties[:1] in ([], [0.0])
    assert readings(word) == tuple(dict.fromkeys(each.sounds for each in spoken(word)))


@given(WORDS, st.sampled_from(["eng", "deu", "tur", "rus", "xxx"]))
def test_a_known_language_changes_only_how_likely_its_readings_are(word: str, lang: str) -> None:
    known, open_to_all = spoken(word, lang), spoken(word)
    assert [each.sounds for each in known[:1] if each.penalty] == []
    if len(open_to_all) < 8:
        assert {each.sounds for each in known} == {each.sounds for each in open_to_all}


@pytest.mark.parametrize(
    ("word", "lang", "sounds"),
    [
        ("Chalil", None, "Calil"), ("Chalil", "deu", "xalil"), ("Cemal", "tur", "Jemal"), ("Cemal", "eng", "semal"),
        ("Əkbər", None, "akbar"), ("Qasım", "aze", "gasim"), ("mhmd", None, "mhmd"), ("محمد", None, "mhmd"),
    ],
)  # fmt: skip
def test_the_likeliest_reading_is_that_of_the_press_that_wrote_it(word: str, lang: str | None, sounds: str) -> None:
    assert spoken(word, lang)[0].sounds == sounds


@pytest.mark.parametrize(
    ("word", "reading"),
    [
        ("byglw", Reading("bYglW", 0.0, vocalised=False)),
        ("kabul", Reading("kabul", 0.0, vocalised=True)),
        ("کابل", Reading("kAbl", 0.0, vocalised=False)),
        ("кабул", Reading("kabul", 0.0, vocalised=True)),
    ],
)
def test_a_reading_says_whether_it_has_its_vowels(word: str, reading: Reading) -> None:
    assert reading in spoken(word)


@given(WORDS, st.sampled_from([None, *(each.code for each in orthographies())]))
def test_the_letters_of_a_reading_are_those_of_its_word(word: str, lang: str | None) -> None:
    for each in spoken(word, lang)[:2]:
        found = spelled(word, each.sounds, lang)
        plain = "".join(sounds for _, sounds in found)
        assert found == () or set(plain) == set(each.sounds)


@given(WORDS)
def test_case_and_composition_do_not_change_a_reading(word: str) -> None:
    word = word.replace("İ", "i").replace("ß", "s").replace("ı", "i").lower()
    assert readings(unicodedata.normalize("NFC", word)) == readings(unicodedata.normalize("NFD", word))
    assert readings(word) == readings(word.upper())


@pytest.mark.parametrize(
    "word", ["a" * 10_000, "kh" * 5_000, "a" + "\u0301\u0323" * 50_000, "خ" * 10_000, "馬" * 10_000, "9" * 10_000]
)
def test_hostile_words_are_read_in_no_time(word: str) -> None:
    before = time.process_time()
    assert len(readings(word)) <= 8
    assert time.process_time() - before < 1


LATIN = st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyz"), max_size=16)


@given(st.one_of(WORDS, LATIN, st.text()), st.sampled_from([None, "eng", "tur", "xxx"]))
def test_a_word_is_read_as_the_rules_read_it_one_after_the_other(word: str, lang: str | None) -> None:
    assert [tuple(each) for each in spoken(word, lang)] == read_plainly(word, lang)


def test_listed_words_are_read_as_the_rules_read_them_one_after_the_other() -> None:
    tables = ("matching/words.tsv", "matching/given.tsv", "matching/slavic.tsv")
    rows = [row for table in tables for row in read_table(table)]
    words = {form for row in rows for form in row.get("forms", row.get("word", "")).split("|")}
    assert [word for word in sorted(words) if list(map(tuple, spoken(word))) != read_plainly(word, None)] == []
