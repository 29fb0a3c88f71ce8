"""Words that stand in any text."""

import pytest

from afgraph import Resolver, link
from afgraph.linking.words.common import is_common


@pytest.mark.parametrize(
    "key", ["the", "a", "1", "313", "۷", "x", "م", "ve", "در", "و", "на", "of the", "al", "и", "ud"]
)
def test_function_words_numbers_letters_and_particles_are_common(key: str) -> None:
    assert is_common(key)


@pytest.mark.parametrize(
    "key", ["kabul", "کابل", "omar", "d7", "the north", "district 7", "khan", "mullah", "9 11", "and 1"]
)
def test_a_word_that_names_somebody_or_something_is_not(key: str) -> None:
    assert not is_common(key)


@pytest.mark.parametrize(
    ("key", "lang", "common"),
    [
        ("ما می", "prs", True), ("دو اب", "prs", False), ("ده یک", "prs", False), ("در", "eng", True),
        ("is k", "eng", True), ("of the", "und", True),
    ],
)  # fmt: skip
def test_several_words_are_a_phrase_in_their_own_language_only(key: str, lang: str, *, common: bool) -> None:
    assert is_common(key, lang) == common


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("the", "the men", []),
        ("The", "The men. The end", []),
        ("1", "1 in all", []),
        ("A", "plan A failed", []),
        ("در", "او در کابل", []),
        ("US", "they told us, the US", ["US"]),
        ("Son", "his son, and then Son came", ["Son"]),
        ("The Who", "The Who sang", ["The Who"]),
        ("313", "the 313 came", []),
        ("Badri 313", "the Badri 313 came", ["Badri 313"]),
        ("WHO", "WHO helped. Who else? who", ["WHO"]),
        ("IS-K", "IS-K struck; this is k", ["IS-K"]),
        ("THE", "THE end", ["THE"]),
        ("the", "THE END", []),
        ("Of", "they drove to Of, of course", ["Of"]),
    ],
)
def test_a_listed_name_that_is_a_common_word_needs_a_capital_of_its_own(name: str, text: str, found: list[str]) -> None:
    assert [each.text for each in link(text, Resolver.from_names({"x": [name]})).mentions] == found


def test_a_listed_word_within_a_strangers_name_names_nobody() -> None:
    found = link("his son, and Park Son came", Resolver.from_names({"x": ["Son"]})).mentions
    assert [(each.text, each.id) for each in found] == [("Park Son", None)]
