"""What a question's time means."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afgraph.dates import Interval, Verdict, parse_date, parse_interval, parse_when
from afgraph.dates.interval import _FOREVER
from afgraph.errors import DateFormatError

OPEN = 10**8


def day(text: str) -> int:
    return datetime.date.fromisoformat(text).toordinal()


@pytest.mark.parametrize(
    ("on", "start", "end"),
    [
        ("1994-02", ("1994-02-01", "1994-02-01"), ("1994-02-28", "1994-02-28")),
        ("1994/1996", ("1994-01-01", "1994-01-01"), ("1996-12-31", "1996-12-31")),
        ("February 1994", ("1994-02-01", "1994-02-01"), ("1994-02-28", "1994-02-28")),
        ("Feb 1994/March 1995", ("1994-02-01", "1994-02-01"), ("1995-03-31", "1995-03-31")),
        ("199X", ("1990-01-01", "1990-01-01"), ("1999-12-31", "1999-12-31")),
        ("1985~", ("1984-01-01", "1985-01-01"), ("1985-12-31", "1986-12-31")),
        ("1985?/1987", ("1984-01-01", "1985-01-01"), ("1987-12-31", "1987-12-31")),
        ("1373/1375 SH", ("1994-03-21", "1994-03-21"), ("1997-03-20", "1997-03-20")),
        ("SH 1373 / 1375", ("1994-03-21", "1994-03-21"), ("1997-03-20", "1997-03-20")),
        ("1373 SH/1995", ("1994-03-21", "1994-03-21"), ("1995-12-31", "1995-12-31")),
        ("1373/01/26 SH", ("1994-04-15", "1994-04-15"), ("1994-04-15", "1994-04-15")),
    ],
)
def test_a_question_is_all_its_days_as_far_as_they_are_sure(
    on: str, start: tuple[str, str], end: tuple[str, str]
) -> None:
    assert parse_when(on).bounds() == (*map(day, start), *map(day, end))


@pytest.mark.parametrize("on", ["1994/..", "../1994", "../..", "1994/", "/1994"])
def test_open_and_unknown_ends_of_a_question_stay_so(on: str) -> None:
    asked, plain = parse_when(on), parse_interval(on)
    assert (asked.open_start, asked.open_end) == (plain.open_start, plain.open_end)
    assert (asked.start is None, asked.end is None) == (plain.start is None, plain.end is None)


@pytest.mark.parametrize(
    ("interval", "on", "says"),
    [
        ("1994-02-10/1994-02-20", "1994-02", "yes"),
        ("1994", "1994-02", "possibly"),
        ("1994/1996", "1994-02", "possibly"),
        ("1993/1996", "1994-02", "yes"),
        ("1993/1994-01", "1994-02", "no"),
        ("/1996", "1994-02", "possibly"),
        ("1993/", "1994-02", "possibly"),
        ("1995", "1994/1996", "yes"),
        ("1993/1994", "1994/1996", "yes"),
        ("1996-12-31", "1994/1996", "yes"),
        ("1997-01-01", "1994/1996", "no"),
        ("1984", "1985~", "possibly"),
        ("1985", "1985~", "yes"),
        ("1995", "1994/", "possibly"),
        ("1995", "1994/..", "yes"),
        ("1995", "/1996", "possibly"),
        ("1995", "../1996", "yes"),
    ],
)
def test_a_range_is_asked_whether_it_held_at_some_time_in_it(interval: str, on: str, says: Verdict) -> None:
    held = parse_interval(interval)
    assert held.overlaps(parse_when(on)) == says
    assert held.contains(parse_when(on)) == says


@pytest.mark.parametrize("on", ["1996/1994", "1375/1373 SH", "1994/1995/1996", "", "then", "x/y", "9" * 100, "1994//"])
def test_what_is_no_time_is_refused(on: str) -> None:
    with pytest.raises(DateFormatError):
        parse_when(on)


@pytest.mark.parametrize("value", [None, 1994, b"1994", ["1994"]])
def test_what_is_no_text_is_refused(value: object) -> None:
    with pytest.raises(DateFormatError):
        parse_when(value)  # type: ignore[arg-type]


@given(st.dates(), st.dates(), st.sampled_from(["", "?", "~", "%"]), st.sampled_from([4, 7, 10]))
def test_a_question_that_was_read_is_given_back(
    one: datetime.date, other: datetime.date, doubt: str, length: int
) -> None:
    first, last = sorted((one.isoformat()[:length], other.isoformat()[:length]))
    asked = parse_when(f"{first}{doubt}/{last}")
    assert parse_when(asked) == asked
    assert parse_when(one) == parse_when(one.isoformat()) == parse_when(parse_date(one))


TEXTS = ["1994", "1994-03", "1994-03-05", "1994~", "", ".."]


@given(
    st.tuples(st.sampled_from(TEXTS), st.sampled_from(TEXTS)),
    st.dates(datetime.date(1992, 12, 1), datetime.date(1996, 2, 1)),
    st.integers(0, 60),
)
def test_a_range_of_days_is_asked_as_each_of_its_days(ends: tuple[str, str], first: datetime.date, length: int) -> None:
    held = parse_interval("/".join(ends))
    asked = [first + datetime.timedelta(days=each) for each in range(length + 1)]
    verdicts = {held.contains(parse_date(each)) for each in asked}
    found = held.overlaps(parse_when(f"{asked[0].isoformat()}/{asked[-1].isoformat()}"))
    assert (found == "no") == (verdicts == {"no"})
    if "yes" in verdicts:
        assert found == "yes"
    if found == "yes":
        assert held.start_known
        assert "no" not in verdicts or len(verdicts) > 1


def test_all_time_is_further_than_any_day() -> None:
    assert OPEN == _FOREVER
    assert isinstance(parse_when("../.."), Interval)
