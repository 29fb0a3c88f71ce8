"""Signed graphs cut into blocs, against all cuts of small graphs."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afgraph.query.partition import against, partition

_NODES = "abcdef"
_PAIRS = [(one, other) for one in _NODES for other in _NODES if one < other]
Weights = dict[tuple[str, str], float]
weights = st.dictionaries(st.sampled_from(_PAIRS), st.sampled_from([-2.0, -1.0, 1.0, 2.0]), min_size=1)


def _cost(graph: Weights, groups: list[list[str]]) -> float:
    return sum(abs(graph[pair]) for pair in against(graph, groups))


def _cuts(nodes: list[str]) -> Iterator[list[list[str]]]:
    """Every way to put some nodes into groups."""
    if not nodes:
        yield []
        return
    first, *rest = nodes
    for cut in _cuts(rest):
        yield [[first], *cut]
        for at in range(len(cut)):
            yield [*cut[:at], [first, *cut[at]], *cut[at + 1 :]]


@given(graph=weights)
def test_each_node_is_in_one_group_and_the_cut_is_stable(graph: Weights) -> None:
    groups = partition(graph)
    nodes = sorted({end for pair in graph for end in pair})
    assert sorted(node for group in groups for node in group) == nodes
    assert groups == partition(dict(reversed(graph.items())))
    assert [len(group) for group in groups] == sorted(map(len, groups), reverse=True)


@given(graph=weights)
def test_a_balanced_graph_is_cut_without_frustration_and_no_cut_is_far_from_the_best(graph: Weights) -> None:
    nodes = sorted({end for pair in graph for end in pair})
    best = min(_cost(graph, cut) for cut in _cuts(nodes))
    found = _cost(graph, partition(graph))
    assert found >= best
    if best == 0:
        assert found == 0
    assert found <= best + 4


@given(graph=weights)
def test_no_single_node_would_be_better_elsewhere(graph: Weights) -> None:
    groups = partition(graph)
    cost = _cost(graph, groups)
    for node in (node for group in groups for node in group):
        rest = [[each for each in group if each != node] for group in groups]
        moves = [[*rest[:at], [*rest[at], node], *rest[at + 1 :]] for at in range(len(rest))]
        assert min(_cost(graph, move) for move in [*moves, [*rest, [node]]]) >= cost


@pytest.mark.parametrize(
    ("graph", "groups", "broken"),
    [
        ({}, [], []),
        ({("a", "b"): -1.0}, [["a"], ["b"]], []),
        ({("a", "b"): 1.0, ("a", "c"): -1.0, ("b", "c"): -1.0}, [["a", "b"], ["c"]], []),
        ({("a", "b"): 2.0, ("b", "c"): 2.0, ("a", "c"): -1.0}, [["a", "b", "c"]], [("a", "c")]),
        ({("a", "c"): -1.0, ("b", "c"): -1.0}, [["a"], ["b"], ["c"]], []),
    ],
)
def test_a_common_enemy_joins_nobody_and_the_lighter_tie_breaks(
    graph: Weights, groups: list[list[str]], broken: list[tuple[str, str]]
) -> None:
    assert partition(graph) == groups
    assert against(graph, groups) == broken
