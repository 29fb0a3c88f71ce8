"""The drawn graph: a place for each entity, a line for each pair, labels apart."""

import re
from collections.abc import Callable
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

import afgraph as af
from afgraph.model import Entity, Name
from afgraph.notebook import draw, draw_answers
from afgraph.notebook.drawing import _ring
from afgraph.query import Answers
from afgraph.query.drawn.pieces import name_in_two_scripts

_SVG = "{http://www.w3.org/2000/svg}"


def _parsed(drawing: str) -> ET.Element:
    return ET.fromstring(drawing)  # noqa: S314 - our own text


def test_a_drawing_is_well_formed_and_has_a_line_a_pair_and_a_label_an_entity(kg: af.KnowledgeGraph) -> None:
    answers = kg.allies("Dostum", on="1994-01-15")
    svg = _parsed(draw_answers(answers, title="Dostum"))
    assert svg.findtext(f"{_SVG}title") == "Dostum"
    assert len(svg.findall(f"{_SVG}path")) == len(answers)
    assert len(svg.findall(f"{_SVG}circle")) == len(set(answers.ids)) + 1
    titles = [path.findtext(f"{_SVG}title") for path in svg.findall(f"{_SVG}path")]
    assert titles == [str(answer) for answer in answers]


def test_allied_hostile_derived_and_possible_look_different(kg: af.KnowledgeGraph) -> None:
    answers = [*kg.allies("Dostum", on="1994-01-15"), *kg.enemies("Dostum", on="1994-01-15")]
    svg = _parsed(draw_answers(Answers("", answers)))
    for answer, path in zip(answers, svg.findall(f"{_SVG}path"), strict=True):
        assert path.get("stroke") == ("#2a7f3f" if answer.sign == "positive" else "#b3261e")
        assert ("stroke-dasharray" in path.attrib) is (answer.basis == "derived")
        assert ("stroke-opacity" in path.attrib) is (answer.verdict != "yes")


def test_no_answers_give_an_empty_drawing() -> None:
    assert _parsed(draw_answers()).findall(f"{_SVG}circle") == []


def test_who_finds_no_seat_is_counted(kg: af.KnowledgeGraph) -> None:
    answers = kg.who_is_allied_with_whom()
    entities = {end.id for answer in answers for end in (answer.entity, answer.other)}
    assert f"; {len(entities) - 40} more not drawn<" in draw_answers(answers)


@pytest.mark.parametrize("count", range(41))
def test_places_lie_in_the_drawing_and_labels_of_one_side_stand_apart(count: int) -> None:
    height = max(440, 36 * (count + 1) // 2) + 60
    points = _ring(count, height)
    assert len(points) == len(set(points)) == count
    assert all(0 < x < 860 and 0 < y < height for x, y in points)
    for side in ([y for x, y in points if x > 430], [y for x, y in points if x < 430]):
        rows = sorted(side)
        assert all(below - above > 30 for above, below in pairwise(rows))


def test_a_long_label_is_cut_and_whole_on_hovering(load_pack: Callable[..., af.KnowledgeGraph]) -> None:
    names = f"    eng: {'Anna ' * 12}Alpha\n    prs: {'انا ' * 12}الفا\n"
    pack = f"per:a:\n  names:\n{names}per:b:\n  names:\n    eng: Boris\n"
    graph = load_pack(pack, "per:a allied_with per:b 1990/..")
    drawing = draw_answers(graph.allies("per:a"))
    labels = re.findall(r'<text [^>]*font-size="14"[^>]*>([^<]*)', drawing)
    assert labels[0] == f"{'Anna ' * 7}…".replace(" …", "…")
    assert f"<title>{graph.entity('per:a').name} [per:a]</title>" in drawing
    assert "…\u200f</tspan>" in drawing


def test_blocs_and_sides_show_names_in_both_scripts_each_as_a_text_of_its_own(kg: af.KnowledgeGraph) -> None:
    blocs, allies = draw(kg.blocs(on="1997-01-01")), draw(kg.allies("Ahmad Massoud", on="2021-08-24"))
    assert re.search(r'font-weight="bold">Bloc 1: \d+</text>', blocs)
    assert re.search(r">احمد شاه مسعود<", blocs)
    assert re.search(r'text-anchor="end"[^>]*>امرالله صالح</text>', allies)


def test_a_name_in_its_own_script_is_left_out_where_there_is_no_room() -> None:
    forms = ("Ahmad Shah Massoud", "eng", "Latn"), ("احمد شاه مسعود", "prs", "Arab")
    names = tuple(Name(form=form, lang=lang, script=script, kind="canonical") for form, lang, script in forms)
    entity = Entity(id="per:a", schema="Person", names=names)
    assert name_in_two_scripts(entity, 0, 300, 10).count("<text") == 2
    assert name_in_two_scripts(entity, 0, 150, 10).count("<text") == 1
    assert "…" in name_in_two_scripts(entity, 0, 60, 10)
