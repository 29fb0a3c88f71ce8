"""The benchmark's two engines give the same answers, and it prints what it promises."""

from pathlib import Path

import pytest

from benchmarks import graph


@pytest.mark.parametrize("edges", [1, 30, 2000])
def test_both_engines_agree(tmp_path: Path, edges: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(graph, "ASKED", 50)
    edges = max(edges, 10)
    results = {name: part(edges, tmp_path) for name, part in graph.PARTS.items()}
    assert results["ask_networkx"]["digest"] == results["ask_ours"]["digest"]


def test_the_table_has_a_row_for_each_bar(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    keys = ["neighbours", "memory", "open", "path", "dated path", "build", "file", "found", "digest"]
    monkeypatch.setattr(graph, "run", lambda *_: dict.fromkeys(keys, 2.0))
    assert graph.main(["--edges", "10"]) == 0
    printed = capsys.readouterr().out
    assert "| 10 relations" in printed
    assert sum(line.count(" 1.0 ") for line in printed.splitlines()) == 6
