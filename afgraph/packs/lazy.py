"""A mapping whose values are made when they are first asked for."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

Value = TypeVar("Value")


class LazyMapping(Mapping[str, Value]):
    """Values by key, each decoded once, when it is first asked for.

    Opening a pack of ten thousand entities to ask about one then costs one. Equal to any mapping with equal items.

    >>> squares = LazyMapping({"a": b"3"}, lambda body: int(body) ** 2)
    >>> squares["a"], "b" in squares, squares == {"a": 9}
    (9, False, True)
    """

    def __init__(self, encoded: Mapping[str, Any], decode: Callable[[Any], Value]) -> None:
        self._encoded = encoded
        self._decode = decode
        self._decoded: dict[str, Value] = {}

    def __getitem__(self, key: str) -> Value:
        known = self._decoded.get(key)
        if known is None:
            known = self._decoded[key] = self._decode(self._encoded[key])
        return known

    def __iter__(self) -> Iterator[str]:
        return iter(self._encoded)

    def __len__(self) -> int:
        return len(self._encoded)

    def __contains__(self, key: object) -> bool:
        return key in self._encoded

    def __reduce__(self) -> tuple[type[dict[str, Value]], tuple[dict[str, Value]]]:
        """Another process gets the values themselves."""
        return dict, (dict(self),)
