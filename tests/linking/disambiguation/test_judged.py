"""Judged spellings in a running text."""

import itertools

import pytest

import afgraph as af


@pytest.fixture(scope="module")
def judged() -> af.KnowledgeGraph:
    kg = af.load()
    for text in ("Zorpak", "the lion's heir", "زورپک"):
        kg.judge(text, "per:ahmad-massoud", "positive", by="Anna")
    return kg


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Then Zorpak came, and Zorpak’s men.", ["Zorpak", "Zorpak"]),
        ("It is said that the Lion’s heir left.", ["the Lion’s heir"]),
        ("گفته می‌شود زورپک به کابل آمد.", ["زورپک"]),
        ("A zorpak is a bird; a lion's heir is a cub.", []),
        ("class = “zorpak”> Zorpak", []),
        ("", []),
    ],
)
def test_a_judged_spelling_is_found_though_no_list_has_it(
    judged: af.KnowledgeGraph, text: str, found: list[str]
) -> None:
    linked = judged.link(text, date="2021-08-24")
    means = [each for each in linked.mentions if each.id == "per:ahmad-massoud"]
    assert [each.text for each in means] == found
    assert all(text[each.start : each.end] == each.text for each in linked.mentions)
    assert all("judged positive by Anna" in each.resolution.explain() for each in means)


def test_mentions_stay_in_order_and_apart(judged: af.KnowledgeGraph) -> None:
    linked = judged.link("Zorpak, Ahmad Massoud, the lion's heir, Zorpak and Kabul.", date="2021-08-24")
    places = [(each.start, each.end) for each in linked.mentions]
    assert places == sorted(places)
    assert all(left[1] <= right[0] for left, right in itertools.pairwise(places))
    assert len(places) == 5


def test_what_was_undone_is_found_no_more() -> None:
    kg = af.load()
    kg.judge("the lion's heir", "per:ahmad-massoud", "positive")
    kg.judge("the lion's heir", "per:ahmad-massoud", "undo")
    assert [each.id for each in kg.link("So the lion's heir left.").mentions] == []
