from pathlib import Path

import pytest

from afgraph.errors import PackError
from afgraph.packs import find_pack, lint_pack

CLEAN = "per:a:\n  names:\n    eng:\n      - alias: A\n        source: src:s\n"
SOURCE = "src:s:\n  title: s\n"

FINDINGS = [
    (
        "order",
        "per:b:\n  names:\n    eng: B\nper:a:\n  names:\n    eng: A\n",
        ":4:1: 'per:a' comes after 'per:b'; keys",
    ),
    ("unused source", "per:a:\n  names:\n    eng: A\nsrc:x:\n  title: x\n", ":4: source src:x is used by nothing"),
    ("space", "per:a: \n  names:\n    eng: A\n", ":1: space at the end of the line; remove it"),
    ("tab", "per:a:\n  names:\t\n    eng: A\n", ":2: space at the end of the line; remove it"),
    ("CRLF", "per:a:\r\n  names:\n    eng: A\n", ":1: space at the end of the line; remove it"),
    ("bidi in comment", "# \u202e\nper:a:\n  names:\n    eng: A\n", ":1: hidden character U+202E; remove it"),
    ("zero width", "per:a:\n  names:\n    eng: A\u200bB\n", ":3: hidden character U+200B; remove it"),
    ("soft hyphen", "per:a:\n  names:\n    eng: A\u00adB\n", ":3: hidden character U+00AD; remove it"),
]


def pack(folder: Path, content: str) -> Path:
    path = folder / "pack"
    path.mkdir()
    (path / "x.yml").write_bytes(content.encode())
    return path


@pytest.mark.parametrize(("content", "finding"), [each[1:] for each in FINDINGS], ids=[each[0] for each in FINDINGS])
def test_what_loads_and_yet_should_not_stand_is_found_at_its_line(content: str, finding: str, tmp_path: Path) -> None:
    [found] = lint_pack(pack(tmp_path, content))
    assert f"x.yml{finding}" in found


@pytest.mark.parametrize(
    "content",
    [CLEAN + SOURCE, "per:a:\n  names:\n    prs: احمد‌شاه\n", "per:a:\n  names:\n    eng: A\nsrc:s:\n  title: s\n"],
    ids=["source of a name", "ZWNJ", "source of a claim"],
)
def test_a_clean_pack_has_no_findings(content: str, tmp_path: Path) -> None:
    path = pack(tmp_path, content)
    if "alias" not in content and "src:s" in content:
        (path / "y.yml").write_text("src:s:\n  - claim: per:a has_strength -\n    value: x\n", encoding="utf-8")
    assert lint_pack(path) == []


def test_the_shipped_pack_is_clean() -> None:
    assert lint_pack(find_pack("afghanistan")) == []


@pytest.mark.parametrize("content", [b"\xff", b"per:a: [", b"per:a: &x 1\n"])
def test_a_pack_that_does_not_load_is_refused_with_its_problems(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "x.yml").write_bytes(content)
    with pytest.raises(PackError, match="nothing was loaded"):
        lint_pack(tmp_path)
