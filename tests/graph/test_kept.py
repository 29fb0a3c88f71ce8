"""Columns kept from one run to the next: opened where they fit, written anew where not, never an error."""

import pickle
from collections.abc import Callable
from pathlib import Path

import pytest

import afgraph as af
from afgraph.graph import ClaimStore, kept, open_columns, save_columns
from afgraph.graph.build import build_columns, columns_of
from afgraph.graph.columns import Columns
from afgraph.model import Contents
from afgraph.packs import load_contents

PACK = """
per:a: {names: {eng: Anna Alpha}}
per:b: {names: {eng: Boris Beta}}
src:s: {title: S, kind: book}
"""
CLAIMS = "src:s:\n  - per:a allied_with per:b 1990\n"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    path = tmp_path / "pack"
    path.mkdir()
    (path / "entries.yml").write_text(PACK, encoding="utf-8")
    (path / "claims.yml").write_text(CLAIMS, encoding="utf-8")
    return path


def builds(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The keys of the columns that are built from now on, as a list that grows."""
    done: list[str] = []

    def counted(contents: Contents) -> Columns:
        done.append(contents.key)
        return columns_of(contents)

    monkeypatch.setattr(kept, "columns_of", counted)
    return done


def test_the_first_question_keeps_the_columns_beside_the_pack_and_the_next_graph_opens_them(
    cache_folder: Path, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = builds(monkeypatch)
    graph = af.load(pack)
    assert [each.suffix for each in cache_folder.iterdir()] == [".pack"]
    assert graph.allies("per:a").ids == ["per:b"] == af.load(pack).allies("per:a").ids
    assert sorted(each.suffix for each in cache_folder.iterdir()) == [".columns", ".pack"]
    assert len({each.stem for each in cache_folder.iterdir()}) == len(done) == 1


def test_a_changed_pack_has_columns_of_its_own(cache_folder: Path, pack: Path) -> None:
    assert af.load(pack).allies("per:b", on="1990").ids == ["per:a"]
    (pack / "claims.yml").write_text(CLAIMS.replace("1990", "1995"), encoding="utf-8")
    assert af.load(pack).allies("per:b", on="1990").ids == []
    assert len(list(cache_folder.glob("*.columns"))) == 2


FOREIGN = build_columns([])
DAMAGE: list[tuple[str, Callable[[Path, str], object]]] = [
    ("empty", lambda path, _: path.write_bytes(b"")),
    ("truncated", lambda path, _: path.write_bytes(path.read_bytes()[:-1])),
    ("one bit", lambda path, _: path.write_bytes(path.read_bytes()[:-1] + bytes([path.read_bytes()[-1] ^ 1]))),
    ("another version", lambda path, _: path.write_bytes(path.read_bytes()[:8] + b"c" + path.read_bytes()[9:])),
    ("of another pack", lambda path, _: save_columns(FOREIGN, path)),
    ("of fewer claims", lambda path, key: save_columns(Columns(FOREIGN.sections, (), key), path)),
]


@pytest.mark.parametrize("damage", [each[1] for each in DAMAGE], ids=[each[0] for each in DAMAGE])
def test_a_file_that_cannot_be_used_is_silently_written_anew(
    damage: Callable[[Path, str], object], cache_folder: Path, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = af.load(pack).store.columns.key
    [path] = cache_folder.glob("*.columns")
    good = path.read_bytes()
    damage(path, key)
    done = builds(monkeypatch)
    assert af.load(pack).allies("per:a", on="1990").ids == ["per:b"]
    assert path.read_bytes() == good
    assert done == [key]


def test_a_file_that_cannot_be_written_is_no_error(
    cache_folder: Path, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(kept, "save_columns", full)
    assert af.load(pack).allies("per:a").ids == ["per:b"]
    assert list(cache_folder.glob("*.columns")) == []


def test_a_folder_in_the_place_of_the_file_is_no_error(cache_folder: Path, pack: Path) -> None:
    graph = af.load(pack)
    (cache_folder / f"{graph.store.contents.key}.columns").mkdir()
    assert graph.allies("per:a").ids == ["per:b"]


def test_contents_that_are_not_kept_keep_no_columns(cache_folder: Path, pack: Path) -> None:
    graph = af.KnowledgeGraph(load_contents([pack], cache=False))
    assert graph.allies("per:a").ids == ["per:b"]
    assert not cache_folder.exists()


def test_another_process_opens_the_same_file(cache_folder: Path, pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = af.load(pack).store
    key = store.columns.key
    done = builds(monkeypatch)
    again: ClaimStore = pickle.loads(pickle.dumps(store))  # noqa: S301 - our own
    assert again.neighbours("per:a") == {"per:b"}
    assert again.columns.key == key == open_columns(cache_folder / f"{key}.columns").key
    assert done == []
