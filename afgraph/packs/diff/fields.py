"""Fields compared, each before and after."""

from collections.abc import Callable, Iterable

from afgraph.dates import Date, Interval
from afgraph.packs.diff.changes import FieldChange

SameAs = Callable[[str], str]


def itself(text: str) -> str:
    """The text: values that are no ids are the same only where they are equal."""
    return text


def field_changes(old: object, new: object, *fields: str) -> list[FieldChange]:
    """The changes in some fields of two values of one class, each shown as text; empty text is as good as none."""
    found = (_change(field, getattr(old, field), getattr(new, field)) for field in fields)
    return [each for each in found if each.old != each.new]


def id_changes(field: str, old: str | None, new: str | None, same: SameAs) -> list[FieldChange]:
    """The change in a field that holds an id; an entity that was renamed is still the same."""
    alike = (old and same(old)) == (new and same(new))
    return [] if alike else [_change(field, old, new)]


def list_changes(field: str, old: Iterable[str], new: Iterable[str], same: SameAs = itself) -> list[FieldChange]:
    """What was taken from a list whose order means nothing, and what was added to it, one change each.

    >>> [str(each) for each in list_changes("former_ids", ["per:a", "per:b"], ["per:b", "per:c"])]
    ['former_ids - per:a', 'former_ids + per:c']
    """
    olds, news = {same(each): each for each in sorted(old)}, {same(each): each for each in sorted(new)}
    gone = [FieldChange(field=field, old=olds[each], new=None) for each in olds.keys() - news.keys()]
    come = [FieldChange(field=field, old=None, new=news[each]) for each in news.keys() - olds.keys()]
    return sorted([*gone, *come], key=lambda each: each.old or each.new or "")


def time_changes(old: Interval | None, new: Interval | None) -> list[FieldChange]:
    """The start or the end where one of them changed, else the whole.

    >>> from afgraph.dates import parse_interval
    >>> [str(each) for each in time_changes(parse_interval("1994/1996-05"), parse_interval("1994/1996-06"))]
    ['end 1996-05 -> 1996-06']
    """
    if old == new:
        return []
    ends = end_changes(old, new, "start", "end")
    return ends if len(ends) == 1 else [_change("when", old, new)]


def end_changes(old: Interval | None, new: Interval | None, start: str, end: str) -> list[FieldChange]:
    """The changes in the two ends of an interval, under the names that they go by."""
    (was_from, was_to), (is_from, is_to) = _ends(old), _ends(new)
    found = [FieldChange(field=start, old=was_from, new=is_from), FieldChange(field=end, old=was_to, new=is_to)]
    return [each for each in found if each.old != each.new]


def _ends(when: Interval | None) -> tuple[str | None, str | None]:
    """Both ends as they are written; `None` where one is unknown."""
    if when is None:
        return None, None
    return _end(when.start, is_open=when.open_start), _end(when.end, is_open=when.open_end)


def _end(date: Date | None, *, is_open: bool) -> str | None:
    return ".." if is_open else None if date is None else date.text


def _change(field: str, old: object, new: object) -> FieldChange:
    return FieldChange(field=field, old=_text(old), new=_text(new))


def _text(value: object) -> str | None:
    return None if value is None or value == "" else str(value)
