"""Many spellings at once: in order, each distinct one once, in one context."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import afgraph as af

_SPELLINGS = ["Emrulah Saleh", "Kabul", "کابل", "Angela Merkel", "Abdul Qadir", "", "Massoud", "Dustum"]


@settings(max_examples=30)
@given(texts=st.lists(st.sampled_from(_SPELLINGS), max_size=12))
def test_many_are_resolved_in_order_duplicates_and_all(kg: af.KnowledgeGraph, texts: list[str]) -> None:
    assert kg.resolve_many(texts, date="2021-08-24") == [kg.resolve(text, date="2021-08-24") for text in texts]


def test_equal_spellings_are_resolved_once(kg: af.KnowledgeGraph) -> None:
    one, other = kg.resolve_many(["Kabul", "Kabul"])
    assert one is other


@pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")
def test_two_processes_give_what_one_gives(kg: af.KnowledgeGraph) -> None:
    texts = [f"{first} {last}" for first in ("Ahmad", "Abdul", "Kabul") for last in _SPELLINGS]
    assert kg.resolve_many(texts, workers=2) == kg.resolve_many(texts, workers=1)


def test_the_progress_bar_is_silent_where_nobody_looks(
    kg: af.KnowledgeGraph, capfd: pytest.CaptureFixture[str]
) -> None:
    assert [each.id for each in kg.resolve_many(["Kabul", "Herat"], progress=True)] == [
        each.id for each in kg.resolve_many(["Kabul", "Herat"])
    ]
    assert capfd.readouterr() == ("", "")


def test_context_is_the_same_for_all(kg: af.KnowledgeGraph) -> None:
    found = kg.resolver.resolve_many(["Massoud", "Northern Alliance"], date="2021-08-24", limit=1)
    assert [each.id for each in found] == ["per:ahmad-massoud", "org:nrf"]
    assert all(len(each.candidates) == 1 for each in found)
