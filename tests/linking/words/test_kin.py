"""Kinship said beside or between names."""

import pytest

import afgraph as af
from afgraph.linking.words.kin import Kin


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Yar Dostum, son of Dostum", "Yar Dostum", "Dostum"),
        ("Yar Dostum, the son of Marshal Dostum", "Yar Dostum", "Dostum"),
        ("Yar Dostum, Sohn von Dostum", "Yar Dostum", "Dostum"),
        ("Яр Дустум, сын Дустума", "Яр Дустум", "Дустума"),
        ("Yar Dostum, fils de Dostum", "Yar Dostum", "Dostum"),
    ],
)
def test_whose_child_somebody_is_stands_between_the_names(text: str, first: str, second: str) -> None:
    end, start = text.index(first) + len(first), text.rindex(second)
    assert Kin(text).between(end, start)


@pytest.mark.parametrize("between", ["", " ", ", ", " and ", " met ", " son ", ", who fought the sons of many, "])
def test_other_words_are_no_kinship(between: str) -> None:
    text = f"Dostum{between}Massoud"
    assert not Kin(text).between(6, 6 + len(between))


@pytest.mark.parametrize(
    "text",
    ["his father, X", "babası X", "seinem Vater X", "son père, X", "его отец X", "پدرش، X", "падараш, X", "otasi X"],
)
def test_a_father_is_introduced_as_one(text: str) -> None:
    assert Kin(text).is_forebear(text.index("X"))


@pytest.mark.parametrize(
    "text", ["his son X", "his father left. X", "fatherland X", "X, his father", "the grandfathers of X"]
)
def test_anybody_else_is_not(text: str) -> None:
    assert not Kin(text).is_forebear(text.index("X"))


@pytest.mark.parametrize(
    ("text", "of_whom", "who"),
    [
        ("Mesud'un oğlu Ahmed Mesud", "per:ahmad-shah-massoud", "per:ahmad-massoud"),
        ("Massoud's son Ahmad Massoud", "per:ahmad-shah-massoud", "per:ahmad-massoud"),
        ("Massoud’s brother, Ahmad Zia Massoud", None, "per:ahmad-zia-massoud"),
        ("Dostum's son Yar Mohammad Dostum", "per:abdul-rashid-dostum", "per:yar-mohammad-dostum"),
    ],
)
def test_he_whose_son_is_named_behind_is_not_the_son(text: str, of_whom: str | None, who: str) -> None:
    first, second = af.load().link(f"{text} spoke.", date="2021-08-24").mentions
    assert second.id == who
    assert first.id == of_whom


@pytest.mark.parametrize("between", ["", " ", "'s ", " son", "'s friend ", " and son of ", "'s sonnet "])
def test_what_leads_to_nobody_s_kin(between: str) -> None:
    assert not Kin(f"Dostum{between}Massoud").leads_to(6, 6 + len(between))
