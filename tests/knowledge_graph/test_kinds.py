"""Bodies, places and offices: what a name means where the question tells of which kind it is."""

from collections.abc import Callable

import pytest

import afgraph as af

Load = Callable[..., af.KnowledgeGraph]
PACK = """
plc:land: {schema: Country, names: {eng: Landia}}
plc:vale: {schema: Province, names: {eng: Vale}}
plc:vale/town: {schema: District, names: {eng: Newtown}}
plc:town: {schema: Town, names: {eng: Newtown}}
pos:pm: {names: {eng: [Prime Minister of Landia, alias: Premier of Landia]}}
pos:deputy-pm: {names: {eng: Deputy Prime Minister of Landia}}
pos:first-vp: {names: {eng: First Vice President of Landia}}
pos:second-vp: {names: {eng: Second Vice President of Landia}}
pos:town-police: {names: {eng: Newtown police chief}}
org:rule: {schema: Government, names: {eng: Landian State}}
per:a: {names: {eng: Anna Alpha}}
"""
CLAIMS = [
    "plc:vale/town located_in plc:vale",
    "plc:town located_in plc:vale",
    "per:a holds_position pos:pm 1990/1995",
    "per:a controls plc:town 1990/1995",
    "per:a controls org:rule 1990/1995",
]


@pytest.fixture
def graph(load_pack: Load) -> af.KnowledgeGraph:
    return load_pack(PACK, *CLAIMS)


@pytest.mark.parametrize(
    "office", ["Prime Minister", "the Prime Minister", "prime minister of Landia", "Premier", "pos:pm"]
)
def test_part_of_an_office_s_name_will_do_where_it_means_one(graph: af.KnowledgeGraph, office: str) -> None:
    assert graph.positions(office, on="1993").ids == ["per:a"]


def test_words_that_mean_several_offices_list_them(graph: af.KnowledgeGraph) -> None:
    with pytest.raises(af.AmbiguousNameError) as caught:
        graph.positions("Vice President")
    assert {each for each, _ in caught.value.candidates} == {"pos:first-vp", "pos:second-vp"}


def test_a_person_asks_for_the_offices_of_a_person_and_a_place_for_none(graph: af.KnowledgeGraph) -> None:
    assert graph.positions("Anna Alpha").ids == ["pos:pm"]
    assert graph.positions("Vale").ids == []
    with pytest.raises(af.UnknownNameError):
        graph.positions("Grand Vizier")


def test_of_a_town_and_its_district_the_one_whose_control_is_told_of_is_meant(graph: af.KnowledgeGraph) -> None:
    assert graph.controls("Newtown", on="1993").ids == ["per:a"]
    with pytest.raises(af.AmbiguousNameError):
        graph.entity("Newtown")


def test_where_nobody_held_the_whole_who_held_a_part_is_shown(graph: af.KnowledgeGraph) -> None:
    (answer,) = graph.controls("Vale", on="1993")
    assert (answer.relation, answer.basis, answer.other.id) == ("partly_controlled_by", "derived", "per:a")
    assert [claim.object for claim in answer.path] == ["plc:vale", "plc:town"]
    assert not graph.controls("Vale", on="1999")
    assert not graph.controls("Vale")


def test_what_one_held_is_asked_by_the_holder(graph: af.KnowledgeGraph) -> None:
    assert graph.controls(by="Anna Alpha", on="1993").ids == ["org:rule", "plc:town"]
    assert graph.controls(by="Anna Alpha", on="1993", schema="Town").ids == ["plc:town"]
    assert graph.controls(by="Anna Alpha", on="1999").ids == []


def test_a_government_counts_as_a_place_and_a_person_does_not(graph: af.KnowledgeGraph) -> None:
    assert graph.controls("Landian State", on="1993").ids == ["per:a"]
    with pytest.raises(af.UnknownNameError, match=r"Anna Alpha \[per:a\] is no place"):
        graph.controls("Anna Alpha")


def test_a_country_may_stand_where_a_body_is_asked_for(graph: af.KnowledgeGraph) -> None:
    assert graph.leaders("Landia").ids == []
    assert graph.members("Landian State").ids == []


def test_a_kinship_that_is_none_is_refused_with_those_that_are(kg: af.KnowledgeGraph) -> None:
    with pytest.raises(af.UnknownNameError, match="no kinship is called 'uncle_of'; there are ancestor_of, child_of"):
        kg.family("Dostum", relation="uncle_of")


@pytest.mark.parametrize(
    ("born", "died", "on", "verdict"),
    [
        ("1950", "1994-03-01", "1990", "yes"),
        ("1950", "1994-03-01", "1994", "yes"),
        ("1950", "1994-03-01", "1994-03-02", "no"),
        ("1950", "1994-03-01", "1949", "no"),
        ("1950", "1994", "1994-06", "possibly"),
        (None, "1994", "1990", "possibly"),
        ("1950", None, "1990", "possibly"),
        (None, None, "1990", "unknown"),
    ],
)
def test_whether_someone_was_alive(load_pack: Load, born: str | None, died: str | None, on: str, verdict: str) -> None:
    fields = [f"{key}: {value}" for key, value in (("born", born), ("died", died)) if value]
    graph = load_pack("per:a: {" + ", ".join([*fields, "names: {eng: Anna Alpha}"]) + "}\n")
    (answer,) = graph.alive("Anna Alpha", on=on)
    assert answer.verdict == verdict
    assert str(answer).startswith({"unknown": "It is not known whether Anna Alpha"}.get(verdict, "Anna Alpha "))
    assert graph.alive("Anna Alpha", on=on)._repr_html_()
    assert answer.to_dict()["verdict"] == verdict


def test_alive_names_the_claims_of_a_killing(kg: af.KnowledgeGraph) -> None:
    (answer,) = kg.alive("Ahmad Shah Massoud", on="2002")
    assert {claim.relation for claim in answer.claims} == {"killed"}
    assert answer.evidence
