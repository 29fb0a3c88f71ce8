"""The seed article read against its ground truth (read from the folder that AFGRAPH_DATA names, never copied)."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

import afgraph as af
from afgraph.linking import LinkedText, Mention
from afgraph.model import Claim

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


@pytest.fixture(scope="module")
def claims() -> dict[str, Claim]:
    return {claim.id: claim for claim in af.load().claims(source="src:seed-article")}


def test_the_pack_holds_the_claims_of_the_article_and_no_other(claims: dict[str, Claim]) -> None:
    assert set(claims) == {row["id"] for row in _rows("claims.jsonl")} == {f"c{at:02}" for at in range(1, 55)}


@pytest.mark.parametrize("number", range(54))
def test_each_claim_says_what_when_where_how_firmly_and_on_whose_word(claims: dict[str, Claim], number: int) -> None:
    row = _rows("claims.jsonl")[number]
    claim = claims[row["id"]]
    assert (claim.subject, claim.relation, claim.modality) == (row["subject"], row["predicate"], row["modality"])
    assert (claim.polarity == "negative") == (row["polarity"] == -1)
    assert list(claim.attribution) == row["attribution"]
    assert claim.place == row["location"]
    assert claim.object in (row["object"], None)
    assert _when(claim) == (row["time"].get("start"), row["time"].get("end"))
    counted = [claim.quantity.value] if claim.quantity else []
    assert counted == [each["value"] for each in row["quantities"]]


def _when(claim: Claim) -> tuple[str | None, str | None]:
    """Start and end as the ground truth has them: an event between two days has both as its start."""
    if claim.when is None:
        return None, None
    start, end = (str(each) if each else None for each in (claim.when.start, claim.when.end))
    days_between = claim.when.text in ("2021-08-15/2021-08-17", "2021-08-20/2021-08-24", "2021-08-20/2021-08-23")
    return (claim.when.text, None) if days_between or start == end else (start, end)


def test_the_pack_holds_every_entity_of_the_article() -> None:
    named = {row["entity"] for row in _rows("mentions.jsonl") if row["kind"] == "name"}
    assert named <= set(af.load().store.contents.entities)
