"""A text with its mentions, as text, plain values, a frame and HTML."""

import json
from typing import Any

import pytest

import afgraph as af


def test_a_linked_text_reads_and_turns_to_plain_values(kg: af.KnowledgeGraph) -> None:
    linked = kg.link("Massoud is in Kabul with Abdul Qadir.", date="2021-08-24")
    assert repr(linked) == "<LinkedText of 37 characters: 3 mentions, 2 resolved>"
    assert str(linked).splitlines()[1:] == ["14-19 'Kabul': plc:kabul", "25-36 'Abdul Qadir': ambiguous"]
    plain = json.loads(json.dumps(linked.to_record()))
    assert plain["date"] == "2021-08-24"
    assert [each["id"] for each in plain["mentions"]] == ["per:ahmad-massoud", "plc:kabul", None]
    assert len(plain["mentions"][2]["candidates"]) == 2


def test_entities_come_once_in_order_of_their_first_mention(kg: af.KnowledgeGraph) -> None:
    linked = kg.link("Herat, Kabul, Herat, Abdul Qadir.")
    assert [entity.id for entity in linked.entities] == ["plc:herat", "plc:kabul"]
    assert linked.entities() == linked.entities
    assert linked.mentions[-1].entity is None


def test_a_frame_has_a_row_a_mention_and_its_columns_without_any(kg: af.KnowledgeGraph) -> None:
    linked = kg.link("Kabul and Herat")
    frame, empty = linked.to_frame(), kg.link("").to_frame()
    assert list(frame["text"]) == ["Kabul", "Herat"]
    assert list(frame.columns) == list(empty.columns) == list(linked.mentions[0].to_dict())
    assert len(empty) == 0


def test_a_frame_may_be_of_polars(kg: af.KnowledgeGraph) -> None:
    linked = kg.link("Kabul and Herat")
    frame = linked.to_frame(engine="polars")
    assert frame["id"].to_list() == ["plc:kabul", "plc:herat"]
    assert frame.columns == linked.to_frame().columns.to_list()
    assert kg.link("").to_frame(engine="polars").columns == frame.columns


def _relations(graph: Any) -> set[str]:
    return {held["relation"] for _, _, held in graph.edges(data=True)}


def test_the_graph_holds_who_is_named_and_what_joined_them_then(kg: af.KnowledgeGraph) -> None:
    text = "Dostum, Hekmatyar and Dostum again; and Kabul."
    then, later, ever = (kg.link(text, date=date).graph() for date in ("1994-02-01", "2021-08-24", None))
    assert set(then) == {"per:abdul-rashid-dostum", "per:gulbuddin-hekmatyar", "plc:kabul"}
    assert then.nodes["per:abdul-rashid-dostum"]["mentions"] == 2
    whole = kg.to_networkx(on="1994-02-01").subgraph(then)
    assert set(then.edges(keys=True)) == set(whole.edges(keys=True))
    assert "allied_with" in _relations(then)
    assert "allied_with" not in _relations(later)
    assert set(ever.edges(keys=True)) == set(kg.to_networkx().subgraph(then).edges(keys=True))
    assert len(kg.link("").graph()) == 0


def test_a_text_linked_without_a_graph_has_none() -> None:
    with pytest.raises(ValueError, match=r"kg\.link"):
        af.link("Kabul", af.Resolver.from_names({"k": ["Kabul"]})).graph()


def test_html_marks_each_mention_and_keeps_the_rest(kg: af.KnowledgeGraph) -> None:
    html = kg.link("Kabul & co < 3\nin Herat")._repr_html_()
    assert html.count("<mark") == 2
    assert "&amp; co &lt; 3" in html
    assert 'dir="auto"' in html
