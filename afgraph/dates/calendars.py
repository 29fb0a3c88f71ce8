"""Days of the calendars that Afghans write, to and from `datetime.date` ordinals; kept libraries count them.

Solar Hijri (`persiantools`) is the civil calendar of Afghanistan, astronomical, the same days as Iran's since 1957;
before, from 1922, years began alike and months could differ by two days. Islamic (`hijridate`) is the lunar Hijri
calendar of Umm al-Qura, known for the years 1343 to 1500; what was announced in Kabul can differ by a day.
"""

import datetime
from collections.abc import Callable
from typing import Literal

from afgraph.errors import DateFormatError

Calendar = Literal["gregorian", "solar-hijri", "islamic"]
Fields = tuple[int, int, int]


def days_of(calendar: Calendar, year: int, month: int | None, day: int | None) -> tuple[int, int]:
    """The first and the last day of a day, month or year of a calendar, as ordinals.

    Raises `DateFormatError` where the calendar has no such day, or its library does not know the year.

    >>> first, last = days_of("solar-hijri", 1400, 6, None)
    >>> datetime.date.fromordinal(first).isoformat(), last - first + 1
    ('2021-08-23', 31)
    """
    to_day = _TO_DAY[calendar]
    try:
        first = to_day(year, month or 1, day or 1)
        return first, first if day else _last_day(to_day, year, month or 12)
    except (ValueError, OverflowError) as error:
        raise DateFormatError(f"no such day in the {calendar} calendar, or none that is known: {error}") from None


def fields_of(calendar: Calendar, ordinal: int) -> Fields:
    """Year, month and day of a calendar on a day. Raises `DateFormatError` where its library does not know the day.

    >>> fields_of("islamic", datetime.date(2021, 8, 15).toordinal())
    (1443, 1, 7)
    """
    try:
        return _FROM_DAY[calendar](datetime.date.fromordinal(ordinal))
    except (ValueError, OverflowError) as error:
        raise DateFormatError(f"the {calendar} calendar is not known for that day: {error}") from None


def _last_day(to_day: Callable[[int, int, int], int], year: int, month: int) -> int:
    for day in (31, 30, 29):
        try:
            return to_day(year, month, day)
        except ValueError:
            continue
    return to_day(year, month, 28)


def _solar_to_day(year: int, month: int, day: int) -> int:
    from persiantools.jdatetime import JalaliDate

    return JalaliDate(year, month, day).to_gregorian().toordinal()  # type: ignore[no-untyped-call]


def _solar_from_day(day: datetime.date) -> Fields:
    from persiantools.jdatetime import JalaliDate

    found = JalaliDate.to_jalali(day)  # type: ignore[no-untyped-call]
    return found.year, found.month, found.day


def _islamic_to_day(year: int, month: int, day: int) -> int:
    from hijridate import Hijri

    return Hijri(year, month, day).to_gregorian().toordinal()


def _islamic_from_day(day: datetime.date) -> Fields:
    from hijridate import Gregorian

    return Gregorian.fromdate(day).to_hijri().datetuple()


def _gregorian_to_day(year: int, month: int, day: int) -> int:
    return datetime.date(year, month, day).toordinal()


def _gregorian_from_day(day: datetime.date) -> Fields:
    return day.year, day.month, day.day


_TO_DAY: dict[Calendar, Callable[[int, int, int], int]] = {
    "gregorian": _gregorian_to_day,
    "solar-hijri": _solar_to_day,
    "islamic": _islamic_to_day,
}
_FROM_DAY: dict[Calendar, Callable[[datetime.date], Fields]] = {
    "gregorian": _gregorian_from_day,
    "solar-hijri": _solar_from_day,
    "islamic": _islamic_from_day,
}
