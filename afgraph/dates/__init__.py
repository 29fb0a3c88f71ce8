"""Dates and intervals that may be uncertain, and what they say about a day: yes, possibly or no."""

from afgraph.dates.calendars import Calendar
from afgraph.dates.edtf import parse_edtf, parse_interval
from afgraph.dates.interval import Bounds, Date, Interval, Verdict, intersect, weakest
from afgraph.dates.parse import parse_date, parse_when

__all__ = [
    "Bounds",
    "Calendar",
    "Date",
    "Interval",
    "Verdict",
    "intersect",
    "parse_date",
    "parse_edtf",
    "parse_interval",
    "parse_when",
    "weakest",
]
