"""Rules about files: their names, the order of keys, what cannot be seen."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import PurePath

from afgraph.packs.find import is_empty
from afgraph.packs.lint.finding import Found
from afgraph.packs.lint.material import Material
from afgraph.packs.nodes import shown
from afgraph.packs.requirements import HEADER

_HIDDEN = {*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x00AD, 0x061C, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF}


def order_of_keys(material: Material) -> Iterator[Found]:
    """Each key that ought to stand before the one above it."""
    for file, keys in material.keys.items():
        if PurePath(file).name == HEADER:
            continue
        for (_, before), (line, after) in pairwise(keys):
            if after < before:
                message = f"{shown(after)} comes after {shown(before)}; keys stand in ascending order"
                yield Found("AF101", (after,), message, f"{file}:{line}")


def hidden_characters(material: Material) -> Iterator[Found]:
    """Each line with a character that cannot be seen, comments included."""
    for file, number, line in _lines(material):
        hidden = "" if line.isascii() else next((char for char in line if ord(char) in _HIDDEN), "")
        if hidden:
            message = f"hidden character U+{ord(hidden):04X}; remove it"
            yield Found("AF102", material.entry_at(file, number), message, f"{file}:{number}")


def trailing_space(material: Material) -> Iterator[Found]:
    """Each line that ends with a space, a tab or a carriage return."""
    for file, number, line in _lines(material):
        if line.endswith((" ", "\t", "\r")):
            message = "space at the end of the line; remove it"
            yield Found("AF103", material.entry_at(file, number), message, f"{file}:{number}")


def empty_files(material: Material) -> Iterator[Found]:
    """Each file in which nothing stands but comments."""
    for file, lines in material.lines.items():
        if is_empty(lines):
            yield Found("AF104", (), f"{shown(file)} holds no entry; fill it or remove it", f"{file}:1")


def names_alike(material: Material) -> Iterator[Found]:
    """Each file whose name differs from another's in case only."""
    alike: dict[str, list[str]] = defaultdict(list)
    for file in material.lines:
        alike[file.casefold()].append(file)
    for first, *others in alike.values():
        for other in others:
            message = f"{shown(other)} and {shown(first)} differ in case only; rename one"
            yield Found("AF105", (), message, f"{other}:1")


def _lines(material: Material) -> Iterator[tuple[str, int, str]]:
    for file, lines in material.lines.items():
        for number, line in enumerate(lines, start=1):
            yield file, number, line
