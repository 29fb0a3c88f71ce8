"""Answers as a drawn graph: entities on a ring, blocs side by side, a line for each pair."""

import math
import unicodedata
from collections.abc import Sequence
from html import escape

from afgraph.markup import Html
from afgraph.model import Entity
from afgraph.query import Answer, Answers

_RING = 210.0
_WIDTH = 860
_ROW = 36  # between the labels of one side: a name and its own script under it
_LOWEST = 440
_FONT = "font-family:system-ui,'Noto Sans','Noto Naskh Arabic','Noto Sans Arabic',sans-serif"
_COLOURS = {"positive": "#2a7f3f", "negative": "#b3261e", "neutral": "#777777"}
_LEGEND = "green: with; red: against; dashed: derived; thin: on paper only; pale: possibly"
_FOOT = 26  # room for the legend below the ring
_SEATS = 40
_LONGEST = 36  # letters of a label; more would run out of the drawing

Point = tuple[float, float]


def draw_answers(*several: Answers, title: str = "") -> Html:
    """An SVG drawing of the pairs in some answers: allied green, hostile red, derived dashed, possible pale.

    Hovering over a line shows its sentence. More entities than fit on the ring are left out, and counted below it.

    >>> draw_answers().startswith("<svg")
    True
    """
    pairs = [answer for answers in several for answer in answers]
    seated, left_out = _seats(several)
    height = max(_LOWEST, _ROW * (len(seated) + 1) // 2) + 60
    points = dict(zip((entity.id for entity in seated), _ring(len(seated), height), strict=True))
    lines = [_line(pair, points, height) for pair in pairs if pair.entity.id in points and pair.other.id in points]
    labels = [_label(entity, points[entity.id]) for entity in seated]
    note = f"{_LEGEND}; {left_out} more not drawn" if left_out else _LEGEND
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height + _FOOT}" role="img" '
        f'style="max-width:{_WIDTH}px;width:100%;{_FONT}"><title>{escape(title)}</title>'
    )
    foot = f'<text x="10" y="{height + _FOOT - 8}" font-size="12" fill="#555">{escape(note)}</text></svg>'
    return Html("".join([head, *lines, *labels, foot]))


def _seats(several: Sequence[Answers]) -> tuple[list[Entity], int]:
    """The entities in the order of the ring, blocs together, and how many found no seat."""
    order: dict[str, Entity] = {}
    for answers in several:
        for bloc in answers.blocs:
            for entity in bloc:
                order.setdefault(entity.id, entity)
        for answer in answers:
            order.setdefault(answer.entity.id, answer.entity)
            order.setdefault(answer.other.id, answer.other)
    entities = list(order.values())
    return entities[:_SEATS], max(0, len(entities) - _SEATS)


def _ring(count: int, height: int) -> list[Point]:
    """Places on a ring, clockwise from the top; rows of each side stand equally far apart, so no labels overlap."""
    right = (count + 1) // 2
    down = [_place(at, right, height, side=1) for at in range(right)]
    up = [_place(at, count - right, height, side=-1) for at in range(count - right)]
    return [*down, *reversed(up)]


def _place(at: int, rows: int, height: int, *, side: int) -> Point:
    level = (2 * at + 1) / rows - 1
    return _WIDTH / 2 + side * _RING * math.sqrt(1 - level * level), height / 2 + level * (height / 2 - 20)


def _line(answer: Answer, points: dict[str, Point], height: int) -> str:
    (x1, y1), (x2, y2) = points[answer.entity.id], points[answer.other.id]
    dash = ' stroke-dasharray="6 5"' if answer.basis == "derived" else ""
    pale = ' stroke-opacity="0.4"' if answer.verdict != "yes" else ""
    width = "0.8" if answer.standing == "formal" else "2"
    bend = f"Q {((x1 + x2) / 2 + _WIDTH / 2) / 2:.1f} {((y1 + y2) / 2 + height / 2) / 2:.1f}"
    return (
        f'<path d="M {x1:.1f} {y1:.1f} {bend} {x2:.1f} {y2:.1f}" fill="none" stroke="{_COLOURS[answer.sign]}" '
        f'stroke-width="{width}"{dash}{pale}><title>{escape(str(answer))}</title></path>'
    )


def _label(entity: Entity, point: Point) -> str:
    x, y = point
    right = x > _WIDTH / 2
    anchor = "start" if right else "end"
    tx, ty = x + (12 if right else -12), y + 4
    native = _cut(entity.native_name or "")
    under = f'<tspan x="{tx:.1f}" dy="15" font-size="12" fill="#555" direction="ltr">{escape(native)}</tspan>'
    return (
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="6" fill="#30506e"><title>{escape(_hover(entity))}</title>'
        f'</circle><text x="{tx:.1f}" y="{ty:.1f}" font-size="14" text-anchor="{anchor}">'
        f"{escape(_cut(entity.name))}{under if native else ''}</text>"
    )


def _hover(entity: Entity) -> str:
    return f"{entity.name}: {entity.about}" if entity.about else f"{entity.name} [{entity.id}]"


def _cut(name: str) -> str:
    """A name short enough for a label; the whole one shows on hovering."""
    if len(name) <= _LONGEST:
        return name
    last = "\u200f" if unicodedata.bidirectional(name[0]) in ("R", "AL") else ""  # keeps the dots behind the name
    return f"{name[: _LONGEST - 1].rstrip()}…{last}"
