import os
from pathlib import Path

import pytest

from afgraph.errors import PackError
from afgraph.packs import find_pack, load_contents
from afgraph.packs.find import pack_files, read_file


def test_a_shipped_pack_is_found_by_name() -> None:
    assert (find_pack("afghanistan") / "pack.yml").is_file()


def test_a_path_that_exists_is_taken_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "کابل.yml").touch()
    assert find_pack(tmp_path) == tmp_path
    assert find_pack(str(tmp_path / "کابل.yml")) == tmp_path / "کابل.yml"


@pytest.mark.parametrize("pack", ["afganistan", "/no/such/folder", "нет.yml", "a\0b"])
def test_what_is_nowhere_is_refused_and_shipped_packs_are_named(pack: str) -> None:
    with pytest.raises(PackError, match="no such folder, file or shipped pack; shipped are: afghanistan"):
        find_pack(pack)


def test_the_files_of_a_pack_come_sorted_from_every_folder_below(tmp_path: Path) -> None:
    for name in ("z.yml", "a/b/c.yml", "a/note.txt", "b.yaml", "م.yml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    names = [path.relative_to(tmp_path).as_posix() for path in pack_files(tmp_path)]
    assert names == ["a/b/c.yml", "b.yaml", "z.yml", "م.yml"]
    assert pack_files(tmp_path / "b.yaml") == [tmp_path / "b.yaml"]


def test_a_folder_without_a_pack_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"holds no \.yml file"):
        load_contents([tmp_path])


def test_what_is_no_plain_file_is_refused_by_name_and_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yml")
    (tmp_path / "folder.yml").mkdir()
    (tmp_path / "gone.yml").symlink_to(tmp_path / "nowhere")
    (tmp_path / "zero.yml").symlink_to("/dev/zero")
    for path in pack_files(tmp_path):
        with pytest.raises(PackError, match=rf"{path.name}: is no plain file; remove or rename it"):
            read_file(path)
    with pytest.raises(PackError, match=r"folder\.yml: is no plain file"):
        load_contents([tmp_path])


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "x.yml").touch()
    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(PackError, match=r"x\.yml: cannot be read: Permission denied"):
        load_contents([tmp_path])
