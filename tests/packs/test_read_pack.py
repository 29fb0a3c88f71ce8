from pathlib import Path

import pytest

from afgraph.errors import PackError
from afgraph.packs import load_contents

GOOD = "per:a:\n  names:\n    eng: Ahmad\nper:b:\n  names:\n    prs: مسعود\n"
SOURCE = "src:s:\n  title: Книга\n  kind: book\n"


def test_a_later_pack_replaces_entries_of_an_earlier_one(tmp_path: Path) -> None:
    first, second = tmp_path / "first.yml", tmp_path / "second.yml"
    claim = "src:s2:\n  title: t\n"
    first.write_text(GOOD + SOURCE + claim, encoding="utf-8")
    second.write_text("per:a:\n  names:\n    rus: Ахмад\nsrc:s:\n  - per:a rival_of per:b\n", encoding="utf-8")
    contents = load_contents([first, second, second])
    assert contents.entities["per:a"].name == "Ахмад"
    assert contents.entities["per:b"].name == "مسعود"
    assert list(contents.claims) == ["per:a rival_of per:b @s"]


def test_a_pack_file_gives_the_title(tmp_path: Path) -> None:
    (tmp_path / "pack.yml").write_text("name: x\ntitle: بسته\nversion: 1\nlicense: MIT\n", encoding="utf-8")
    assert load_contents([tmp_path], cache=False).titles == ("بسته",)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("name: x\n", "1:1: 'title' is missing"),
        ("title: x\nversoin: 1\n", "2:1: field 'versoin' is not known; did you"),
    ],
)
def test_a_faulty_pack_file_is_refused_at_its_place(content: str, problem: str, tmp_path: Path) -> None:
    (tmp_path / "pack.yml").write_text(content, encoding="utf-8")
    with pytest.raises(PackError, match=f"pack.yml:{problem}"):
        load_contents([tmp_path], cache=False)
