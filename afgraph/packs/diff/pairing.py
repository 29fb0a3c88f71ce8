"""Which of some old values became which of some new ones."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

from afgraph.dates import Date, Interval

Value = TypeVar("Value")
Pair = tuple[Value | None, Value | None]
Likeness = Callable[[Value], Hashable]
Distance = Callable[[Value, Value], float]

_FAR = 10**6  # days between a known end and an unknown one: more than between any two known ones


def pair_off(
    old: Sequence[Value], new: Sequence[Value], *, stages: Iterable[Likeness[Value]], distance: Distance[Value]
) -> list[Pair[Value]]:
    """Every value once, beside the one on the other side that it became, or beside `None`.

    Each stage pairs values that are alike in its sense, the nearest first; who finds nobody goes to the next stage.
    Seen from the other side the pairs are the same ones turned round.

    >>> near = lambda one, other: abs(one - other)
    >>> pair_off([10, 20], [21, 90, 10], stages=[lambda value: value, lambda value: value < 50], distance=near)
    [(10, 10), (20, 21), (None, 90)]
    """
    pairs: list[Pair[Value]] = []
    for alike in stages:
        olds, news = _grouped(old, alike), _grouped(new, alike)
        for likeness in filter(news.__contains__, olds):
            found = _nearest(olds[likeness], news[likeness], distance)
            pairs.extend(found)
        old = _rest(old, [one for one, _ in pairs])
        new = _rest(new, [other for _, other in pairs])
    return [*pairs, *((one, None) for one in old), *((None, other) for other in new)]


def _grouped(values: Iterable[Value], alike: Likeness[Value]) -> dict[Hashable, list[Value]]:
    groups: dict[Hashable, list[Value]] = defaultdict(list)
    for value in values:
        groups[alike(value)].append(value)
    return groups


def _rest(values: Sequence[Value], paired: Sequence[Value | None]) -> list[Value]:
    taken = set(map(id, paired))
    return [value for value in values if id(value) not in taken]


def _nearest(old: list[Value], new: list[Value], distance: Distance[Value]) -> list[tuple[Value, Value]]:
    """The two nearest, then the two nearest of the rest; equally near ones by their text, whichever side is first."""
    if len(old) == len(new) == 1:
        return [(old[0], new[0])]
    texts = list(map(repr, old)), list(map(repr, new))
    near = [
        (distance(one, other), sorted((texts[0][at], texts[1][to])), at, to)
        for at, one in enumerate(old)
        for to, other in enumerate(new)
    ]
    pairs: list[tuple[Value, Value]] = []
    olds, news = set(range(len(old))), set(range(len(new)))
    for _, _, at, to in sorted(near):
        if at in olds and to in news:
            olds.remove(at)
            news.remove(to)
            pairs.append((old[at], new[to]))
    return pairs


def days_between(one: Interval | None, other: Interval | None) -> int:
    """How far two intervals lie apart: the days between their starts and between their ends.

    >>> from afgraph.dates import parse_interval
    >>> days_between(parse_interval("1994/1995-01-01"), parse_interval("1994/1995-01-31"))
    30
    """
    (start, end), (other_start, other_end) = [(each.start, each.end) if each else (None, None) for each in (one, other)]
    return _apart(start, other_start) + _apart(end, other_end)


def _apart(one: Date | None, other: Date | None) -> int:
    if one is None or other is None:
        return 0 if one is other else _FAR
    return abs((one.earliest + one.latest) - (other.earliest + other.latest)) // 2
