"""Judgements through the facade: kept where they were told to be, respected by every way to read a name."""

from pathlib import Path

import pytest

import afgraph as af

ARTICLE = "Abdul Qadir came to Kabul. Abdul Qadir spoke."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "judgements.yml"


@pytest.fixture
def judged(path: Path) -> af.KnowledgeGraph:
    """A graph with a judgement between two of one name."""
    kg = af.load(judgements=path)
    (_, name) = kg.resolve("Abdul Qadir").candidates[:2]
    kg.judge("Abdul Qadir", name.id, "positive", by="Anna", note="the younger")
    return kg


def test_every_way_to_read_a_name_respects_a_judgement(judged: af.KnowledgeGraph) -> None:
    (made,) = judged.judgements
    view = judged.as_of("1999")
    assert judged.resolve("ABDUL QADIR").id == made.entity
    assert view.resolve("Abdul Qadir").id == made.entity
    assert judged.entity("Abdul Qadir").id == made.entity
    for linked in (judged.link(ARTICLE), view.link(ARTICLE)):
        mentions = [each for each in linked.mentions if each.text == "Abdul Qadir"]
        assert [each.id for each in mentions] == [made.entity] * 2
        assert "judged positive by Anna" in mentions[0].resolution.explain()
        assert "judged positive by Anna" in linked._repr_html_()


def test_the_next_session_reads_them_from_the_file(judged: af.KnowledgeGraph, path: Path) -> None:
    assert af.load().resolve("Abdul Qadir").outcome == "ambiguous"
    assert af.load(judgements=path).resolve("Abdul Qadir").id == judged.resolve("Abdul Qadir").id


def test_nothing_is_written_where_no_file_was_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    kg = af.load()
    kg.judge("Emrullah Salih", "per:amrullah-saleh", "negative")
    assert kg.resolve("Emrullah Salih").outcome == "nil"
    assert list(tmp_path.iterdir()) == []
    assert "in memory only" in repr(kg.judgements)
    kg.judgements = tmp_path / "late.yml"
    assert kg.resolve("Emrullah Salih").outcome == "nil"
    assert len(af.load(judgements=tmp_path / "late.yml").judgements) == 1


def test_the_entity_may_be_any_spelling_and_must_be_plain(path: Path) -> None:
    kg = af.load(judgements=path)
    assert kg.judge("Der Usbeke", "Абдул-Рашид Дустум", "positive").entity == "per:abdul-rashid-dostum"
    with pytest.raises(af.UnknownNameError):
        kg.judge("x", "Nobody At All", "positive")
    with pytest.raises(af.AmbiguousNameError):
        kg.judge("x", "Abdul Qadir", "positive")
    with pytest.raises(ValueError, match="it is one of"):
        kg.judge("x", "plc:kabul", "yes")  # type: ignore[arg-type]
    assert len(kg.judgements) == 1


def test_a_bad_ledger_stops_the_load_with_file_and_line(path: Path) -> None:
    path.write_text("- {text: Kabul, entity: plc:kabull, judgement: positive}\n", encoding="utf-8")
    with pytest.raises(af.PackError, match=r"judgements\.yml:1: no entity has the id 'plc:kabull'; did you mean"):
        af.load(judgements=path)
