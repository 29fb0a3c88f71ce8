from pathlib import Path
from typing import get_args

import pytest

from afgraph.model import Source, SourceKind
from afgraph.packs import load_contents


def source(folder: Path, fields: str) -> Source:
    (folder / "x.yml").write_text(f"src:s:\n  title: جنگ\n{fields}", encoding="utf-8")
    return load_contents([folder], cache=False).sources["src:s"]


def test_a_source_needs_no_more_than_a_title(tmp_path: Path) -> None:
    origin = f"{tmp_path.name}/x.yml:1"
    assert source(tmp_path, "") == Source(id="src:s", title="جنگ", kind="general", origin=origin)


@pytest.mark.parametrize("kind", get_args(SourceKind))
def test_every_kind_of_source_is_read(kind: str, tmp_path: Path) -> None:
    assert source(tmp_path, f"  kind: {kind}\n").kind == kind


def test_the_other_fields_are_read_as_they_stand(tmp_path: Path) -> None:
    found = source(tmp_path, "  url: https://example.org\n  locator: с. 2\n  published: 2021-08\n  confidence: 0.9\n")
    assert (found.url, found.locator, found.published, found.confidence) == (
        "https://example.org",
        "с. 2",
        "2021-08",
        0.9,
    )
