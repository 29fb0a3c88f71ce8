"""Shortest paths, against networkx on the same distances."""

from collections.abc import Callable

import networkx
import pytest
from hypothesis import given
from hypothesis import strategies as st

import afgraph as af
from afgraph.dates import parse_date
from afgraph.graph import ClaimStore
from afgraph.model import Contents
from afgraph.query import path
from afgraph.query.path import _near

Load = Callable[..., af.KnowledgeGraph]


@given(data=st.data(), on=st.sampled_from([None, "1991", "1993-01-15", "1994"]), signed=st.booleans())
def test_paths_are_those_that_networkx_finds(
    data: st.DataObject, random_contents: st.SearchStrategy[Contents], on: str | None, *, signed: bool
) -> None:
    store = ClaimStore(data.draw(random_contents))
    date = None if on is None else parse_date(on)
    graph: networkx.Graph[str] = networkx.Graph()
    graph.add_nodes_from(store.contents.entities)
    for at in store.contents.entities:
        graph.add_weighted_edges_from((at, to, step) for to, step in _near(store, at, date, signed=signed).items())
    ends = list(store.contents.entities)[:4]
    for one in ends:
        for other in ends:
            found = {
                (one, *(step.to.id for step in answer.steps))
                for answer in path(store, one, other, on=date, signed=signed, limit=1000)
            }
            if one == other or not networkx.has_path(graph, one, other):
                assert found == set()
            else:
                ways = networkx.all_shortest_paths(graph, one, other, weight="weight")
                assert found == {tuple(way) for way in ways}


PACK = "".join(f"per:{name}:\n  names:\n    eng: {name.title()}\n" for name in ("anna", "boris", "cyril", "dora"))


@pytest.mark.parametrize(
    ("claims", "sign"),
    [
        (["per:anna supports per:boris 1990/..", "per:boris fought per:cyril 1990/.."], "negative"),
        (["per:anna fought per:boris 1990/..", "per:boris fought per:cyril 1990/.."], "positive"),
        (["per:anna allied_with per:boris 1990/..", "per:boris allied_with per:cyril 1990/.."], "positive"),
    ],
)
def test_the_sign_of_a_path_is_the_product_of_its_steps_and_only_inferred(
    load_pack: Load, claims: list[str], sign: str
) -> None:
    graph = load_pack(PACK, *claims)
    (answer,) = graph.path("Anna", "Cyril", on="1993", signed=True)
    assert answer.sign == sign
    assert answer.basis == "derived"
    assert str(answer).startswith("inferred, not stated: ")
    assert "per:cyril" not in [*graph.allies("Anna", on="1993").ids, *graph.enemies("Anna", on="1993").ids]


def test_a_path_prefers_near_relations_and_stops_at_its_limit(load_pack: Load) -> None:
    graph = load_pack(
        PACK,
        "per:anna sibling_of per:boris",
        "per:boris sibling_of per:dora",
        "per:anna met per:cyril 1990",
        "per:cyril met per:dora 1990",
        "per:cyril allied_with per:anna 1990",
        "per:dora allied_with per:cyril 1990",
    )
    assert [[step.to.id for step in answer.steps] for answer in graph.path("Anna", "Dora")] == [
        ["per:boris", "per:dora"],
        ["per:cyril", "per:dora"],
    ]
    assert len(graph.path("Anna", "Dora", limit=1)) == 1
    assert [step.word for step in graph.path("Anna", "Cyril")[0].steps] == ["allied with"]
