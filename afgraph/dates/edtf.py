"""EDTF text to dates and intervals. Plain dates and seasons are read here; the `edtf` library reads the rest."""

import calendar
import datetime
import re
from collections.abc import Callable
from functools import cache, lru_cache
from time import struct_time
from typing import Any

from afgraph.data import read_table
from afgraph.dates.interval import Date, Interval
from afgraph.errors import DateFormatError

_PLAIN = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_SEASON = re.compile(r"(\d{4})-([234]\d)([?~%]?)", re.ASCII)
_HALF_KNOWN_MONTH = re.compile(r"\d{4}-(?:\dX|X\d)", re.ASCII)  # the library prints a line and gives up
_QUALIFIERS = re.compile("[?~%]")
_PADDING = {"": 0, "?": 12, "~": 12, "%": 24}  # months, as the library pads a date of one year
LONGEST = 40
_HELP = (
    "write 2021-08-24, 2021-08, 2021, 1985~ (about), 1987? (uncertain), from/to: 1992-04/1993, 2021/.., "
    "February 1994, or 1373-01-26 SH"
)


@lru_cache(maxsize=4096)
def parse_edtf(text: str) -> Date:
    """The date that EDTF `text` means, levels 0 and 1 within the years 1 to 9999.

    Raises `DateFormatError` for anything else.

    >>> str(parse_edtf("199X")), parse_edtf("1994-06-XX").latest - parse_edtf("1994-06-XX").earliest
    ('199X', 29)
    """
    try:
        if len(text) > LONGEST:
            raise refusal(text[:LONGEST] + "...")
        plain, season = _PLAIN.fullmatch(text), _SEASON.fullmatch(text)
    except TypeError:
        raise refusal(text) from None
    if season and season[2] in _seasons():
        return _season(text, int(season[1]), season[2], season[3])
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
        raise refusal(text) from None


@lru_cache(maxsize=4096)
def _parse_interval(text: str) -> Interval:
    if "/" not in text:
        date = parse_edtf(text)
        return Interval(text=text, start=date, end=date)
    left, right = text.split("/", 1)
    return interval_between(text, left, right, parse_edtf)


def interval_between(text: str, left: str, right: str, parse: Callable[[str], Date]) -> Interval:
    """The interval between two ends as written: empty is unknown, `..` is open. Refused where it is reversed."""
    start, end = (None if each in ("", "..") else parse(each) for each in (left, right))
    if start is not None and end is not None and start.earliest > end.latest:
        raise DateFormatError(f"{text!r} ends before it starts; swap the two dates or correct one")
    return Interval(text=text, start=start, end=end, open_start=left == "..", open_end=right == "..")


def unqualified(date: Date) -> Date:
    """A date without its marks of doubt: of `1985~` the year 1985; any other date is given back.

    >>> unqualified(parse_edtf("1985~")) == parse_edtf("1985")
    True
    """
    bare = _QUALIFIERS.sub("", date.text)
    return date if bare == date.text else parse_edtf(bare)


def _plain_date(text: str, year: str, month: str | None, day: str | None) -> Date:
    try:
        first = datetime.date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        raise refusal(text) from None
    if day:
        last = first
    elif month:
        last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
    else:
        last = first.replace(month=12, day=31)
    return Date(text=text, earliest=first.toordinal(), latest=last.toordinal())


@cache
def _seasons() -> dict[str, tuple[int, int]]:
    return {row["code"]: (int(row["first"]), int(row["months"])) for row in read_table("dates/seasons.tsv")}


def _season(text: str, year: int, code: str, qualifier: str) -> Date:
    """The months of a season or another part of a year. The library's winters are a December, and never uncertain."""
    if year == 0:
        raise refusal(text)
    first, months = _seasons()[code]
    start = year * 12 + first - 1
    padding = _PADDING[qualifier]
    return Date(text=text, earliest=_month_begins(start - padding), latest=_month_begins(start + months + padding) - 1)


def _month_begins(months: int) -> int:
    """The first day of a month counted from year 0, or the end of all days that a `datetime.date` can hold."""
    year, month = divmod(months, 12)
    if year < 1:
        return 1
    return (
        datetime.date.max.toordinal() + 1 if year > datetime.MAXYEAR else datetime.date(year, month + 1, 1).toordinal()
    )


def _edtf_date(text: str) -> Date:
    from edtf import EDTFParseException, parse_edtf

    if "/" in text or _HALF_KNOWN_MONTH.match(text):
        raise refusal(text)
    try:
        parsed: Any = parse_edtf(text)
        strict = _ordinal(parsed.lower_strict()), _ordinal(parsed.upper_strict())
        first, last = _within(parsed.lower_fuzzy()), _within(parsed.upper_fuzzy())
    except (EDTFParseException, ValueError, TypeError, AttributeError, OverflowError, RecursionError):
        raise refusal(text) from None
    if first > last or strict[0] > strict[1]:
        raise refusal(text)
    return Date(text=text, earliest=first, latest=last)


def _ordinal(bound: struct_time) -> int:
    return datetime.date(*bound[:3]).toordinal()


def _within(bound: struct_time) -> int:
    """The day of a padded bound, no further than the days that a `datetime.date` can hold."""
    if bound.tm_year < 1:
        return 1
    return datetime.date.max.toordinal() if bound.tm_year > datetime.MAXYEAR else _ordinal(bound)


def refusal(text: object) -> DateFormatError:
    """The error for what is no date, with the forms that are."""
    return DateFormatError(f"{text!r} is not a date; {_HELP}")
