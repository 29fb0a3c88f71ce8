"""Dates and intervals that may be uncertain, and what they say about a day: yes, possibly or no."""

from afgraph.dates.edtf import parse_date, parse_interval
from afgraph.dates.interval import Date, Interval, Verdict, intersect, weakest

__all__ = ["Date", "Interval", "Verdict", "intersect", "parse_date", "parse_interval", "weakest"]
