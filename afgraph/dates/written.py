"""Dates as people write them: with a name of a month, or with the mark of a calendar beside the numbers."""

import re

from afgraph.dates.calendars import Calendar, days_of
from afgraph.dates.edtf import refusal
from afgraph.dates.interval import Date
from afgraph.dates.shown import Parts, numbered
from afgraph.dates.words import Word, read_words, tokens
from afgraph.errors import DateFormatError

_YEAR = re.compile(r"[0-9]{3,4}")
_PART = re.compile(r"[0-9]{1,2}")
_RANGE = re.compile(r"\.\.|^[^/]*/[^/]*$")
_ALLOWED = re.compile(r"[\w\s.,،/'’ʼʿʾ`\u064b-\u0655\u200c-\u200f-]*")


def parse_written(text: str) -> Date:
    """The date that a text means which names its month, or its calendar: the days it covers, exactly.

    Its text is EDTF for a Gregorian date, else numbers and mark. Raises `DateFormatError` for anything else.

    >>> parse_written("15 Sunbula 1400").text, parse_written("SH 1400/6/15").text, parse_written("Feb 1994").text
    ('1400-06-15 SH', '1400-06-15 SH', '1994-02')
    """
    read = None if _RANGE.search(text) or not _ALLOWED.fullmatch(text) else read_words(tokens(text))
    if read is None:
        raise refusal(text)
    numbers = [each for each in read if isinstance(each, str)]
    words = [each for each in read if isinstance(each, Word)]
    months = [word.month for word in words if word.month is not None]
    calendar = _calendar(text, words)
    parts = _with_month(numbers, months[0]) if len(months) == 1 else None if months else _numeric(numbers)
    if parts is None:
        raise refusal(text)
    try:
        first, last = days_of(calendar, *parts)
    except DateFormatError as error:
        raise DateFormatError(f"{text!r} is not a date: {error}; write the Gregorian date, as 2021-08-24") from None
    return Date(text=numbered(calendar, parts), earliest=first, latest=last)


def is_marked(text: str) -> Calendar | None:
    """The calendar that a text begins or ends with the mark of, such as `1373/1375 SH`; `None` where there is none.

    >>> is_marked("1373/1375 SH")
    'solar-hijri'
    """
    read = read_words(tokens(text)) or [""]
    for word in (read[0], read[-1]):
        if isinstance(word, Word) and word.calendar and word.month is None:
            return word.calendar
    return None


def _calendar(text: str, words: list[Word]) -> Calendar:
    """The one calendar that some words speak of."""
    named = {word.calendar for word in words if word.calendar}
    if len(named) > 1:
        both = " and ".join(sorted(named))
        raise DateFormatError(f"{text!r} is not a date: it speaks of two calendars, {both}; name one")
    if not named:
        raise refusal(text)
    return named.pop()


def _with_month(numbers: list[str], month: int) -> Parts | None:
    """Year and perhaps day beside a named month, in either order."""
    years = [each for each in numbers if _YEAR.fullmatch(each)]
    days = [each for each in numbers if _PART.fullmatch(each)]
    if len(years) != 1 or len(days) > 1 or len(numbers) != len(years) + len(days):
        return None
    return _checked(int(years[0]), month, int(days[0]) if days else None)


def _numeric(numbers: list[str]) -> Parts | None:
    """Year, month, day, or day, month, year: the year is the longer one."""
    ordered = numbers if numbers and _YEAR.fullmatch(numbers[0]) else numbers[::-1]
    if not 1 <= len(ordered) <= 3 or not _YEAR.fullmatch(ordered[0]):
        return None
    if not all(_PART.fullmatch(each) for each in ordered[1:]):
        return None
    year, month, day = [*map(int, ordered), None, None][:3]
    return None if year is None else _checked(year, month, day)


def _checked(year: int, month: int | None, day: int | None) -> Parts | None:
    return None if 0 in (year, month, day) else Parts(year, month, day)
