"""Intervals and answers in another calendar."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

import afgraph as af
from afgraph.dates import Calendar, parse_interval, parse_when

DAYS = st.dates(datetime.date(1930, 1, 1), datetime.date(2050, 12, 31))


@pytest.mark.parametrize(
    ("text", "calendar", "shown"),
    [
        ("1994-04-15", "solar-hijri", "1373-01-26 SH"),
        ("1994-04-15/1996-09-27", "solar-hijri", "1373-01-26 SH/1375-07-06 SH"),
        ("2021-08-15/..", "gregorian", "2021-08-15/.."),
        ("../1979-12-27", "solar-hijri", "../1358-10-06 SH"),
        ("/1996-09-27", "solar-hijri", "/1375-07-06 SH"),
        ("1994/", "solar-hijri", "[1372-10-11 SH..1373-10-10 SH]/"),
        ("1994", "solar-hijri", "1372-10-11 SH/1373-10-10 SH"),
        ("/", "islamic", "/"),
    ],
)
def test_known_ends_are_shown_and_unknown_and_open_ones_stay_so(text: str, calendar: Calendar, shown: str) -> None:
    assert parse_interval(text).in_calendar(calendar) == shown


@given(DAYS, DAYS, st.sampled_from(["gregorian", "solar-hijri", "islamic"]))
def test_days_that_are_shown_are_read_back(one: datetime.date, other: datetime.date, calendar: Calendar) -> None:
    first, last = sorted((one, other))
    interval = parse_interval(f"{first}/{last}")
    assert parse_when(interval.in_calendar(calendar)).bounds() == interval.bounds()
    assert parse_when(interval.in_calendar(calendar, named=True)).bounds() == interval.bounds()


def test_the_time_of_a_question_is_shown_whole() -> None:
    assert parse_when("Dalw 1372").in_calendar("gregorian") == "1994-01-21/1994-02-19"
    assert parse_when("1373/1375 SH").in_calendar("solar-hijri") == "1373-01-01 SH/1375-12-30 SH"


FORMS = ["2021-08-22", "22 August 2021", "1400-05-31 SH", "31 Asad 1400", "۳۱ اسد ۱۴۰۰", "1443-01-14 AH"]


@pytest.mark.parametrize("day", FORMS)
def test_every_helper_takes_a_day_in_every_calendar(kg: af.KnowledgeGraph, day: str) -> None:
    plain = "2021-08-22"
    assert kg.allies("Ahmad Massoud", on=day).ids == kg.allies("Ahmad Massoud", on=plain).ids
    assert kg.enemies("NRF", on=day).ids == kg.enemies("NRF", on=plain).ids
    assert kg.blocs(on=day).frustration == kg.blocs(on=plain).frustration
    assert kg.controls("Panjshir", on=day).ids == kg.controls("Panjshir", on=plain).ids == ["org:nrf"]
    assert kg.changes("NRF", day, day).named == kg.changes("NRF", plain, plain).named
    assert kg.switched_sides(day, day).ids == kg.switched_sides(plain, plain).ids
    assert kg.timeline("NRF", on=day).named == kg.timeline("NRF", on=plain).named
    assert kg.alive("Ahmad Shah Massoud", on=day)[0].verdict == "no"
    assert kg.claims(subject="NRF", on=day) == kg.claims(subject="NRF", on=plain)
    assert kg.as_of(day).allies("NRF").ids == kg.allies("NRF", on=plain).ids
    assert len(kg.to_networkx(on=day).edges) == len(kg.to_networkx(on=plain).edges)
    assert kg.allies_many(["NRF"], on=day)[0].ids == kg.allies("NRF", on=plain).ids


@pytest.mark.parametrize("day", FORMS)
def test_names_are_resolved_by_a_day_in_every_calendar(kg: af.KnowledgeGraph, day: str) -> None:
    assert kg.resolve("Massoud", date=day).id == "per:ahmad-massoud"
    assert kg.entity("Northern Alliance", date=day).id == kg.entity("Northern Alliance", date="2021-08-22").id
    assert kg.link("Massoud spoke in Panjshir.", date=day).mentions[0].id == "per:ahmad-massoud"
    assert af.link("Massoud spoke.", kg.resolver, date=day).mentions[0].id == "per:ahmad-massoud"
    assert kg.resolver.resolve("Massoud", date=day).id == "per:ahmad-massoud"
    assert [each.id for each in kg.resolve_many(["Massoud"], date=day)] == ["per:ahmad-massoud"]
    assert kg.ask(f"Who controlled Panjshir on {day}?").ids == ["org:nrf"]
