from collections.abc import Iterator
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afgraph.dates import Date, Interval, Verdict, intersect, parse_date, parse_interval, weakest
from afgraph.dates.interval import Bounds

FIRST, LAST = 100, 112  # the few days of a small world
BEYOND = 6  # how far an unknown end is tried beyond it

VERDICTS: tuple[Verdict, ...] = ("no", "unknown", "possibly", "yes")


def date(earliest: int, latest: int) -> Date:
    return Date(text=f"{earliest}..{latest}", earliest=earliest, latest=latest)


@st.composite
def dates(draw: st.DrawFn) -> Date:
    earliest = draw(st.integers(FIRST, LAST))
    return date(earliest, draw(st.integers(earliest, min(LAST, earliest + 4))))


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    start, end = draw(st.none() | dates()), draw(st.none() | dates())
    if start is not None and end is not None and start.earliest > end.latest:
        start, end = end, start
    return Interval(
        text="x",
        start=start,
        end=end,
        open_start=start is None and draw(st.booleans()),
        open_end=end is None and draw(st.booleans()),
    )


def _days(end: Date | None, without: int | None) -> range:
    if end is not None:
        return range(end.earliest, end.latest + 1)
    return range(FIRST - BEYOND, LAST + BEYOND + 1) if without is None else range(without, without + 1)


def readings(interval: Interval) -> Iterator[range]:
    """Every stretch of days that an interval may mean, in a world a little larger than the small one."""
    starts = _days(interval.start, FIRST - BEYOND if interval.open_start else None)
    ends = _days(interval.end, LAST + BEYOND if interval.open_end else None)
    return (range(start, end + 1) for start in starts for end in ends if start <= end)


def verdict(meets: set[bool], *, known: bool) -> Verdict:
    """What all readings together say; of an unknown start never more than `possibly`."""
    if meets == {False}:
        return "no"
    return "yes" if meets == {True} and known else "possibly"


def share(one: range, other: range) -> bool:
    return any(each in other for each in one)


@given(intervals(), dates())
def test_contains_says_what_all_readings_say_day_by_day(interval: Interval, on: Date) -> None:
    days = range(on.earliest, on.latest + 1)
    meets = {share(reading, days) for reading in readings(interval)}
    assert interval.contains(on) == verdict(meets, known=interval.start_known)


@given(intervals(), intervals())
def test_overlaps_says_what_all_readings_of_both_say_day_by_day(one: Interval, other: Interval) -> None:
    lefts, rights = set(readings(one)), set(readings(other))
    meets = {left.start < right.stop and right.start < left.stop for left in lefts for right in rights}
    assert one.overlaps(other) == verdict(meets, known=one.start_known and other.start_known)


@given(intervals(), intervals())
def test_overlap_is_mutual(one: Interval, other: Interval) -> None:
    assert one.overlaps(other) == other.overlaps(one)


@given(intervals(), dates())
def test_an_unknown_start_never_yields_yes(interval: Interval, on: Date) -> None:
    unknown = Interval(text="x", start=None, end=interval.end, open_end=interval.open_end)
    assert unknown.contains(on) in ("possibly", "no")
    assert unknown.overlaps(interval) in ("possibly", "no")


@given(intervals())
def test_bounds_are_the_extremes_of_all_readings(interval: Interval) -> None:
    found = list(readings(interval))
    starts, ends = [each.start for each in found], [each.stop - 1 for each in found]
    within = Bounds(*(min(max(each, FIRST - BEYOND), LAST + BEYOND) for each in interval.bounds()))
    assert within == Bounds(min(starts), max(starts), min(ends), max(ends))


@pytest.mark.parametrize(
    ("interval", "on", "says"),
    [
        ("1994/1996-05", "1993", "no"),
        ("1994/1996-05", "1994", "yes"),
        ("1994/1996-05", "1994-02-01", "possibly"),
        ("1994/1996-05", "1995-07", "yes"),
        ("1994/1996-05", "1996-05-31", "possibly"),
        ("1994/1996-05", "1996-06-01", "no"),
        ("2021-08-17/..", "9999-12-31", "yes"),
        ("2021-08-17/", "2021-08-17", "yes"),
        ("2021-08-17/", "2021-08-18", "possibly"),
        ("/2001-09-09", "2001-09-09", "possibly"),
        ("/2001-09-09", "2001-09-10", "no"),
        ("../2001-09-09", "0001-01-01", "yes"),
        ("/", "1994", "possibly"),
        ("../..", "1994", "yes"),
        ("1992-04-28", "1992-04-28", "yes"),
        ("1992", "1992-04-28", "possibly"),
    ],
)
def test_a_day_is_in_an_interval_yes_possibly_or_no(interval: str, on: str, says: Verdict) -> None:
    assert parse_interval(interval).contains(parse_date(on)) == says


@given(st.lists(st.sampled_from(VERDICTS), max_size=5))
def test_a_chain_is_as_firm_as_its_weakest_link(links: list[Verdict]) -> None:
    found = weakest(links)
    assert found in links if links else found == "yes"
    assert all(VERDICTS.index(found) <= VERDICTS.index(link) for link in links)


@pytest.mark.parametrize(
    ("texts", "shared"),
    [
        ([], "../.."),
        (["1994/1996"], "1994/1996"),
        (["1992/1996-05", "1994-01-01/.."], "1994-01-01/1996-05"),
        (["1992/1993", "1994/.."], None),
        (["/1996", "1994/2000"], "/1996"),
        (["1994/", "../2000"], "1994/"),
        (["../1996", "../2000"], "../1996"),
        (["1994/1994", "1994/1994"], "1994"),
        (["199X/..", "1995/..", "../1994"], None),
    ],
)
def test_shared_time_is_written_as_its_ends_are(texts: list[str], shared: str | None) -> None:
    found = intersect(map(parse_interval, texts))
    assert (None if found is None else found.text) == shared


@given(st.lists(intervals(), min_size=1, max_size=3), dates())
def test_shared_time_never_says_yes_where_one_says_no(shared: list[Interval], on: Date) -> None:
    found = intersect(shared)
    if found is not None and found.contains(on) == "yes":
        assert all(each.contains(on) != "no" for each in shared)


@given(st.lists(intervals(), min_size=2, max_size=3))
def test_there_is_no_shared_time_where_two_surely_never_meet(shared: list[Interval]) -> None:
    apart = any(one.overlaps(other) == "no" for one, other in permutations(shared, 2))
    assert (intersect(shared) is None) == apart


@given(st.lists(intervals(), max_size=3))
def test_the_order_of_intervals_does_not_matter(shared: list[Interval]) -> None:
    found = {(each.bounds() if each else None) for each in map(intersect, permutations(shared))}
    assert len(found) == 1


@given(intervals())
def test_time_shared_with_all_time_or_with_itself_is_the_interval(interval: Interval) -> None:
    for found in (intersect([interval, parse_interval("../..")]), intersect([interval, interval])):
        assert found is not None
        assert found.bounds() == interval.bounds()
