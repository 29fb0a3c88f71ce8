"""The members that gain most, found with few of them touched, are those that are found when all are looked at."""

from itertools import accumulate, chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afgraph.matching.arrays.postings import Group, Postings
from afgraph.matching.search.leading import Leading

MEMBERS = 12
MISSED = 0.25
ROWS = st.lists(st.lists(st.integers(0, MEMBERS - 1), unique=True), min_size=6, max_size=6)
WORTH = st.sampled_from([1.0, 0.75, 0.5, 0.25])  # sums of these are the same in any order
GROUPS = st.lists(st.lists(st.tuples(WORTH, st.integers(0, 5)), max_size=5), max_size=4)
TOTALS = st.lists(st.sampled_from([0.5, 1.0, 1.5, 2.0]), min_size=MEMBERS, max_size=MEMBERS)


def leading(rows: list[list[int]], totals: list[float]) -> Leading:
    lightest = [sorted(row, key=lambda member: (totals[member], member)) for row in rows]
    starts = accumulate(map(len, lightest), initial=0)
    columns = Postings([[each] for each in starts], []).parts[1], Postings([list(chain(*lightest))], []).parts[1]
    return Leading(*columns, Postings([], totals).parts[2])


def looked_at_all(
    rows: list[list[int]], totals: list[float], groups: list[Group], most: int, share: float
) -> list[int]:
    found = Postings(rows, totals).best(groups, most, MISSED, 0.0)
    gains = [score + MISSED * totals[member] for score, member in found]
    return [member for (_, member), gain in zip(found, gains, strict=True) if gain >= share * gains[0]]


@given(ROWS, TOTALS, GROUPS, st.integers(1, 5), st.sampled_from([0.0, 0.5]))
def test_they_are_those_of_all(
    rows: list[list[int]], totals: list[float], groups: list[Group], most: int, share: float
) -> None:
    groups = [sorted(group, reverse=True) for group in groups]
    of = leading(rows, totals)
    for _ in range(2):  # nothing is left of the first time
        assert of.near_best(groups, most, MISSED, share) == looked_at_all(rows, totals, groups, most, share)


@pytest.mark.parametrize("count", [1, 1_023, 1_024, 5_000])
def test_there_is_room_for_any_number(count: int) -> None:
    rows = [list(range(count)), list(range(count)), [count - 1]]
    totals = [1.0 + at % 2 for at in range(count)]
    of = leading(rows, totals)
    for _ in range(2):
        found = of.near_best([[(1.0, 0)], [(0.5, 1)], [(1.0, 2)]], 5, MISSED, 0.0)
        assert found == [count - 1, *range(0, count - 1, 2)[:4]]
    assert [of.size(row) for row in range(3)] == [count, count, 1]
