"""The development sets as values: lists with queries, and labelled pairs."""

import csv
import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A spelling to look up, with the ids that count as right (none for NIL), its kind and script."""

    text: str
    gold: frozenset[str]
    kind: str
    script: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolverSet:
    """A gazetteer as ids with their names, and the queries asked of it."""

    name: str
    names: dict[str, tuple[str, ...]]
    queries: tuple[Query, ...]

    @property
    def rows(self) -> list[tuple[str, str]]:
        """The gazetteer as (id, name) rows."""
        return [(each, name) for each, names in self.names.items() for name in names]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two spellings, the languages they are written in where known, whether they are one name, what kind of pair."""

    one: str
    other: str
    same: bool
    kind: str
    langs: tuple[str | None, str | None] = (None, None)


def table(path: Path, delimiter: str = "\t") -> Iterator[dict[str, str]]:
    """The rows of a table with a head; quotes mean something only in comma-separated ones."""
    with path.open(encoding="utf-8", newline="") as file:
        if delimiter == "\t":
            yield from csv.DictReader(file, delimiter=delimiter, quoting=csv.QUOTE_NONE)
        else:
            yield from csv.DictReader(file, delimiter=delimiter)


def find_sets(folders: Iterable[Path]) -> list[Path]:
    """The folders at or below those given that hold a gazetteer with queries."""
    found = [path.parent for folder in folders for path in sorted(folder.rglob("queries.tsv"))]
    return [folder for folder in dict.fromkeys(found) if (folder / "gazetteer.jsonl").exists()]


def find_files(folders: Iterable[Path], name: str) -> list[Path]:
    """The files of one name at or below some folders."""
    return list(dict.fromkeys(path for folder in folders for path in sorted(folder.rglob(name))))


def sample(rows: Iterable[T], limit: int | None) -> list[T]:
    """At most `limit` rows, in their order: the same ones in every run."""
    listed = list(rows)
    by_chance = sorted(range(len(listed)), key=lambda at: hashlib.sha256(str(at).encode()).digest())
    return [listed[at] for at in sorted(by_chance[:limit])]


def read_set(folder: Path, limit: int | None = None) -> ResolverSet:
    """A resolver set, with a sample of its queries if it is limited."""
    folder = folder.resolve()
    with (folder / "gazetteer.jsonl").open(encoding="utf-8") as file:
        entries = [json.loads(line) for line in file if line.strip()]
    queries = [
        Query(text=row["query"], gold=_gold(row["gold"]), kind=row["kind"], script=row["script"])
        for row in table(folder / "queries.tsv")
    ]
    return ResolverSet(
        name=f"{folder.parent.name}/{folder.name}",
        names={str(each["id"]): tuple(each["names"]) for each in entries},
        queries=tuple(sample(queries, limit)),
    )


def _gold(cell: str) -> frozenset[str]:
    return frozenset() if cell == "NIL" else frozenset(cell.split("|"))
