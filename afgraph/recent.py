# cython: annotation_typing=False
"""What was made last, remembered up to a number.

This module may be compiled: the types of its variables stand in `recent.pxd`, and the same source runs as it is.
"""

from typing import TYPE_CHECKING, Any, Generic, TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


class Lately:
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
        self._new: dict[Any, Any] = {}
        self._before: dict[Any, Any] = {}

    @classmethod
    def __class_getitem__(cls, kinds: object) -> "type[Lately]":
        """The class itself: what keys and values are is for type checkers, which see `Recent`."""
        return cls

    def get(self, key: Any) -> Any:
        """What is kept under a key, `None` where nothing is."""
        found = self._new.get(key)
        if found is None and self._before:
            found = self._before.get(key)
            if found is not None:
                self.put(key, found)
        return found

    def put(self, key: Any, value: Any) -> None:
        """Keep a value; where there are too many, those that were not asked for since the last time go."""
        if len(self._new) >= self._most:
            self._before, self._new = self._new, {}
        self._new[key] = value


if TYPE_CHECKING:

    class Recent(Lately, Generic[Key, Value]):
        """The store with the types of its keys and values."""

        def get(self, key: Key) -> Value | None: ...  # noqa: D102 - as above

        def put(self, key: Key, value: Value) -> None: ...  # noqa: D102

else:
    Recent = Lately
