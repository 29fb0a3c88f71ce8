"""EDTF text to dates and intervals. Plain dates are read here; the `edtf` library reads the rest."""

import calendar
import datetime
import re
from collections.abc import Callable
from functools import lru_cache
from time import struct_time
from typing import Any

from afgraph.dates.interval import Date, Interval
from afgraph.errors import DateFormatError

_PLAIN = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_LONGEST = 40
_HELP = "write 2021-08-24, 2021-08, 2021, 1985~ (about), 1987? (uncertain), or from/to: 1992-04/1993, 2021/.."


def parse_date(value: "str | datetime.date | Date") -> Date:
    """The date that `value` means, as EDTF text, a `datetime.date`, or a `Date` that is given back.

    Raises `DateFormatError` for anything else.

    >>> parse_date("2021-08").latest - parse_date("2021-08").earliest
    30
    """
    if isinstance(value, Date):
        return value
    if isinstance(value, datetime.date):
        return _parse_date(datetime.date.isoformat(value))
    try:
        return _parse_date(value)
    except TypeError:
        raise _refusal(value) from None


@lru_cache(maxsize=4096)
def _parse_date(text: str) -> Date:
    if len(text) > _LONGEST:
        raise _refusal(text[:_LONGEST] + "...")
    plain = _PLAIN.fullmatch(text)
    return _plain_date(text, *plain.groups()) if plain else _edtf_date(text)


def parse_interval(text: str) -> Interval:
    """The interval that EDTF `text` means; a single date is an interval within that date.

    Raises `DateFormatError` where it is no EDTF, or ends before it starts.

    >>> interval = parse_interval("2021-08-17/")
    >>> interval.start.text, interval.end, interval.open_end
    ('2021-08-17', None, False)
    """
    try:
        return _parse_interval(text)
    except TypeError:
        raise _refusal(text) from None


@lru_cache(maxsize=4096)
def _parse_interval(text: str) -> Interval:
    if "/" not in text:
        date = _parse_date(text)
        return Interval(text=text, start=date, end=date)
    left, right = text.split("/", 1)
    start, end = _end(left), _end(right)
    if start is not None and end is not None and start.earliest > end.latest:
        raise DateFormatError(f"{text!r} ends before it starts; swap the two dates or correct one")
    return Interval(text=text, start=start, end=end, open_start=left == "..", open_end=right == "..")


def _end(text: str) -> Date | None:
    return None if text in ("", "..") else _parse_date(text)


def _plain_date(text: str, year: str, month: str | None, day: str | None) -> Date:
    try:
        first = datetime.date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        if month and int(month) > 12 and day is None:
            return _edtf_date(text)
        raise _refusal(text) from None
    if day:
        last = first
    elif month:
        last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
    else:
        last = first.replace(month=12, day=31)
    return Date(text=text, earliest=first.toordinal(), latest=last.toordinal())


def _edtf_date(text: str) -> Date:
    from edtf import EDTFParseException, parse_edtf

    if "/" in text:
        raise _refusal(text)
    try:
        parsed: Any = parse_edtf(text)
        first, last = _ordinal(parsed.lower_fuzzy), _ordinal(parsed.upper_fuzzy)
    except (EDTFParseException, ValueError, TypeError, AttributeError, OverflowError, RecursionError):
        raise _refusal(text) from None
    if first > last:
        raise _refusal(text)
    return Date(text=text, earliest=first, latest=last)


def _ordinal(bound: Callable[[], struct_time]) -> int:
    return datetime.date(*bound()[:3]).toordinal()


def _refusal(text: object) -> DateFormatError:
    return DateFormatError(f"{text!r} is not a date; {_HELP}")
