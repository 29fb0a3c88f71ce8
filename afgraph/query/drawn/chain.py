"""A path: its entities in a row, what joins each two above the line."""

from collections.abc import Sequence
from html import escape

from afgraph.markup import Html
from afgraph.query.answer import Answer
from afgraph.query.drawn.pieces import WIDTH, label, line, short, svg

_ROWS = 5
_ROW = 84


def draw_chain(answers: Sequence[Answer], *, title: str = "") -> Html:
    """A drawing of some paths, one below the other."""
    pieces = [piece for at, answer in enumerate(answers[:_ROWS]) for piece in _row(answer, (at + 0.55) * _ROW)]
    height = min(len(answers), _ROWS) * _ROW + 20
    if len(answers) > _ROWS:
        pieces.append(label(10, height - 6, f"{len(answers) - _ROWS} more not drawn", size=11, fill="#555"))
    return svg(height, pieces, title=title)


def _row(answer: Answer, y: float) -> list[str]:
    steps = answer.steps
    apart = (WIDTH - 160) / max(len(steps), 1)
    pieces = [_point(80, y, answer.entity.name)]
    for at, step in enumerate(steps):
        x = 80 + at * apart
        pieces.append(line(x + 8, y, x + apart - 8, y, sign=step.sign, says=step.says))
        pieces.append(label(x + apart / 2, y - 8, short(step.word, int(apart / 6)), anchor="middle", size=11))
        pieces.append(_point(x + apart, y, step.to.name))
    return pieces


def _point(x: float, y: float, name: str) -> str:
    dot = f'<circle cx="{x:.1f}" cy="{y:.1f}" r="6" fill="#30506e"><title>{escape(name)}</title></circle>'
    return dot + label(x, y + 24, short(name, 22), anchor="middle", size=12)
