"""Tables of keys as sections of a file."""

from array import array
from collections.abc import Iterable
from typing import Any

from afgraph.matching.arrays.keys import KeyTable, key_table
from afgraph.sections import Sections

_PARTS = ("hashes", "starts", "members")


def table_of(keys: Iterable[Iterable[int]]) -> KeyTable:
    """The table of keys with the numbers that have them: the keys of number 0, of number 1, and so on."""
    hashes, numbers = array("Q"), array("I")
    for number, each in enumerate(keys):
        found = sorted(each)
        hashes.extend(found)
        numbers.extend([number] * len(found))
    return key_table(hashes, numbers)


def parts_of(name: str, table: KeyTable) -> dict[str, Any]:
    """A table as sections."""
    return {f"{name}.{part}": value for part, value in zip(_PARTS, table.parts, strict=True)}


def table_within(sections: Sections, name: str) -> KeyTable:
    """The table of some sections."""
    return KeyTable(*(sections[f"{name}.{part}"] for part in _PARTS))
