from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

import afgraph as af
from afgraph.matching.search.unspaced import Unspaced, alike
from afgraph.matching.words.tokens import all_tokens, joined

NAMES = ["Taleb Khan", "Rostam Kola", "Namangan", "Chahar Dangeh", "Mardan", "Gol Angun", "Panjshir", "Kabul"]


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        ("Talibxan", "Taleb Khan"),
        ("رستمکلا", "Rostam Kola"),
        ("na man gan", "Namangan"),
        ("چهاردنگه", "Chahar Dangeh"),
        ("ma er dan", "Mardan"),
        ("Гулангун", "Gol Angun"),
    ],
)
def test_a_name_is_found_wherever_its_blanks_are(asked: str, listed: str) -> None:
    places = Unspaced.among(NAMES).of(all_tokens(asked))
    assert NAMES.index(listed) in places
    found = af.Resolver.from_names([(name, name) for name in NAMES]).resolve(asked)
    assert found.candidates[0].id == listed


@pytest.mark.parametrize("asked", ["", "   ", "Ab", "Zamburak", "1 2 3", "👑"])
def test_what_sounds_like_nothing_listed_finds_nothing(asked: str) -> None:
    assert Unspaced.among(NAMES).of(all_tokens(asked)) == []


@pytest.mark.parametrize(
    ("asked", "listed"),
    [("Talibxan", ["Taleb Khan"]), ("Rustam Kala", ["Rostam Kola"]), ("Rustam Kalang", []), ("Rusam Kala", [])],
)
def test_names_alike_differ_in_nothing_but_vowels_and_blanks(asked: str, listed: list[str]) -> None:
    assert [NAMES[at] for at in Unspaced.among(NAMES).alike(all_tokens(asked))] == listed


@given(st.sampled_from(NAMES), st.text("abdhkmnrst ", max_size=12))
def test_names_alike_are_among_those_nearly_alike(name: str, asked: str) -> None:
    names = Unspaced.among(NAMES)
    assert NAMES.index(name) in names.alike(all_tokens(name))
    assert set(names.alike(all_tokens(asked))) <= set(names.of(all_tokens(asked)))


@given(st.sampled_from(NAMES), st.randoms(use_true_random=False))
def test_blanks_moved_by_chance_lose_no_name(name: str, random: Random) -> None:
    letters = name.replace(" ", "").lower()
    cut = random.choice([at for at in range(1, len(letters)) if letters[at - 1 : at + 1] not in ("sh", "ch", "kh")])
    assert NAMES.index(name) in Unspaced.among(NAMES).of(all_tokens(f"{letters[:cut]} {letters[cut:]}"))


@given(st.lists(st.text(max_size=12), max_size=6), st.text(max_size=12))
def test_any_text_is_taken(names: list[str], asked: str) -> None:
    assert set(Unspaced.among(names).of(all_tokens(asked))) <= set(range(len(names)))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ali Reza", "Alireza", True),
        ("Ali Reza", "Ali Rida Khan", False),
        ("Alireza", "Alireza", False),  # no blank to move
        ("Mir Wais", "میرویس", True),
    ],
)
def test_only_names_with_the_same_consonants_are_alike(one: str, other: str, same: bool) -> None:  # noqa: FBT001
    assert alike(one, other) == alike(other, one) == same


def test_a_name_as_one_word() -> None:
    assert joined("Taleb Khan").sounds == joined("taleb khan").sounds
    assert joined("Taleb Khan").key == "talebkhan"
