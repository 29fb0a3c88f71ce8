from importlib.resources import files
from pathlib import Path

import pytest

from afgraph import data
from afgraph.data import read_numbers, read_table, read_text
from afgraph.errors import DataError

ROOT = Path(str(files(data)))
TABLES = sorted(str(path.relative_to(ROOT)) for path in ROOT.rglob("*.tsv"))


@pytest.mark.parametrize("name", TABLES)
def test_every_packaged_table_reads_and_says_where_it_comes_from(name: str) -> None:
    rows = read_table(name)
    assert rows
    assert all(row.keys() == rows[0].keys() for row in rows)
    assert read_text(name).startswith("# ")
    assert read_text(name).endswith("\n")


@pytest.mark.parametrize("name", TABLES)
def test_no_packaged_table_states_a_row_twice_or_hides_a_character(name: str) -> None:
    lines = [line for line in read_text(name).split("\n") if line and not line.startswith("#")]
    assert len(lines) == len(set(lines))
    hidden = {0xFEFF, 0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)}
    assert not [line for line in lines if any(ord(char) in hidden for char in line)]


@pytest.mark.parametrize("name", [name for name in TABLES if set(read_table(name)[0]) == {"name", "value"}])
def test_a_table_of_numbers_names_each_once(name: str) -> None:
    assert len(read_numbers(name)) == len(read_table(name))


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("", []),
        ("# only a comment\n", []),
        ("a\tb\n", []),
        ("# c\na\tb\n1\t2\n\n# between\nکابل\tКабул\n", [{"a": "1", "b": "2"}, {"a": "کابل", "b": "Кабул"}]),
        ("a\tb\n\t\n", [{"a": "", "b": ""}]),
    ],
    ids=["empty", "comment", "header", "rows", "empty cells"],
)
def test_a_table_is_its_rows_by_column(text: str, rows: list[dict[str, str]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data, "read_text", lambda _: text)
    assert read_table("x.tsv") == rows


@pytest.mark.parametrize(("row", "cells"), [("1", 1), ("1\t2\t3", 3)], ids=["too few", "too many"])
def test_a_row_of_another_width_is_refused_with_its_line(row: str, cells: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data, "read_text", lambda _: f"# comment\na\tb\n{row}\n")
    with pytest.raises(DataError, match=rf"^x\.tsv:3: {cells} cells where 2 are expected: "):
        read_table("x.tsv")


def test_a_file_that_is_not_there_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=r"no-such\.tsv"):
        read_text("no-such.tsv")
