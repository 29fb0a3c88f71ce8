"""Where packs are: by path, or by the name of one that ships with the library."""

from collections.abc import Iterable
from pathlib import Path

from afgraph.errors import PackError

_PACKAGE = Path(__file__).resolve().parents[1]
_SHELVES = (_PACKAGE / "aliases", _PACKAGE.parent / "aliases")


def find_pack(pack: str | Path) -> Path:
    """The folder or file of a pack: a path that exists, or the name of a shipped one.

    Shipped packs lie beside the package in a checkout and inside it once installed.

    Raises `PackError` where there is neither.

    >>> find_pack("afghanistan").name
    'afghanistan'
    """
    path = Path(pack)
    if path.exists():
        return path
    for shelf in _SHELVES:
        if (shelf / path / "pack.yml").is_file():
            return shelf / path
    raise PackError([f"{pack}: no such folder, file or shipped pack; shipped are: {', '.join(shipped_packs())}"])


def shipped_packs() -> list[str]:
    """The names of the packs that ship with the library, in ascending order.

    >>> shipped_packs()
    ['afghanistan', 'tajikistan']
    """
    return sorted({each.parent.name for shelf in _SHELVES for each in shelf.glob("*/pack.yml")})


def read_file(path: Path) -> bytes:
    """The content of one file of a pack. Raises `PackError` where it is no plain file or cannot be read."""
    if not path.is_file():
        raise PackError([f"{path}: is no plain file; remove or rename it"])
    try:
        return path.read_bytes()
    except OSError as error:
        raise PackError([f"{path}: cannot be read: {error.strerror}"]) from error


def pack_files(pack: Path) -> list[Path]:
    """The YAML files of a pack, sorted by the bytes of their names on every system; a single file is a pack of one."""
    if not pack.is_dir():
        return [pack]
    found = (path for ending in ("*.yml", "*.yaml") for path in pack.rglob(ending))
    return sorted(found, key=lambda path: path.as_posix().encode("utf-8", "surrogateescape"))


def is_empty(lines: Iterable[str]) -> bool:
    """Whether the lines of a file are empty or comments, all of them.

    >>> is_empty(["# people", "", "  "]), is_empty(["# people", "per:a:"])
    (True, False)
    """
    return all(not line.strip() or line.lstrip().startswith("#") for line in lines)
