"""Compiled packs in the user's cache folder, and what is made from them, named by the hash of what they came from.

A file that is missing, stale or damaged is simply made again; a folder that cannot be written is left alone.
`AFGRAPH_CACHE` names another folder.
"""

import hashlib
import logging
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path
from zlib import crc32

from afgraph.data import read_text
from afgraph.model import Contents
from afgraph.packs.compiled import from_bytes, to_bytes

_FORMAT = "9"
_CHECKSUM = 4  # bytes
_VOCABULARY = ("schema/entities.yml", "schema/relations.yml", "text/scripts.tsv")
_log = logging.getLogger(__name__)


def cache_key(packs: Iterable[Iterable[tuple[str, bytes]]]) -> str:
    """The hash of the files of some packs, of the vocabulary they are read with, and of the compiled form's version."""
    digest = hashlib.sha256(_FORMAT.encode())
    vocabulary = [(name, read_text(name).encode()) for name in _VOCABULARY]
    for files in [vocabulary, *packs]:
        digest.update(b"\0pack\0")
        for name, content in files:
            digest.update(f"{name}\0{len(content)}\0".encode("utf-8", "surrogateescape"))
            digest.update(content)
    return digest.hexdigest()


def read_cache(key: str) -> Contents | None:
    """The compiled contents under `key`; `None` where there are none that can be used."""
    try:
        stored = memoryview(cache_path(key).read_bytes())
        return from_bytes(_checked(stored[_CHECKSUM:], bytes(stored[:_CHECKSUM])))
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        _log.info("compiled pack %s is not used: %s", key[:12], error)
        return None


def _checked(body: memoryview, checksum: bytes) -> memoryview:
    if _checksum(body) != checksum:
        raise ValueError("the checksum differs")
    return body


def _checksum(body: bytes | memoryview) -> bytes:
    """What tells a damaged file: who can write in the cache could write any checksum."""
    return crc32(body).to_bytes(_CHECKSUM, "big")


def write_cache(key: str, contents: Contents) -> None:
    """Keep compiled contents under `key`, written aside and moved into place; do nothing where that fails."""
    path = cache_path(key)
    try:
        body = to_bytes(contents)
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, _checksum(body) + body)
    except (OSError, ValueError) as error:
        _log.info("compiled pack %s is not kept: %s", key[:12], error)


def _replace(path: Path, content: bytes) -> None:
    """Write a file beside `path` and move it there whole; nothing of it stays where that fails."""
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
        beside = Path(file.name)
        try:
            file.write(content)
            file.close()
            beside.replace(path)
        except OSError:
            beside.unlink(missing_ok=True)
            raise


def cache_path(key: str, kind: str = "pack") -> Path:
    """Where a file of some kind that was made from packs with this key is kept, whether or not it is there yet."""
    chosen = os.environ.get("AFGRAPH_CACHE")
    if chosen:
        return Path(chosen) / f"{key}.{kind}"
    from platformdirs import user_cache_path

    return user_cache_path("afgraph") / f"{key}.{kind}"
