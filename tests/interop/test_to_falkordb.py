"""A graph on a FalkorDB server that runs for the tests, asked in Cypher, beside the library."""

import re
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import afgraph as af
from afgraph.interop import ally_query, ally_question
from afgraph.interop.edges import relations

Asked = tuple[str, str]
PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "take-the-graph-to-an-engine.md"
HOSTILE = [
    "a'b\"c\\",
    '"}) MATCH (n) DETACH DELETE n //',
    "\u202eاحمد\u202c",
    "$id",
    "`x`: {y}",
    "\\u0041",
    "line\nbreak\r\t",
    "😀\x01",
    "\\",
    "\\n",
]
TWO = "per:a:\n  names: {eng: A}\nper:b:\n  names: {eng: B}\n"


@pytest.fixture(scope="module")
def graph(kg: af.KnowledgeGraph, falkordb_address: str) -> Any:
    return kg.to_falkordb(falkordb_address)


@pytest.mark.engine
def test_allies_as_of_a_date_are_those_of_the_library(graph: Any, answers: dict[Asked, list[list[str]]]) -> None:
    found = {
        (who, on): [list(row) for row in graph.query(ally_query(), ally_question(who, on)).result_set]
        for who, on in answers
    }
    assert found == answers
    assert sum(map(len, answers.values())) > 200


@pytest.mark.engine
def test_all_entities_and_relations_are_there(graph: Any, kg: af.KnowledgeGraph) -> None:
    assert graph.query("MATCH (e:Entity) RETURN count(e)").result_set == [[len(kg.store.contents.entities)]]
    for label, rows in relations(kg.store):
        found = graph.query(f"MATCH ()-[r:{label}]->() RETURN count(r)").result_set
        assert found == [[sum(1 for _ in rows)]]


@pytest.mark.engine
def test_names_are_values_and_never_part_of_a_query(kg: af.KnowledgeGraph, falkordb_address: str) -> None:
    contents = kg.store.contents
    kabul = contents.entities["plc:kabul"]
    names = {f"plc:x{at}": replace(kabul.names[0], form=form) for at, form in enumerate(HOSTILE)}
    entities = {id_: replace(kabul, id=id_, names=(name,), about=name.form) for id_, name in names.items()}
    claim = next(each for each in contents.claims.values() if each.relation == "allied_with")
    claims = {
        f"c{at}": replace(claim, id=f"c{at}", subject="plc:x0", object=other, note=name.form, when=None)
        for at, (other, name) in enumerate(names.items())
        if at
    }
    small = af.KnowledgeGraph(replace(contents, entities=entities, claims=claims, key=""))
    made = small.to_falkordb(falkordb_address, name=HOSTILE[0])
    found = made.query("MATCH (e:Entity) RETURN e.id, e.name, e.about, e.names").result_set
    assert sorted(found) == sorted([id_, name.form, name.form, [name.form]] for id_, name in names.items())
    notes = made.query("MATCH ()-[c:CLAIM]->() RETURN c.note").result_set
    assert sorted(note for (note,) in notes) == sorted(HOSTILE[1:])
    rows = made.query(ally_query(), ally_question("plc:x0", "1994")).result_set
    assert sorted(row[1] for row in rows) == sorted(HOSTILE[1:])
    assert made.query(ally_query(), ally_question(HOSTILE[1], "1994")).result_set == []


@pytest.mark.engine
@pytest.mark.parametrize("form", ["cut\0off", "half \ud800"])
def test_a_name_that_the_server_would_cut_is_refused_and_nothing_stays(
    form: str, kg: af.KnowledgeGraph, falkordb_address: str
) -> None:
    import falkordb

    kabul = kg.store.contents.entities["plc:kabul"]
    entity = replace(kabul, names=(replace(kabul.names[0], form=form),))
    small = af.KnowledgeGraph(replace(kg.store.contents, entities={kabul.id: entity}, claims={}, key=""))
    before = falkordb.FalkorDB.from_url(falkordb_address).list_graphs()
    with pytest.raises(af.DataError, match="cannot be sent"):
        small.to_falkordb(falkordb_address, name="cut")
    assert falkordb.FalkorDB.from_url(falkordb_address).list_graphs() == before


@pytest.mark.engine
def test_what_is_there_is_not_written_over_unless_asked(load_pack: Any, falkordb_address: str) -> None:
    import falkordb

    server = falkordb.FalkorDB.from_url(falkordb_address)
    kg = load_pack(TWO, "per:a allied_with per:b 1994")
    kg.to_falkordb(server, name="two", derived=False)
    with pytest.raises(af.DataError, match=r"'two' is on the server already; .*replace=True"):
        kg.to_falkordb(server, name="two")
    other = load_pack(TWO, "per:a allied_with per:b 1995")
    made = other.to_falkordb(server, name="two", replace=True)
    assert made.query(ally_query(), ally_question("per:a", "1994")).result_set == []
    assert made.query(ally_query(), ally_question("per:a", "1995")).result_set == [
        ["per:b", "B", "yes", "stated", "effective"]
    ]
    server.connection.set("mine", "a text")
    with pytest.raises(af.DataError, match="'mine' on the server is no graph"):
        kg.to_falkordb(server, name="mine", replace=True)
    assert not any("loading" in name for name in server.list_graphs())


@pytest.mark.engine
def test_the_example_of_the_page_runs(kg: af.KnowledgeGraph, falkordb_address: str) -> None:
    blocks = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    (code,) = [each for each in blocks if "to_falkordb" in each]
    known: dict[str, Any] = {"kg": kg, "question": ally_question("org:jamiat", "1994-01-15")}
    code = code.replace("falkor://localhost:6379", falkordb_address).replace('name="afgraph"', 'name="page"')
    exec(compile(code, PAGE.name, "exec"), known)  # noqa: S102 - the page's own example
    assert len(known["rows"]) == len(kg.allies("org:jamiat", on="1994-01-15"))


def test_without_the_client_the_extra_is_named(kg: af.KnowledgeGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "falkordb", None)
    with pytest.raises(af.MissingExtraError, match=r"afgraph\[falkordb\]"):
        kg.to_falkordb("falkor://127.0.0.1:1")
