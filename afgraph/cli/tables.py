"""Tables on a terminal."""

import json
import shutil
import sys
from collections.abc import Container, Iterable, Sequence
from textwrap import fill
from typing import Any

_NARROWEST = 12


def print_table(
    headers: Sequence[str],
    rows: Iterable[Sequence[object]],
    *,
    whole: bool = False,
    numbers: Container[int] = (),
) -> None:
    """Print a table; names in right-to-left scripts belong in the last column, where they disturb no other.

    Cells are broken to fit the terminal, unless they are to stay `whole`; columns of `numbers` stand to the right.
    """
    from tabulate import tabulate

    cells = [[str(cell) for cell in row] for row in rows]
    if not whole:  # by hand: tabulate would read "1,000" and "007" as numbers
        widths = _widths(headers, cells)
        cells = [[fill(cell, max(width, 1)) for cell, width in zip(row, widths, strict=True)] for row in cells]
    sides = ["right" if at in numbers else "left" for at in range(len(headers))]
    print(tabulate(cells, headers, tablefmt="simple", disable_numparse=True, colalign=sides if cells else None))


def print_json(value: dict[str, Any]) -> None:
    """Print one JSON document on a line of its own, letters of all scripts as they are where the output takes them."""
    text = json.dumps(value, ensure_ascii=False)
    try:
        text.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        text = json.dumps(value)
    print(text)


def _widths(headers: Sequence[str], cells: list[list[str]]) -> list[int]:
    """The width of each column: its own where all fit, else the widest one gives way."""
    widths = [max(map(len, column)) for column in zip(headers, *cells, strict=True)]
    spare = shutil.get_terminal_size((100, 24)).columns - 2 * len(widths)
    while sum(widths) > spare and max(widths) > _NARROWEST:
        widths[widths.index(max(widths))] -= 1
    return widths
