"""Names that have the letters of a query but for a few."""

import tracemalloc
from array import array
from itertools import accumulate, chain, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afgraph.matching.search.slips import LONGEST, Slips, marks_of
from afgraph.sections import Strings

NAMES = ["ahmad massoud", "ahmad masud", "hamad massoud", "ahmad shah massoud", "قندهار"]


def listed(names: list[str], *rows: list[int]) -> Slips:
    """Names in some rows, or all in one."""
    strings = Strings.of(names)
    rows = rows or ([*range(len(names))],)
    members = array("I", chain.from_iterable(rows))
    marks = marks_of(strings.heap, strings.starts, members)
    return Slips(strings.heap, strings.starts, array("I", accumulate(map(len, rows), initial=0)), members, marks)


def slips(one: bytes, other: bytes) -> int:
    """The plain reference: the table of steps, letter by letter, where two in the other order are one step."""
    table = {(i, 0): i for i in range(len(one) + 1)} | {(0, j): j for j in range(len(other) + 1)}
    for i, j in product(range(1, len(one) + 1), range(1, len(other) + 1)):
        ways = [
            table[i - 1, j] + 1,
            table[i, j - 1] + 1,
            table[i - 1, j - 1] + (one[i - 1] != other[j - 1]),
        ]
        if i > 1 and j > 1 and one[i - 1] == other[j - 2] and one[i - 2] == other[j - 1]:
            ways.append(table[i - 2, j - 2] + 1)
        table[i, j] = min(ways)
    return table[len(one), len(other)]


@given(
    st.text("abcش ", min_size=1, max_size=14), st.lists(st.text("abcش ", max_size=14), max_size=6), st.integers(0, 4)
)
def test_slips_are_counted_as_the_plain_table_counts_them(asked: str, names: list[str], most: int) -> None:
    code, found = asked.encode(), listed(names)
    counted = [slips(code, each.encode()) for each in names]
    assert [found.between(code, at) for at in range(len(names))] == counted
    assert found.near(code, [0], most, 99) == sorted((each, at) for at, each in enumerate(counted) if each <= most)


@pytest.mark.parametrize(
    ("asked", "most", "found"),
    [
        ("ahmad massoud", 0, [0]),
        ("hamad masoud", 2, [0, 1, 2]),
        ("ahmda masud", 1, [1]),
        ("", 2, []),
        ("x" * (LONGEST + 1), 70, []),
        ("قندهر", 2, [4]),
    ],
)
def test_names_are_found_by_their_letters(asked: str, most: int, found: list[int]) -> None:
    assert sorted(at for _, at in listed(NAMES).near(asked.encode(), [0], most, 99)) == found


@pytest.mark.parametrize(
    ("asked", "found"),
    [("hamad masood", [(2, 2)]), ("ahmad masud", [(0, 1), (2, 0)])],
)
def test_a_row_with_near_names_is_the_last_that_is_looked_at(asked: str, found: list[tuple[int, int]]) -> None:
    names = listed(NAMES, [4, 3], [2], [0, 1])
    assert names.near(asked.encode(), [0, 1, 2], 2, 99) == found


@given(st.lists(st.text("abc", min_size=1, max_size=3), min_size=100, max_size=300), st.integers(0, 3))
def test_many_names_are_measured_as_few_are(names: list[str], most: int) -> None:
    counted = [(slips(b"abcab", each.encode()), at) for at, each in enumerate(names)]
    assert listed(names).near(b"abcab", [0], most, 999) == sorted(each for each in counted if each[0] <= most)
    assert listed(names).nearest(b"abcab", [*range(len(names))], 999) == [at for _, at in sorted(counted)]


def test_no_more_names_are_looked_at_than_may_be() -> None:
    assert listed(["ahmad"] * 9).near(b"ahmad", [0], 0, 4) == [(0, 0), (0, 1), (0, 2), (0, 3)]


@given(st.text("abcش ", max_size=14), st.lists(st.text("abcش ", max_size=14), max_size=9), st.integers(1, 4))
def test_the_nearest_names_differ_least(asked: str, names: list[str], most: int) -> None:
    code, places = asked.encode(), list(range(len(names)))
    least = sorted(places, key=lambda at: slips(code, names[at].encode()))
    assert listed(names).nearest(code, places, most) == (least if code else places)[:most]


@given(st.text("abc ", min_size=1, max_size=9), st.lists(st.text("abc ", max_size=9), max_size=9), st.integers(0, 3))
def test_names_far_behind_the_nearest_are_left_out(asked: str, names: list[str], behind: int) -> None:
    code, places = asked.encode(), list(range(len(names)))
    counted = [slips(code, each.encode()) for each in names]
    kept = [at for at in listed(names).nearest(code, places, 9) if counted[at] <= min(counted) + behind]
    assert listed(names).nearest(code, places, 9, behind) == kept


def test_names_asked_for_again_and_again_leave_nothing_behind() -> None:
    names, code = listed(NAMES), b"ahmed masoud"
    for _ in range(3):
        names.between(code, 0)
    tracemalloc.start()
    for _ in range(2_000):
        names.between(code, 0)
        names.near(code, [0], 2, 10)
    left = tracemalloc.take_snapshot()
    tracemalloc.stop()
    ours = [tracemalloc.Filter(True, each) for each in (__file__, "*slips.py")]  # noqa: FBT003 - others make things too
    assert sum(each.size for each in left.filter_traces(ours).statistics("filename")) < 20_000
