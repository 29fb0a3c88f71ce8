"""The graph as a database of ladybug, an embedded engine that is asked in Cypher."""

import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from afgraph.errors import DataError, MissingExtraError
from afgraph.graph import ClaimStore
from afgraph.interop.edges import RELATIONS, nodes, properties, relations
from afgraph.interop.follows import FROM, TO
from afgraph.interop.record_batches import batches, schema_of
from afgraph.interop.tables import Column, Row

if TYPE_CHECKING:
    import ladybug

_TYPES = {
    "text": "STRING",
    "texts": "STRING[]",
    "date": "DATE",
    "number": "DOUBLE",
    "whole": "INT64",
    "yesno": "BOOL",
}
_ENDS = (Column(FROM, "text", null=False, means=""), Column(TO, "text", null=False, means=""))


def to_ladybug(store: ClaimStore, path: str | Path, *, derived: bool = True, replace: bool = False) -> Path:
    """The file written: a ladybug database with entities as nodes, and as relations what is claimed and what follows.

    Nodes are `Entity`; `CLAIM` joins the two ends of a claim, `FOLLOWS` two of whom an alliance or enmity follows,
    `AT_ODDS` says what puts such an alliance in doubt (both left out unless `derived`). Each has the days between which
    it began and ended; docs/reference/cypher.md has all properties. `ally_query` asks it as of a date. The file appears
    whole or not at all; one that is there is refused with `DataError`, unless `replace`. Raises `MissingExtraError`
    where ladybug or pyarrow is not installed (extra `ladybug`).
    """
    library = _library()
    target = Path(path)
    _refuse(target, replace=replace)
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=f".{target.name}.") as aside:
        made = Path(aside) / "graph"
        with closing(library.Database(made)) as database, closing(library.Connection(database)) as connection:
            _load(connection, store, derived=derived)
            connection.execute("CHECKPOINT")
        made.replace(target)
    return target


def _library() -> Any:
    try:
        import ladybug
        import pyarrow  # noqa: F401
    except ImportError:
        raise MissingExtraError("ladybug", "ladybug") from None
    return ladybug


def _refuse(target: Path, *, replace: bool) -> None:
    """Refuse to write where something lies that is not to be replaced, or is in use."""
    if target.is_dir():
        raise DataError(f"{target} is a folder; name a file for the database")
    if target.exists() and not replace:
        raise DataError(f"{target} is there already; choose another file, or pass replace=True")
    log = target.with_name(f"{target.name}.wal")
    if log.exists():
        raise DataError(f"{target} is in use, or was not closed: {log.name} lies beside it; close it first")


def _load(connection: "ladybug.Connection", store: ClaimStore, *, derived: bool) -> None:
    columns = properties("Entity")
    connection.execute(f"CREATE NODE TABLE Entity({_typed(columns)}, PRIMARY KEY (id))")
    _copy(connection, "Entity", columns, nodes(store))
    for label in RELATIONS:
        connection.execute(f"CREATE REL TABLE {label}(FROM Entity TO Entity, {_typed(properties(label))})")
    for label, rows in relations(store, derived=derived):
        _copy(connection, label, (*_ENDS, *properties(label)), rows)


def _typed(columns: tuple[Column, ...]) -> str:
    """The properties of a table as its definition lists them; their names are ours (`properties.tsv`)."""
    return ", ".join(f"{each.name} {_TYPES[each.type]}" for each in columns)


def _copy(connection: "ladybug.Connection", label: str, columns: tuple[Column, ...], rows: Iterator[Row]) -> None:
    import pyarrow
    from tqdm.auto import tqdm

    with tqdm(unit=f" {label}", disable=None) as bar:
        for batch in batches(rows, schema_of(columns)):
            connection.execute(f"COPY {label} FROM $rows", {"rows": pyarrow.Table.from_batches([batch])})
            bar.update(batch.num_rows)
