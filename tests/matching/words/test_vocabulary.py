"""The words of an index: what is found by keys against what a scan of all words finds."""

from collections.abc import Iterator
from functools import cache

import pytest

from afgraph.matching.words.cost import UNLIKE, word_cost
from afgraph.matching.words.tokens import Token, token, tokens
from afgraph.matching.words.vocabulary import Vocabulary
from afgraph.packs import load_contents

NEAR = 0.35  # relative cost of a word that is very likely meant
SURE = 0.25  # where one is found at this cost, dearer ones may be missed
MISSED = 0.05  # the share of near words that may be missed for that
UNLISTED = [
    "Mesut", "Emrulah", "Hikmatyar", "Dustum", "Балх", "Карзай", "پنجشیر", "قندهار", "Penjshir", "Kandehar", "Ghazny",
    "Achmad", "Dschalaluddin", "Djalal", "Məsud", "Gülbettin", "Abdurrahman", "mhmd", "Хекматияр", "Rabanni", "Salih",
]  # fmt: skip


@cache
def shipped() -> Vocabulary:
    """The words of every twentieth entity of the shipped pack."""
    entities = list(load_contents(["afghanistan"]).entities.values())[::20]
    return Vocabulary.of(tokens(name.form) for entity in entities for name in entity.names)


@cache
def near() -> dict[Token, dict[int, float]]:
    """The slow reference: words compared with every listed one; left out are initials, and what has no consonant."""
    asked = [word for word in (*shipped().words[::40], *map(token, UNLISTED)) if not word.initial and word.skeletons]
    return {word: {number: cost for number, cost in _scan(word) if cost < NEAR} for word in asked}


def _scan(word: Token) -> Iterator[tuple[int, float]]:
    for number, listed in enumerate(shipped().words):
        if not listed.initial:
            yield number, word_cost(word, listed)


def test_what_a_scan_finds_near_is_found_by_keys() -> None:
    found = {word: dict(shipped().like(word)) for word in near()}
    missed = {word: scanned.keys() - found[word].keys() for word, scanned in near().items()}
    assert len(near()) > 35
    assert sum(map(len, near().values())) > 60
    assert {word: each for word, each in missed.items() if each and min(found[word].values()) > SURE} == {}
    assert sum(map(len, missed.values())) <= MISSED * sum(map(len, near().values()))


def test_the_nearest_word_of_all_is_found() -> None:
    least = {word: min(scanned.values()) for word, scanned in near().items() if scanned}
    assert {word: shipped().like(word)[0][1] for word in least} == least


@pytest.mark.parametrize("word", UNLISTED)
def test_like_words_come_likeliest_first_with_their_true_cost(word: str) -> None:
    found = shipped().like(token(word))
    assert [cost for _, cost in found] == sorted(cost for _, cost in found)
    assert {number: cost for number, cost in found if word_cost(token(word), shipped().words[number]) != cost} == {}
    assert len(dict(found)) == len(found)


def test_every_listed_word_is_like_itself() -> None:
    sample = list(enumerate(shipped().words))[::10]
    assert [word for number, word in sample if dict(shipped().like(word)).get(number) != 0.0] == []


def test_a_word_is_one_number_in_all_names() -> None:
    names = [tokens(each) for each in ("Ahmad Massoud", "Massoud Khan", "Ahmad Ahmad", "مسعود")]
    found = Vocabulary.of(names)
    assert [word.key for word in found.words] == ["ahmad", "massoud", "khan", "مسعود"]
    assert [list(found.numbers(at)) for at in range(len(found))] == [[0, 1], [1, 2], [0, 0], [3]]
    assert [[word.key for word in found.name(at)] for at in range(4)] == [[word.key for word in name] for name in names]


@pytest.mark.parametrize(
    ("letters", "cuts"),
    [
        ("ahmadmassoud", [(12, "ahmad", "massoud")]),
        ("ahmadmxssoud", [(5, "ahmad", "mxssoud")]),
        ("massoud", []),
        ("zxqvbnmkr", []),
        ("karimkhalili", [(12, "karim", "khalili")]),
        ("ab", []),
        ("", []),
    ],
)
def test_letters_are_cut_where_a_listed_word_ends_or_begins(letters: str, cuts: list[tuple[int, str, str]]) -> None:
    found = Vocabulary.of([tokens("Ahmad Massoud"), tokens("Karim Khalili")])
    assert found.blanks.cut(letters) == cuts
    assert found.blanks.cut(letters, whole=5) == []


def test_a_word_with_wrong_letters_is_found_by_the_others_only_if_asked() -> None:
    found = Vocabulary.of([tokens("Ahmad Massoud"), tokens("Rahmatullah Durrani")])
    near, far = (dict(found.like(token("Urrahi"), far=far)) for far in (False, True))
    assert found.words[3].key == "durrani"
    assert near.get(3, UNLIKE) > far[3]


def test_the_cost_of_what_is_not_found_is_that_of_nothing_alike() -> None:
    found = Vocabulary.of([tokens("Ahmad Massoud")])
    assert found.cost(token("Mesud"), token("Massoud")) == word_cost(token("Mesud"), token("Massoud")) < NEAR
    assert found.cost(token("Mesud"), token("Ahmad")) == UNLIKE


@pytest.mark.parametrize("word", ["7", "هفت", "seven"])
def test_a_number_is_found_in_figures_and_in_words(word: str) -> None:
    found = Vocabulary.of([tokens("ناحیه ۷"), tokens("District 8")])
    assert [found.words[number].key for number, cost in found.like(token(word)) if cost == 0] == ["7"]


def test_an_empty_list_has_nothing_alike() -> None:
    assert list(Vocabulary.of([]).like(token("Kabul"))) == []
    assert Vocabulary.of([()]).name(0) == ()
