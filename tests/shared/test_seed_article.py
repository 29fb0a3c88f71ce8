"""The seed article read against its ground truth (read from the folder that AFGRAPH_DATA names, never copied)."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

import afgraph as af
from afgraph.linking import LinkedText, Mention

DATA = os.environ.get("AFGRAPH_DATA")
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(DATA is None, reason="AFGRAPH_DATA names no folder"),
]
DATE = "2021-08-24"


def _rows(name: str) -> list[dict[str, Any]]:
    lines = (Path(DATA or "") / "seed" / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


@pytest.fixture(scope="module")
def linked() -> LinkedText:
    with (Path(DATA or "") / "seed" / "article.txt").open(encoding="utf-8", newline="") as file:
        return af.load().link(file.read(), date=DATE)


def _inside(linked: LinkedText, row: dict[str, Any]) -> list[Mention]:
    return [each for each in linked.mentions if each.start < row["end"] and row["start"] < each.end]


def test_offsets_slice_back_to_their_text(linked: LinkedText) -> None:
    assert len(linked.mentions) > 50
    assert all(linked.text[each.start : each.end] == each.text for each in linked.mentions)


def test_all_sixty_three_names_mean_the_right_entity(linked: LinkedText) -> None:
    names = [row for row in _rows("mentions.jsonl") if row["kind"] == "name"]
    wrong = {
        row["id"]: row["surface"] for row in names if {each.id for each in _inside(linked, row)} != {row["entity"]}
    }
    assert len(names) == 63
    assert wrong == {}


def test_at_least_fifty_six_names_have_the_very_span(linked: LinkedText) -> None:
    """The others differ by an article or a word for the kind ("the Penjshir"), or are nested in a wider one."""
    names = [row for row in _rows("mentions.jsonl") if row["kind"] == "name"]
    spans = {(each.start, each.end): each.id for each in linked.mentions}
    assert sum(spans.get((row["start"], row["end"])) == row["entity"] for row in names) >= 56


def test_nothing_is_linked_in_boilerplate(linked: LinkedText) -> None:
    rows = [row for row in _rows("mentions.jsonl") if row["boilerplate"]]
    assert len(rows) == 5
    assert [each.text for row in rows for each in _inside(linked, row)] == []


@pytest.mark.parametrize(
    ("surface", "entity"),
    [
        ("Massoud", "per:ahmad-massoud"),
        ("Shah Mesud", "per:ahmad-shah-massoud"),
        ("Balgan", "plc:baghlan"),
        ("Panjshir-Province", "org:panjshir-province-channel"),
        ("Northern Alliance", "org:nrf"),
        ("Yar Dostum", "per:yar-mohammad-dostum"),
        ("Dostum", "per:abdul-rashid-dostum"),
    ],
)
def test_traps(linked: LinkedText, surface: str, entity: str) -> None:
    assert {each.id for each in linked.mentions if each.text == surface} == {entity}


def test_the_pack_holds_every_claim_of_the_article() -> None:
    rows = {row["id"]: row for row in _rows("claims.jsonl")}
    claims = {claim.id: claim for claim in af.load().claims(source="src:seed-article")}
    assert set(claims) == set(rows)
    for row in rows.values():
        claim = claims[row["id"]]
        assert (claim.subject, claim.relation, claim.modality) == (row["subject"], row["predicate"], row["modality"])
        assert (claim.polarity == "negative") == (row["polarity"] == -1)
        assert list(claim.attribution) == row["attribution"] or row["attribution"] == []
        assert claim.object == row["object"] or claim.object is None


def test_the_pack_holds_every_entity_of_the_article() -> None:
    named = {row["entity"] for row in _rows("mentions.jsonl") if row["kind"] == "name"}
    assert named <= set(af.load().store.contents.entities)
