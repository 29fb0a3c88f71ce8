from pathlib import Path

import pytest

from afgraph.errors import PackError
from afgraph.packs import load_contents
from afgraph.packs.requirements import digest_of

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
        ("title: x\nneeds: 0.2\n", "2:1: needs '0.2' is not a requirement, such as 'afgraph>=0.2'"),
        ("title: x\nneeds: afgraph >= 99.1\nnew: 1\n", r"2:1: needs afgraph >= 99.1, and this is [0-9.]+; upgrade"),
        ("title: x\ndigest: abc\n", "2:1: digest 'abc' is not 'sha256:' and 64 hexadecimal digits"),
    ],
)
def test_a_faulty_pack_file_is_refused_at_its_place(content: str, problem: str, tmp_path: Path) -> None:
    (tmp_path / "pack.yml").write_text(content, encoding="utf-8")
    with pytest.raises(PackError, match=f"pack.yml:{problem}"):
        load_contents([tmp_path], cache=False)


@pytest.mark.parametrize("needs", ["afgraph>=0", "afgraph>=0.0.1", "afgraph >= 0.1"])
def test_a_pack_that_an_older_library_can_read_is_read(needs: str, tmp_path: Path) -> None:
    (tmp_path / "pack.yml").write_text(f"name: x\ntitle: X\nneeds: {needs}\n", encoding="utf-8")
    assert load_contents([tmp_path], cache=False).titles == ("X",)


def test_of_a_pack_for_a_newer_library_only_that_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("new:a: {novelty: 1}\n", encoding="utf-8")
    (tmp_path / "pack.yml").write_text("form: 7\nneeds: afgraph>=99\n", encoding="utf-8")
    with pytest.raises(PackError) as caught:
        load_contents([tmp_path], cache=False)
    [problem] = caught.value.problems
    assert "pack.yml:2:1: needs afgraph >= 99, and this is " in problem


CHANGES = [("x.yml", GOOD + "# more\n"), ("z.yml", GOOD.replace("per:", "org:")), ("y.yml", "# Groups.\n")]


@pytest.mark.parametrize(("file", "text"), CHANGES, ids=["longer", "one more", "another"])
@pytest.mark.filterwarnings("ignore:.*holds no entry:UserWarning")
def test_a_digest_finds_every_change_of_the_files(file: str, text: str, tmp_path: Path) -> None:
    files = {"x.yml": GOOD, "y.yml": GOOD.replace("per:", "grp:")}
    digest = digest_of([(f"any/{name}", content.encode()) for name, content in files.items()])
    for name, content in {**files, "pack.yml": f"name: x\ntitle: X\ndigest: {digest}\n"}.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    assert len(load_contents([tmp_path], cache=False).entities) == 4
    (tmp_path / file).write_text(text, encoding="utf-8")
    with pytest.raises(PackError, match=rf"pack.yml:3:1: digest: expected {digest}, actual sha256:[0-9a-f]{{64}}; get"):
        load_contents([tmp_path], cache=False)
