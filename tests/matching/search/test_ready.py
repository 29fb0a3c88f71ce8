"""Words of queries made ready: what is kept of them, and what the list says."""

from itertools import product

import pytest

from afgraph.matching.search import ready
from afgraph.matching.search.candidates import Candidates
from afgraph.matching.search.ready import Ready
from afgraph.matching.words.tokens import Token, passing_tokens, token, tokens

NAMES = ["Ahmad Massoud", "Ahmad Zia Massoud", "Ahmad Shah", *(f"Ahmad {letter * 4}i" for letter in "bdfgklmnrst" * 5)]


@pytest.fixture(scope="module")
def listed() -> Candidates:
    return Candidates.among([tokens(name) for name in NAMES])


def made(names: Candidates) -> Ready:
    return Ready(names.vocabulary.blanks, names.sections["listed"])


def test_a_word_is_made_ready_once(listed: Candidates) -> None:
    words = made(listed)
    assert words.linked(token("ahmed")) is words.linked(token("ahmed"))


def test_only_a_few_words_are_kept_that_are_not_listed(listed: Candidates) -> None:
    words = made(listed)
    known, new = words.linked(token("ahmad")), words.linked(token("ahmed"))
    for letters in product("bdgk", "aiou", "mnrt"):
        words.linked(token("".join(letters)))
    assert words.linked(token("ahmad")) is known
    assert words.linked(token("ahmed")) is not new


def test_a_listed_word_is_remembered_as_it_was_read_first() -> None:
    names = Candidates.among([(Token("zobrukadil"),), (Token("ahmad"),)])
    first = passing_tokens("zobrukadil")[0]
    made(names).linked(first)
    assert passing_tokens("zobrukadil")[0] is first is token("zobrukadil")


def test_the_listed_words_written_like_one_are_known(listed: Candidates) -> None:
    written = made(listed).linked(token("massoud")).written
    assert {listed.vocabulary.words[number].key for number in written} == {"massoud"}
    assert made(listed).linked(token("masud")).written == []


def test_the_words_of_the_last_query_are_not_looked_for_again(listed: Candidates) -> None:
    words, query = made(listed), tokens("Ahmad Masud")
    assert words.links(query) is words.links(query)
    assert words.links(query) == [words.linked(word) for word in query]


def test_words_beyond_a_room_begin_another(listed: Candidates, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ready, "_ROOM", 3)
    words = made(listed)
    texts = [f"{first}a{last}" for first in "bdgkl" for last in "mnrt"]
    links = {text: words.linked(token(text)) for text in texts}
    for text in texts:
        alone = made(listed).linked(token(text))
        assert listed._scorer is not None
        scores = [listed._scorer.best([found], range(3), None, None, True) for found in (links[text], alone)]  # noqa: FBT003
        assert scores[0] == scores[1]
