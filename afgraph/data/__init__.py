"""The tables that ship inside the package, and the one way to read them.

A table is UTF-8, tab-separated; lines that start with `#` say what it is and where it comes from; the first
other line names the columns.
"""

from collections.abc import Iterator
from importlib.resources import files

from afgraph.errors import DataError

Row = dict[str, str]


def read_text(name: str) -> str:
    """The text of one packaged file, named from this folder (`schema/entities.yml`).

    >>> read_text("text/fold.tsv").startswith("#")
    True
    """
    return files(__name__).joinpath(name).read_text(encoding="utf-8")


def folder_bytes(name: str) -> list[bytes]:
    """The contents of the files in one packaged folder, by their names in order.

    >>> folder_bytes("resolver")[0].startswith(b"#")
    True
    """
    found = sorted(files(__name__).joinpath(name).iterdir(), key=lambda each: each.name)
    return [each.read_bytes() for each in found if each.is_file()]


def read_table(name: str) -> list[Row]:
    """The rows of one packaged table, in the file's order, each a mapping from column to text.

    Raises `DataError` with the line where a row has too few or too many columns.

    >>> read_table("matching/decision.tsv")[0]["name"]
    'match'
    """
    return list(_rows(name, read_text(name).splitlines()))


def read_numbers(name: str) -> dict[str, float]:
    """A packaged table with the columns `name` and `value`, as numbers by name.

    >>> 0.5 < read_numbers("matching/decision.tsv")["match"] < 1
    True
    """
    return {row["name"]: float(row["value"]) for row in read_table(name)}


def _rows(name: str, lines: list[str]) -> Iterator[Row]:
    columns: list[str] = []
    for number, line in enumerate(lines, start=1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if not columns:
            columns = cells
        elif len(cells) != len(columns):
            raise DataError(f"{name}:{number}: {len(cells)} cells where {len(columns)} are expected: {line!r}")
        else:
            yield dict(zip(columns, cells, strict=True))
