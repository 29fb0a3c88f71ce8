import re
import time
from itertools import islice, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afgraph.data import read_table
from afgraph.matching.words.sounds import encoded
from afgraph.matching.words.tokens import all_tokens, passing_tokens, read_again, spelled, token, tokens
from afgraph.romanization import readings, skeletons, spoken
from afgraph.text import name_key


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("Ahmad Shah Massoud", ["ahmad", "shah", "massoud"]),
        ("Burhan-ud-Din Rabbani", ["burhanuddin", "rabbani"]),
        ("al-Qa`ida", ["qaida"]),
        ("Abd al-Rahman", ["abdulrahman"]),
        ("Habib Ullah", ["habibullah"]),
        ("7th District", ["7", "district"]),
        ("Mas\u200dud", ["masud"]),
        ("Mas\u00adsoud", ["massoud"]),
        ("Mas’ūd", ["masud"]),
        ("احمد‌شاه مسعود", ["احمد", "شاه", "مسعود"]),
        ("Ахмад-Шах Масуд", ["ахмад", "шах", "масуд"]),
        ("ناحیه ۷", ["ناحیه", "7"]),
        ("", []),
        ("— 😀 \ud800", []),
    ],
)
def test_a_name_is_its_words(name: str, keys: list[str]) -> None:
    assert [each.key for each in tokens(name)] == keys


@given(st.text(max_size=40))
def test_the_words_of_a_name_that_may_never_come_again_are_the_same(name: str) -> None:
    found = passing_tokens(name)
    assert spelled(found) == spelled(all_tokens(name))
    assert [(each.ways, each.weight, each.names) for each in read_again(spelled(found))] == [
        (each.ways, each.weight, each.names) for each in found
    ]


def test_a_new_word_is_kept_when_it_is_asked_for_again() -> None:
    names = ["".join(letters) for letters in islice(permutations("bokadirumen"), 99)]
    first, second, third = ([passing_tokens(name)[0] for name in names] for _ in range(3))
    assert sum(one is not other for one, other in zip(first, second, strict=True)) > 80  # some are taken for others
    assert second == third == [token(name) for name in names]


def test_every_common_word_is_a_key_that_weighs_something() -> None:
    rows = read_table("matching/words.tsv")
    assert [row for row in rows if name_key(row["word"]) != row["word"] or not 0 < float(row["weight"]) <= 1] == []
    assert len({row["word"] for row in rows}) == len(rows)


def test_every_given_name_lists_forms_and_says_its_vowels() -> None:
    rows = read_table("matching/given.tsv")
    assert [row["name"] for row in rows if not row["forms"] or not row["vocalised"]] == []
    assert [row["name"] for row in rows if not 0 < float(row["weight"]) <= 1] == []
    assert len({row["name"] for row in rows}) == len(rows)


@pytest.mark.parametrize(
    ("word", "weight"), [("Mullah", 0.2), ("مولوی", 0.2), ("Dostum", 0.93), ("Mohammad", 0.35), ("E.", 0.05)]
)
def test_what_a_word_says_of_who_is_named(word: str, weight: float) -> None:
    assert [each.weight for each in tokens(word)] == [weight]


def test_only_arabic_script_leaves_its_vowels_out() -> None:
    assert [token(word).abjad for word in ("kabul", "кабул", "کابل")] == [False, False, True]


@given(st.text(max_size=60))
def test_every_token_can_be_read_and_has_a_key(name: str) -> None:
    for each in tokens(name):
        assert each.sounds or each.meanings
        assert 0 < each.weight <= 1


@given(st.text(st.sampled_from("abşИЙхحمدآ'’ -.\u0301\u200c\u200d\u202a1۲"), max_size=30))
def test_the_words_of_a_name_are_the_words_of_its_key(name: str) -> None:
    """Where nothing is joined, no number has an ending, every word can be read and is no particle, both agree."""
    words = name_key(name).split()
    if all(readings(word) and (word.isdecimal() or not re.search(r"\d", word)) for word in words):
        telling = [word for word in words if token(word).weight > 0.05]
        assert [each.key for each in tokens(name)] == (telling or words)


@given(st.text(max_size=12))
def test_a_token_holds_the_readings_of_its_word(word: str) -> None:
    found = token(word)
    assert (found.skeletons, found.key) == (skeletons(word), _number(name_key(word)))
    heard = {encoded(each.sounds): each.penalty for each in reversed(spoken(word))}
    assert all(heard[each.codes] <= each.penalty for each in found.sounds)
    likeliest = [encoded(each.sounds) for each in spoken(word)[:1] if found.sounds]
    assert [each.codes for each in found.sounds[:1]] == likeliest
    assert found.heads == {each[0] for each in found.skeletons}


def _number(key: str) -> str:
    """A key without the ending that makes an ordinal of a number."""
    ordinal = re.fullmatch(r"(\d+)(\D{0,4})", key)
    endings = {name_key(row["ending"]) for row in read_table("matching/ordinals.tsv")} | {""}
    return ordinal[1] if ordinal and ordinal[2] in endings else key


@given(st.text(max_size=12))
def test_one_word_is_one_token(word: str) -> None:
    assert token(word) is token(word)


@pytest.mark.parametrize(
    ("one", "other", "meaning"),
    [
        ("district", "район", "district"), ("arrondissement", "ناحیه", "city-district"), ("7th", "هفت", "7"),
        ("sieben", "۷", "7"), ("University", "پوهنتون", "university"), ("Mullah", "ملا", "mullah"),
    ],
)  # fmt: skip
def test_words_of_several_languages_share_what_they_mean(one: str, other: str, meaning: str) -> None:
    assert meaning in token(one).meanings & token(other).meanings


@pytest.mark.parametrize(("one", "other"), [("Ahmet", "Ахмад"), ("Muhammet", "محمد"), ("Cemal", "Dschamal")])
def test_spellings_of_one_given_name_share_it(one: str, other: str) -> None:
    assert token(one).names & token(other).names


@pytest.mark.parametrize(("name", "initial"), [("E.", False), ("A. Massoud", True), ("7 Massoud", False)])
def test_a_single_letter_is_an_initial_unless_it_is_a_particle_or_a_number(name: str, *, initial: bool) -> None:
    assert tokens(name)[0].initial == initial


@pytest.mark.parametrize("name", ["ab " * 100_000, "a" * 1_000_000, "al-din " * 50_000, "\u0301" * 100_000])
def test_nothing_is_read_of_what_is_longer_than_any_name(name: str) -> None:
    before = time.process_time()
    assert len(tokens(name)) <= 24
    assert time.process_time() - before < 1
