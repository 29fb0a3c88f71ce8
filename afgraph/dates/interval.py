"""Dates as the days they may mean, intervals as what is known of their ends."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from afgraph.dates.calendars import Calendar

Verdict = Literal["yes", "possibly", "no", "unknown"]

_FIRMNESS: tuple[Verdict, ...] = ("no", "unknown", "possibly", "yes")
_FOREVER = 10**8  # days; beyond any ordinal that `datetime.date` can hold


def weakest(verdicts: Iterable[Verdict]) -> Verdict:
    """The least firm of some verdicts: a chain holds no better than its weakest link. `yes` for none.

    >>> weakest(["yes", "possibly"])
    'possibly'
    """
    return min(verdicts, key=_FIRMNESS.index, default="yes")


@dataclass(frozen=True, slots=True, kw_only=True)
class Date:
    """A date as written, with the first and last day that it may mean (`datetime.date` ordinals)."""

    text: str
    earliest: int
    latest: int

    def __str__(self) -> str:
        return self.text

    def in_calendar(self, calendar: "Calendar", *, named: bool = False) -> str:
        """The date in a calendar, `gregorian`, `solar-hijri` or `islamic`; with `named`, months by their names.

        A day, month or year where it covers just that, else its first and last day. `parse_when` reads it back.
        Raises `DateFormatError` where the calendar does not reach so far.

        >>> from afgraph.dates import parse_date
        >>> day, month = parse_date("1994-04-15"), parse_date("Sunbula 1400")
        >>> day.in_calendar("solar-hijri"), day.in_calendar("solar-hijri", named=True), day.in_calendar("islamic")
        ('1373-01-26 SH', '26 Hamal 1373', '1414-11-04 AH')
        >>> month.in_calendar("gregorian"), parse_date("1994").in_calendar("solar-hijri")
        ('2021-08-23/2021-09-22', '1372-10-11 SH/1373-10-10 SH')
        """
        from afgraph.dates.shown import show

        return show(self.earliest, self.latest, calendar, named=named)


class Bounds(NamedTuple):
    """The days between which a start and an end surely lie."""

    start_min: int
    start_max: int
    end_min: int
    end_max: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """A stretch of time as written, with what is known of its start and its end.

    An end that is `None` is unknown, unless `open_start` or `open_end` says that there is none (EDTF `..`).
    """

    text: str
    start: Date | None
    end: Date | None
    open_start: bool = False
    open_end: bool = False

    def __str__(self) -> str:
        return self.text

    def in_calendar(self, calendar: "Calendar", *, named: bool = False) -> str:
        """The interval in a calendar, as `Date.in_calendar`; an end known only within some days stands in brackets.

        >>> from afgraph.dates import parse_interval
        >>> parse_interval("1992-04-28/1996-09-27").in_calendar("solar-hijri")
        '1371-02-08 SH/1375-07-06 SH'
        >>> parse_interval("2021-08-17/..").in_calendar("solar-hijri", named=True)
        '26 Asad 1400/..'
        >>> parse_interval("/1994").in_calendar("islamic")
        '/[1414-07-19 AH..1415-07-29 AH]'
        """
        if "/" not in self.text and self.start is not None and self.end is not None:
            whole = replace(self.start, latest=self.end.latest)
            return whole.in_calendar(calendar, named=named)
        ends = (self.start, self.open_start), (self.end, self.open_end)
        return "/".join(_end_in(calendar, date, is_open=is_open, named=named) for date, is_open in ends)

    def contains(self, on: "Date | Interval") -> Verdict:
        """Whether something with this interval held at some time of `on`, a date or a question's stretch of time.

        `yes` only where every reading of the interval says so; an unknown start never gives `yes`.

        >>> from afgraph.dates import parse_date, parse_interval
        >>> rule = parse_interval("1994/1996-05")
        >>> [rule.contains(parse_date(day)) for day in ("1993", "1994-02-01", "1995", "1997")]
        ['no', 'possibly', 'yes', 'no']
        """
        if isinstance(on, Interval):
            return self.overlaps(on)
        return self._meets(Bounds(on.earliest, on.earliest, on.latest, on.latest), start_known=True)

    def overlaps(self, other: "Interval") -> Verdict:
        """Whether two intervals share a day.

        >>> from afgraph.dates import parse_interval
        >>> parse_interval("1992/1993").overlaps(parse_interval("1994-01-01/.."))
        'no'
        """
        return self._meets(other.bounds(), start_known=other.start_known)

    @property
    def start_known(self) -> bool:
        """Whether the start is known, or known to have none."""
        return self.start is not None or self.open_start

    def bounds(self) -> Bounds:
        """The days between which the start and the end surely lie (ordinals; far beyond any date where open)."""
        start = _range(self.start, -_FOREVER if self.open_start else None)
        end = _range(self.end, _FOREVER if self.open_end else None)
        return Bounds(start[0], min(start[1], end[1]), max(end[0], start[0]), end[1])

    def _meets(self, other: Bounds, *, start_known: bool) -> Verdict:
        own = self.bounds()
        if own.start_min > other.end_max or other.start_min > own.end_max:
            return "no"
        if not (start_known and self.start_known):
            return "possibly"
        sure = own.start_max <= other.end_min and other.start_max <= own.end_min
        return "yes" if sure else "possibly"


def _end_in(calendar: "Calendar", date: Date | None, *, is_open: bool, named: bool) -> str:
    """One end of an interval in a calendar: unknown is empty, open is `..`, some days are in brackets."""
    if date is None:
        return ".." if is_open else ""
    first, between, last = date.in_calendar(calendar, named=named).partition("/")
    return f"[{first}..{last}]" if between else first


def _range(date: Date | None, without: int | None) -> tuple[int, int]:
    """The first and last day a date may mean; of no date: the one day `without`, or any day."""
    if date is not None:
        return date.earliest, date.latest
    return (-_FOREVER, _FOREVER) if without is None else (without, without)


def intersect(intervals: Iterable[Interval]) -> Interval | None:
    """The time that all of some intervals share, `None` where they surely share none.

    What is unknown stays unknown. Of no intervals: all time, open at both ends.

    >>> from afgraph.dates import parse_interval
    >>> intersect([parse_interval("1992/1996-05"), parse_interval("1994-01-01/..")]).text
    '1994-01-01/1996-05'
    """
    shared = list(intervals)
    starts = [each.start for each in shared if each.start is not None]
    ends = [each.end for each in shared if each.end is not None]
    first, last = _latest_start(starts), _earliest_end(ends)
    if first is not None and last is not None and first.earliest > last.latest:
        return None
    if any(each.start is None and not each.open_start for each in shared):
        first = None
    if any(each.end is None and not each.open_end for each in shared):
        last = None
    return _between(first, last, shared)


def _latest_start(starts: list[Date]) -> Date | None:
    """The day on which the last of some starts came: as that one is written, within what all of them allow."""
    if not starts:
        return None
    last = max(starts, key=lambda date: (date.latest, date.earliest))
    return replace(last, earliest=max(date.earliest for date in starts))


def _earliest_end(ends: list[Date]) -> Date | None:
    """The day on which the first of some ends came: as that one is written, within what all of them allow."""
    if not ends:
        return None
    first = min(ends, key=lambda date: (date.earliest, date.latest))
    return replace(first, latest=min(date.latest for date in ends))


def _between(start: Date | None, end: Date | None, shared: list[Interval]) -> Interval:
    open_start = all(each.open_start for each in shared)
    open_end = all(each.open_end for each in shared)
    left = start.text if start is not None else (".." if open_start else "")
    right = end.text if end is not None else (".." if open_end else "")
    text = left if start is not None and left == right else f"{left}/{right}"
    return Interval(text=text, start=start, end=end, open_start=open_start, open_end=open_end)
