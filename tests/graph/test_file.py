"""The file of the columns: opened as it was saved, refused by name where it is anything else."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afgraph.errors import DataError
from afgraph.graph import Columns, Row, build_columns, open_columns, save_columns, span_of
from afgraph.graph.file import columns_from_bytes, columns_to_bytes
from tests.graph.rows import ENTITIES, rows

COLUMNS = build_columns([Row("per:a", "knows", "per:b", edge=True, span=span_of(None))], ENTITIES, key="k")
CONTENT = columns_to_bytes(COLUMNS)


def same(one: Columns, other: Columns) -> bool:
    return (one.key, one.relations, {name: part.tolist() for name, part in one.sections.items()}) == (
        other.key,
        other.relations,
        {name: part.tolist() for name, part in other.sections.items()},
    )


@given(rows())
def test_columns_are_read_as_they_were_written(listed: list[Row]) -> None:
    columns = build_columns(listed, ENTITIES)
    assert same(columns_from_bytes(columns_to_bytes(columns)), columns)


def test_a_saved_file_is_opened_whole_and_replaces_an_older_one(tmp_path: Path) -> None:
    path = tmp_path / "graph.columns"
    save_columns(build_columns([]), path)
    save_columns(COLUMNS, path)
    opened = open_columns(path, key="k")
    assert same(opened, COLUMNS)
    assert opened.neighbours("per:a") == {"per:b"}
    assert [each.name for each in tmp_path.iterdir()] == ["graph.columns"]


def test_a_folder_that_cannot_be_written_is_left_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken" / "x").touch()
    with pytest.raises(OSError, match="taken"):
        save_columns(COLUMNS, tmp_path / "taken")
    assert [each.name for each in tmp_path.iterdir()] == ["taken"]


def test_a_file_that_is_not_there_is_a_plain_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        open_columns(tmp_path / "none")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "cannot mmap an empty file"),
        (b"AFG", "no graph file, or cut off"),
        (b"%PDF" + CONTENT[4:], "no graph file"),
        (CONTENT[:8] + b"\x63" + CONTENT[9:], "of version 99, not 1"),
        (CONTENT[:-1], "damaged"),
        (CONTENT + b"\0", "damaged"),
        (CONTENT[:100] + b"\xff" + CONTENT[101:], "damaged"),
        (CONTENT[:16], "damaged"),
    ],
)
def test_a_damaged_file_is_refused_by_name(tmp_path: Path, content: bytes, says: str) -> None:
    path = tmp_path / "graph.columns"
    path.write_bytes(content)
    with pytest.raises(DataError, match=f"graph.columns: .*{says}.*; remove it and build it again"):
        open_columns(path)


def test_columns_of_something_else_are_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "graph.columns"
    save_columns(COLUMNS, path)
    with pytest.raises(DataError, match=r"graph.columns: it was built from something else"):
        open_columns(path, key="other")


def test_a_file_of_another_kind_of_machine_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("afgraph.graph.file.sys.byteorder", "big")
    foreign = columns_to_bytes(COLUMNS)
    monkeypatch.undo()
    with pytest.raises(ValueError, match="big-endian"):
        columns_from_bytes(foreign)


@given(st.integers(0, len(CONTENT) - 1), st.integers(1, 255))
def test_no_changed_byte_goes_unseen(at: int, change: int) -> None:
    content = bytearray(CONTENT)
    content[at] ^= change
    with pytest.raises(ValueError, match="it is"):
        columns_from_bytes(bytes(content))


@given(st.integers(0, len(CONTENT) - 1))
def test_no_shortened_file_goes_unseen(length: int) -> None:
    with pytest.raises(ValueError, match="it is"):
        columns_from_bytes(CONTENT[:length])


def test_the_head_can_be_read_by_a_person() -> None:
    head = json.loads(CONTENT[24 : CONTENT.index(b"}}") + 2])
    assert head["relations"] == ["knows"]
    assert head["bytes"]["entry_other"] == 8
