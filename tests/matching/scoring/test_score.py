"""Many names scored at once against names compared one by one."""

import random
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afgraph.data import read_table
from afgraph.matching.scoring.align import align
from afgraph.matching.scoring.compare import compare_words
from afgraph.matching.scoring.features import FEATURES
from afgraph.matching.scoring.score import NOTHING, Likely
from afgraph.matching.scoring.tally import knows_all
from afgraph.matching.scoring.whole import _NAMES, whole_match, whole_odds
from afgraph.matching.search.candidates import Candidates
from afgraph.matching.words.cost import UNLIKE
from afgraph.matching.words.distance import LONGEST
from afgraph.matching.words.tokens import joined, tokens

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
            links = [names._asked(word, far=far).links for word in query]
            scores = names._scorer.scores(links, list(places), beside)
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


def lexicon_names(count: int, seed: int) -> list[str]:
    """Names of a few words that are much alike: those of the lexicon that begin alike, and parts of them."""
    rng = random.Random(seed)  # noqa: S311 - names that come out the same
    forms = sorted({form for row in read_table("matching/given.tsv") for form in row["forms"].split("|")})
    found: list[str] = []
    while len(found) < count:
        at = rng.randrange(len(forms) - 40)
        words = rng.choices(forms[at : at + 40], k=rng.choice((1, 2, 3, 3, 4)))
        words = [word[:cut] + " " * (cut > 0) + word[cut:] for word in words for cut in [rng.choice((0, 0, 0, 3))]]
        found.append(" ".join(words))
    return found


@pytest.mark.parametrize("seed", range(4))
def test_names_of_like_words_score_as_they_compare_one_by_one(seed: int) -> None:
    forms = [form for form in lexicon_names(60, seed) if tokens(form)]
    names = Candidates.among([tokens(form) for form in forms])
    assert names._scorer is not None
    for text in forms[::2]:
        query = tokens(text)
        links = [names._asked(word, far=False).links for word in query]
        for at, score in enumerate(names._scorer.scores(links, range(len(forms)), None)):
            match = names.compared(query, at)
            assert score == pytest.approx(NOTHING if match is None else match.log_odds_listed, abs=1e-9), (text, at)


@given(st.lists(WORDS, min_size=1, max_size=4).map(" ".join), st.integers(1, 9))
def test_guesses_leave_the_likely_names(text: str, most: int) -> None:
    names, query = listed(2), tokens(text)
    links, places = [names._asked(word, far=False).links for word in query], range(2 * len(FORMS))
    assert names._scorer is not None
    guesses = names._scorer.guesses(links, places)
    best = max(guesses)
    least = max(min(best - 4.5, -1.0), sorted(guesses, reverse=True)[most - 1])
    left = [
        at
        for at, guess in enumerate(guesses)
        if guess >= least or (at < 3 and guess >= best - 6.0 and len(names.vocabulary.numbers(at)) != len(query))
    ]
    likely = Likely(first=3, hopeless=6.0, behind=4.5, unlikely=-1.0, most=most)
    assert names._scorer.best(links, places, None, likely) == names._scorer.best(links, left, None)


@given(WORDS, st.lists(WORDS, min_size=1, max_size=6))
def test_words_score_as_they_compare_alone(one: str, others: list[str]) -> None:
    scores = whole_odds(joined(one), [joined(each) for each in others])
    for other, score in zip(others, scores, strict=True):
        match = compare_words((joined(one),), (joined(other),))
        assert score == pytest.approx(NOTHING if match is None else match.log_odds_listed, abs=1e-9)
        assert match is None or whole_match(one, {0: other}, 0).values == match.values


LONG = "Abdurrahmanmohammadyousufkhalilzadbadakhshani Gulbuddinhekmatyarsherzad Badakhshanisultanpurzada"


@pytest.mark.parametrize("count", [1, _NAMES - 1, _NAMES + 1])
@pytest.mark.parametrize("longest", [[], [LONG]])
def test_names_as_one_word_score_the_same_however_many_there_are(count: int, longest: list[str]) -> None:
    others = [joined(name) for name in (FORMS * _NAMES)[:count] + longest]
    one = joined("Khalil Zad")
    alone = {each: whole_odds(one, [each])[0] for each in others}
    assert whole_odds(one, others) == [alone[each] for each in others]
    assert max(len(codes) for codes, _, _ in joined(LONG).ways) > LONGEST


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
        names._scorer.scores([names._asked(word, far=False).links for word in query], list(range(len(FORMS))), None)  # type: ignore[union-attr]
    assert [names.scored(query, lambda at: [at]) for query in asked] == fresh
