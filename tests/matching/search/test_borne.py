"""Words of a query that other names of a bearer have, against a look at each pair of words."""

import pytest

from afgraph.matching.search.borne import borne
from afgraph.matching.words.tokens import tokens
from afgraph.matching.words.vocabulary import Vocabulary

NAMES = ["Ahmad Massoud", "Shah Massoud", "Ahmad Zia", "Zalmay Khalilzad", "احمد شاه", "Zalmai Rassoul", "Hamid"]


@pytest.mark.parametrize(
    ("query", "others", "found"),
    [
        ("Ahmad Shah Massoud", [0, 1], {0, 1, 2}),
        ("Ahmed Schah Mesud", [0, 1], {0, 1, 2}),
        ("Shah Wali", [0, 4], {0}),
        ("Zalmay Rasul", [3, 5], {0, 1}),
        ("Ahmad Shah Massoud", [0], set()),
        ("Hamid Karzai", [3, 5], set()),
    ],
)
def test_words_that_a_bearer_has_are_found_in_any_of_his_names(query: str, others: list[int], found: set[int]) -> None:
    assert borne(Vocabulary.of(map(tokens, NAMES)), tokens(query), others) == found
