"""The cache of compiled packs: never wrong, never an error, never half a file."""

import os
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from afgraph.data import read_text
from afgraph.model import Contents
from afgraph.packs import OnConflict, cache, load, load_contents
from afgraph.packs.cache import cache_key, read_cache, write_cache

PACK = "per:a:\n  names:\n    prs: احمد\n    rus: Ахмад\n"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    path = tmp_path / "pack"
    path.mkdir()
    (path / "x.yml").write_text(PACK, encoding="utf-8")
    return path


def compiles(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How often packs are compiled from now on, as a list that grows."""
    done: list[int] = []
    plain = load._compile

    def counted(packs: list[load.Files], on_conflict: OnConflict) -> Contents:
        done.append(1)
        return plain(packs, on_conflict)

    monkeypatch.setattr(load, "_compile", counted)
    return done


def test_a_hit_equals_a_fresh_compile(cache_folder: Path, pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done = compiles(monkeypatch)
    first, again = load_contents([pack]), load_contents([pack])
    assert len(done) == 1
    assert first == again == load_contents([pack], cache=False)
    assert [each.suffix for each in cache_folder.iterdir()] == [".pack"]


def test_without_a_cache_nothing_is_written(cache_folder: Path, pack: Path) -> None:
    load_contents([pack], cache=False)
    assert not cache_folder.exists()


def _sealed(body: bytes) -> bytes:
    return zlib.crc32(body).to_bytes(4, "big") + body


DAMAGE: list[tuple[str, Callable[[bytes], bytes]]] = [
    ("empty", lambda _: b""),
    ("half a checksum", lambda good: good[:2]),
    ("truncated", lambda good: good[:-1]),
    ("one bit", lambda good: good[:200] + bytes([good[200] ^ 1]) + good[201:]),
    ("longer", lambda good: good + b" "),
    ("no text", lambda _: b"\xff" * 300),
    ("another format", lambda _: _sealed(b"[]")),
    ("JSON", lambda _: _sealed(b'{"entities":[["x"]],"sources":[],"claims":[],"titles":[]}')),
    ("other rows", lambda _: _sealed(b"\x82\xa8entities\x81\xa1a\x01\xa6titles\x90")),
    ("deep", lambda _: _sealed(b"[" * 200_000)),
    ("pickle", lambda _: _sealed(b"\x80\x04cos\nsystem\n")),
]


@pytest.mark.parametrize("damage", [each[1] for each in DAMAGE], ids=[each[0] for each in DAMAGE])
def test_a_damaged_or_foreign_file_is_ignored_and_written_anew(
    damage: Callable[[bytes], bytes], cache_folder: Path, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fresh = load_contents([pack])
    [stored] = cache_folder.iterdir()
    good = stored.read_bytes()
    stored.write_bytes(damage(good))
    done = compiles(monkeypatch)
    assert load_contents([pack]) == fresh
    assert stored.read_bytes() == good
    assert load_contents([pack]) == fresh
    assert len(done) == 1


def test_a_folder_that_cannot_be_made_is_no_error(tmp_path: Path, pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a cache_folder")
    for chosen in (blocked, blocked / "below", Path("/proc/no/such")):
        monkeypatch.setenv("AFGRAPH_CACHE", str(chosen))
        assert load_contents([pack]).entities["per:a"].name == "احمد"
    assert blocked.read_text() == "not a cache_folder"


def test_nothing_is_left_beside_a_file_that_cannot_be_placed(cache_folder: Path, pack: Path) -> None:
    contents = load_contents([pack], cache=False)
    (cache_folder / "k.pack" / "occupied").mkdir(parents=True)
    write_cache("k", contents)
    assert [each.name for each in cache_folder.iterdir()] == ["k.pack"]
    assert read_cache("k") is None


def test_a_full_disk_is_no_error(cache_folder: Path, pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("afgraph.packs.cache.tempfile.NamedTemporaryFile", full)
    assert load_contents([pack]).entities
    assert list(cache_folder.iterdir()) == []


def test_a_missing_file_is_nothing(cache_folder: Path) -> None:
    assert read_cache("absent") is None
    assert not cache_folder.exists()


WRITER = "import sys; from afgraph.packs import load_contents; print(len(load_contents([sys.argv[1]]).entities))"


def test_two_processes_that_write_at_once_leave_a_good_file(cache_folder: Path, tmp_path: Path) -> None:
    pack = tmp_path / "many.yml"
    pack.write_text("".join(f"per:p{at}:\n  names:\n    eng: P{at}\n" for at in range(400)), encoding="utf-8")
    command = [sys.executable, "-c", WRITER, str(pack)]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, env=dict(os.environ)) for _ in range(3)]
    assert [each.communicate(timeout=50)[0].strip() for each in running] == [b"400"] * 3
    [stored] = cache_folder.iterdir()
    assert read_cache(stored.stem) == load_contents([pack], cache=False)


FILES = [("p/a.yml", b"x"), ("p/b.yml", b"y")]
OTHER = [
    [[("p/a.yml", b"z"), ("p/b.yml", b"y")]],
    [[("p/c.yml", b"x"), ("p/b.yml", b"y")]],
    [FILES[::-1]],
    [FILES[:1]],
    [FILES[:1], FILES[1:]],
    [FILES, FILES],
    [[("p/a.yml", b"xp/b.yml"), ("", b"y")]],
    [],
]


def test_the_key_changes_with_content_name_order_and_the_bounds_of_packs() -> None:
    keys = {cache_key(packs) for packs in [[FILES], *OTHER]}
    assert len(keys) == len(OTHER) + 1
    assert cache_key([list(FILES)]) == cache_key([FILES])


@pytest.mark.parametrize("name", ["schema/entities.yml", "schema/relations.yml", "text/scripts.tsv"])
def test_the_key_changes_with_the_vocabulary(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before = cache_key([FILES])
    monkeypatch.setattr(cache, "read_text", lambda each: read_text(each) + "\n# changed" * (each == name))
    assert cache_key([FILES]) != before


def test_changed_content_is_compiled_again(cache_folder: Path, pack: Path) -> None:
    load_contents([pack])
    stamp = (pack / "x.yml").stat().st_mtime
    (pack / "x.yml").write_text(PACK.replace("احمد", "محمد"), encoding="utf-8")
    os.utime(pack / "x.yml", (stamp, stamp))
    assert load_contents([pack]).entities["per:a"].name == "محمد"


def test_without_the_variable_the_user_s_folder_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("AFGRAPH_CACHE", raising=False)
    assert cache.cache_path("k").name == "k.pack"
    assert "afgraph" in cache.cache_path("k").parts[-2]
