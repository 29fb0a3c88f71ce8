"""Words that stand in any text."""

import pytest

from afgraph import Resolver, link
from afgraph.linking.common import is_common


@pytest.mark.parametrize(
    "key", ["the", "a", "1", "313", "۷", "x", "م", "ve", "در", "و", "на", "of the", "al", "и", "and 1", "ud"]
)
def test_function_words_numbers_letters_and_particles_are_common(key: str) -> None:
    assert is_common(key)


@pytest.mark.parametrize("key", ["kabul", "کابل", "omar", "d7", "the north", "district 7", "khan", "mullah"])
def test_a_word_that_names_somebody_or_something_is_not(key: str) -> None:
    assert not is_common(key)


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("the", "the men", []),
        ("The", "The men. The end", []),
        ("1", "1 in all", []),
        ("A", "plan A failed", []),
        ("در", "او در کابل", []),
        ("US", "they told us, the US", ["US"]),
        ("Son", "his son, and Park Son came", ["Son"]),
        ("The Who", "The Who sang", ["The Who"]),
        ("313", "the 313 came", []),
        ("Badri 313", "the Badri 313 came", ["Badri 313"]),
        ("Of", "they drove to Of, of course", ["Of"]),
    ],
)
def test_a_listed_name_that_is_a_common_word_needs_a_capital_within_a_sentence(
    name: str, text: str, found: list[str]
) -> None:
    assert [each.text for each in link(text, Resolver.from_names({"x": [name]})).mentions] == found
