"""The benchmark's two engines give the same answers, and it prints what it promises."""

from pathlib import Path

import pytest

from benchmarks import graph


@pytest.mark.parametrize("edges", [1, 30, 2000])
def test_both_engines_agree(tmp_path: Path, edges: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(graph, "ASKED", 50)
    edges = max(edges, 10)
    results = {name: part(edges, tmp_path) for name, part in graph.PARTS.items()}
    assert results["ask"]["ours"].keys() == results["ask"]["networkx"].keys() == {"neighbours", "path", "dated path"}


def test_answers_that_differ_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    graph.build_networkx(100, tmp_path)
    graph.build_ours(200, tmp_path)
    with pytest.raises(SystemExit, match="do not agree"):
        graph.ask(100, tmp_path)


def test_the_table_has_a_row_for_each_bar(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    keys = ["neighbours", "memory", "open", "path", "dated path", "build", "file", "found"]
    numbers = dict.fromkeys(keys, 2.0)
    monkeypatch.setattr(graph, "run", lambda *_: {**numbers, "networkx": numbers, "ours": numbers})
    assert graph.main(["--edges", "10"]) == 0
    printed = capsys.readouterr().out
    assert "| 10 relations" in printed
    assert [line.count(" 1.0 ") for line in printed.splitlines() if line.count(" 1.0 ")] == [2] * 6  # two peers a row
