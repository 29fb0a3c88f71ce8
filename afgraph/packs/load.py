"""Packs to contents: all or nothing, from the cache where nothing has changed."""

import io
import re
import warnings
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from afgraph.errors import PackError
from afgraph.model import Contents
from afgraph.packs.cache import cache_key, read_cache, write_cache
from afgraph.packs.check import check
from afgraph.packs.collection import collection_paused
from afgraph.packs.find import find_pack, is_empty, pack_files, read_file
from afgraph.packs.merge import OnConflict, merge
from afgraph.packs.nodes import Problems
from afgraph.packs.read_pack import Draft, read_pack

Files = list[tuple[str, bytes]]
_SHOWN = 3  # files that a warning names
_ENTRY = re.compile(rb"^[a-z]", re.MULTILINE)  # begins a line that is neither empty nor a comment, as most files have


def load_contents(packs: Sequence[str | Path], *, cache: bool = True, on_conflict: OnConflict = "error") -> Contents:
    """The contents of some packs as one: names and missing fields add up.

    Fields that two packs fill differently are a conflict: an error, unless `on_conflict` lets the `first` or the `last`
    pack win, or the later entry says `overrides: yes`.

    Raises `PackError` with every problem of every file; nothing is then loaded. Warns of files that hold nothing.

    >>> contents = load_contents(["afghanistan"])
    >>> contents.entities["plc:kabul"].name
    'Kabul'
    """
    read = [_read_files(find_pack(pack)) for pack in packs]
    _warn_of_empty([file for files in read for file in files])
    key = cache_key([[(on_conflict, b"")], *read])
    with collection_paused():
        contents = read_cache(key) if cache else None
        if contents is None:
            contents = _compile(read, on_conflict)
            if cache:
                write_cache(key, contents)
    return replace(contents, key=key) if cache else contents


def _read_files(pack: Path) -> Files:
    files = pack_files(pack)
    if not files:
        raise PackError([f"{pack}: holds no .yml file"])
    return [(str(path.relative_to(pack.parent)), read_file(path)) for path in files]


def _warn_of_empty(files: Files) -> None:
    """One warning for all files in which nothing stands but comments."""
    empty = [name for name, content in files if not _ENTRY.search(content) and is_empty(_lines(content))]
    if empty:
        more = f" and {len(empty) - _SHOWN} more" if len(empty) > _SHOWN else ""
        what = "holds no entry; fill it or remove it" if len(empty) == 1 else "hold no entry; fill them or remove them"
        warnings.warn(f"{', '.join(empty[:_SHOWN])}{more}: {what}", stacklevel=3)


def _lines(content: bytes) -> Iterable[str]:
    return io.TextIOWrapper(io.BytesIO(content), "utf-8-sig", "replace")


def _draft(files: Files, problems: Problems) -> Draft:
    draft = Draft()
    read_pack(files, draft, problems)
    return draft


def _compile(packs: list[Files], on_conflict: OnConflict) -> Contents:
    problems = Problems()
    drafts = [_draft(files, problems) for files in packs]
    contents = check(merge(drafts, on_conflict, problems), problems)
    if problems.found:
        raise PackError(problems.found)
    return contents
