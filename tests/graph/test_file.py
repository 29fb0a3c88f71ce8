"""The file of the columns: opened as it was saved, refused by name where it is anything else."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afgraph.errors import DataError
from afgraph.graph import Columns, Row, build_columns, file, open_columns, save_columns, span_of
from tests.graph.rows import ENTITIES, rows

COLUMNS = build_columns([Row("per:a", "knows", "per:b", edge=True, span=span_of(None))], ENTITIES, key="k")


@pytest.fixture(scope="module")
def path() -> Iterator[Path]:
    """Where any file may be written, also again and again in one test."""
    with TemporaryDirectory() as folder:
        yield Path(folder) / "graph.columns"


def written(path: Path, columns: Columns) -> bytes:
    save_columns(columns, path)
    return path.read_bytes()


with TemporaryDirectory() as _folder:
    CONTENT = written(Path(_folder) / "graph.columns", COLUMNS)


def same(one: Columns, other: Columns) -> bool:
    return (one.key, one.relations, {name: part.tolist() for name, part in one.sections.items()}) == (
        other.key,
        other.relations,
        {name: part.tolist() for name, part in other.sections.items()},
    )


@given(listed=rows())
def test_columns_are_read_as_they_were_written(path: Path, listed: list[Row]) -> None:
    columns = build_columns(listed, ENTITIES)
    save_columns(columns, path)
    assert same(open_columns(path), columns)


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
        (b"", "no file of graph columns, or cut off"),
        (b"AFG", "no file of graph columns, or cut off"),
        (b"%PDF" + CONTENT[4:], "no file of graph columns"),
        (CONTENT[:-1], "cut off"),
        (CONTENT + b"\0", "damaged"),
        (CONTENT[:100] + b"\xff" + CONTENT[101:], "damaged"),
        (CONTENT[:-20] + bytes([CONTENT[-20] ^ 1]) + CONTENT[-19:], "damaged"),
        (CONTENT[:20], "damaged"),
    ],
)
def test_a_damaged_file_is_refused_by_name(tmp_path: Path, content: bytes, says: str) -> None:
    path = tmp_path / "graph.columns"
    path.write_bytes(content)
    with pytest.raises(DataError, match=f"graph.columns: .*{says}.*; make it again"):
        open_columns(path)


def test_a_file_of_another_version_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file, "_VERSION", 99)
    save_columns(COLUMNS, path)
    monkeypatch.undo()
    with pytest.raises(DataError, match=r"of version 99, not 2"):
        open_columns(path)


def test_columns_of_something_else_are_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "graph.columns"
    save_columns(COLUMNS, path)
    with pytest.raises(DataError, match=r"graph.columns: it was built from something else"):
        open_columns(path, key="other")


def test_a_file_of_another_kind_of_machine_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("afgraph.sections.sys.byteorder", "big")
    save_columns(COLUMNS, path)
    monkeypatch.undo()
    with pytest.raises(DataError, match="big-endian"):
        open_columns(path)


@given(at=st.integers(0, len(CONTENT) - 1), change=st.integers(1, 255))
def test_no_changed_byte_goes_unseen(path: Path, at: int, change: int) -> None:
    content = bytearray(CONTENT)
    content[at] ^= change
    path.write_bytes(content)
    with pytest.raises(DataError, match="it is"):
        open_columns(path)


@given(length=st.integers(0, len(CONTENT) - 1))
def test_no_shortened_file_goes_unseen(path: Path, length: int) -> None:
    path.write_bytes(CONTENT[:length])
    with pytest.raises(DataError, match="it is"):
        open_columns(path)


def test_the_head_can_be_read_by_a_person() -> None:
    assert b'"relations": ["knows"]' in CONTENT
    assert b'["entry_other", "i", 8, ' in CONTENT
