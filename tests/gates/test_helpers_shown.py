"""Every helper that answers has a row in the reference, and a how-to that uses it and shows a picture."""

import inspect
import re
from pathlib import Path

import pytest

import afgraph as af
from afgraph.query import Answers

DOCS = Path(__file__).resolve().parents[2] / "docs"
QUERIES = (DOCS / "reference" / "queries.md").read_text(encoding="utf-8")


def _helpers() -> list[str]:
    """The public methods of the graph that give `Answers`, or answers of many."""
    methods = inspect.getmembers(af.KnowledgeGraph, inspect.isfunction)
    asked = [name for name, method in methods if inspect.signature(method).return_annotation is Answers]
    return sorted(name for name in [*asked, "allies_many", "enemies_many", "as_of"] if not name.startswith("_"))


def _how_tos() -> dict[str, Path]:
    """The how-to of each helper by the table of the reference, where "the same" is that of the row above."""
    found: dict[str, Path] = {}
    page: Path | None = None
    for row in re.findall(r"(?m)^\| (`.*) \|$", QUERIES):
        call, _, last = row.rpartition(" | ")
        linked = re.search(r"\]\(\.\./how-to/([\w-]+\.md)\)", last)
        page = DOCS / "how-to" / linked[1] if linked else page
        if page is not None and (linked or last == "the same"):
            found |= dict.fromkeys(re.findall(r"`(\w+)(?:\(|`)", call.split(" | ")[0]), page)
    return found


def test_the_helpers_are_found() -> None:
    assert {"allies", "blocs", "path", "controls", "alive", "ask"} <= set(_helpers())
    assert len(_helpers()) > 25


@pytest.mark.parametrize("helper", _helpers())
def test_a_helper_has_a_row_and_a_how_to_that_uses_it(helper: str) -> None:
    page = _how_tos()[helper].read_text(encoding="utf-8")
    code = "\n".join(line for line in page.splitlines() if line.startswith((">>>", "...")))
    assert re.search(rf"\.{helper}\(", code), f"no example of {helper} in its how-to"


@pytest.mark.parametrize("page", sorted(set(_how_tos().values())), ids=lambda page: page.name)
def test_a_how_to_shows_pictures_that_are_there(page: Path) -> None:
    shown = re.findall(r"!\[([^\]]+)\]\((pictures/[\w-]+\.svg)\)", page.read_text(encoding="utf-8"))
    assert shown, "no picture"
    assert [picture for _, picture in shown if not (page.parent / picture).is_file()] == []
