"""Columns in one file, mapped into memory (`afgraph/sections.py`); packs can make it again."""

from pathlib import Path

from afgraph.errors import DataError
from afgraph.graph.columns import TYPES, Columns
from afgraph.sections import Sections, open_sections, save_sections

_KIND = "graph columns"
_VERSION = 2


def save_columns(columns: Columns, path: str | Path) -> None:
    """Write columns to a file, aside first and then moved into place whole. Raises `OSError` where it cannot."""
    about = {"key": columns.key, "relations": list(columns.relations)}
    sections = Sections({name: columns.sections[name] for name in TYPES}, about)
    save_sections(sections, path, kind=_KIND, version=_VERSION)


def open_columns(path: str | Path, *, key: str | None = None) -> Columns:
    """The columns of a file, mapped into memory, all of them checked.

    Raises `DataError` with the file's name where it is no such file, damaged, of another version or machine, or, with
    `key`, built from something else; `FileNotFoundError` where there is none.

    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> from afgraph.graph import Row, build_columns, span_of
    >>> with TemporaryDirectory() as folder:
    ...     path = Path(folder) / "graph.columns"
    ...     save_columns(build_columns([Row("per:a", "knows", "per:b", edge=True, span=span_of(None))]), path)
    ...     open_columns(path).neighbours("per:b")
    {'per:a'}
    """
    found = open_sections(path, _KIND, _VERSION)
    if key is not None and found.about["key"] != key:
        raise DataError(f"{path}: it was built from something else; make it again")
    return Columns(found.parts, found.about["relations"], found.about["key"])
