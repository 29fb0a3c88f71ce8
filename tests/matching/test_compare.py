import math
import time
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from afgraph.data import read_numbers
from afgraph.matching import Comparison, compare_words
from afgraph.matching.compare import probability
from afgraph.matching.tokens import tokens
from afgraph.packs import load_contents

WEIGHTS = read_numbers("matching/weights.tsv")
FALSE_FRIENDS = [
    ("Ahmad Massoud", "Ahmad Shah Massoud"),
    ("Ahmad Shah Massoud", "Ahmad Zia Massoud"),
    ("Najibullah", "Habibullah"),
    ("Saeed", "Sayed"),
    ("Mazari", "Nazari"),
    ("Karim", "Karima"),
    ("Hassan", "Hossein"),
    ("Abdullah", "Abdul Rahman"),
    ("حسن", "حسین"),
    ("احمد مسعود", "احمد شاه مسعود"),
    ("Ахмад Масуд", "Ахмад Шах Масуд"),
    ("Kunar", "Kunduz"),
    ("District 7", "District 8"),
    ("Fall of Kabul in 1992", "Fall of Kabul in 1996"),
]
SAME = [
    ("Ahmad Massoud", "Ahmed Mesut"),
    ("Ahmad Massoud", "احمد مسعود"),
    ("Ahmad Massoud", "Ахмад Масуд"),
    ("احمد مسعود", "Аҳмад Масъуд"),
    ("Ahmad Shah Massoud", "Ahmadshah Masoud"),
    ("Massoud Ahmad", "Ahmad Massoud"),
    ("Zalmay Khalilzad", "Zalmay Khalil Zad"),
    ("Pençşir", "Panjshir"),
    ("Burhanuddin Rabbani", "Burhan-ud-Din Rabbani"),
    ("ناحیه ۷", "ناحیه 7"),
]


@cache
def shipped() -> list[str]:
    entities = load_contents(["afghanistan"]).entities.values()
    return sorted({name.form for entity in entities for name in entity.names})


NAMES = st.deferred(lambda: st.sampled_from(shipped()))


def compare(query: str, entry: str) -> Comparison | None:
    return compare_words(tokens(query), tokens(entry))


def odds(query: str, entry: str) -> float:
    found = compare(query, entry)
    return -math.inf if found is None else found.log_odds


@pytest.mark.parametrize(("name", "friend"), FALSE_FRIENDS)
def test_a_name_is_more_like_itself_than_like_a_false_friend(name: str, friend: str) -> None:
    assert odds(name, name) > odds(name, friend)
    assert odds(friend, friend) > odds(friend, name)


@pytest.mark.parametrize(("name", "spelling"), SAME)
def test_a_spelling_of_a_name_is_more_likely_it_than_not(name: str, spelling: str) -> None:
    assert odds(name, spelling) > 0
    assert odds(spelling, name) > 0


@given(NAMES)
@settings(deadline=None)
def test_a_name_costs_nothing_against_itself(name: str) -> None:
    found = compare(name, name)
    assert found is not None
    assert (found.worst, found.mean, found.skipped_query, found.skipped_entry) == (0, 0, 0, 0)
    assert found.log_odds == WEIGHTS["bias"]


@given(NAMES, NAMES)
@settings(deadline=None, max_examples=300)
def test_no_other_name_is_more_like_a_name_than_itself(name: str, other: str) -> None:
    assert odds(name, other) <= odds(name, name)


@given(NAMES, NAMES)
@settings(deadline=None, max_examples=300)
def test_likeness_is_mutual_but_for_the_side_that_skips(one: str, other: str) -> None:
    there, back = compare(one, other), compare(other, one)
    assert (there is None) == (back is None)
    if there is not None and back is not None:
        gap = abs(WEIGHTS["skipped_query"] - WEIGHTS["skipped_entry"])
        skipped = there.skipped_query + there.skipped_entry
        assert skipped == pytest.approx(back.skipped_query + back.skipped_entry)
        assert abs(there.log_odds - back.log_odds) <= gap * skipped + 1e-6


@given(NAMES, NAMES)
@settings(deadline=None)
def test_log_odds_are_the_weighted_sum_of_the_features(one: str, other: str) -> None:
    found = compare(one, other)
    if found is not None:
        features = {name: getattr(found, name) for name in WEIGHTS if name != "bias"}
        expected = WEIGHTS["bias"] + sum(WEIGHTS[name] * value for name, value in features.items())
        assert found.log_odds == pytest.approx(expected)
        assert 0 <= found.mean <= found.worst + 1e-9 < 1 + 1e-9
        assert found.pairs


@pytest.mark.parametrize(("query", "entry"), [("", "Kabul"), ("Kabul", ""), ("", ""), ("😀", "Kabul"), ("1", "2")])
def test_what_shares_no_word_is_not_compared(query: str, entry: str) -> None:
    assert compare(query, entry) is None


def test_every_weight_of_a_cost_speaks_against() -> None:
    assert {name: weight < 0 for name, weight in WEIGHTS.items()} == {name: name != "bias" for name in WEIGHTS}


@given(st.floats(allow_nan=False))
def test_a_probability_lies_between_nought_and_one_and_mirrors(log_odds: float) -> None:
    assert 0 <= probability(log_odds) <= 1
    assert probability(log_odds) + probability(-log_odds) == pytest.approx(1)


@given(st.text(max_size=30), st.text(max_size=30))
@settings(deadline=None)
def test_any_two_texts_can_be_compared(one: str, other: str) -> None:
    assert odds(one, other) <= WEIGHTS["bias"]


HOSTILE = [
    "ahmad " * 2_000,
    "a" * 10_000,
    "\ud800\udfff" * 5_000,
    "👨‍👩‍👧 " * 2_000,
    "\x1b[31m" * 2_000,
    "مسعود " * 2_000,
]


@pytest.mark.parametrize("name", HOSTILE, ids=lambda name: ascii(name[:6]))
def test_hostile_names_are_compared_in_no_time(name: str) -> None:
    before = time.perf_counter()
    assert odds(name, name) in (WEIGHTS["bias"], -math.inf)
    assert odds(name, "Ahmad Massoud") < 0
    assert time.perf_counter() - before < 1
