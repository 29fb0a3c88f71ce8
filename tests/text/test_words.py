import time
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from afgraph.text import Word, fold, name_key, words

TEXTS = st.text(st.sampled_from("abŞİß’'-. \n\u0301\u0306иЙآحـءه\u200c\u200d\u202aﷲ۱2"), max_size=40)


def shown(text: str) -> list[str]:
    return [text[word.start : word.end] for word in words(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        (" …—!", []),
        ("Ahmad Massoud.", ["Ahmad", "Massoud"]),
        ("‘Ahmad’", ["Ahmad"]),
        ("«احمد» و مسعود،", ["احمد", "و", "مسعود"]),
        ("احمد‌شاه", ["احمد", "شاه"]),
        ("Ахмад-Шах", ["Ахмад", "Шах"]),
        ("Хаи\u0306дар, Кабул", ["Хаи\u0306дар", "Кабул"]),
        ("Mas\u0301ūd\u0323 x", ["Mas\u0301ūd\u0323", "x"]),
        ("ضیاءِ حق", ["ضیاءِ", "حق"]),
        ("\u202bمسعود\u202c.", ["مسعود"]),
        ("Mes'ud'un evi", ["Mes'ud'un", "evi"]),
        ("1992–1996", ["1992", "1996"]),
        ("👨‍👩 Kabul 😀", ["Kabul"]),
    ],
)
def test_a_word_is_its_letters_in_the_untouched_text(text: str, found: list[str]) -> None:
    assert shown(text) == found


@pytest.mark.parametrize(
    ("text", "stem", "stem_text"),
    [
        ("Mesud'un", "mesud", "Mesud"),
        ("Dostum’a", "dostum", "Dostum"),
        ("Pençşir'de", "pencsir", "Pençşir"),
        ("Mes\u0301'ud", "mes", "Mes\u0301"),
        ("Kabul", "kabul", "Kabul"),
        ("'Kabul'", "kabul", "Kabul"),
        ("a'b'c", "a", "a"),
    ],
)
def test_the_stem_ends_at_the_first_apostrophe(text: str, stem: str, stem_text: str) -> None:
    [word] = words(text)
    assert word.stem == stem
    assert text[word.start : word.stem_end] == stem_text


def _belongs(char: str) -> bool:
    return unicodedata.category(char)[0] == "M" or (char.isalpha() and not fold(char).text)


def _is_letter(char: str) -> bool:
    return bool(fold(char).text.strip())


def _slow_words(text: str) -> list[tuple[int, int]]:
    """Start and end of each word, found letter by letter: a run without a space, apostrophes stripped."""
    runs: list[list[int]] = [[]]
    for at, char in enumerate(text):
        if " " in fold(char).text:
            runs.append([])
        elif _is_letter(char):
            runs[-1].append(at)
    found = []
    for run in runs:
        letters = [at for at in run if fold(text[at]).text.strip("'")]
        if letters:
            end = letters[-1] + 1
            while end < len(text) and _belongs(text[end]):
                end += 1
            found.append((letters[0], end))
    return found


@given(TEXTS)
@example("ضیاء")
@example("a\u200d\u0301b")
def test_offsets_are_those_of_a_walk_letter_by_letter(text: str) -> None:
    assert [(word.start, word.end) for word in words(text)] == _slow_words(text)


@given(st.one_of(TEXTS, st.text()))
def test_a_word_reads_alone_as_it_reads_in_the_text(text: str) -> None:
    for word in words(text):
        alone = words(text[word.start : word.end])
        assert [each.key for each in alone] == [word.key]
        assert name_key(text[word.start : word.end]) == word.key
        assert name_key(text[word.start : word.stem_end]) == word.stem


@given(st.one_of(TEXTS, st.text()))
def test_words_follow_each_other_and_hold_their_stem(text: str) -> None:
    found = words(text)
    assert all(0 <= word.start < word.stem_end <= word.end <= len(text) for word in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(word.key.startswith(word.stem) for word in found)


def test_a_word_cannot_be_changed() -> None:
    word = words("Kabul")[0]
    with pytest.raises(AttributeError):
        word.start = 3  # type: ignore[misc]
    assert word == Word(start=0, end=5, key="kabul", stem="kabul", stem_end=5)


@pytest.mark.parametrize(
    "text",
    ["a" + "\u0301" * 50_000, "'" * 100_000, "ء" * 50_000 + "a", "ab " * 10_000, "a'" * 10_000],
    ids=["marks", "apostrophes", "hamzas", "words", "stems"],
)
def test_hostile_text_is_read_in_no_time(text: str) -> None:
    before = time.process_time()
    words(text)
    assert time.process_time() - before < 1
