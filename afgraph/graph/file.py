"""Columns in one file: a head that says what it is, then each column as it lies in memory.

The file is mapped, not read: what is never asked for is never parsed. It is made for one machine and one version,
from packs that can make it again; a file that is older, damaged or from another kind of machine is refused by name.
"""

import json
import mmap
import os
import struct
import sys
import tempfile
import zlib
from pathlib import Path
from typing import Any

from afgraph.errors import DataError
from afgraph.graph.columns import TYPES, Columns, column

_MAGIC = b"AFGRAPH\n"
_VERSION = 1
_PREFIX = struct.Struct("<8sII")  # magic, version, checksum of all that follows
_LENGTH = struct.Struct("<Q")  # of the head
_ALIGN = 8
_AGAIN = "remove it and build it again from its packs"


def save_columns(columns: Columns, path: str | Path) -> None:
    """Write columns to a file, aside first and then moved into place whole. Raises `OSError` where it cannot."""
    target = Path(path)
    with tempfile.NamedTemporaryFile(dir=target.parent, prefix=f".{target.name}.", delete=False) as file:
        beside = Path(file.name)
        try:
            file.write(columns_to_bytes(columns))
            file.flush()
            os.fsync(file.fileno())
            file.close()
            beside.replace(target)
        except OSError:
            beside.unlink(missing_ok=True)
            raise


def open_columns(path: str | Path, *, key: str | None = None) -> Columns:
    """The columns of a file, mapped into memory, each page read when it is first asked for.

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
    try:
        with Path(path).open("rb") as file:
            mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        columns = _columns(memoryview(mapped))
    except ValueError as error:
        raise DataError(f"{path}: {error}; {_AGAIN}") from None
    if key is not None and columns.key != key:
        raise DataError(f"{path}: it was built from something else; {_AGAIN}")
    return columns


def columns_to_bytes(columns: Columns) -> bytes:
    """The columns as one run of bytes, as they stand in a file."""
    sections = {name: columns.sections[name] for name in TYPES}
    head = {
        "byteorder": sys.byteorder,
        "key": columns.key,
        "relations": columns.relations,
        "bytes": {name: section.nbytes for name, section in sections.items()},
    }
    text = json.dumps(head).encode()
    text += b" " * (-len(text) % _ALIGN)
    parts = [_LENGTH.pack(len(text)), text]
    for section in sections.values():
        parts += [section.tobytes(), b"\0" * (-section.nbytes % _ALIGN)]
    body = b"".join(parts)
    return _PREFIX.pack(_MAGIC, _VERSION, zlib.crc32(body)) + body


def columns_from_bytes(content: bytes) -> Columns:
    """The columns that `columns_to_bytes` wrote. Raises `ValueError` for anything else."""
    return _columns(memoryview(content))


def _columns(content: "memoryview[int]") -> Columns:
    if len(content) < _PREFIX.size:
        raise ValueError("it is no graph file, or cut off")
    magic, version, checksum = _PREFIX.unpack_from(content)
    if magic != _MAGIC:
        raise ValueError("it is no graph file")
    if version != _VERSION:
        raise ValueError(f"it is of version {version}, not {_VERSION}")
    body = content[_PREFIX.size :]
    if zlib.crc32(body) != checksum:
        raise ValueError("it is damaged: the checksum differs")
    at = _LENGTH.size + _LENGTH.unpack_from(body)[0]
    head: dict[str, Any] = json.loads(bytes(body[_LENGTH.size : at]))
    if head["byteorder"] != sys.byteorder:
        raise ValueError(f"it is of a {head['byteorder']}-endian machine")
    sections: dict[str, memoryview[int]] = {}
    for name in TYPES:
        size = head["bytes"][name]
        sections[name] = column(body[at : at + size], name)
        at += size + -size % _ALIGN
    return Columns(sections, head["relations"], head["key"])
