"""Runs: stretches of words that look like one name, cut at offices, peoples, stops and scripts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import afgraph as af
from afgraph.linking.detection.runs import RunFinder
from afgraph.linking.detection.spans import SpanFinder


def _runs(kg: af.KnowledgeGraph, text: str, lang: str = "eng") -> list[str]:
    runs = RunFinder(SpanFinder(text, kg.resolver.index, lang))
    return [runs.finder.surface(run.first, run.last) for run in runs.runs()]


@pytest.mark.parametrize(
    ("lang", "text", "runs"),
    [
        ("eng", "we met Karim Zhoblani there", ["Karim Zhoblani"]),
        ("eng", "we met Karim Zhoblani. Joblani left", ["Karim Zhoblani", "Joblani"]),
        ("eng", "we met Karim, Zhoblani and Joblani", ["Karim", "Zhoblani", "Joblani"]),
        ("eng", "we met Spokesman Karim Zhoblani", ["Karim Zhoblani"]),
        ("eng", "we met the Afghan Karim Zhoblani", ["Karim Zhoblani"]),
        ("eng", "we met General Zhoblani", ["Zhoblani"]),
        ("eng", "we met Karim bin Zhoblani", ["Karim bin Zhoblani"]),
        ("eng", "we met J. Zhoblani", ["J. Zhoblani"]),
        ("eng", "On Monday we met nobody", []),
        ("tur", "dün Kerim Jobla’nın Zhoblani evine gitti", ["Kerim Jobla’nın", "Zhoblani"]),
        ("rus", "мы видели Карима Жоблани", ["Карима Жоблани"]),
        ("eng", "we met Karim Жоблани", ["Karim", "Жоблани"]),
        ("prs", "دیروز کریم آمد", ["کریم"]),
        ("tgk", "дар бораи Ашрафу Карзай", ["Ашрафу", "Карзай"]),
        ("prs", "دیروز نجیب الله آمد", ["نجیب الله"]),
    ],
)
def test_a_run_is_as_long_as_the_name_that_it_may_be(
    kg: af.KnowledgeGraph, lang: str, text: str, runs: list[str]
) -> None:
    assert _runs(kg, text, lang) == runs


@pytest.mark.parametrize(("title", "person"), [("Mullah", True), ("Doctor", True), ("President", False)])
def test_a_persons_title_before_a_run_says_that_a_person_is_named(
    kg: af.KnowledgeGraph,
    title: str,
    person: bool,  # noqa: FBT001 - a case of the table
) -> None:
    runs = RunFinder(SpanFinder(f"we met {title} Zhoblani", kg.resolver.index, "eng"))
    assert [run.person for run in runs.runs()] == [person]


_WORDS = st.sampled_from(
    [
        "Karim",
        "Massoud",
        "Kabul",
        "the",
        "of",
        "General",
        "Afghan",
        "کریم",
        "کابل",
        "Масуд",
        ".",
        ",",
        "-",
        "J.",
        "said",
    ]
)


@given(words=st.lists(_WORDS, max_size=20))
def test_runs_come_in_order_and_share_no_word(kg: af.KnowledgeGraph, words: list[str]) -> None:
    runs = RunFinder(SpanFinder(" ".join(words), kg.resolver.index, "eng"))
    at = 0
    for run in runs.runs():
        assert at <= run.first < run.last <= len(runs.words)
        assert [piece.last for piece in run.pieces[:-1]] <= [piece.first for piece in run.pieces[1:]]
        at = run.last
