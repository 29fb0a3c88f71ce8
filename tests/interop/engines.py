"""What the tests of all engines share: a list in a file, rows of names, and what one process makes of them."""

from pathlib import Path
from typing import Any

from afgraph import Resolver
from afgraph.resolver.table import COLUMNS, NOTHING, row_of

NAMES = {
    "f": ["Ahmad Shah Massoud", "احمد شاه مسعود"],
    "s": ["Amrullah Saleh"],
    "r": ["Abdul Rashid Dostum", "Абдул-Рашид Дустум"],
    "k": ["Kabul (city)"],
}
ASKED = ["Ahmet Şah Mesud", "Emrullah Salih", None, "Abdur Rasheed Dostam", "Кабул", "Merkel", "", "x" * 300]
RESOLVED = [f"resolved_{name}" for name in COLUMNS]


def saved(folder: Path) -> Path:
    """The file of a small list."""
    path = folder / "some.names"
    Resolver.from_names(NAMES).save(path)
    return path


def numbered(times: int) -> list[tuple[int, str | None]]:
    """Rows of a number and a name, names repeating."""
    return list(enumerate(ASKED * times))


def by_one_process(names: list[str | None]) -> list[tuple[Any, ...]]:
    """What stands in the resolved columns, row by row."""
    resolver = Resolver.from_names(NAMES)
    return [tuple(NOTHING if name is None else row_of(resolver.resolve(name))) for name in names]
