"""The listed names that are compared with a query."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afgraph.matching.scoring.compare import compare_words
from afgraph.matching.search.candidates import Candidates
from afgraph.matching.words.tokens import tokens

FORMS = [
    "Ahmad Massoud", "Ahmad Shah Massoud", "احمد شاه مسعود", "Ахмад Масуд", "Burhanuddin Rabbani", "Mullah Omar",
    "Gulbuddin Hekmatyar", "Zalmay Khalilzad", "Abdul Rashid Dostum", "Panjshir", "کابل", "District 7", "Kabul",
]  # fmt: skip
MOST = 40


@cache
def listed() -> Candidates:
    return Candidates.among([tokens(form) for form in FORMS])


@pytest.mark.parametrize(
    ("query", "form"),
    [
        ("Ahmet Mesut", "Ahmad Massoud"),
        ("Burhan-ud-Din", "Burhanuddin Rabbani"),
        ("Raşid Dostum", "Abdul Rashid Dostum"),
        ("Khalil Zad", "Zalmay Khalilzad"),
        ("Ahmadshah Mesud", "Ahmad Shah Massoud"),
        ("Hikmatyar Gulbudin", "Gulbuddin Hekmatyar"),
        ("Кабул", "Kabul"),
        ("ناحیه ۷", "District 7"),
        ("ملا عمر", "Mullah Omar"),
        ("Penjshir", "Panjshir"),
    ],
)
def test_a_name_is_found_by_any_of_its_words_however_spelled(query: str, form: str) -> None:
    assert FORMS.index(form) in listed().of(tokens(query))


@pytest.mark.parametrize("query", ["", "😀", "۰", "…"])
def test_what_is_no_word_or_like_no_listed_one_has_no_candidates(query: str) -> None:
    assert listed().of(tokens(query)) == []


@given(st.lists(st.sampled_from([*" ".join(FORMS).split(), "Mesud", "Umar", "x"]), max_size=5).map(" ".join))
def test_candidates_come_once_each_and_not_too_many(query: str) -> None:
    found = listed().of(tokens(query))
    assert len(found) == len(set(found)) <= MOST
    assert all(0 <= at < len(FORMS) for at in found)
    assert found == Candidates.among([tokens(form) for form in FORMS]).of(tokens(query))


@pytest.mark.parametrize("form", FORMS)
def test_a_listed_name_is_its_own_first_candidate(form: str) -> None:
    first = listed().of(tokens(form))[0]
    assert {word.key for word in tokens(form)} <= {word.key for word in tokens(FORMS[first])}


@pytest.mark.parametrize("query", ["Ahmad Massoud", "Ahmet Mesut", "Rashid Dostum", "Dostum"])
def test_in_a_short_list_a_candidate_compares_as_the_two_names_do(query: str) -> None:
    for at in listed().of(tokens(query)):
        here, there = listed().compared(tokens(query), at), compare_words(tokens(query), tokens(FORMS[at]))
        assert here is not None
        assert there is not None
        assert here.values == pytest.approx(there.values)


def test_a_rare_word_finds_its_name_among_many_that_share_a_common_one() -> None:
    names = [f"Mohammad {chr(97 + at % 26)}{chr(97 + at // 26)}ran" for at in range(600)]
    found = Candidates.among([tokens(each) for each in [*names, "Mohammad Hekmatyar"]])
    assert found.of(tokens("Mohammad Hikmatyar"))[0] == len(names)
    assert 10 <= len(found.of(tokens("Mohammad"))) <= MOST


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("Ahmadmassoud", ["ahmad", "massoud"]),
        ("Ahmadm Xassoud", ["ahmad", "mxassoud"]),
        ("Ahma Dmassoud", ["ahmad", "massoud"]),
        ("Gulbuddinhekmatxyar", ["gulbuddin", "hekmatxyar"]),
        ("Zalmaykhalilzadrabbani", ["zalmay", "khalilzad", "rabbani"]),
    ],
)
def test_a_blank_in_the_wrong_place_is_put_right(query: str, words: list[str]) -> None:
    assert words in [[word.key for word in each] for each in listed().respaced(tokens(query))]


@pytest.mark.parametrize("query", ["Ahmad Massoud", "Ahmet Mesut", "Kabul", "", "x"])
def test_words_that_are_listed_ones_keep_their_blanks(query: str) -> None:
    assert listed().respaced(tokens(query)) == []


def test_no_names_have_no_candidates() -> None:
    assert Candidates.among([]).of(tokens("Kabul")) == []
