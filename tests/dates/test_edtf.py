import datetime
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afgraph.dates import Date, parse_date, parse_interval
from afgraph.errors import AfgraphError, DateFormatError


def day(text: str) -> int:
    return datetime.date.fromisoformat(text).toordinal()


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2021-08-24", "2021-08-24", "2021-08-24"),
        ("2021-08", "2021-08-01", "2021-08-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("1900-02", "1900-02-01", "1900-02-28"),
        ("1994", "1994-01-01", "1994-12-31"),
        ("0001", "0001-01-01", "0001-12-31"),
        ("9999-12-31", "9999-12-31", "9999-12-31"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("1994-06-XX", "1994-06-01", "1994-06-30"),
        ("1994-XX", "1994-01-01", "1994-12-31"),
        ("1994-XX-XX", "1994-01-01", "1994-12-31"),
        ("20XX", "2000-01-01", "2099-12-31"),
        ("1985-04-12T23:20:30Z", "1985-04-12", "1985-04-12"),
        ("2001-21", "2001-03-01", "2001-05-31"),
        ("2001-22", "2001-06-01", "2001-08-31"),
        ("2001-23", "2001-09-01", "2001-11-30"),
        ("2001-24", "2001-12-01", "2002-02-28"),
        ("9999-24", "9999-12-01", "9999-12-31"),
        ("2001-21~", "2000-03-01", "2002-05-31"),
        ("2001-24%", "1999-12-01", "2004-02-29"),
        ("0001-21%", "0001-01-01", "0003-05-31"),
        ("2001-34", "2001-04-01", "2001-06-30"),
        ("1984?", "1983-01-01", "1985-12-31"),
        ("1984~", "1983-01-01", "1985-12-31"),
        ("1984%", "1982-01-01", "1986-12-31"),
        ("0001~", "0001-01-01", "0002-12-31"),
        ("9999~", "9998-01-01", "9999-12-31"),
    ],
)
def test_a_date_is_the_days_it_may_mean(text: str, earliest: str, latest: str) -> None:
    assert parse_date(text) == Date(text=text, earliest=day(earliest), latest=day(latest))


@pytest.mark.parametrize(
    ("rough", "plain"),
    [
        ("1985~", "1985"),
        ("1987?", "1987"),
        ("1984-06~", "1984-06"),
        ("1984-06-02%", "1984-06-02"),
        ("199X?", "199X"),
        ("2004-XX~", "2004-XX"),
    ],
)
def test_an_uncertain_date_reaches_at_least_as_far_as_the_plain_one(rough: str, plain: str) -> None:
    assert parse_date(rough).earliest <= parse_date(plain).earliest
    assert parse_date(rough).latest >= parse_date(plain).latest
    assert parse_date(rough).text == rough


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "..",
        "/",
        "today",
        "2021-02-30",
        "2021-02-29",
        "2021-00",
        "2021-13",
        "2021-04-31",
        "2021-04-31~",
        "2021-20",
        "2021-42",
        "0000-21",
        "1984-1X",
        "1984-X1",
        "0000",
        "-0044",
        "9999999",
        "10001",
        "Y170000002",
        "1994/1996",
        "1994-01-01/",
        "2021-08-24T10:00",
        "24.08.2021",
        "۱۳۷۱",
        "١٩٩٤-٠١",
        "1994\u200f",
        "нет",
        "[1968..1967]",
        "\ud800",
        "\x00",
        "X" * 40,
        "1" * 41,
        "9" * 1_000_000,
        "(" * 1000,
    ],
    ids=lambda text: repr(text[:20]),
)
def test_what_is_no_date_is_refused_with_a_hint(text: str) -> None:
    before = time.process_time()
    with pytest.raises(DateFormatError, match=r"is not a date; write 2021-08-24") as caught:
        parse_date(text)
    assert len(str(caught.value)) < 300
    assert time.process_time() - before < 1


@pytest.mark.parametrize("value", [None, 1994, 1994.5, ["1994"], b"1994"], ids=repr)
def test_what_is_no_text_is_refused_as_a_date_and_as_an_interval(value: object) -> None:
    with pytest.raises(DateFormatError):
        parse_date(value)  # type: ignore[arg-type]
    with pytest.raises(DateFormatError):
        parse_interval(value)  # type: ignore[arg-type]


@given(st.dates())
def test_a_calendar_date_is_read_whole(date: datetime.date) -> None:
    for value in (date, date.isoformat(), datetime.datetime.combine(date, datetime.time(23, 59))):
        assert parse_date(value) == Date(text=date.isoformat(), earliest=date.toordinal(), latest=date.toordinal())


@given(st.dates())
def test_a_day_lies_in_its_month_and_its_year(date: datetime.date) -> None:
    exact = parse_date(date)
    month, year = parse_date(exact.text[:7]), parse_date(exact.text[:4])
    assert year.earliest <= month.earliest <= exact.earliest <= month.latest <= year.latest
    assert month.latest - month.earliest < 31
    assert year.latest - year.earliest in (364, 365)


def test_a_date_is_given_back() -> None:
    date = Date(text="x", earliest=1, latest=2)
    assert parse_date(date) is date


@pytest.mark.parametrize(
    ("text", "start", "end", "open_start", "open_end"),
    [
        ("1994", "1994", "1994", False, False),
        ("1994-01/1996-05", "1994-01", "1996-05", False, False),
        ("2021-08-17/..", "2021-08-17", None, False, True),
        ("2021-08-17/", "2021-08-17", None, False, False),
        ("/2001-09-09", None, "2001-09-09", False, False),
        ("../2001-09-09", None, "2001-09-09", True, False),
        ("../..", None, None, True, True),
        ("/", None, None, False, False),
        ("1992-06/1992", "1992-06", "1992", False, False),
        ("1985~/1987?", "1985~", "1987?", False, False),
    ],
)
def test_an_interval_is_what_is_known_of_its_ends(
    text: str, start: str | None, end: str | None, *, open_start: bool, open_end: bool
) -> None:
    interval = parse_interval(text)
    assert interval.start == (None if start is None else parse_date(start))
    assert interval.end == (None if end is None else parse_date(end))
    assert (interval.open_start, interval.open_end, str(interval)) == (open_start, open_end, text)


@pytest.mark.parametrize("text", ["1996/1994", "2021-08-25/2021-08-24", "2000/199X"])
def test_a_reversed_interval_is_refused(text: str) -> None:
    with pytest.raises(DateFormatError, match="ends before it starts; swap"):
        parse_interval(text)


@pytest.mark.parametrize("text", ["", "1994//", "1994/1995/1996", "1980/1990/", "x/y", "1994/2021-02-30", ".../1994"])
def test_what_is_no_interval_is_refused(text: str) -> None:
    with pytest.raises(DateFormatError):
        parse_interval(text)


@given(st.text(st.sampled_from("0123456789X-/~?.[]{},% Y\u06f1"), max_size=14))
def test_any_text_is_a_date_in_order_or_a_documented_error(text: str) -> None:
    try:
        date = parse_date(text)
        interval = parse_interval(text)
    except AfgraphError:
        return
    assert date.earliest <= date.latest
    assert interval.start == interval.end == date
