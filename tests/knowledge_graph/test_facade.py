"""The class that users hold."""

import datetime
from pathlib import Path

import pytest

import afgraph as af


def test_repr_counts_what_the_graph_holds(kg: af.KnowledgeGraph) -> None:
    contents = kg.store.contents
    assert f"{len(contents.entities)} entities, {len(contents.claims)} claims" in repr(kg)


def test_entities_of_a_schema_are_those_of_its_kinds_too(kg: af.KnowledgeGraph) -> None:
    places = kg.entities(schema="Place")
    assert {entity.schema for entity in places} >= {"Province", "City"}
    assert set(kg.entities(schema="Province")) < set(places)
    assert len(kg.entities()) == len(kg.store.contents.entities)
    assert kg.entities(schema="NoSuchSchema") == []


@pytest.mark.parametrize("on", ["2021-08-24", datetime.date(2021, 8, 24)])
def test_dates_are_text_or_python_dates(kg: af.KnowledgeGraph, on: str | datetime.date) -> None:
    assert "per:amrullah-saleh" in kg.allies("Ahmed Masud", on=on).ids
    assert kg.resolve("Massoud", date=on).id == "per:ahmad-massoud"


@pytest.mark.parametrize("on", ["yesterday", "2021-02-30", ""])
def test_a_bad_date_is_refused_everywhere(kg: af.KnowledgeGraph, on: str) -> None:
    for ask in (kg.who_is_allied_with_whom, kg.to_networkx, kg.claims):
        with pytest.raises(af.DateFormatError):
            ask(on=on)
    with pytest.raises(af.DateFormatError):
        kg.allies("Dostum", on=on)
    with pytest.raises(af.DateFormatError):
        kg.link("Kabul", date=on)


def test_place_and_neighbours_may_be_spellings(kg: af.KnowledgeGraph) -> None:
    assert kg.resolve("Massoud", place="Pencşir") == kg.resolve("Massoud", place="plc:panjshir")
    assert kg.link("Massoud", place="Pencşir") == kg.link("Massoud", place="plc:panjshir")


def test_a_pack_that_is_nowhere_is_refused(tmp_path: Path) -> None:
    with pytest.raises(af.PackError, match="no such folder, file or shipped pack"):
        af.load(tmp_path / "nothing")


def test_a_later_pack_adds_to_the_shipped_one(tmp_path: Path) -> None:
    notes = tmp_path / "notes.yml"
    notes.write_text("per:someone-new:\n  names:\n    eng: Someone New\n", encoding="utf-8")
    both = af.load("afghanistan", notes)
    assert both.entity("Someone New").id == "per:someone-new"
    assert both.entity("Emrullah Salih").id == "per:amrullah-saleh"
