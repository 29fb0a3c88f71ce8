"""A name index in a file, and what it depends on."""

import hashlib
import logging
from collections.abc import Iterable
from functools import cache, partial
from pathlib import Path

from afgraph.data import folder_bytes
from afgraph.errors import DataError
from afgraph.matching.search.entries import NamesOf
from afgraph.matching.search.index import NameIndex
from afgraph.model import Name
from afgraph.sections import Sections, open_sections, save_sections

KIND, VERSION = "names", 5
_TABLES = ("matching", "romanization", "text")
_log = logging.getLogger(__name__)


@cache
def tables_key() -> str:
    """The hash of all that decides how a name is read: tables of letters, sounds and words, and the code."""
    digest = hashlib.sha256()
    for name in _TABLES:
        for content in folder_bytes(name):
            digest.update(hashlib.sha256(content).digest())
    for path in code():
        digest.update(path.read_bytes())
    return digest.hexdigest()


def code() -> list[Path]:
    """The files of code that decide how a name is read."""
    package = Path(__file__).parents[2]
    return [path for name in _TABLES for path in sorted((package / name).rglob("*.py"))]


def kept_index(names: Iterable[tuple[str, Name]], names_of: NamesOf, path: Path, key: str) -> NameIndex:
    """The index over some names with their bearers' ids, opened from a file where it holds it, else built.

    What is built is kept in the file at once, and again when all is made that names are compared by. `key` says what
    the names are; a file that is missing, damaged or of something else is written anew; one that cannot be written is
    left alone.
    """
    whole = f"{key} {tables_key()}"
    sections = _found(path, whole)
    index = NameIndex.over(names, names_of) if sections is None else NameIndex.opened(sections, names_of)
    index.keep = partial(_keep, path, whole)
    if sections is None:
        index.keep(index.listing)
    return index


def _found(path: Path, key: str) -> Sections | None:
    """The sections of a file that are good and have this key."""
    try:
        sections = open_sections(path, KIND, VERSION)
        if sections.about.get("key") == key:
            return _checked(sections)
    except FileNotFoundError:
        pass
    except (DataError, OSError) as error:
        _log.info("kept names are not used: %s", error)
    return None


def _checked(sections: Sections) -> Sections:
    """Sections of which each was looked at: a damaged file is made again, not used."""
    for each in sections:
        sections[each]
    return sections


def _keep(path: Path, key: str, sections: Sections) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        save_sections(Sections(sections.parts, {**sections.about, "key": key}), path, kind=KIND, version=VERSION)
    except OSError as error:
        _log.info("names are not kept: %s", error)
