"""Blocs side by side: a box for each, and between them how many pairs are hostile."""

from collections.abc import Sequence
from html import escape

from afgraph.markup import Html
from afgraph.model import Entity
from afgraph.query.answer import Answer
from afgraph.query.drawn.pieces import WIDTH, box, colour, label, name_in_two_scripts, short, svg

_BOXES = 4
_NAMES = 22
_ROW = 17
_TOP = 60
_FILLS = ("#e8f0f7", "#f7efe3", "#eef5ea", "#f4eaf3")


def draw_blocs(answers: Sequence[Answer], blocs: Sequence[Sequence[Entity]], *, title: str = "") -> Html:
    """A drawing of the largest blocs, their members listed, hostile and friendly ties between them counted."""
    shown = blocs[:_BOXES]
    width = (WIDTH - 20) / max(len(shown), 1)
    rows = min(max((len(bloc) for bloc in shown), default=0), _NAMES) + 2
    height = _TOP + rows * _ROW + 46
    pieces = [_box(bloc, at, width) for at, bloc in enumerate(shown)]
    pieces += [_tie(answers, blocs, at, other, width) for other in range(len(shown)) for at in range(other)]
    names = "; ".join(", ".join(entity.name for entity in bloc[:3]) for bloc in blocs[_BOXES:])
    rest = f"not drawn: {names}" if names else "red: hostile pairs between two blocs; green: friendly ones"
    return svg(height, [*pieces, label(10, height - 8, short(rest, 130), size=11, fill="#555")], title=title)


def _box(bloc: Sequence[Entity], at: int, width: float) -> str:
    x, rows = 10 + at * width, min(len(bloc), _NAMES + 1) + 1
    pieces = [box(x + 4, _TOP, width - 16, rows * _ROW + 12, fill=_FILLS[at % len(_FILLS)], stroke="#99a")]
    pieces.append(label(x + 14, _TOP + 18, f"Bloc {at + 1}: {len(bloc)}", size=13, bold=True))
    for row, entity in enumerate(bloc[:_NAMES], start=1):
        says = f"<title>{escape(f'{entity.name}: {entity.about}')}</title>"
        names = name_in_two_scripts(entity, x + 14, x + width - 20, _TOP + 18 + row * _ROW)
        pieces.append(names.replace("</text>", f"{says}</text>"))
    if len(bloc) > _NAMES:
        more = f"and {len(bloc) - _NAMES} more"
        pieces.append(label(x + 14, _TOP + 18 + (_NAMES + 1) * _ROW, more, size=12, fill="#555"))
    return "".join(pieces)


def _tie(answers: Sequence[Answer], blocs: Sequence[Sequence[Entity]], one: int, other: int, width: float) -> str:
    """A line over the boxes between two blocs for the pairs between them, red where most are hostile."""
    ends = [{entity.id for entity in blocs[each]} for each in (one, other)]
    between = [
        each
        for each in answers
        if (each.entity.id in ends[0] and each.other.id in ends[1])
        or (each.entity.id in ends[1] and each.other.id in ends[0])
    ]
    against = sum(each.sign == "negative" for each in between)
    if not between:
        return ""
    x1, x2 = (10 + (each + 0.5) * width for each in (one, other))
    y = _TOP - 8 - 16 * (other - one - 1)
    sign = colour("negative" if against * 2 >= len(between) else "positive")
    says = "\n".join(str(each) for each in between[:12])
    stroke = f'fill="none" stroke="{sign}" stroke-width="{min(1 + len(between) / 3, 6):.1f}"'
    path = f'<path d="M {x1:.1f} {_TOP} V {y:.1f} H {x2:.1f} V {_TOP}" {stroke}><title>{escape(says)}</title></path>'
    text = f"{against} hostile" + (f", {len(between) - against} friendly" if len(between) > against else "")
    return path + label((x1 + x2) / 2, y - 4, text, anchor="middle", size=11, fill=sign)
