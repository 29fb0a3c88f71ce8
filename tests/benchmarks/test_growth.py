"""The growth benchmark on lists of a few names, its tables and its chart."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from benchmarks import growth
from benchmarks.chart import drawn

pytest.importorskip("matplotlib")
pytest.importorskip("psutil")
pytest.importorskip("rapidfuzz")

TURN = {"engine": "afgraph", "asked": 10, "rate": 500.0, "right": 1.0, "ratio": 1.0}
PEER = {"engine": "rapidfuzz", "asked": 5, "rate": 100.0, "right": 0.8, "ratio": 5.2}
RESULT = {
    "names": 1000,
    "words": 400,
    "build": 1.25,
    "most": 30e6,
    "file": 2000.4,
    "open": 0.51,
    "memory": 2500.0,
    "peer memory": 78.0,
    "exact": [20.0, 1.0],
    "press": [TURN, PEER],
    "edits": [TURN, PEER],
}


def test_the_tables_show_costs_and_times_beside_the_peer() -> None:
    assert growth.cost_row(RESULT) == ["1,000", "400", "1.2", "30", "0.5", "2000", "2500", "78"]
    listed, press, edits = growth.time_rows(RESULT)
    assert listed == ["1,000", "listed", "20", "1.000", "", "", ""]
    assert press == ["1,000", "press_noise", "2,000", "1.000", "10,000", "0.800", "5.2"]
    assert edits[1:] == ["two_edits", *press[2:]]


def test_lines_are_microseconds_and_bytes_for_each_length() -> None:
    times, sizes = growth.lines([RESULT, {**RESULT, "file": 1000.0}])
    assert times["rapidfuzz, two random edits"] == [10_000.0, 10_000.0]
    assert times["afgraph, listed"] == [20.0, 20.0]
    assert sizes["afgraph, file"] == [2000.4, 1000.0]


def test_the_chart_is_svg_that_comes_out_the_same_and_fetches_nothing() -> None:
    told = [1000, 100_000], {"afgraph, listed": [1.0, 2.0]}, {"rapidfuzz, list": [80.0, 80.0]}
    chart = drawn(*told)
    assert chart == drawn(*told)
    assert ET.fromstring(chart).tag.endswith("svg")  # noqa: S314 - our own
    assert "afgraph, listed" in chart
    assert not re.findall(r'href="(?!#)', chart)


@pytest.mark.slow
def test_a_list_is_built_opened_and_asked_in_processes_of_its_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = ["--names", "80", "--queries", "20", "--reference", "5"]
    assert growth.main([*told, "--picture", str(tmp_path / "growth.svg")]) == 0
    rows = [line for line in capsys.readouterr().out.splitlines() if re.match(r"\| 80 ", line)]
    assert len(rows) == 1 + 3
    assert [cell.strip() for cell in rows[1].split("|")][2] == "listed"
    assert "<svg" in (tmp_path / "growth.svg").read_text(encoding="utf-8")
