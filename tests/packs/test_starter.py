"""The starter pack: it loads, it is clean, it shows each kind of entry, and nothing of anybody's is overwritten."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afgraph.errors import PackError
from afgraph.packs import lint_pack, load_contents
from afgraph.packs.read_entity import SCHEMA_OF_PREFIX
from afgraph.packs.starter import start_pack


def test_it_loads_and_lint_finds_nothing(tmp_path: Path) -> None:
    files = start_pack(tmp_path / "new" / "pack", name="my-region", title="My region")
    assert all(file.is_file() for file in files)
    contents = load_contents([tmp_path / "new" / "pack"], cache=False)
    assert contents.titles == ("My region",)
    assert lint_pack(tmp_path / "new" / "pack") == []


def test_it_shows_every_kind_of_entry_once_and_says_that_it_is_made_up(tmp_path: Path) -> None:
    files = start_pack(tmp_path, name="x", title="X")
    contents = load_contents([tmp_path], cache=False)
    assert {each[:3] for each in contents.entities} == set(SCHEMA_OF_PREFIX)
    assert contents.sources
    assert contents.lexicon
    assert {name.kind for entity in contents.entities.values() for name in entity.names} >= {"canonical", "alias"}
    assert any(claim.quantity for claim in contents.claims.values())
    ids = [*contents.entities, *contents.sources]
    assert [each for each in ids if "example" not in each and each != "src:general-knowledge"] == []
    assert all(file.read_text(encoding="utf-8").startswith("# ") for file in files)


@given(title=st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=20))
def test_any_printable_title_comes_back_as_it_was(title: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("pack")
    if title.strip() and title.isprintable():
        start_pack(folder, name="x", title=title)
        assert load_contents([folder], cache=False).titles == (title,)
    else:
        with pytest.raises(PackError, match="title"):
            start_pack(folder, name="x", title=title)


@pytest.mark.parametrize("title", ["", "  ", "a\nb", "a\u202eb", "a\0b", "\udc80"])
def test_a_title_that_hides_something_is_refused(title: str, tmp_path: Path) -> None:
    with pytest.raises(PackError, match="one line of text without hidden characters"):
        start_pack(tmp_path / "x", name="x", title=title)
    assert not (tmp_path / "x").exists()


def test_a_persian_title_with_its_joiner_is_welcome(tmp_path: Path) -> None:
    start_pack(tmp_path, name="x", title="گروه‌های ما")
    assert load_contents([tmp_path], cache=False).titles == ("گروه‌های ما",)


@pytest.mark.parametrize("name", ["", "My", "a b", "-a", "a--b", "a/b", "ا", "a\n"])
def test_a_name_that_is_no_short_name_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(PackError, match=re.escape(f"name {name!r}")):
        start_pack(tmp_path / "x", name=name, title="X")


def test_a_folder_that_holds_files_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(PackError, match="holds files; name a new or empty folder"):
        start_pack(tmp_path, name="x", title="X")
    with pytest.raises(PackError, match="is a file; name a new or empty folder"):
        start_pack(tmp_path / "mine.txt", name="x", title="X")
    assert [each.name for each in tmp_path.iterdir()] == ["mine.txt"]
