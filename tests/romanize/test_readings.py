import time
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afgraph.data import read_table
from afgraph.romanize import readings

CODES = {row["code"] for row in read_table("romanize/phonemes.tsv")}
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
        (("Najibullah", "Nadjiboullah"), "naJibulah"),
        (("Oʻzbek", "Oʼzbek", "O'zbek", "O’zbek", "O`zbek", "Ўзбек"), "uzbek"),
        (("Burhanuddin", "Burhanudin", "Burhanouddin"), "burhanudin"),
        (("نجیب‌الله", "نجیبالله", "نجيب\u0640الله"), "nJYbula"),
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
def test_no_sound_comes_twice_in_a_row(word: str) -> None:
    assert all(one != other for reading in readings(word) for one, other in pairwise(reading))


@given(WORDS)
def test_case_and_composition_do_not_change_a_reading(word: str) -> None:
    word = word.replace("İ", "i").replace("ß", "s").replace("ı", "i").lower()
    assert readings(unicodedata.normalize("NFC", word)) == readings(unicodedata.normalize("NFD", word))
    assert readings(word) == readings(word.upper())


@pytest.mark.parametrize(
    "word", ["a" * 10_000, "kh" * 5_000, "a" + "\u0301\u0323" * 50_000, "خ" * 10_000, "馬" * 10_000, "9" * 10_000]
)
def test_hostile_words_are_read_in_no_time(word: str) -> None:
    before = time.perf_counter()
    assert len(readings(word)) <= 8
    assert time.perf_counter() - before < 1
