"""Words of a query that other names of a bearer have, against a look at each name."""

from hypothesis import given
from hypothesis import strategies as st

from afgraph.matching.search.borne import Borne
from afgraph.matching.words.tokens import tokens
from afgraph.matching.words.vocabulary import Vocabulary

NAMES = ["Ahmad Massoud", "Shah Massoud", "Ahmad Zia", "Zalmay Khalilzad", "احمد شاه", "Zalmai Rassoul", "Hamid"]
BEARERS = [[0, 1, 4], [2], [3, 5], [6]]
SPELLED = 0.3


@given(st.lists(st.sampled_from([*" ".join(NAMES).split(), "Mesud", "Ahmed", "Zalmey", "xyz"]), min_size=1, max_size=4))
def test_words_that_a_bearer_has_are_found_in_any_of_his_names(words: list[str]) -> None:
    vocabulary, query = Vocabulary.of(map(tokens, NAMES)), tokens(" ".join(words))
    beside = {at: bearer for bearer in BEARERS for at in bearer}
    known = Borne(vocabulary, query, beside.__getitem__)
    for at, others in beside.items():
        numbers = {number for other in others for number in vocabulary.numbers(other)}
        spelled = {
            place
            for place, word in enumerate(query)
            if any(cost <= SPELLED for number, cost in vocabulary.like(word) if number in numbers)
        }
        assert known(at) == (spelled if len(others) > 1 else set())
