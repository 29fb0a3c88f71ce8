"""Labelled pairs of spellings: how well the score parts one name from another, on entities it was not fitted on."""

import csv
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from afgraph.data import read_numbers
from afgraph.matching import compare_words
from afgraph.matching.tokens import tokens

DATA = os.environ.get("AFGRAPH_DATA")
ESTIMATOR = Path(__file__).resolve().parents[2] / "benchmarks" / "fit_weights.py"
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(DATA is None, reason="AFGRAPH_DATA names no folder"),
]


def test_the_committed_weights_are_what_the_estimator_gives() -> None:
    shown = subprocess.run([sys.executable, str(ESTIMATOR)], capture_output=True, text=True, check=True).stdout
    fitted = dict(line.split("\t") for line in shown.splitlines()[1:])
    assert {name: float(value) for name, value in fitted.items()} == read_numbers("matching/weights.tsv")


def _scored() -> Iterator[tuple[float, bool]]:
    with (Path(DATA or "") / "probe" / "probe.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            if row["split"] == "test" and row["label"] in ("0", "1"):
                comparison = compare_words(tokens(row["a"]), tokens(row["b"]))
                yield (-99.0 if comparison is None else comparison.log_odds), row["label"] == "1"


def test_the_score_parts_names_on_unseen_entities() -> None:
    """The area under the curve: how often a true pair scores above a false one. A step on the way to .9965."""
    scored = list(_scored())
    true = sorted(score for score, same in scored if same)
    false = sorted(score for score, same in scored if not same)
    below = sum(sum(score > other for other in false) for score in true)
    assert len(scored) > 2000
    assert below / (len(true) * len(false)) > 0.98
