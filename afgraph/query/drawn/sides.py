"""Two columns: who was asked about, and who answers, a line for each answer."""

from collections.abc import Iterable, Sequence

from afgraph.markup import Html
from afgraph.model import Entity
from afgraph.query.answer import Answer
from afgraph.query.drawn.pieces import WIDTH, label, line, name_in_two_scripts, short, svg

_ROWS = 16
_ROW = 26
_LEFT, _RIGHT = WIDTH * 0.34, WIDTH * 0.66
_LEGEND = "green: with; red: against; dashed: derived; thin: on paper only; pale: not sure"


def draw_sides(answers: Sequence[Answer], *, title: str = "") -> Html:
    """A drawing of some answers, the entities asked about on the left, those that answer on the right."""
    left, right = (_places(each.entity for each in answers), _places(each.other for each in answers))
    height = max(len(left), len(right), 1) * _ROW + 40
    lines = [_line(each, left, right) for each in answers if each.entity.id in left and each.other.id in right]
    ends = {end.id: end for each in answers for end in (each.entity, each.other)}
    labels = [label(_LEFT - 8, y + 4, short(ends[each].name, 40), anchor="end") for each, y in left.items()]
    labels += [name_in_two_scripts(ends[each], _RIGHT + 8, WIDTH - 10, y + 4, size=13) for each, y in right.items()]
    more = len({each.other.id for each in answers}) - len(right)
    note = f"{_LEGEND}; {more} more not drawn" if more > 0 else _LEGEND
    return svg(height, [*lines, *labels, label(10, height - 8, note, size=11, fill="#555")], title=title)


def _places(entities: Iterable[Entity]) -> dict[str, float]:
    ids = list(dict.fromkeys(entity.id for entity in entities))[:_ROWS]
    return {each: (at + 0.7) * _ROW for at, each in enumerate(ids)}


def _line(answer: Answer, left: dict[str, float], right: dict[str, float]) -> str:
    style = ' stroke-dasharray="6 5"' if answer.basis == "derived" else ""
    style += ' stroke-opacity="0.4"' if answer.verdict != "yes" else ""
    style += ' style="stroke-width:0.8"' if answer.standing == "formal" else ""
    ends = (_LEFT, left[answer.entity.id], _RIGHT, right[answer.other.id])
    return line(*ends, sign=answer.sign, says=str(answer), style=style)
