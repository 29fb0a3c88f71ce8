"""The words of dates: names of months and of calendars, from `afgraph/data/dates`."""

import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import cast

from afgraph.data import read_table
from afgraph.dates.calendars import Calendar

_LONGEST = 4  # words in a name
_SILENT = "'’ʼʿʾ`ـ"


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """What a word of a date says: a calendar, with `month` a month of it; of neither, it is read over."""

    calendar: Calendar | None = None
    month: int | None = None


def tokens(text: str) -> list[str]:
    """The runs of digits (as ASCII) and of letters (lower-case, without marks) of a text; `A.H.` is one run.

    >>> tokens("15th Sha'ban, ۱۴۴۲")
    ['15', 'th', 'shaban', '1442']
    """
    found: list[str] = []
    kind = ""
    for char in unicodedata.normalize("NFKD", text).lower():
        category = unicodedata.category(char)
        if category in ("Mn", "Cf") or char in _SILENT or (char == "." and kind == "letter"):
            continue
        before, kind = kind, "digit" if category == "Nd" else ("letter" if category[0] == "L" else "")
        shown = str(unicodedata.digit(char)) if kind == "digit" else char
        if kind and kind == before:
            found[-1] += shown
        elif kind:
            found.append(shown)
    return found


def read_words(parts: list[str]) -> list[str | Word] | None:
    """The numbers, as they are, and the words of a date, longest names first; `None` where one is not known.

    >>> read_words(["15", "rabi", "al", "awwal"])
    ['15', Word(calendar='islamic', month=3)]
    """
    read: list[str | Word] = []
    at = 0
    while at < len(parts):
        if parts[at].isdigit():
            read.append(parts[at])
            at += 1
            continue
        length = next((size for size in range(_LONGEST, 0, -1) if tuple(parts[at : at + size]) in _words()), 0)
        if not length:
            return None
        read.append(_words()[tuple(parts[at : at + length])])
        at += length
    return read


def month_name(calendar: Calendar, month: int) -> str:
    """The name with which a month is shown.

    >>> month_name("solar-hijri", 6)
    'Sunbula'
    """
    rows = read_table("dates/months.tsv")
    return next(row["name"] for row in rows if row["calendar"] == calendar and int(row["month"]) == month)


@cache
def mark(calendar: Calendar) -> str:
    """The mark with which a date of a calendar is shown.

    >>> mark("solar-hijri"), mark("islamic")
    ('SH', 'AH')
    """
    return next(row["phrase"] for row in read_table("dates/words.tsv") if row["value"] == calendar)


@cache
def _words() -> dict[tuple[str, ...], Word]:
    """Every known name as the tokens that it is read as."""
    words = {
        tuple(tokens(row["phrase"])): Word(calendar=_calendar(row["value"]) if row["kind"] == "calendar" else None)
        for row in read_table("dates/words.tsv")
    }
    for row in read_table("dates/months.tsv"):
        words[tuple(tokens(row["name"]))] = Word(calendar=_calendar(row["calendar"]), month=int(row["month"]))
    return words


def _calendar(name: str) -> Calendar:
    return cast("Calendar", name)
