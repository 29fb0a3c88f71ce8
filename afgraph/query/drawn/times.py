"""A timeline: a bar for each answer from its start to its end, under an axis of years."""

import datetime
from collections.abc import Sequence

from afgraph.dates import Interval
from afgraph.markup import Html
from afgraph.query.answer import Answer
from afgraph.query.drawn.pieces import WIDTH, box, colour, label, short, svg

_ROWS = 30
_ROW = 20
_LEFT = 330
_TICKS = 6


def draw_times(answers: Sequence[Answer], *, title: str = "") -> Html:
    """A drawing of the dated answers in their order; what has no date is left out, and so are rows past the last."""
    dated = [answer for answer in answers if answer.when is not None and _ends(answer.when) is not None]
    shown = dated[:_ROWS]
    spans = [_known(answer.when) for answer in shown]
    first = min((start for start, _ in spans), default=1)
    last = max((end for _, end in spans), default=366)
    last = max(last, first + 365)
    bars = [_bar(answer, span, at, first, last) for at, (answer, span) in enumerate(zip(shown, spans, strict=True))]
    height = len(shown) * _ROW + 46
    ticks = [_tick(first + (last - first) * at // _TICKS, first, last, height) for at in range(_TICKS + 1)]
    more = len(answers) - len(shown)
    note = f"{more} more not drawn" if more else "pale: not sure, denied or predicted; open to the right: no end known"
    return svg(height, [*ticks, *bars, label(10, height - 4, note, size=11, fill="#555")], title=title)


def _ends(when: Interval) -> tuple[int, int] | None:
    """The first and last day that an interval's known ends name."""
    ends = [each for each in (when.start, when.end) if each is not None]
    return (min(each.earliest for each in ends), max(each.latest for each in ends)) if ends else None


def _known(when: Interval | None) -> tuple[int, int]:
    ends = _ends(when) if when is not None else None
    return ends if ends is not None else (1, 1)


def _x(day: int, first: int, last: int) -> float:
    return _LEFT + (day - first) / (last - first) * (WIDTH - _LEFT - 20)


def _bar(answer: Answer, span: tuple[int, int], at: int, first: int, last: int) -> str:
    y = 24 + at * _ROW
    open_end = answer.when is not None and answer.when.end is None
    x1, x2 = _x(span[0], first, last), (WIDTH - 20 if open_end else _x(span[1], first, last))
    pale = "" if answer.verdict == "yes" else "66"
    bar = box(x1, y, max(x2 - x1, 4), 12, fill=colour(answer.sign) + pale, says=str(answer))
    mark = f"{answer.change}: " if answer.change else ""
    text = f"{mark}{answer.relation.replace('_', ' ')} {answer.value or answer.other.name}"
    return bar + label(_LEFT - 8, y + 10, short(text, 48), anchor="end", size=11)


def _tick(day: int, first: int, last: int, height: float) -> str:
    x = _x(day, first, last)
    year = datetime.date.fromordinal(min(max(day, 1), datetime.date.max.toordinal()))
    text = str(year.year) if last - first > 1500 else f"{year:%Y-%m}"
    rule = f'<line x1="{x:.1f}" y1="18" x2="{x:.1f}" y2="{height - 20:.0f}" stroke="#ddd"/>'
    return rule + label(x, 13, text, anchor="middle", size=11, fill="#555")
