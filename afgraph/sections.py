"""Named runs of numbers and of strings in one file: mapped into memory, versioned, checksummed.

The file is mapped, not read: opening it reads its head, and each section is checked when it is first asked for, so
that damage is noticed before anything damaged is used. Processes that open one file share its pages. It is made for
one kind of machine and one version, from what can make it again; any other is refused by name. Nothing in it is run.
"""

import json
import mmap
import os
import struct
import sys
import tempfile
import zlib
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, overload

from afgraph.errors import DataError

_MAGIC = b"AFSECT\r\n"
_PREFIX = struct.Struct("<8sIQ")  # magic, checksum of the head, its length
_ALIGN = 16
_TYPES = frozenset("BHiIQdf")
_CODE = ("utf-8", "surrogatepass")
_SMALL = 2**32 - 1


class Sections:
    """Runs of numbers by name, with a few plain values about them; in memory, or in a file that is mapped.

    >>> Sections({"ages": array("I", [3, 4])}, {"unit": "years"})["ages"].tolist()
    [3, 4]
    """

    def __init__(self, parts: "Mapping[str, Any]", about: Mapping[str, Any]) -> None:
        self.about = dict(about)
        self._parts: dict[str, memoryview[Any]] = {name: memoryview(part) for name, part in parts.items()}
        self._unchecked: dict[str, tuple[int, memoryview[int]]] = {}  # checksums, each with the bytes that it is of
        self.path: Path | None = None
        self.checksum: int | None = None  # of the head of its file, which holds those of all sections

    def __getitem__(self, name: str) -> "memoryview[Any]":
        """A section. Raises `DataError` with the file's name where it is damaged."""
        part = self._parts[name]
        if name in self._unchecked:
            expected, content = self._unchecked[name]
            if zlib.crc32(content) != expected:
                raise DataError(f"{self.path}: it is damaged: the checksum of {name!r} differs; make it again")
            del self._unchecked[name]
        return part

    def __iter__(self) -> Iterator[str]:
        return iter(self._parts)

    def __reduce__(self) -> tuple[object, ...]:
        """Another process opens the same file, or gets the numbers."""
        if self.path is not None:
            return _same, (self.path, self.about["kind"], self.about["version"], self.checksum)
        return _again, ({name: (part.format, part.tobytes()) for name, part in self._parts.items()}, self.about)

    @property
    def in_place(self) -> bool:
        """Whether the file that they were opened from still stands where it stood, with the same content."""
        try:
            return self.path is not None and head_checksum(self.path) == self.checksum
        except OSError:
            return False

    @property
    def parts(self) -> "dict[str, memoryview[Any]]":
        """All sections by name."""
        return {name: self[name] for name in self}

    @property
    def nbytes(self) -> int:
        """How many bytes all sections take."""
        return sum(part.nbytes for part in self._parts.values())


def _same(path: Path, kind: str, version: int, checksum: int | None) -> Sections:
    """The sections of a file that is the one which another process opened."""
    found = open_sections(path, kind, version)
    if found.checksum != checksum:
        raise DataError(f"{path}: it was written anew since it was opened; open it again")
    return found


def head_checksum(path: Path) -> int | None:
    """The checksum that a file of sections gives for its head; `None` where it is none."""
    with path.open("rb") as file:
        prefix = file.read(_PREFIX.size)
    if len(prefix) < _PREFIX.size:
        return None
    magic, checksum, _ = _PREFIX.unpack(prefix)
    return int(checksum) if magic == _MAGIC else None


def _again(parts: Mapping[str, tuple[str, bytes]], about: Mapping[str, Any]) -> Sections:
    return Sections({name: memoryview(body).cast("B").cast(code) for name, (code, body) in parts.items()}, about)  # type: ignore[call-overload]


def save_sections(sections: Sections, path: str | Path, *, kind: str, version: int) -> None:
    """Write sections to a file, aside first and then moved into place whole. Raises `OSError` where it cannot."""
    target = Path(path)
    with tempfile.NamedTemporaryFile(dir=target.parent, prefix=f".{target.name}.", delete=False) as file:
        beside = Path(file.name)
        try:
            for part in _written(sections, kind, version):
                file.write(part)
            file.flush()
            os.fsync(file.fileno())
            file.close()
            beside.replace(target)
        except OSError:
            beside.unlink(missing_ok=True)
            raise


def _written(sections: Sections, kind: str, version: int) -> "Iterator[bytes | memoryview[Any]]":
    parts = sections.parts
    listed = [
        [name, part.format, part.nbytes, zlib.crc32(_padding(part.nbytes), zlib.crc32(part))]
        for name, part in parts.items()
    ]
    about = {**sections.about, "kind": kind, "version": version, "byteorder": sys.byteorder}
    head = json.dumps({"about": about, "sections": listed}).encode()
    head += b" " * (-(len(head) + _PREFIX.size) % _ALIGN)
    yield _PREFIX.pack(_MAGIC, zlib.crc32(head), len(head)) + head
    for part in parts.values():
        yield part
        yield _padding(part.nbytes)


def _padding(size: int) -> bytes:
    """What follows so many bytes up to where the next section begins."""
    return b"\0" * (-size % _ALIGN)


def open_sections(path: str | Path, kind: str, version: int) -> Sections:
    """The sections of a file, mapped into memory.

    Raises `DataError` with the file's name where it is no such file, damaged, of another kind, version or machine;
    `FileNotFoundError` where there is none.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     path = Path(folder) / "ages.bin"
    ...     save_sections(Sections({"ages": array("I", [3, 4])}, {}), path, kind="ages", version=1)
    ...     open_sections(path, "ages", 1)["ages"].tolist()
    [3, 4]
    """
    with Path(path).open("rb") as file:
        if os.fstat(file.fileno()).st_size < _PREFIX.size:
            raise DataError(f"{path}: it is no file of {kind}, or cut off; make it again")
        content = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    try:
        return _opened(content, Path(path), kind, version)
    except (ValueError, KeyError, TypeError) as error:
        raise DataError(f"{path}: {error}; make it again") from None


def _opened(content: "memoryview[int]", path: Path, kind: str, version: int) -> Sections:
    magic, checksum, length = _PREFIX.unpack_from(content)
    if magic != _MAGIC:
        raise ValueError(f"it is no file of {kind}")
    at = _PREFIX.size + length
    head = bytes(content[_PREFIX.size : at])
    if zlib.crc32(head) != checksum:
        raise ValueError("it is damaged: the checksum of its head differs")
    known = json.loads(head)
    about: dict[str, Any] = known["about"]
    _expect(about, kind, version)
    parts: dict[str, memoryview[Any]] = {}
    unchecked = {}
    for name, code, size, expected in known["sections"]:
        end = at + size + len(_padding(size))
        if end > len(content) or code not in _TYPES:
            raise ValueError("it is cut off")
        parts[name] = content[at : at + size].cast(code)
        unchecked[name] = expected, content[at:end]
        at = end
    if at != len(content):
        raise ValueError("it is damaged: more stands behind its last section")
    found = Sections(parts, about)
    found.path, found.checksum, found._unchecked = path, checksum, unchecked  # noqa: SLF001
    return found


def _expect(about: Mapping[str, Any], kind: str, version: int) -> None:
    if about["kind"] != kind:
        raise ValueError(f"it holds {about['kind']}, not {kind}")
    if about["version"] != version:
        raise ValueError(f"it is of version {about['version']}, not {version}")
    if about["byteorder"] != sys.byteorder:
        raise ValueError(f"it is of a {about['byteorder']}-endian machine")


class Strings(Sequence[str]):
    """Strings one behind the other as UTF-8, each made when it is asked for.

    >>> Strings.of(["Kabul", "کابل"])[1]
    'کابل'
    """

    def __init__(self, heap: "memoryview[int]", starts: "memoryview[int]") -> None:
        self.heap, self.starts = heap, starts

    @classmethod
    def of(cls, strings: Iterable[str]) -> "Strings":
        """The strings of an iterable."""
        heap, starts = bytearray(), array("Q", [0])
        for each in strings:
            heap += each.encode(*_CODE)
            starts.append(len(heap))
        return cls(memoryview(bytes(heap)), memoryview(starts if len(heap) > _SMALL else array("I", starts)))

    @classmethod
    def within(cls, sections: Sections, name: str) -> "Strings":
        """The strings of two sections."""
        return cls(sections[f"{name}.heap"], sections[f"{name}.starts"])

    def sections(self, name: str) -> "dict[str, memoryview[int]]":
        """The strings as two sections."""
        return {f"{name}.heap": self.heap, f"{name}.starts": self.starts}

    def __len__(self) -> int:
        return len(self.starts) - 1

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[str]: ...
    def __getitem__(self, at: int | slice) -> str | Sequence[str]:
        if isinstance(at, slice):
            return [self[each] for each in range(*at.indices(len(self)))]
        if at < 0 or at >= len(self):
            raise IndexError(at)
        return str(self.heap[self.starts[at] : self.starts[at + 1]], *_CODE)

    def bytes_of(self, at: int) -> bytes:
        """A string as UTF-8."""
        return bytes(self.heap[self.starts[at] : self.starts[at + 1]])
