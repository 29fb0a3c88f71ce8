"""Documents with a list of their own (read from the folder that AFGRAPH_DATA names, never copied)."""

import os
from pathlib import Path

import pytest

from benchmarks.link import Score, documents

DATA = os.environ.get("AFGRAPH_DATA")
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(DATA is None, reason="AFGRAPH_DATA names no folder"),
]


@pytest.fixture(scope="module")
def score() -> Score:
    return documents(Path(DATA or "") / "bench" / "linking_dev")


def test_names_in_the_list_are_linked_right_and_hardly_any_wrong(score: Score) -> None:
    named = score.right + score.wrong + score.alone
    assert named > 300
    assert score.right >= 0.97 * named
    assert score.wrong <= 0.02 * named


def test_names_that_are_not_in_the_list_are_linked_to_nobody(score: Score) -> None:
    assert score.strangers > 0
    assert score.linked <= 0.08 * score.strangers
