"""Which standards there are, which table each has for a language and script, and how a language is guessed."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from afgraph.errors import UnknownStandardError
from afgraph.romanization.standards.rules import table_rows

Reads = Literal["phonemes", "Cyrl", "Latn"]
PRESS = "press-"


@dataclass(frozen=True, slots=True)
class Standard:
    """A romanization standard or a press orthography."""

    id: str
    title: str
    writes: str
    capitals: Mapping[str, str]


@cache
def _standards() -> dict[str, Standard]:
    return {row["standard"]: _standard(row) for row in table_rows("names")}


def _standard(row: dict[str, str]) -> Standard:
    capitals = dict(each.split("=") for each in row["capitals"].split())
    return Standard(row["standard"], row["title"], row["writes"], capitals)


@cache
def _names() -> dict[str, str]:
    also = {name: row["standard"] for row in table_rows("names") for name in row["also"].split()}
    return also | {each: each for each in _standards()}


@cache
def _tables() -> dict[tuple[str, str, str], str]:
    return {(row["standard"], row["reads"], row["lang"]): row["table"] for row in table_rows("tables")}


@cache
def _telling() -> dict[str, list[tuple[list[str], str]]]:
    """Letters and the language that they tell, by script, in the order in which they are asked."""
    found: dict[str, list[tuple[list[str], str]]] = {}
    for row in table_rows("detect"):
        found.setdefault(row["script"], []).append((row["letters"].split(), row["lang"]))
    return found


def standards() -> dict[str, str]:
    """The titles of all standards and press orthographies by id.

    >>> standards()["bgn-pcgn"], len(standards())
    ('BGN/PCGN', 11)
    """
    return {each.id: each.title for each in _standards().values()}


def find_standard(name: str) -> Standard:
    """The standard of that name: an id (`bgn-pcgn`), a usual name (`BGN/PCGN`), or a press language (`tur`).

    Raises `UnknownStandardError` with the names there are.

    >>> find_standard("ALA-LC").id, find_standard("turkish").id
    ('ala-lc', 'press-tur')
    """
    wanted = "-".join(name.casefold().replace("/", " ").replace("_", " ").replace(".", " ").split())
    if wanted not in _names():
        raise UnknownStandardError(f"no standard {name!r}; there are: {', '.join(sorted(_standards()))}")
    return _standards()[_names()[wanted]]


def languages(standard: str, reads: Reads) -> list[str]:
    """The languages that a standard has a table for, of names read from phonemes or from a script.

    >>> languages("ala-lc", "phonemes"), languages("iso-9", "phonemes")
    (['ara', 'prs', 'pus'], [])
    """
    return sorted(lang for each, source, lang in _tables() if (each, source) == (standard, reads))


def find_table(standard: str, reads: Reads, lang: str) -> str | None:
    """The table of a standard for a language, or None.

    >>> find_table("bgn-pcgn", "Cyrl", "tgk")
    'bgn-pcgn-tajik'
    """
    return _tables().get((standard, reads, lang))


def guess_language(text: str, kind: str) -> str:
    """The language that letters of a text give away, else the default of its script (or of phonemes).

    >>> guess_language("تڼۍ", "Arab"), guess_language("Раҳмон", "Cyrl"), guess_language("aḥmad", "phonemes")
    ('pus', 'tgk', 'prs')
    """
    lowered = text.lower()
    asked = _telling().get(kind, [])
    return next((lang for letters, lang in asked if not letters or any(each in lowered for each in letters)), "")


def check_language(standard: str, lang: str | None) -> None:
    """Nothing where a standard has some table for the language; else `UnknownStandardError` with those there are.

    >>> check_language("iso-9", "tgk")
    """
    known = sorted({each for (name, _, each) in _tables() if name == standard})
    if lang is not None and lang not in known:
        raise UnknownStandardError(f"{standard} has no table for {lang!r}; it has: {', '.join(known)}")
