"""Dates with a named month or in another calendar."""

import datetime
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afgraph.data import read_table
from afgraph.dates import Calendar, Date, parse_date, parse_interval, parse_when
from afgraph.dates.calendars import days_of
from afgraph.errors import DateFormatError

SOLAR_DAYS = st.dates(datetime.date(1850, 1, 1), datetime.date(2090, 1, 1))
ISLAMIC_DAYS = st.dates(datetime.date(1924, 8, 1), datetime.date(2077, 11, 16))


def days(first: str, last: str) -> tuple[int, int]:
    return datetime.date.fromisoformat(first).toordinal(), datetime.date.fromisoformat(last).toordinal()


@pytest.mark.parametrize(
    ("text", "first", "last", "shown"),
    [
        ("7 Sawr 1357", "1978-04-27", "1978-04-27", "1357-02-07 SH"),
        ("26 Saratan 1352", "1973-07-17", "1973-07-17", "1352-04-26 SH"),
        ("6 Jadi 1358", "1979-12-27", "1979-12-27", "1358-10-06 SH"),
        ("8 Saur 1371", "1992-04-28", "1992-04-28", "1371-02-08 SH"),
        ("24 Asad 1400", "2021-08-15", "2021-08-15", "1400-05-24 SH"),
        ("۲۴ اسد ۱۴۰۰", "2021-08-15", "2021-08-15", "1400-05-24 SH"),
        ("۲۴ زمری ۱۴۰۰", "2021-08-15", "2021-08-15", "1400-05-24 SH"),
        ("24 Mordad 1400", "2021-08-15", "2021-08-15", "1400-05-24 SH"),
        ("1373-01-26 SH", "1994-04-15", "1994-04-15", "1373-01-26 SH"),
        ("SH 1400-06-15", "2021-09-06", "2021-09-06", "1400-06-15 SH"),
        ("15 Sunbula 1400", "2021-09-06", "2021-09-06", "1400-06-15 SH"),
        ("15th of Sunbula, 1400", "2021-09-06", "2021-09-06", "1400-06-15 SH"),
        ("15/6/1400 S.H.", "2021-09-06", "2021-09-06", "1400-06-15 SH"),
        ("۱۴۰۰/۶/۱۵ هـ.ش", "2021-09-06", "2021-09-06", "1400-06-15 SH"),
        ("1400-06 sh", "2021-08-23", "2021-09-22", "1400-06 SH"),
        ("Sunbula 1400", "2021-08-23", "2021-09-22", "1400-06 SH"),
        ("30 Hut 1403", "2025-03-20", "2025-03-20", "1403-12-30 SH"),
        ("1373 SH", "1994-03-21", "1995-03-20", "1373 SH"),
        ("1375 SH", "1996-03-20", "1997-03-20", "1375 SH"),
        ("AH 1442-11", "2021-06-11", "2021-07-10", "1442-11 AH"),
        ("10 Muharram 1443", "2021-08-18", "2021-08-18", "1443-01-10 AH"),
        ("1 Muharram A.H. 1400", "1979-11-20", "1979-11-20", "1400-01-01 AH"),
        ("10 Dhu al-Hijja 1442", "2021-07-20", "2021-07-20", "1442-12-10 AH"),
        ("Ramazan 1442", "2021-04-13", "2021-05-12", "1442-09 AH"),
        ("February 1994", "1994-02-01", "1994-02-28", "1994-02"),
        ("Feb 1994", "1994-02-01", "1994-02-28", "1994-02"),
        ("Feb. 1994", "1994-02-01", "1994-02-28", "1994-02"),
        ("15 February 1994", "1994-02-15", "1994-02-15", "1994-02-15"),
        ("February 15th, 1994", "1994-02-15", "1994-02-15", "1994-02-15"),
        ("15-FEB-1994", "1994-02-15", "1994-02-15", "1994-02-15"),
        ("1994 AD", "1994-01-01", "1994-12-31", "1994"),
    ],
)
def test_a_written_date_covers_the_days_of_its_calendar(text: str, first: str, last: str, shown: str) -> None:
    date = parse_date(text)
    assert (date.earliest, date.latest) == days(first, last)
    assert date.text == shown
    assert parse_date(shown) == date


@pytest.mark.parametrize(
    "text",
    [
        "30 Hut 1402",
        "32 Hamal 1400",
        "1400-13 SH",
        "1400-00 SH",
        "0 Hamal 1400",
        "30 February 1994",
        "Hamal",
        "15 Hamal",
        "Hamal 94",
        "SH",
        "Hamal Sawr 1400",
        "15 16 Hamal 1400",
        "1400 1401 SH",
        "15 Brumaire 1994",
        "Feb 1994/..",
        "1400/1401 SH",
        "1400~ SH",
        "Feb 1994\x00",
        "15 Sunbula 1400 AH",
        "1200-01-01 AH",
        "1600 AH",
        "9999 SH",
        "1400 Hijri",
        "February 1994 " * 5,
    ],
)
def test_what_no_calendar_has_is_refused(text: str) -> None:
    with pytest.raises(DateFormatError):
        parse_date(text)


def test_packs_stay_with_edtf() -> None:
    for text in ("1373-01-26 SH", "February 1994"):
        with pytest.raises(DateFormatError):
            parse_interval(text)


def test_two_calendars_in_one_date_are_named() -> None:
    with pytest.raises(DateFormatError, match="two calendars, islamic and solar-hijri"):
        parse_date("15 Sunbula 1400 AH")


@given(SOLAR_DAYS)
def test_a_day_shown_as_solar_hijri_is_read_back(day: datetime.date) -> None:
    _shown_and_read(day, "solar-hijri")


@given(ISLAMIC_DAYS)
def test_a_day_shown_as_islamic_is_read_back(day: datetime.date) -> None:
    _shown_and_read(day, "islamic")


def _shown_and_read(day: datetime.date, calendar: Calendar) -> None:
    date = parse_date(day)
    for shown in (date.in_calendar(calendar), date.in_calendar(calendar, named=True)):
        read = parse_date(shown)
        assert (read.earliest, read.latest) == (date.earliest, date.latest)
    assert parse_date(date.in_calendar("gregorian")) == date


@pytest.mark.parametrize(("mark", "years"), [("SH", range(1290, 1460)), ("AH", range(1343, 1501))])
def test_years_months_and_days_follow_each_other_without_gap_or_overlap(mark: str, years: range) -> None:
    last = parse_date(f"{years[0]} {mark}").earliest - 1
    for year in years:
        whole = parse_date(f"{year} {mark}")
        assert whole.earliest == last + 1
        for month in range(1, 13):
            part = parse_date(f"{year}-{month:02} {mark}")
            assert part.earliest == last + 1
            last = part.latest
            assert parse_date(f"{year}-{month:02}-{last - part.earliest + 1} {mark}").latest == last
        assert whole.latest == last


@given(ISLAMIC_DAYS, st.integers(0, 800), st.sampled_from(["gregorian", "solar-hijri", "islamic"]))
def test_any_stretch_shown_in_a_calendar_asks_about_the_same_days(
    day: datetime.date, length: int, calendar: Calendar
) -> None:
    first = min(day.toordinal(), datetime.date(2075, 1, 1).toordinal())
    date = Date(text="x", earliest=first, latest=first + length)
    asked = parse_when(date.in_calendar(calendar)).bounds()
    assert asked == (first, first, first + length, first + length)


@given(st.text(st.sampled_from("0123456789 -/.SHAحملش۱۴ofebmrz~,\u200c"), max_size=16))
def test_any_text_is_a_date_or_a_documented_error(text: str) -> None:
    for parse in (parse_date, parse_when):
        try:
            parse(text)
        except DateFormatError:
            continue


@pytest.mark.parametrize("row", read_table("dates/months.tsv"), ids=lambda row: row["name"])
def test_each_listed_name_is_its_month_and_no_other(row: dict[str, str]) -> None:
    calendar, marks = row["calendar"], {"gregorian": "", "solar-hijri": " SH", "islamic": " AH"}
    assert parse_date(f"2 {row['name']} 1400").text == f"1400-{int(row['month']):02}-02{marks[calendar]}"


@pytest.mark.parametrize("row", read_table("dates/words.tsv"), ids=lambda row: row["phrase"])
def test_each_listed_word_names_its_calendar_or_nothing(row: dict[str, str]) -> None:
    if row["kind"] == "calendar":
        expected: Calendar = cast("Calendar", row["value"])
        first, _ = days_of(expected, 1400, None, None)
        assert parse_date(f"1400 {row['phrase']}").earliest == first
        assert parse_date(f"{row['phrase']} 1400").earliest == first
    else:
        assert parse_date(f"2 {row['phrase']} Hamal 1400").text == "1400-01-02 SH"
