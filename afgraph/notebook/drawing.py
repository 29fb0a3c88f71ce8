"""Answers as a drawn graph: entities on a ring, blocs side by side, a line for each pair."""

import math
from collections.abc import Sequence
from html import escape

from afgraph.markup import Html
from afgraph.model import Entity
from afgraph.query import Answer, Answers

_RING = 190.0
_WIDTH, _HEIGHT = 860, 520
_FONT = "font-family:system-ui,'Noto Sans','Noto Naskh Arabic','Noto Sans Arabic',sans-serif"
_COLOURS = {"positive": "#2a7f3f", "negative": "#b3261e", "neutral": "#777777"}
_SEATS = 40

Point = tuple[float, float]


def draw_answers(*several: Answers, title: str = "") -> Html:
    """An SVG drawing of the pairs in some answers: allied green, hostile red, derived dashed, possible pale.

    Hovering over a line shows its sentence. More entities than fit on the ring are left out, and counted below it.

    >>> draw_answers().startswith("<svg")
    True
    """
    pairs = [answer for answers in several for answer in answers]
    seated, left_out = _seats(several)
    points = {entity.id: _point(at, len(seated)) for at, entity in enumerate(seated)}
    lines = [_line(pair, points) for pair in pairs if pair.entity.id in points and pair.other.id in points]
    labels = [_label(entity, points[entity.id]) for entity in seated]
    note = f"{left_out} more not drawn" if left_out else ""
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" '
        f'style="max-width:{_WIDTH}px;width:100%;{_FONT}"><title>{escape(title)}</title>'
    )
    foot = f'<text x="10" y="{_HEIGHT - 10}" font-size="12" fill="#555">{escape(note)}</text></svg>'
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


def _point(at: int, count: int) -> Point:
    angle = 2 * math.pi * at / max(count, 1) - math.pi / 2
    return _WIDTH / 2 + _RING * math.cos(angle), _HEIGHT / 2 + _RING * math.sin(angle)


def _line(answer: Answer, points: dict[str, Point]) -> str:
    (x1, y1), (x2, y2) = points[answer.entity.id], points[answer.other.id]
    dash = ' stroke-dasharray="6 5"' if answer.basis == "derived" else ""
    pale = ' stroke-opacity="0.4"' if answer.verdict != "yes" else ""
    bend = f"Q {_WIDTH / 2:.1f} {_HEIGHT / 2:.1f}"
    return (
        f'<path d="M {x1:.1f} {y1:.1f} {bend} {x2:.1f} {y2:.1f}" fill="none" stroke="{_COLOURS[answer.sign]}" '
        f'stroke-width="2"{dash}{pale}><title>{escape(str(answer))}</title></path>'
    )


def _label(entity: Entity, point: Point) -> str:
    x, y = point
    side = 1 if x > _WIDTH / 2 + 5 else (-1 if x < _WIDTH / 2 - 5 else 0)
    anchor = {1: "start", -1: "end", 0: "middle"}[side]
    tx, ty = x + 12 * side, y + (4 if side else (-26 if y < _HEIGHT / 2 else 22))
    native = entity.native_name or ""
    under = f'<tspan x="{tx:.1f}" dy="15" font-size="12" fill="#555" direction="ltr">{escape(native)}</tspan>'
    return (
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="6" fill="#30506e"><title>{escape(entity.about or entity.id)}</title>'
        f'</circle><text x="{tx:.1f}" y="{ty:.1f}" font-size="14" text-anchor="{anchor}">'
        f"{escape(entity.name)}{under if native else ''}</text>"
    )
