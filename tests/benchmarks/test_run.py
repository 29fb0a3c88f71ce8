"""All benchmarks as one set: what is run, what is left out and why, and what the file says."""

from pathlib import Path

import pytest

from benchmarks import machine, run
from benchmarks.run import DATA, Done, Step

NOTHING = "pip install 'afgraph[bench,engines]'"


def test_every_script_of_the_set_is_there_and_the_long_run_has_all_of_them() -> None:
    assert all((Path(run.__file__).parent / step.script).is_file() for step in run.STEPS)
    assert len(run.planned(full=True)) == len(run.STEPS)
    assert {step.name for step, _ in run.planned(full=False)} == {step.name for step in run.STEPS}


def test_only_the_named_ones_are_run() -> None:
    assert {step.name for step, _ in run.planned(full=True, only=["link", "load"])} == {"link", "load"}


@pytest.mark.parametrize(
    ("step", "data", "reason"),
    [
        (Step("load.py", "", ""), None, ""),
        (Step("resolve.py", DATA, DATA), None, "AFGRAPH_DATA names no folder with the development sets"),
        (Step("resolve.py", DATA, DATA), "folder", ""),
        (Step("load.py", "", "", {"yaml": "bench"}), None, ""),
        (Step("load.py", "", "", {"no_one": "bench", "no_two": "engines"}), None, f"no no_one, no_two: {NOTHING}"),
    ],
)
def test_what_is_lacking_is_said_with_what_would_bring_it(step: Step, data: str | None, reason: str) -> None:
    assert run.lacking(step, step.full, data) == reason


def test_folders_are_put_in_word_by_word() -> None:
    known = {"AFGRAPH_DATA": "/data of all", "OUT": "/out"}
    assert run.filled(f"{DATA}/one --picture $OUT/a.svg", known) == ["/data of all/one", "--picture", "/out/a.svg"]


def test_the_file_holds_what_was_printed_what_failed_and_what_was_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("AFGRAPH_DATA", raising=False)
    steps = (
        Step("load.py", "--entities 20", "--entities 20"),
        Step("exact.py", "--no-such-option", ""),
        Step("resolve.py", DATA, DATA),
        Step("fuzzy.py", None, ""),
    )
    monkeypatch.setattr(run, "STEPS", steps)
    path, well = run.run(tmp_path / "out", full=False)
    written = path.read_text(encoding="utf-8")
    assert not well
    assert "`python benchmarks/load.py --entities 20`" in written
    assert "| 20 entities" in written
    assert "unrecognized arguments: --no-such-option" in written
    assert "- resolve $AFGRAPH_DATA: AFGRAPH_DATA names no folder" in written
    assert "fuzzy" not in written
    assert all(f"\n- {fact}: " in written for fact in ("date", "commit", "processor", "cores", "memory", "Python"))


def test_a_section_has_its_own_headings_one_step_lower() -> None:
    each = Done("resolve", "python benchmarks/resolve.py", "## Pairs\n\n| # | a |\n", "", 3.2)
    assert run.section(each) == "## resolve\n\n`python benchmarks/resolve.py`, 3 s\n\n### Pairs\n\n| # | a |"


def test_the_processor_is_what_linux_says_else_what_python_knows(tmp_path: Path) -> None:
    described = tmp_path / "cpuinfo"
    described.write_text("processor\t: 0\nmodel name\t: Some Chip: 9\n", encoding="utf-8")
    assert machine.processor(described) == "Some Chip: 9"
    assert machine.processor(tmp_path / "nothing")
    assert machine.cores() >= 1
