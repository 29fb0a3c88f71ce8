"""Whatever a user calls an entity by."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

import afgraph as af

PACK = """
per:a:
  former_ids: [per:old-a]
  names:
    eng: Anna Alpha
    prs: انا الفا
per:b:
  names:
    eng: Boris Beta
"""
Load = Callable[..., af.KnowledgeGraph]


@pytest.mark.parametrize("what", ["per:a", "per:old-a", "Anna Alpha", "anna ALPHA", "انا الفا", "Ana Alfa"])
def test_an_entity_is_found_by_id_former_id_and_any_spelling(load_pack: Load, what: str) -> None:
    graph = load_pack(PAIR_CLAIMS[0], *PAIR_CLAIMS[1:])
    assert graph.entity(what).id == "per:a"
    assert graph[what] is graph.entity(graph[what])
    assert graph.allies(what, on="1992").ids == ["per:b"]
    assert [claim.subject for claim in graph.claims(subject=what)] == ["per:a"]


PAIR_CLAIMS = (PACK, "per:a allied_with per:b 1990/1995")


def test_every_id_of_the_shipped_pack_finds_its_entity(kg: af.KnowledgeGraph) -> None:
    for entity in kg.entities():
        assert kg.entity(entity.id) is entity


@pytest.mark.parametrize(
    "ask",
    [
        lambda kg: kg.entity("Abdul Qadir"),
        lambda kg: kg["Abdul Qadir"],
        lambda kg: kg.allies("Abdul Qadir"),
        lambda kg: kg.enemies("Abdul Qadir"),
        lambda kg: kg.relation("Kabul", "Abdul Qadir"),
        lambda kg: kg.claims(subject="Abdul Qadir"),
        lambda kg: kg.resolve("Kabul", near=["Abdul Qadir"]),
    ],
)
def test_an_ambiguous_name_in_a_question_lists_its_candidates(
    kg: af.KnowledgeGraph, ask: Callable[[af.KnowledgeGraph], object]
) -> None:
    with pytest.raises(af.AmbiguousNameError) as caught:
        ask(kg)
    assert {entity for entity, _ in caught.value.candidates} == {"per:abdul-qadir", "per:abdul-qadir-dagarwal"}
    assert caught.value.text == "Abdul Qadir"
    assert all(f"[{entity}]" in str(caught.value) for entity, _ in caught.value.candidates)
    assert isinstance(caught.value, LookupError)


@pytest.mark.parametrize("what", ["Angela Merkel", "", "???", "Zzyzx"])
def test_an_unknown_name_in_a_question_is_an_error(kg: af.KnowledgeGraph, what: str) -> None:
    with pytest.raises(af.UnknownNameError, match="try another spelling or an id"):
        kg.allies(what)


@pytest.mark.parametrize(
    ("what", "hint"),
    [
        ("per:ahmad-masoud", "did you mean per:ahmad-massoud?"),
        ("plc:kabull", "did you mean plc:kabul?"),
        ("xyz:0000000000", "`entities()` lists all"),
    ],
)
def test_an_unknown_id_is_never_read_as_a_spelling(kg: af.KnowledgeGraph, what: str, hint: str) -> None:
    with pytest.raises(af.UnknownNameError) as caught:
        kg.entity(what)
    assert str(caught.value).endswith(hint)


def test_the_date_of_the_question_tells_namesakes_apart(kg: af.KnowledgeGraph) -> None:
    assert kg.entity("Massoud", date="2021-08-24").id == "per:ahmad-massoud"
    assert kg.entity("Massoud", date="1996").id == "per:ahmad-shah-massoud"
    assert "per:amrullah-saleh" in kg.allies("Massoud", on="2021-08-24").ids


@given(what=st.text(max_size=30))
def test_any_text_finds_an_entity_or_raises_a_lookup_error(kg: af.KnowledgeGraph, what: str) -> None:
    try:
        entity = kg.entity(what)
    except (af.AmbiguousNameError, af.UnknownNameError):
        return
    assert kg.entity(entity.id) is entity
