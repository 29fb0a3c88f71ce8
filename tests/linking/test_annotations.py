"""Mentions in the W3C Web Annotation form."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import afgraph as af

SCHEMA = json.loads((Path(__file__).parent / "web_annotation.schema.json").read_text("utf-8"))
TEXTS = [
    "",
    "Massoud is in Kabul with Abdul Qadir.",
    "😀 احمد مسعود در پنجشیر است.",
    "Mesud'un, Kabil\u200cde; Масуд",
]


@pytest.mark.parametrize("text", TEXTS)
def test_a_page_is_what_the_model_asks_for(kg: af.KnowledgeGraph, text: str) -> None:
    linked = kg.link(text, date="2021-08-24")
    page = json.loads(json.dumps(linked.to_dict(), ensure_ascii=False))
    jsonschema.validate(page, SCHEMA)
    assert len(page["items"]) == len(linked.mentions)
    for annotation in page["items"]:
        position, quote = annotation["target"]["selector"]
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in text
    ids = [page["id"], *(each["id"] for each in page["items"])]
    assert len(set(ids)) == len(ids)


def test_the_schema_refuses_what_the_model_does() -> None:
    page: dict[str, Any] = af.link("Kabul", af.Resolver.from_names({"k": ["Kabul"]})).to_dict()
    jsonschema.validate(page, SCHEMA)
    del page["items"][0]["target"]["selector"][0]["start"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(page, SCHEMA)


def test_a_body_is_the_entity_a_choice_or_missing() -> None:
    kg = af.load()
    kg.judge("Ashraf Ghani", "Ashraf Ghani", "negative")
    linked = kg.link("Ahmad Massoud, Abdul Qadir, Ashraf Ghani", date="2021-08-24")
    entity, choice, nobody = linked.to_dict()["items"]
    assert entity["body"]["id"] == "per:ahmad-massoud"
    assert entity["body"]["type"] == "afgraph:Person"
    assert choice["body"]["type"] == "Choice"
    assert {each["id"] for each in choice["body"]["items"]} == {
        each.id for each in linked.mentions[1].resolution.candidates
    }
    assert "body" not in nobody


def test_a_text_is_named_by_its_hash_or_by_its_address_and_the_same_text_gives_the_same_ids() -> None:
    resolver = af.Resolver.from_names({"k": ["Kabul"]})
    one, again, other = (af.link(text, resolver).to_dict() for text in ("Kabul", "Kabul", "Kabul!"))
    assert one == again
    assert one["items"][0]["target"]["source"].startswith("ni:///sha-256;")
    assert one["items"][0]["target"]["source"] != other["items"][0]["target"]["source"]
    assert one["items"][0]["body"]["id"] == "urn:afgraph:k"
