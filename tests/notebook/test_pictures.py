"""The pictures of the how-tos are those that their questions draw today, and each how-to shows its own."""

import re
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

import afgraph as af
from afgraph.notebook import draw

HOW_TO = Path(__file__).resolve().parents[2] / "docs" / "how-to"
FILES = sorted((HOW_TO / "pictures").glob("*.svg"))


def _make() -> Any:
    spec = spec_from_file_location("make_pictures", HOW_TO / "pictures" / "make.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_each_picture_is_what_its_question_draws(kg: af.KnowledgeGraph) -> None:
    drawn = dict(_make().pictures(kg))
    assert sorted(drawn) == FILES
    assert [file.name for file, text in drawn.items() if file.read_text(encoding="utf-8") != text] == []


def test_each_picture_is_shown_and_each_that_is_shown_is_there() -> None:
    shown = {
        name for page in HOW_TO.glob("*.md") for name in re.findall(r"pictures/([\w-]+\.svg)", page.read_text("utf-8"))
    }
    assert shown == {file.name for file in FILES}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_picture_is_well_formed_and_asks_for_nothing(file: Path) -> None:
    root = ET.fromstring(file.read_text(encoding="utf-8"))  # noqa: S314 - our own text
    tags = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert tags <= {"svg", "title", "text", "line", "path", "rect", "circle"}
    assert not any("href" in name for element in root.iter() for name in element.attrib)


def test_nothing_draws_an_empty_picture(kg: af.KnowledgeGraph) -> None:
    for answers in (
        kg.allies("Ahmad Shah Massoud", on="2021"),
        kg.timeline("per:abdul-rashid-dostum", on="1950"),
        kg.blocs(on="1900"),
        kg.path("per:ahmad-massoud", "pos:president-russia", on="1950"),
    ):
        assert ET.fromstring(draw(answers)).tag.endswith("svg")  # noqa: S314 - our own text
        assert answers._repr_html_()
