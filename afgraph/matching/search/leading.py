# cython: boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True, annotation_typing=False
"""Which of very many members gain most, where few of them need be touched.

This module may be compiled: the types of its variables stand in `leading.pxd`, and the same source runs as it is. Its
plain reference is `Postings.best`, which touches every member of every row.
"""

from array import array
from collections.abc import Sequence
from threading import Lock

from afgraph.matching.arrays.postings import Group

_ROOM = 1024  # members that there is room for at first
_GRID = 1048576.0  # what is added to a gain and taken off again rounds it, so that sums are the same in any order
_HASH = 2654435761
_WITHIN = -1.0


class Leading:
    """Names by word: for each word the names it stands in, those of the smallest total first, of equals the first."""

    def __init__(self, starts: Sequence[int], members: Sequence[int], totals: Sequence[float]) -> None:
        self.starts, self.members, self.totals = starts, members, totals
        self.lock = Lock()
        self.count = 0
        self._make_room(_ROOM)

    def _make_room(self, room: int) -> None:
        """Empty columns for so many members, and twice as many slots to find them by."""
        self.room, self.mask = room, 2 * room - 1
        self.slots = array("i", bytes(8 * room))  # the place of a member, counted from 1
        self.found = array("I", bytes(4 * room))
        self.gains = array("d", bytes(8 * room))
        self.turns = array("i", bytes(4 * room))  # the last group that a member gained from; below 0 for a late one
        self.rows = array("d", bytes(8 * room))  # what a row is worth, where it begins; anywhere else `_WITHIN`

    def size(self, row: int) -> int:
        """How many members a row has."""
        return self.starts[row + 1] - self.starts[row]

    def rarest(self, rows: list[int]) -> list[int]:
        """The rows, each once, those with the fewest members first, of equals the first."""
        return [row for _, row in sorted({(self.starts[row + 1] - self.starts[row], row) for row in rows})]

    def near_best(self, groups: list[Group], most: int, missed: float, share: float) -> list[int]:
        """The members with the highest scores, so many at most, best first; of equals the first.

        A member gains from each group the most that one of its rows is worth; `groups` have their rows in that order.
        What it has in total counts against it: `missed` times the total is taken off. Only members are given that gain
        at least a `share` of what the first gains.
        """
        sized = sorted([(self._sum(group), at) for at, group in enumerate(groups)])
        with self.lock:
            for turn, (_, at) in enumerate(sized):
                self._add(groups[at], turn, most, turn + 1 == len(groups))
            found = self._best(most, missed, share)
            self._clear()
        return found

    def _sum(self, group: Group) -> int:
        """How many members the rows of a group have."""
        total = 0
        for _, row in group:
            total += self.starts[row + 1] - self.starts[row]
        return total

    def _add(self, group: Group, turn: int, most: int, last: bool) -> None:  # noqa: FBT001
        """Let members gain by a group.

        Of those in a row that have gained nothing yet only so many can be among the best by this gain alone: those of
        the smallest totals come first. The later ones are marked, and after the `last` group there is no use for them.
        """
        starts, members = self.starts, self.members
        late = -turn - 1
        for worth, row in group:
            gain = worth + _GRID
            gain -= _GRID
            left = most
            first = self.count
            for at in range(starts[row], starts[row + 1]):
                member = members[at]
                slot = self._slot(member)
                place = self.slots[slot] - 1
                if place >= 0:
                    if self.turns[place] != turn and self.turns[place] != late:
                        self.turns[place] = turn
                        self.gains[place] += gain
                elif left > 0:
                    left -= 1
                    self._put(slot, member, gain, turn)
                elif not last:
                    self._put(slot, member, gain, late)
            if self.count > first:
                self.rows[first] = gain

    def _slot(self, member: int) -> int:
        """Where a member is, or where there is room for it."""
        mask = self.mask
        slot = (member * _HASH >> 7) & mask
        while True:
            place = self.slots[slot] - 1
            if place < 0 or self.found[place] == member:
                return slot
            slot = (slot + 1) & mask

    def _put(self, slot: int, member: int, gain: float, turn: int) -> None:
        place = self.count
        self.slots[slot] = place + 1
        self.found[place], self.gains[place], self.turns[place] = member, gain, turn
        self.rows[place] = _WITHIN
        self.count += 1
        if self.count == self.room:
            self._grow()

    def _grow(self) -> None:
        """Twice the room."""
        found, gains, turns, rows = self.found, self.gains, self.turns, self.rows
        self._make_room(2 * self.room)
        for place in range(self.count):
            slot = self._slot(found[place])
            self.slots[slot] = place + 1
            self.found[place], self.gains[place], self.turns[place] = found[place], gains[place], turns[place]
            self.rows[place] = rows[place]

    def _clear(self) -> None:
        slots, mask = self.slots, self.mask
        if self.count * 8 > self.room:
            for slot in range(mask + 1):
                slots[slot] = 0
        else:
            for place in range(self.count - 1, -1, -1):  # backwards, so that each is found where it was put
                slots[self._slot(self.found[place])] = 0
        self.count = 0

    def _best(self, most: int, missed: float, share: float) -> list[int]:
        """The best of the members that gained."""
        values, best = array("d", bytes(8 * (most + 1))), array("i", bytes(4 * (most + 1)))
        kept = 0
        row_worth = behind = _WITHIN
        for place in range(self.count):
            value = self.gains[place]
            if self.rows[place] != _WITHIN:
                row_worth, behind = self.rows[place], _WITHIN
            if self.turns[place] < 0 or value == behind:  # or behind another that gained no more and has less in total
                continue
            if kept == most and value < values[most - 1]:  # the more so without what is missed
                continue
            member = self.found[place]
            value -= missed * self.totals[member]
            if kept == most and not self._before(value, member, values[most - 1], best[most - 1]):
                if self.gains[place] == row_worth:
                    behind = row_worth
                continue
            at = kept if kept < most else most - 1
            while at > 0 and self._before(value, member, values[at - 1], best[at - 1]):
                values[at], best[at] = values[at - 1], best[at - 1]
                at -= 1
            values[at], best[at] = value, place
            if kept < most:
                kept += 1
        return self._near(best, kept, share)

    def _before(self, value: float, member: int, other_value: float, other: int) -> bool:
        """Whether a member comes before the one at another place."""
        return value > other_value or (value == other_value and member < self.found[other])

    def _near(self, best: "array[int]", kept: int, share: float) -> list[int]:
        near = []
        least = share * self.gains[best[0]] if kept > 0 else 0.0
        for at in range(kept):
            place = best[at]
            if self.gains[place] >= least:
                near.append(self.found[place])
        return near
