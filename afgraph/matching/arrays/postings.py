# cython: boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True, annotation_typing=False
"""Which of many members have most of what is looked for.

This module may be compiled: the types of its variables stand in `postings.pxd`, and the same source runs as it is.
"""

from array import array
from collections.abc import Iterable, Sequence
from threading import Lock

Group = list[tuple[float, int]]  # rows with what each is worth


class Postings:
    """Rows of members, with a total for each member: words and the names they stand in, with the weight of these."""

    def __init__(self, rows: Iterable[Sequence[int]], totals: Sequence[float]) -> None:
        starts, members = array("I", [0]), array("I")
        for row in rows:
            members.extend(row)
            starts.append(len(members))
        self._hold(starts, members, array("d", totals))

    def _hold(self, starts: Sequence[int], members: Sequence[int], totals: Sequence[float]) -> None:
        self.parts = starts, members, totals
        self.starts, self.members, self.totals = starts, members, totals
        self.scores = array("d", bytes(8 * len(totals)))
        self.seen = array("i", bytes(4 * len(totals)))  # the last group that added to the score, counted from 1
        self.touched = array("I", bytes(4 * len(totals)))
        self.lock = Lock()

    def __reduce__(self) -> tuple[object, ...]:
        return postings_of, self.parts

    def size(self, row: int) -> int:
        """How many members a row has."""
        return self.starts[row + 1] - self.starts[row]

    def best(self, groups: list[Group], most: int, missed: float, over: float) -> list[tuple[float, int]]:
        """The members with the highest scores, so many at most, best first; of equals the first.

        A member gains from each group the most that one of its rows is worth. What it has in total counts against it:
        `missed` times the total is taken off, and if `over` is not 0, the score is divided by `over` and the total.
        """
        with self.lock:
            count = self._add(groups)
            return self._first(count, most, missed, over)

    def _add(self, groups: list[Group]) -> int:
        """Add the worth of the groups to the scores; how many members were touched."""
        starts, members, scores, seen, touched = self.starts, self.members, self.scores, self.seen, self.touched
        count = 0
        number = 0
        for group in groups:
            number += 1
            for worth, row in group:
                gain = worth
                for at in range(starts[row], starts[row + 1]):
                    member = members[at]
                    if seen[member] == number:
                        continue
                    if seen[member] == 0:
                        touched[count] = member
                        count += 1
                    seen[member] = number
                    scores[member] += gain
        return count

    def _first(self, count: int, most: int, missed: float, over: float) -> list[tuple[float, int]]:
        """The best of the members that were touched; all is clean again behind them."""
        scores, seen, touched, totals = self.scores, self.seen, self.touched, self.totals
        values = array("d", bytes(8 * (most + 1)))
        best = array("I", bytes(4 * (most + 1)))
        kept = 0
        for at in range(count):
            member = touched[at]
            value = scores[member]
            scores[member] = 0.0
            seen[member] = 0
            if kept == most and over == 0 and value < values[most - 1]:  # the more so without what is missed
                continue
            total = totals[member]
            value -= missed * total
            if over != 0:
                value /= over + total
            if kept == most and (value < values[most - 1] or (value == values[most - 1] and member > best[most - 1])):
                continue
            place = kept if kept < most else most - 1
            while place > 0 and (
                values[place - 1] < value or (values[place - 1] == value and best[place - 1] > member)
            ):
                values[place] = values[place - 1]
                best[place] = best[place - 1]
                place -= 1
            values[place] = value
            best[place] = member
            if kept < most:
                kept += 1
        return [(values[place], best[place]) for place in range(kept)]


def postings_of(starts: Sequence[int], members: Sequence[int], totals: Sequence[float]) -> Postings:
    """The postings of these `parts`: arrays, or views of them."""
    found = Postings.__new__(Postings)
    found._hold(starts, members, totals)  # noqa: SLF001
    return found


def inverted(
    starts: Sequence[int], named: Sequence[int], rows: int, order: "array[int] | None" = None
) -> "tuple[array[int], array[int]]":
    """For so many rows where the members of each begin, and the members: the names that each word stands in.

    `starts` and `named` are the rows of each member, one member behind the other; `order` is the order in which the
    members stand in each row, else that of their numbers.
    """
    begin = array("I", bytes(4 * (rows + 1)))
    members = array("I", bytes(4 * len(named)))
    _invert(starts, named, begin, members, rows, array("I", range(len(starts) - 1)) if order is None else order)
    return begin, members


def _invert(
    starts: Sequence[int],
    named: Sequence[int],
    begin: "array[int]",
    members: "array[int]",
    rows: int,
    order: "array[int]",
) -> None:
    for place in range(starts[len(order)]):
        begin[named[place]] += 1
    total = 0
    for row in range(rows + 1):
        here = begin[row]
        begin[row] = total
        total += here
    for member in order:
        for place in range(starts[member], starts[member + 1]):
            row = named[place]
            members[begin[row]] = member
            begin[row] += 1
    for row in range(rows, 0, -1):
        begin[row] = begin[row - 1]
    begin[0] = 0
