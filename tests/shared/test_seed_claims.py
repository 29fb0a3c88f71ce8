"""Claims suggested from the seed article, against its ground truth (read from the folder that AFGRAPH_DATA names)."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

import afgraph as af
from afgraph.linking import LinkedText
from afgraph.linking.cues import Suggestion

DATA = os.environ.get("AFGRAPH_DATA")
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(DATA is None, reason="AFGRAPH_DATA names no folder"),
]
FROM_THE_GRAPH = {"holds_position", "capital_of"}  # relations that the graph, which holds the article's claims, tells


@pytest.fixture(scope="module")
def article() -> LinkedText:
    with (Path(DATA or "") / "seed" / "article.txt").open(encoding="utf-8", newline="") as file:
        return af.load().link(file.read(), date="2021-08-24")


@pytest.fixture(scope="module")
def suggested(article: LinkedText) -> list[Suggestion]:
    return list(article.suggest_claims("src:seed-article-read"))


@pytest.fixture(scope="module")
def gold() -> list[dict[str, Any]]:
    lines = (Path(DATA or "") / "seed" / "claims.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def _right(suggested: list[Suggestion], gold: list[dict[str, Any]]) -> dict[str, Suggestion]:
    """The true claims that are found by subject, relation and object, each by a suggestion of its own."""
    left = {each.claim.id: each for each in suggested}
    found = {}
    for row in gold:
        told = (row["subject"], row["predicate"], row["object"])
        hit = next((each for each in left.values() if _told(each) == told), None)
        if hit is not None:
            found[row["id"]] = left.pop(hit.claim.id)
    return found


def _told(each: Suggestion) -> tuple[str, str, str | None]:
    return each.claim.subject, each.claim.relation, each.claim.object


def test_at_least_twenty_of_the_fifty_four_claims_are_found_with_pair_and_relation(
    suggested: list[Suggestion], gold: list[dict[str, Any]]
) -> None:
    found = _right(suggested, gold)
    assert len(gold) == 54
    assert len(found) >= 26
    assert sum(each.claim.relation not in FROM_THE_GRAPH for each in found.values()) >= 20


def test_few_suggestions_are_of_a_pair_that_no_true_claim_has(
    suggested: list[Suggestion], gold: list[dict[str, Any]]
) -> None:
    pairs = {frozenset((row["subject"], row["object"])) for row in gold}
    named = [each for each in suggested if each.claim.object is not None]
    wrong = [str(each) for each in named if frozenset((each.claim.subject, each.claim.object)) not in pairs]
    assert len(wrong) <= len(named) // 10, wrong


def test_would_have_is_marked_as_reported_never_as_fact(article: LinkedText, suggested: list[Suggestion]) -> None:
    cues = [cue for cue in article.cues if cue.text.startswith("would") and cue.text.endswith("have")]
    assert [cue.modality for cue in cues] == ["reported", "reported"]
    (arrived,) = [each.claim for each in suggested if each.claim.cue == "would also have"]
    assert (arrived.relation, arrived.modality, arrived.attribution) == ("arrived_in", "reported", ())


def test_the_sentence_of_interfax_is_attributed_to_interfax(article: LinkedText, suggested: list[Suggestion]) -> None:
    of_interfax = [each.claim for each in suggested if "org:interfax" in each.claim.attribution]
    assert {(each.subject, each.relation) for each in of_interfax} == {
        ("per:yar-mohammad-dostum", "child_of"),
        ("per:abdul-rashid-dostum", "present_in"),
        ("per:yar-mohammad-dostum", "arrived_in"),
    }
    assert {each.modality for each in of_interfax} == {"reported"}


def test_modality_and_speaker_are_those_of_the_ground_truth_or_more_careful(
    suggested: list[Suggestion], gold: list[dict[str, Any]]
) -> None:
    rows = {row["id"]: row for row in gold}
    found = _right(suggested, gold)
    other = {key for key, each in found.items() if each.claim.modality != rows[key]["modality"]}
    assert other <= {"c45", "c46", "c47", "c54"}
    assert all(
        set(each.claim.attribution) <= set(rows[key]["attribution"]) for key, each in found.items() if key not in other
    )


def test_what_is_suggested_loads_beside_the_pack_and_says_what_was_suggested(
    article: LinkedText, tmp_path: Path
) -> None:
    suggested = article.suggest_claims("src:seed-article-read", title="The article")
    suggested.save(tmp_path)
    claims = af.load("afghanistan", tmp_path).claims(source="src:seed-article-read")
    assert [(each.subject, each.relation, each.object, each.modality, each.attribution) for each in claims] == [
        (each.claim.subject, each.claim.relation, each.claim.object, each.claim.modality, each.claim.attribution)
        for each in suggested
    ]
