"""Runs of numbers in a mapped file: what was written comes back, and no other file is taken for it."""

import os
import pickle
import subprocess
import sys
from array import array
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afgraph.errors import DataError
from afgraph.sections import Sections, Strings, open_sections, save_sections


def made() -> Sections:
    names = Strings.of(["Kabul", "", "کابل"]).sections("names")
    return Sections({**names, "ages": array("I", range(1000)), "odds": array("d", [0.5])}, {"unit": "years"})


@pytest.fixture
def path(tmp_path: Path) -> Path:
    save_sections(made(), tmp_path / "some.file", kind="ages", version=3)
    return tmp_path / "some.file"


def test_what_was_saved_is_opened(path: Path) -> None:
    found = open_sections(path, "ages", 3)
    assert found["ages"].tolist() == list(range(1000))
    assert found["odds"].tolist() == [0.5]
    assert list(Strings.within(found, "names")) == ["Kabul", "", "کابل"]
    assert found.about["unit"] == "years"
    assert found.nbytes == made().nbytes


@given(st.lists(st.text()))
def test_strings_come_back_as_they_were(strings: list[str]) -> None:
    assert list(Strings.of(strings)) == strings
    assert Strings.of(strings)[:2] == strings[:2]


@pytest.mark.parametrize("at", [-1, 3])
def test_there_is_no_string_beyond_the_last(at: int) -> None:
    with pytest.raises(IndexError):
        Strings.of(["a", "b", "c"])[at]


@pytest.mark.parametrize(
    ("kind", "version", "says"),
    [("names", 3, "it holds ages, not names"), ("ages", 4, "it is of version 3, not 4")],
)
def test_a_file_of_another_kind_or_version_is_refused_by_name(path: Path, kind: str, version: int, says: str) -> None:
    with pytest.raises(DataError, match=says) as error:
        open_sections(path, kind, version)
    assert str(path) in str(error.value)


@pytest.mark.parametrize("content", [b"", b"AF", b"PK\x03\x04" * 100, b"\0" * 4096, b'{"kind": "ages"}' * 10])
def test_a_foreign_file_is_refused_by_name(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(DataError, match=r"some\.file"):
        open_sections(path, "ages", 3)


def test_a_file_that_is_cut_off_or_changed_anywhere_is_refused(path: Path) -> None:
    whole = path.read_bytes()
    used = len(whole) - len(whole) % 16 - 16
    for at in [*range(0, 400, 7), *range(400, used, 501)]:
        for content in (whole[:at], whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]):
            path.write_bytes(content)
            if content == whole or (len(content) == len(whole) and _same(path)):
                continue
            with pytest.raises(DataError, match=r"some\.file"):
                _read_all(path)


def _read_all(path: Path) -> dict[str, list[object]]:
    found = open_sections(path, "ages", 3)
    return {name: list(found[name]) for name in found}


def _same(path: Path) -> bool:
    """Whether a change fell between sections, where nothing is."""
    try:
        return _read_all(path) == {name: list(part) for name, part in made().parts.items()}
    except DataError:
        return False


def test_damage_is_noticed_when_the_damaged_part_is_asked_for(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[-3000] ^= 255
    path.write_bytes(content)
    found = open_sections(path, "ages", 3)
    assert found["odds"].tolist() == [0.5]
    with pytest.raises(DataError, match=r"some\.file.*'ages'"):
        found["ages"]


def test_a_file_that_is_not_there_is_not_found(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        open_sections(tmp_path / "none", "ages", 3)


def test_another_process_opens_the_same_file_or_gets_the_numbers(path: Path) -> None:
    for sections in (open_sections(path, "ages", 3), made()):
        again = pickle.loads(pickle.dumps(sections))  # noqa: S301 - our own bytes
        assert {name: part.tolist() for name, part in again.parts.items()} == {
            name: part.tolist() for name, part in made().parts.items()
        }
        assert again.path == sections.path


def test_a_save_that_fails_leaves_the_old_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError("no space")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="no space"):
        save_sections(made(), path, kind="ages", version=4)
    assert open_sections(path, "ages", 3).about["version"] == 3
    assert [each.name for each in path.parent.iterdir()] == ["some.file"]


def test_the_file_is_the_same_in_every_process(path: Path) -> None:
    code = (
        "from pathlib import Path; import sys; sys.path.insert(0, 'tests'); from test_sections import made;"
        "from afgraph.sections import save_sections;"
        f"save_sections(made(), {str(path.parent / 'other.file')!r}, kind='ages', version=3)"
    )
    root = Path(__file__).parents[1]
    subprocess.run([sys.executable, "-c", code], check=True, cwd=root)
    assert (path.parent / "other.file").read_bytes() == path.read_bytes()
