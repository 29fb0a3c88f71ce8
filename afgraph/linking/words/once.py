"""What is made of an index once, and kept as long as the index is."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

from afgraph.matching import NameIndex

_Made = TypeVar("_Made")


def once_per_index(make: Callable[[NameIndex], _Made]) -> Callable[[NameIndex], _Made]:
    """`make`, which is called once for each index.

    >>> index, count = NameIndex([]), once_per_index(lambda index: object())
    >>> count(index) is count(index), count(index) is count(NameIndex([]))
    (True, False)
    """
    known: WeakKeyDictionary[NameIndex, _Made] = WeakKeyDictionary()

    @wraps(make)
    def made(index: NameIndex) -> _Made:
        found = known.get(index)
        if found is None:
            found = known[index] = make(index)
        return found

    return made
