"""Intervals as packs write them against a plain count of days, at every border."""

import datetime
from itertools import product

import pytest

from afgraph.dates import Verdict, parse_date, parse_edtf, parse_interval
from afgraph.errors import DateFormatError

ENDS = [
    "1994",
    "1994-06",
    "1994-06-15",
    "1995~",
    "1994?",
    "1994-06%",
    "199X",
    "1995-XX",
    "1994-21",
    "1994-24",
    "",
    "..",
]
FIRST, LAST = datetime.date(1970, 1, 1).toordinal(), datetime.date(2020, 1, 1).toordinal()  # a world around them


def days(end: str, without: int) -> range:
    """The days that an end of an interval may mean, in the world."""
    if end == "..":
        return range(without, without + 1)
    if end == "":
        return range(FIRST, LAST + 1)
    date = parse_edtf(end)
    return range(date.earliest, date.latest + 1)


def by_days(starts: range, ends: range, day: int, *, known: bool) -> Verdict:
    """What all readings that do not end before they start say of one day."""
    if not (any(start <= day for start in starts) and any(end >= day for end in ends)):
        return "no"
    latest, earliest = max(ends), min(starts)
    missed = any(day < start <= latest for start in starts) or any(earliest <= end < day for end in ends)
    return "possibly" if missed or not known else "yes"


@pytest.mark.parametrize(("left", "right"), list(product(ENDS, ENDS)))
def test_a_verdict_at_each_border_is_what_a_count_of_days_says(left: str, right: str) -> None:
    starts, ends = days(left, FIRST), days(right, LAST)
    if not any(start <= max(ends) for start in starts):
        with pytest.raises(DateFormatError, match="ends before it starts"):
            parse_interval(f"{left}/{right}")
        return
    interval = parse_interval(f"{left}/{right}")
    borders = {border + step for border in (starts[0], starts[-1], ends[0], ends[-1]) for step in (-1, 0, 1)}
    for day in borders & set(range(FIRST + 1, LAST)):
        found = interval.contains(parse_date(datetime.date.fromordinal(day)))
        assert found == by_days(starts, ends, day, known=left != ""), datetime.date.fromordinal(day)
        assert found == "yes" or left == "" or found == by_days(starts, ends, day, known=True)
        assert not (left == "" and found == "yes")
