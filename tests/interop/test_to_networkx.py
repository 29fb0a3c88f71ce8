"""The graph as a networkx user meets it."""

import io
import json
from typing import Any

import networkx as nx
import pytest

import afgraph as af
from afgraph.dates import parse_date, parse_when

_PLAIN = (str, int, float, bool)


@pytest.fixture(scope="session")
def graph(kg: af.KnowledgeGraph) -> "nx.MultiDiGraph[str]":
    return kg.to_networkx()


def test_entities_are_nodes_and_claims_with_an_object_are_edges(
    kg: af.KnowledgeGraph, graph: "nx.MultiDiGraph[str]"
) -> None:
    contents = kg.store.contents
    assert isinstance(graph, nx.MultiDiGraph)
    assert list(graph.nodes) == list(contents.entities)
    expected = {(each.subject, each.object, each.id) for each in contents.claims.values() if each.object is not None}
    assert set(graph.edges(keys=True)) == expected


def _is_plain(value: Any) -> bool:
    return isinstance(value, _PLAIN) or (isinstance(value, list) and all(isinstance(each, str) for each in value))


def test_attributes_are_plain_values_and_nothing_unknown_is_held(graph: "nx.MultiDiGraph[str]") -> None:
    attributes = [held for _, held in graph.nodes(data=True)] + [held for _, _, held in graph.edges(data=True)]
    assert all(_is_plain(value) and value not in ("", []) for held in attributes for value in held.values())
    assert json.loads(json.dumps(nx.node_link_data(graph, edges="edges")))["multigraph"] is True


def test_node_and_edge_say_what_entity_and_claim_say(kg: af.KnowledgeGraph, graph: "nx.MultiDiGraph[str]") -> None:
    kabul = kg.entity("plc:kabul")
    assert graph.nodes["plc:kabul"]["label"] == kabul.name
    assert graph.nodes["plc:kabul"]["names"] == [name.form for name in kabul.names]
    for _, _, key, held in graph.edges(keys=True, data=True):
        claim = kg.store.contents.claims[key]
        assert held["relation"] == claim.relation
        assert held["sign"] == {"positive": 1, "negative": -1, "neutral": 0}[kg.store.relation(claim).sign]
        assert held["makes_edge"] is claim.makes_edge
        assert held.get("when") == (claim.when.text if claim.when else None)


@pytest.mark.parametrize("on", ["1994-01-15", "2021-08-24"])
def test_a_date_leaves_the_edges_of_claims_that_may_have_held(kg: af.KnowledgeGraph, on: str) -> None:
    graph, date = kg.to_networkx(on=on), parse_date(on)
    held = {
        claim.id
        for claim in kg.store.contents.claims.values()
        if claim.object is not None and kg.store.verdict(claim, date) in ("yes", "possibly")
    }
    assert {key for _, _, key in graph.edges(keys=True)} == held
    assert {data["verdict"] for _, _, data in graph.edges(data=True)} <= {"yes", "possibly"}
    assert len(graph) == len(kg.entities())


def test_algorithms_of_networkx_work_on_it(graph: "nx.MultiDiGraph[str]") -> None:
    path = nx.shortest_path(graph.to_undirected(), "per:ahmad-massoud", "per:abdul-rashid-dostum")
    assert path[0] == "per:ahmad-massoud"
    assert path[-1] == "per:abdul-rashid-dostum"
    central = nx.degree_centrality(graph)
    assert central["org:taliban"] > central["plc:nimroz"]


def test_it_can_be_written_as_gml_and_read_back(graph: "nx.MultiDiGraph[str]") -> None:
    out = io.BytesIO()
    nx.write_gml(graph.subgraph(["plc:kabul", "org:taliban"]), out, stringizer=str)
    assert "Kabul" in out.getvalue().decode()


@pytest.mark.parametrize("on", ["1994/1996", "1994~", "../1979", "Dalw 1372", "1372 SH", "1443-01 AH"])
def test_a_range_a_doubtful_date_and_another_calendar_leave_what_questions_ask_of(
    kg: af.KnowledgeGraph, on: str
) -> None:
    graph, when = kg.to_networkx(on=on), parse_when(on)
    held = {
        claim.id: verdict
        for claim in kg.store.contents.claims.values()
        if claim.object is not None and (verdict := kg.store.verdict(claim, when)) in ("yes", "possibly")
    }
    assert {key: edge["verdict"] for _, _, key, edge in graph.edges(keys=True, data=True)} == held
    assert 0 < len(held) < len(kg.store.contents.claims)


def test_what_is_no_date_is_refused(kg: af.KnowledgeGraph) -> None:
    with pytest.raises(af.DateFormatError, match="'soon' is not a date"):
        kg.to_networkx(on="soon")
