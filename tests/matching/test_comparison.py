"""`af.compare`: two spellings for themselves."""

import math
import time
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import afgraph as af
from afgraph.matching import compare_words
from afgraph.matching.scoring.compare import probability, weighed, weights
from afgraph.matching.scoring.features import FEATURES
from afgraph.matching.words.tokens import tokens
from afgraph.packs import load_contents

FALSE_FRIENDS = [
    ("Ahmad Massoud", "Ahmad Shah Massoud"),
    ("Ahmad Shah Massoud", "Ahmad Zia Massoud"),
    ("Ahmad Wali Massoud", "Ahmad Massoud"),
    ("Najibullah", "Habibullah"),
    ("Karim", "Karima"),
    ("Hassan", "Hossein"),
    ("Abdullah", "Abdul Rahman"),
    ("حسن", "حسین"),
    ("احمد مسعود", "احمد شاه مسعود"),
    ("Ахмад Масуд", "Ахмад Шах Масуд"),
    ("Kunar", "Kunduz"),
    ("Panjshir", "Panjwai"),
    ("Parwan", "Paktia"),
    ("District 7", "District 8"),
    ("Fall of Kabul in 1992", "Fall of Kabul in 1996"),
    ("Sirajuddin Haqqani", "Jalaluddin Haqqani"),
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
    ("Balgan", "Baghlan"),
    ("Burhanuddin Rabbani", "Burhan-ud-Din Rabbani"),
    ("Abdurrashid Dostum", "عبدالرشید دوستم"),
    ("Mazarisharif", "Mazar-i-Sharif"),
    ("Əbdürrəhim", "Abdul Rahim"),
    ("ناحیه ۷", "ناحیه 7"),
    ("7e arrondissement", "ناحیه هفت"),
    ("هبة الله آخوندزاده", "Haibatullah Akhundzada"),
]


@cache
def shipped() -> list[str]:
    entities = load_contents(["afghanistan"]).entities.values()
    return sorted({name.form for entity in entities for name in entity.names})


NAMES = st.deferred(lambda: st.sampled_from(shipped()))


def score(one: str, other: str) -> float:
    return af.compare(one, other).score


@pytest.mark.parametrize(("name", "friend"), FALSE_FRIENDS)
def test_false_friends_are_two_names(name: str, friend: str) -> None:
    assert score(name, friend) < 0.5
    assert score(friend, name) < 0.5


@pytest.mark.parametrize(("name", "friend"), [*FALSE_FRIENDS, ("Mazari", "Nazari"), ("Murad", "Muradi")])
def test_a_name_is_much_more_like_itself_than_like_a_false_friend(name: str, friend: str) -> None:
    assert score(name, name) > score(name, friend) + 0.15


@pytest.mark.parametrize(("name", "spelling"), SAME)
def test_spellings_of_one_name_are_one_name(name: str, spelling: str) -> None:
    assert score(name, spelling) > 0.5
    assert score(spelling, name) > 0.5


@given(NAMES)
@settings(deadline=None)
def test_a_name_is_surely_itself(name: str) -> None:
    assert score(name, name) > 0.99


@given(NAMES, NAMES)
@settings(deadline=None, max_examples=200)
def test_the_score_is_mutual(one: str, other: str) -> None:
    assert score(one, other) == pytest.approx(score(other, one), abs=1e-6)


@given(NAMES, NAMES)
@settings(deadline=None, max_examples=200)
def test_the_evidence_adds_up_to_the_score(one: str, other: str) -> None:
    found = af.compare(one, other)
    assert probability(sum(each.weight for each in found.evidence)) == pytest.approx(found.score)
    assert all(each.says for each in found.evidence)


@given(NAMES, NAMES)
@settings(deadline=None)
def test_log_odds_are_the_weighted_sum_of_the_features(one: str, other: str) -> None:
    found = compare_words(tokens(one), tokens(other))
    if found is not None:
        assert list(found.values) == [feature.__name__ for feature in FEATURES]
        assert found.log_odds == pytest.approx(weighed(found.values, "pair"))


@pytest.mark.parametrize("column", ["pair", "listed"])
def test_every_feature_has_a_weight_and_costs_speak_against(column: str) -> None:
    costs = {"worst", "far", "slip", "head", "ending", "mean", "replaced", "share", "left_out", "inside", "turned",
             "apart", "surface", "letters"}  # fmt: skip
    found = weights(column)
    assert set(found) == {"bias", *(feature.__name__ for feature in FEATURES)}
    assert {name: found[name] for name in costs if found[name] > 0} == {}


@pytest.mark.parametrize(("one", "other"), [("", "Kabul"), ("Kabul", ""), ("", ""), ("😀", "Kabul"), ("1", "2")])
def test_what_shares_no_word_is_no_name(one: str, other: str) -> None:
    assert score(one, other) < 0.01
    assert "no" in af.compare(one, other).explain()


@given(st.text(max_size=30), st.text(max_size=30))
@settings(deadline=None)
def test_any_two_texts_can_be_compared_and_explained(one: str, other: str) -> None:
    found = af.compare(one, other)
    assert 0 <= found.score <= 1
    assert found.explain()
    assert found.to_dict()["score"] == pytest.approx(found.score, abs=1e-4)


@pytest.mark.parametrize(
    "name",
    ["ahmad " * 2_000, "a" * 10_000, "\ud800\udfff" * 5_000, "👨‍👩‍👧 " * 2_000, "\x1b[31m" * 2_000, "مسعود " * 2_000],
    ids=lambda name: ascii(name[:6]),
)
def test_hostile_names_are_compared_in_no_time(name: str) -> None:
    before = time.process_time()
    assert 0 <= score(name, "Ahmad Massoud") < 0.5
    assert 0 <= score(name, name) <= 1
    assert time.process_time() - before < 2


def test_a_language_that_is_known_decides_how_letters_are_read() -> None:
    assert af.compare("Chalil", "خلیل", lang_a="deu").score >= af.compare("Chalil", "خلیل").score
    assert af.compare("Cemal", "Jamal", lang_a="tur").score > af.compare("Cemal", "Camal", lang_a="tur").score


def test_the_explanation_shows_letters_across_scripts_and_every_reason() -> None:
    said = af.compare("Mesut", "مسعود").explain()
    assert "m=م e=· s=س ·=ع u=و t=د" in said
    assert "+" in said
    assert "mesut = مسعود" in said


@given(st.floats(allow_nan=False))
def test_a_probability_lies_between_nought_and_one_and_mirrors(log_odds: float) -> None:
    assert 0 <= probability(log_odds) <= 1
    assert probability(log_odds) + probability(-log_odds) == pytest.approx(1)
    assert not math.isnan(probability(log_odds))
