"""When a text was written, where only its dateline says it."""

import re
from functools import cache

from afgraph.data import read_table
from afgraph.dates import Calendar, Date, parse_date
from afgraph.errors import DateFormatError
from afgraph.text import name_key

_HEAD = 600  # letters in which a dateline stands
_LINES = 6
_OPENING = 14  # words of a line in which it stands
_NEAR = 6  # words that the day, the month and the year lie within
_ISO = re.compile(r"\b((?:19|20)\d\d)-(\d\d)-(\d\d)\b")
_WORD = re.compile(r"[^\W\d_]+|\d+")
_YEARS: dict[str, range] = {
    "gregorian": range(1850, 2100),
    "solar-hijri": range(1230, 1480),
    "islamic": range(1265, 1530),
}


def guess_date(text: str) -> Date | None:
    """The first full date in the first lines of a text, in any calendar that names its months; `None` without one.

    >>> guess_date("ISLAMABAD, April 6, 1994. The envoy came.").text
    '1994-04-06'
    >>> guess_date("کابل، ۹ ثور ۱۳۷۱ – حضرت").earliest == guess_date("Kabil, 29 Nisan 1992").earliest
    True
    """
    head = "\n".join([line for line in text[:_HEAD].splitlines() if line.strip()][:_LINES])
    iso = _ISO.search(head)
    found = None if iso is None else _parsed(iso.group())
    return found or next((date for line in head.splitlines() if (date := _written(line))), None)


def _written(line: str) -> Date | None:
    """The first day at the beginning of a line whose month is a word, with the year within some words of it."""
    words = name_key(line).split()[:_OPENING]
    parts = [piece for word in words for piece in _WORD.findall(word)]
    for at, part in enumerate(parts):
        for calendar, month in _months().get(part, ()):
            year = _near(parts, at, _YEARS[calendar])
            if year is not None:
                day = _near(parts, at, range(1, 32), but=year)
                date = None if day is None else _read(calendar, month, int(parts[year]), int(parts[day]))
                if date is not None:
                    return date
    return None


def _near(parts: list[str], at: int, wanted: range, but: int | None = None) -> int | None:
    """Where the nearest number of a range stands."""
    places = range(max(0, at - _NEAR), min(len(parts), at + _NEAR + 1))
    fits = [place for place in places if place != but and parts[place].isdecimal() and int(parts[place]) in wanted]
    return min(fits, key=lambda place: (abs(place - at), place), default=None)


def _read(calendar: Calendar, month: int, year: int, day: int) -> Date | None:
    mark = {"gregorian": "", "solar-hijri": " SH", "islamic": " AH"}[calendar]
    return _parsed(f"{year:04}-{month:02}-{day:02}{mark}")


def _parsed(text: str) -> Date | None:
    try:
        return parse_date(text)
    except DateFormatError:
        return None


@cache
def _months() -> dict[str, tuple[tuple[Calendar, int], ...]]:
    """The months by their names; a name may be of several calendars."""
    found: dict[str, set[tuple[Calendar, int]]] = {}
    rows = [(row["calendar"], row["month"], row["name"]) for row in read_table("dates/months.tsv")]
    rows += [(row["calendar"], row["month"], row["word"]) for row in read_table("linking/months.tsv")]
    for calendar, month, name in rows:
        key = name_key(name)
        if " " not in key:
            found.setdefault(key, set()).add((calendar, int(month)))  # type: ignore[arg-type]
    return {key: tuple(sorted(each)) for key, each in found.items()}
