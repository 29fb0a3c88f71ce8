"""Tables on a terminal: every cell comes out as it is."""

import pytest

from afgraph.cli.tables import print_table


@pytest.mark.parametrize("cell", ["1,234", "007", "1e5", "2021.10", "True", "0x1F", "nan", "- -", ""])
@pytest.mark.parametrize("whole", [True, False])
def test_what_looks_like_a_number_stays_as_it_is(cell: str, whole: bool, capsys: pytest.CaptureFixture[str]) -> None:  # noqa: FBT001
    print_table(["cell", "end"], [[cell, "x"]], whole=whole)
    assert capsys.readouterr().out.splitlines()[-1].removesuffix("x").strip() == cell


def test_a_long_cell_gives_way_unless_it_stays_whole(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    print_table(["id", "name"], [["word " * 20, "x"]])
    assert max(map(len, capsys.readouterr().out.splitlines())) <= 40
    print_table(["id", "name"], [["word " * 20, "x"]], whole=True)
    assert "word word word word word word word word word word" in capsys.readouterr().out


def test_numbers_stand_to_the_right_and_no_rows_make_no_fault(capsys: pytest.CaptureFixture[str]) -> None:
    print_table(["what", "count"], [["a", "1,000"], ["b", "7"]], numbers=[1])
    assert capsys.readouterr().out.splitlines()[-1] == "b             7"
    print_table(["what", "count"], [], numbers=[1])
    assert capsys.readouterr().out.startswith("what")
