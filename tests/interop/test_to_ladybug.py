"""A ladybug database of the graph, asked in Cypher, beside the library."""

import sys
from contextlib import closing
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

import afgraph as af
from afgraph.interop import ally_query, ally_question
from afgraph.interop.edges import RELATIONS, relations

Asked = tuple[str, str]
HOSTILE = ["a'b\"c\\", "'; DROP TABLE Entity; //", "\u202eاحمد\u202c", "$id", "{x: 1}", "\\u0041", "line\nbreak", "😀"]
HERE = find_spec("ladybug") is not None and find_spec("pyarrow") is not None
needs_ladybug = pytest.mark.skipif(not HERE, reason="ladybug is not installed: pip install 'afgraph[ladybug]'")


@pytest.fixture(scope="module")
def database(kg: af.KnowledgeGraph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return kg.to_ladybug(tmp_path_factory.mktemp("ladybug") / "graph.lbug")


def run(path: Path, query: str, *questions: dict[str, str]) -> list[list[list[Any]]]:
    """The rows that a query gives for each of some questions."""
    import ladybug

    with closing(ladybug.Database(path, read_only=True)) as opened, closing(ladybug.Connection(opened)) as connection:
        found: list[list[list[Any]]] = []
        for question in questions or ({},):
            result: Any = connection.execute(query, question)
            found.append([list(row) for row in result.get_all()])
        return found


@needs_ladybug
@pytest.mark.engine
def test_allies_as_of_a_date_are_those_of_the_library(database: Path, answers: dict[Asked, list[list[str]]]) -> None:
    found = run(database, ally_query(), *(ally_question(who, on) for who, on in answers))
    assert dict(zip(answers, found, strict=True)) == answers
    rows = [row for each in answers.values() for row in each]
    assert {tuple(row[2:]) for row in rows} >= {
        ("yes", "stated", "effective"),
        ("possibly", "derived", "effective"),
        ("yes", "derived", "formal"),
    }


@needs_ladybug
@pytest.mark.engine
def test_all_entities_and_relations_are_there(database: Path, kg: af.KnowledgeGraph) -> None:
    assert run(database, "MATCH (e:Entity) RETURN count(e)") == [[[len(kg.store.contents.entities)]]]
    for label, rows in relations(kg.store):
        assert run(database, f"MATCH ()-[r:{label}]->() RETURN count(r)") == [[[sum(1 for _ in rows)]]]
    row = run(database, "MATCH (e:Entity {id: 'plc:kabul'}) RETURN e.name, e.native_name, e.kinds, e.names")[0][0]
    kabul = kg.entity("plc:kabul")
    assert row[:2] == [kabul.name, kabul.native_name]
    assert "Place" in row[2]
    assert set(row[3]) == {name.form for name in kabul.names}


@needs_ladybug
@pytest.mark.engine
@pytest.mark.parametrize("entries", [0, 1])
def test_names_come_through_whatever_they_hold(entries: int, kg: af.KnowledgeGraph, tmp_path: Path) -> None:
    contents = kg.store.contents
    entities = {}
    for at, form in enumerate(HOSTILE[: len(HOSTILE) * entries]):
        first = contents.entities["plc:kabul"]
        name = replace(first.names[0], form=form)
        entities[f"plc:x{at}"] = replace(first, id=f"plc:x{at}", names=(name,), about=form)
    small = af.KnowledgeGraph(replace(contents, entities=entities, claims={}, key=""))
    path = small.to_ladybug(tmp_path / "graph.lbug")
    found = run(path, "MATCH (e:Entity) RETURN e.id, e.name, e.about, e.names ORDER BY e.id")[0]
    assert found == [[each.id, each.name, each.name, [each.name]] for each in entities.values()]
    assert [run(path, f"MATCH ()-[r:{label}]->() RETURN count(r)") for label in RELATIONS] == [[[[0]]]] * 4


@needs_ladybug
@pytest.mark.engine
def test_what_is_there_is_not_written_over_unless_asked(load_pack: Any, tmp_path: Path) -> None:
    kg = load_pack("per:a:\n  names: {eng: A}\nper:b:\n  names: {eng: B}\n", "per:a allied_with per:b 1994")
    path = tmp_path / "graph.lbug"
    path.write_bytes(b"mine")
    with pytest.raises(af.DataError, match=r"graph\.lbug is there already; .*replace=True"):
        kg.to_ladybug(path)
    assert path.read_bytes() == b"mine"
    with pytest.raises(af.DataError, match="is a folder"):
        kg.to_ladybug(tmp_path, replace=True)
    kg.to_ladybug(path, replace=True)
    answer = ["per:b", "B", "yes", "stated", "effective"]
    assert run(path, ally_query(), ally_question("per:a", "1994")) == [[answer]]
    (tmp_path / "graph.lbug.wal").write_bytes(b"")
    with pytest.raises(af.DataError, match="in use, or was not closed"):
        kg.to_ladybug(path, replace=True)


@needs_ladybug
@pytest.mark.engine
def test_a_failure_leaves_nothing_behind(load_pack: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any) -> None:
        raise OSError("disk full")

    monkeypatch.setattr("afgraph.interop.ladybug._copy", fail)
    folder = tmp_path / "out"
    folder.mkdir()
    with pytest.raises(OSError, match="disk full"):
        load_pack("per:a:\n  names: {eng: A}\n").to_ladybug(folder / "graph.lbug")
    assert list(folder.iterdir()) == []


def test_without_the_library_the_extra_is_named(
    kg: af.KnowledgeGraph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "ladybug", None)
    with pytest.raises(af.MissingExtraError, match=r"afgraph\[ladybug\]"):
        kg.to_ladybug(tmp_path / "graph.lbug")
