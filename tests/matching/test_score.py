"""Many names scored at once against names compared one by one."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afgraph.matching.align import align
from afgraph.matching.candidates import Candidates
from afgraph.matching.compare import compare_words
from afgraph.matching.features import FEATURES
from afgraph.matching.score import NOTHING
from afgraph.matching.tally import knows_all
from afgraph.matching.tokens import tokens
from afgraph.matching.words import UNLIKE

FORMS = [
    "Ahmad Massoud", "Ahmad Shah Massoud", "احمد شاه مسعود", "Ахмад Шах Масуд", "Burhanuddin Rabbani", "Mullah Omar",
    "District 7", "Abu Hamza", "Hamza bin Ahmad", "Ahmad bin Hamza", "Zalmay Khalilzad", "A. Khan", "Kabul", "Farida",
    "Ahmadshah Masood Khan", "شریفه", "Abdul Rashid Dostum", "Mohammad Mohammad Mohammad", "Khalil Zad Zalmay",
]  # fmt: skip
WORDS = st.sampled_from([
    *" ".join(FORMS).split(), "Mesud", "Umar", "Rabanni", "Khalil", "Zad", "Farid", "Ahmadshah", "Şah", "Massuod",
    "7th", "Gulbuddin", "Abdul", "Qadir", "x", "Muhammadi", "Rahsid",
])  # fmt: skip


def listed(repeat: int) -> Candidates:
    return Candidates.among([tokens(form) for form in FORMS * repeat])


@pytest.mark.parametrize("repeat", [1, 4])
def test_all_names_score_as_they_compare_one_by_one(repeat: int) -> None:
    assert knows_all([feature.__name__ for feature in FEATURES])
    names, places = listed(repeat), range(len(FORMS))
    beside = {at: [at, (at + 1) % len(FORMS)] if at % 3 == 0 else [at] for at in places}.__getitem__

    @given(st.lists(WORDS, min_size=1, max_size=5).map(" ".join))
    def check(text: str) -> None:
        query = tokens(text)
        for far in (False, True):
            assert names._scorer is not None
            links = [names._linked(word, far=far) for word in query]
            scores = names._scorer.scores(links, list(places), lambda at: names._known_at(query, beside, at))
            for at, score in zip(places, scores, strict=True):
                match = names.compared(query, at, beside(at), reach="far" if far else "near")
                assert score == pytest.approx(NOTHING if match is None else match.log_odds_listed, abs=1e-9)

    check()


@given(st.lists(WORDS, min_size=1, max_size=4).map(" ".join))
def test_names_with_slips_score_as_they_compare_one_by_one(text: str) -> None:
    names, places = listed(1), range(len(FORMS))
    scores = dict.fromkeys(places, NOTHING)
    scores.update((at, score) for score, at in names.slipped(tokens(text), list(places), lambda at: [at]))
    for at in places:
        match = names.compared(tokens(text), at, reach="slips")
        assert scores[at] == pytest.approx(NOTHING if match is None else match.log_odds_listed, abs=1e-9)


def test_two_words_taken_for_one_are_among_what_is_tested() -> None:
    names = listed(1)
    pairs = [
        pair
        for query, at in product(map(tokens, ("Ahmadshah Massoud", "Khalil Zad")), range(len(FORMS)))
        for pair in align(query, names.vocabulary.name(at)).pairs
    ]
    assert {(len(pair.left), len(pair.right)) for pair in pairs} == {(1, 1), (2, 1), (1, 2)}
    assert compare_words(tokens("Qandahar"), tokens("Omar")) is None or UNLIKE > 1


def test_what_scores_best_comes_first() -> None:
    names = listed(1)
    found = names.scored(tokens("Ahmet Mesut"), lambda at: [at])
    assert FORMS[found[0][1]] == "Ahmad Massoud"
    assert [score for score, _ in found] == sorted((score for score, _ in found), reverse=True)
    plain = names._compared(tokens("Ahmet Mesut"), names.of(tokens("Ahmet Mesut")), lambda at: [at])
    scores = {at: score for score, at in plain}
    assert found[0][1] == plain[0][1]
    assert [score for score, _ in found] == pytest.approx([scores[at] for _, at in found])


def test_what_was_asked_before_changes_nothing() -> None:
    asked = [tokens(text) for text in ("Ahmet Mesut", "Mullah Omar", "Khalilzad", "Rabani", "Şah Mesud", "Farid Khan")]
    fresh = [listed(1).scored(query, lambda at: [at]) for query in asked]
    names = listed(1)
    for query in asked:
        for at in range(len(FORMS)):
            names.compared(query, at)
        names._scorer.scores([names._linked(word, far=False) for word in query], list(range(len(FORMS))), None)  # type: ignore[union-attr]
    assert [names.scored(query, lambda at: [at]) for query in asked] == fresh
