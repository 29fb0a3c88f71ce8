"""Intervals as four plain days, as tables and other engines hold them."""

import datetime

from afgraph.dates import Interval
from afgraph.graph import Span, span_of

Days = dict[str, datetime.date | None]
COLUMNS = ("start_earliest", "start_latest", "end_earliest", "end_latest")
_LAST = datetime.date.max.toordinal()
_BEYOND = 10**8 - 1  # days: what no date reaches is not known, or has no end


def days_of(span: Span) -> Days:
    """The first and last day on which a stretch of time may have begun, and may have ended.

    0001-01-01 stands for no beginning, 9999-12-31 for no end. A start or an end that is not known is surely on no side
    of anything: its `start_latest`, or `end_earliest`, is `None`.

    >>> from afgraph.dates import parse_interval
    >>> {column: str(day) for column, day in days_of(span_of(parse_interval("/1994-02"))).items()}
    {'start_earliest': '0001-01-01', 'start_latest': 'None', 'end_earliest': '1994-02-01', 'end_latest': '1994-02-28'}
    """
    start_latest = None if span.start_max > _BEYOND else _day(span.start_max)
    end_earliest = None if span.end_min < -_BEYOND else _day(span.end_min)
    days = (_day(span.start_min), start_latest, end_earliest, _day(span.end_max))
    return dict(zip(COLUMNS, days, strict=True))


def days_within(when: Interval | None) -> Days:
    """The four days of an interval; all `None` where there is none."""
    return dict.fromkeys(COLUMNS) if when is None else days_of(span_of(when))


def _day(ordinal: int) -> datetime.date:
    return datetime.date.fromordinal(max(1, min(ordinal, _LAST)))
