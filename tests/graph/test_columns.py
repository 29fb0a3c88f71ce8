"""Columns against plain scans of the rows they were built from."""

import pickle
from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afgraph.dates import Interval, Verdict, parse_date, parse_interval
from afgraph.graph import Row, build_columns, shortest_path, span_of
from afgraph.graph.span import ALWAYS, judge
from tests.graph.rows import ASKED, ENTITIES, RELATIONS, TIMES, asked, chosen, distance, others, rows, verdict

QUESTIONS = st.sampled_from(ASKED).map(asked)


@given(rows(), QUESTIONS, st.none() | st.sampled_from([*RELATIONS, "unheard_of"]), st.booleans())
def test_neighbours_and_claims_are_what_a_scan_finds(
    listed: list[Row],
    question: Interval | None,
    relation: str | None,
    edges_only: bool,  # noqa: FBT001
) -> None:
    span = None if question is None else span_of(question)
    columns = build_columns(listed, ENTITIES)
    relations = RELATIONS if relation is None else [relation]
    for entity in ENTITIES:
        found = chosen(listed, entity, question, relations, edges_only=edges_only)
        assert columns.claims_of(entity, relation, span, edges_only=edges_only) == found
        assert columns.neighbours(entity, relation, span, edges_only=edges_only) == others(listed, found, entity)
        for claim in found:
            assert columns.verdict(claim, span) == verdict(listed[claim], question)


@given(rows(), QUESTIONS, st.sets(st.sampled_from(RELATIONS)) | st.none())
def test_a_path_is_as_short_as_waves_find_and_goes_from_end_to_end(
    listed: list[Row], question: Interval | None, relations: set[str] | None
) -> None:
    span = None if question is None else span_of(question)
    columns = build_columns(listed, ENTITIES)
    for one, other in product(ENTITIES, repeat=2):
        found = shortest_path(columns, one, other, asked=span, relations=relations)
        expected = distance(listed, one, other, question, RELATIONS if relations is None else relations)
        assert (None if found is None else len(found)) == expected
        at = one
        for claim in found or []:
            row = listed[claim]
            assert row.edge
            assert relations is None or row.relation in relations
            assert verdict(row, question) != "no"
            at = row.object or "" if row.subject == at else row.subject
        assert found is None or at == other


@given(rows(), QUESTIONS)
def test_a_step_of_a_path_is_the_firmest_claim_and_of_these_the_first(
    listed: list[Row], question: Interval | None
) -> None:
    span = None if question is None else span_of(question)
    columns = build_columns(listed, ENTITIES)
    for one, other in product(ENTITIES, repeat=2):
        found = shortest_path(columns, one, other, asked=span)
        if found is not None and len(found) == 1:
            joins = [
                claim
                for claim in chosen(listed, one, question, edges_only=True)
                if {one, other} == {listed[claim].subject, listed[claim].object}
            ]
            assert found[0] == min(joins, key=lambda claim: (verdict(listed[claim], question) != "yes", claim))


@given(rows())
def test_another_process_gets_the_same_columns(listed: list[Row]) -> None:
    columns = build_columns(listed, ENTITIES, key="k")
    copy = pickle.loads(pickle.dumps(columns))  # noqa: S301
    assert (copy.relations, copy.key, copy.claims, copy.entities) == (
        columns.relations,
        "k",
        len(listed),
        len(ENTITIES),
    )
    assert {name: section.tolist() for name, section in copy.sections.items()} == {
        name: section.tolist() for name, section in columns.sections.items()
    }


def test_entities_are_numbered_as_listed_then_as_met() -> None:
    columns = build_columns([Row("per:x", "knows", "per:y", edge=True, span=ALWAYS)], ["per:z", "per:z", "per:x"])
    assert [columns.name(number) for number in range(3)] == ["per:z", "per:x", "per:y"]
    assert [columns.number(name) for name in ("per:z", "per:x", "per:y", "per:w", "")] == [0, 1, 2, None, None]


def test_nothing_is_known_of_an_unknown_entity() -> None:
    columns = build_columns([])
    assert columns.neighbours("per:x") == set()
    assert columns.claims_of("per:x") == []
    assert shortest_path(columns, "per:x", "per:x") is None


def test_too_many_relations_are_refused() -> None:
    listed = (Row("per:a", f"r{at}", "per:b", edge=True, span=ALWAYS) for at in range(0x8001))
    with pytest.raises(ValueError, match="more than 32768 relations"):
        build_columns(listed)


@pytest.mark.parametrize(("when", "on"), list(product(TIMES[1:], ASKED[1:])))
def test_a_span_is_judged_as_its_interval(when: str, on: str) -> None:
    held, question = parse_interval(when), asked(on)
    assert question is not None
    expected: Verdict = held.overlaps(question)
    assert judge(span_of(held), span_of(question)) == expected
    if "/" not in on:
        date = parse_date(on)
        assert judge(span_of(held), span_of(date)) == held.contains(date)


def test_all_time_surely_meets_any_time_and_no_known_time_only_possibly() -> None:
    for on in map(asked, ASKED[1:]):
        assert judge(ALWAYS, span_of(on)) == "yes"
        assert judge(span_of(None), span_of(on)) == "possibly"


def test_entries_stand_by_relation_and_first_day_edges_first() -> None:
    times = ["1995", "1991", "1993", "1990"]
    listed = [
        Row("per:a", relation, "per:b", edge=edge, span=span_of(parse_interval(time)))
        for edge, relation, time in product((False, True), ("x", "y"), times)
    ]
    columns = build_columns(listed)
    own = slice(columns.begin[0], columns.begin[1])
    stands = list(zip(columns.kind[own], columns.since[own], strict=True))
    assert stands == sorted(stands)
    assert columns.stated[0] - columns.begin[0] == columns.degree(0) == 8
    assert all(one <= other for one, other in pairwise(columns.begin))
