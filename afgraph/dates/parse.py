"""What users write as the time of a question: EDTF, a named month, another calendar, a range."""

import datetime
import re
from functools import lru_cache

from afgraph.dates.edtf import LONGEST, interval_between, parse_edtf, refusal, unqualified
from afgraph.dates.interval import Date, Interval
from afgraph.dates.words import mark
from afgraph.dates.written import is_marked, parse_written

_EDTF = re.compile(r"[0-9XYESTZ:+\-.?~%\[\]{},]*")  # all that EDTF is written with


def parse_date(value: "str | datetime.date | Date") -> Date:
    """The date that `value` means, as text, a `datetime.date`, or a `Date` that is given back.

    Text is EDTF, or names its month (`15 February 1994`, `Sunbula 1400`) or its calendar (`1373-01-26 SH`, `AH 1442`).
    Raises `DateFormatError` for anything else.

    >>> parse_date("2021-08").latest - parse_date("2021-08").earliest
    30
    >>> parse_date("1373-01-26 SH") == parse_date("26 Hamal 1373")
    True
    """
    if isinstance(value, Date):
        return value
    if isinstance(value, datetime.date):
        return parse_edtf(datetime.date.isoformat(value))
    if not isinstance(value, str):
        raise refusal(value)
    return _parse_date(value)


def parse_when(value: "str | datetime.date | Date | Interval") -> Interval:
    """The stretch of time that a question's `on` means, for `Interval.overlaps`: at some time in it.

    A date is all its days, a range all days from the first of its start to the last of its end; only what is marked
    as doubtful (`1985~`) or unknown (`1994/`) stays so. A calendar named at either outer end counts for both.

    >>> from afgraph.dates import parse_interval
    >>> rule = parse_interval("1994-03/1996-05")
    >>> [rule.overlaps(parse_when(on)) for on in ("1994-02", "1994/1995", "1996-05/..", "1993~")]
    ['no', 'yes', 'yes', 'possibly']
    """
    if isinstance(value, Interval):
        return _as_question(value)
    if not isinstance(value, str):
        return _as_question(_within(parse_date(value)))
    return _parse_when(value)


@lru_cache(maxsize=4096)
def _parse_date(text: str) -> Date:
    if len(text) > LONGEST:
        raise refusal(text[:LONGEST] + "...")
    written = any(char.isalpha() or char.isspace() for char in text) and not _EDTF.fullmatch(text)
    return parse_written(text) if written else parse_edtf(text)


@lru_cache(maxsize=4096)
def _parse_when(text: str) -> Interval:
    if len(text) > 2 * LONGEST:
        raise refusal(text[:LONGEST] + "...")
    if text.count("/") != 1:
        return _as_question(_within(_parse_date(text)))
    left, right = (each.strip() for each in text.split("/"))
    calendar = is_marked(text)
    if calendar is not None and (left and right):
        left, right = (_marked(each, mark(calendar)) for each in (left, right))
    return _as_question(interval_between(text, left, right, _parse_date))


def _marked(end: str, calendar: str) -> str:
    """An end of a range with the calendar's mark, where it bears no word of its own."""
    return end if end == ".." or any(char.isalpha() for char in end) else f"{end} {calendar}"


def _within(date: Date) -> Interval:
    return Interval(text=date.text, start=date, end=date)


def _as_question(asked: Interval) -> Interval:
    """An interval from the first day of its start to the last of its end, so far as these are sure."""
    start, end = asked.start, asked.end
    if start is not None:
        start = Date(text=start.text, earliest=start.earliest, latest=unqualified(start).earliest)
    if end is not None:
        end = Date(text=end.text, earliest=unqualified(end).latest, latest=end.latest)
    return Interval(text=asked.text, start=start, end=end, open_start=asked.open_start, open_end=asked.open_end)
