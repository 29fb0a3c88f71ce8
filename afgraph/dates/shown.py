"""Days as a calendar writes them."""

from typing import NamedTuple

from afgraph.dates.calendars import Calendar, days_of, fields_of
from afgraph.dates.words import mark, month_name


class Parts(NamedTuple):
    """A year, perhaps a month of it, perhaps a day of that."""

    year: int
    month: int | None
    day: int | None


def show(earliest: int, latest: int, calendar: Calendar, *, named: bool) -> str:
    """Some days (ordinals) in a calendar: a year, a month or a day where they are just that, else the first and last.

    With `named` the name of the month stands in place of its number.

    >>> show(728033, 728033, "solar-hijri", named=False), show(728033, 728034, "gregorian", named=True)
    ('1373-01-26 SH', '15 April 1994/16 April 1994')
    """
    first, last = fields_of(calendar, earliest), fields_of(calendar, latest)
    for parts in (Parts(first[0], None, None), Parts(first[0], first[1], None), Parts(*first)):
        if first[0] == last[0] and days_of(calendar, *parts) == (earliest, latest):
            return _shown(calendar, parts, named=named)
    return f"{_shown(calendar, Parts(*first), named=named)}/{_shown(calendar, Parts(*last), named=named)}"


def numbered(calendar: Calendar, parts: Parts) -> str:
    """A date as numbers, with the mark of its calendar where that is not the Gregorian.

    >>> numbered("solar-hijri", Parts(1400, 6, None))
    '1400-06 SH'
    """
    numbers = [f"{parts.year:04}", *(f"{each:02}" for each in parts[1:] if each is not None)]
    return "-".join(numbers) + ("" if calendar == "gregorian" else f" {mark(calendar)}")


def _shown(calendar: Calendar, parts: Parts, *, named: bool) -> str:
    if not named or parts.month is None:
        return numbered(calendar, parts)
    words = [parts.day, month_name(calendar, parts.month), parts.year]
    return " ".join(str(each) for each in words if each is not None)
