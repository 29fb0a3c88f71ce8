"""What was made last, remembered up to a number."""

from typing import Generic, TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


class Recent(Generic[Key, Value]):
    """A store that keeps what was put in or asked for last: the newest `most`, and up to as many before these.

    >>> store = Recent[str, int](2)
    >>> for at, letter in enumerate("abcde"):
    ...     store.put(letter, at)
    >>> store.get("a"), store.get("c"), store.get("e")
    (None, 2, 4)
    """

    __slots__ = ("_before", "_most", "_new")

    def __init__(self, most: int) -> None:
        self._most = most
        self._new: dict[Key, Value] = {}
        self._before: dict[Key, Value] = {}

    def get(self, key: Key) -> Value | None:
        """What is kept under a key, `None` where nothing is."""
        found = self._new.get(key)
        if found is None:
            found = self._before.get(key)
            if found is not None:
                self.put(key, found)
        return found

    def put(self, key: Key, value: Value) -> None:
        """Keep a value; where there are too many, those that were not asked for since the last time go."""
        if len(self._new) >= self._most:
            self._before, self._new = self._new, {}
        self._new[key] = value
