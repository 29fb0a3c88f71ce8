"""Labelled pairs of spellings: how well `af.compare` parts one name from another, on entities it was not fitted on.

Measured 2026-11: probe AUC .9988, near names .952, recall .995 at precision .99; lexicon AUC .980, accuracy .940,
Brier score .045. CI makes the weights again (`benchmarks/fit_weights.py --check`).
"""

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import afgraph as af
from benchmarks.metrics import Scored, accuracy, auc, brier, recall_at_precision
from benchmarks.sets import table

DATA = Path(os.environ.get("AFGRAPH_DATA", ""))
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif("AFGRAPH_DATA" not in os.environ, reason="AFGRAPH_DATA names no folder"),
]


def _scored(rows: Iterator[dict[str, str]], label: str) -> list[Scored]:
    return [(af.compare(row["a"], row["b"]).score, row[label] == "1") for row in rows]


@cache
def _probe() -> dict[str, list[Scored]]:
    """The scored test pairs of the probe by their class."""
    found: dict[str, list[Scored]] = {}
    for row in table(DATA / "probe" / "probe.tsv"):
        if row["split"] == "test" and row["label"] in ("0", "1"):
            found.setdefault(row["class"], []).extend(_scored(iter([row]), "label"))
    return found


def test_the_score_parts_names_on_unseen_entities() -> None:
    scored = [each for pairs in _probe().values() for each in pairs]
    assert len(scored) > 2000
    assert auc(scored) >= 0.998
    assert recall_at_precision(scored, 0.99) >= 0.98


def test_near_names_are_told_apart() -> None:
    assert len(_probe()["nearname"]) > 50
    assert accuracy(_probe()["nearname"]) >= 0.93


def test_given_names_of_the_lexicon_are_told_apart_by_a_probability_that_means_what_it_says() -> None:
    scored = _scored(table(DATA / "lexicon" / "gold_pairs_dev.tsv"), "same")
    assert len(scored) > 900
    assert auc(scored) >= 0.97
    assert accuracy(scored) >= 0.93
    assert brier(scored) <= 0.06


def test_of_the_hard_pairs_nearly_all_are_decided() -> None:
    rows = [(row["same"], af.compare(row["a"], row["b"])) for row in table(DATA / "probe" / "pairs_hard.tsv")]
    same, other = ([found for label, found in rows if label == wanted] for wanted in "10")
    assert (len(same), len(other)) == (44, 17)
    assert len(refused := [found for found in same if found.score < 0.5]) <= 2, refused
    assert len(accepted := [found for found in other if found.score >= 0.5]) <= 1, accepted


def test_every_query_of_a_closed_world_has_its_own_name_first_and_alone() -> None:
    labels = (DATA / "probe" / "closed_world_labels.txt").read_text(encoding="utf-8").splitlines()
    resolver = af.Resolver.from_names({label: [label] for label in labels})
    rows = [(row["query"], row["gold_label"]) for row in table(DATA / "probe" / "closed_world.tsv")]
    found = {query: [(each.id, each.score) for each in resolver.resolve(query).candidates[:2]] for query, _ in rows}
    alone = {query: first[0] for query, (first, *others) in found.items() if all(first[1] > each[1] for each in others)}
    assert len(rows) == 39
    assert {query: found[query] for query, gold in rows if alone.get(query) != gold} == {}
