from pathlib import Path

import pytest

from afgraph.errors import PackError
from afgraph.packs import load_contents

GOOD = "per:a:\n  names:\n    eng: Ahmad\nper:b:\n  names:\n    prs: مسعود\n"
SOURCE = "src:s:\n  title: Книга\n  kind: book\n"


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
