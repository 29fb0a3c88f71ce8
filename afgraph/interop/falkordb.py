"""The graph on a FalkorDB server, which is asked in Cypher."""

import datetime
import uuid
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from afgraph.errors import DataError, MissingExtraError
from afgraph.graph import ClaimStore
from afgraph.interop.edges import nodes, properties, relations
from afgraph.interop.follows import FROM, TO
from afgraph.interop.tables import Row

if TYPE_CHECKING:
    import falkordb

_BATCH = 2_000  # rows a query


def to_falkordb(
    store: ClaimStore,
    server: "str | falkordb.FalkorDB",
    *,
    name: str = "afgraph",
    derived: bool = True,
    replace: bool = False,
) -> "falkordb.Graph":
    """The graph written, of this `name` on a server: its address (`"falkor://localhost:6379"`), or a connection to it.

    Nodes and relations are those of `to_ladybug`, and `ally_query` asks both. What is loaded gets its name when it is
    whole; a graph that has the name is refused with `DataError`, unless `replace`. Values go as parameters, never as
    part of a query. Raises `MissingExtraError` where the client is not installed (extra `falkordb`), and what the
    client raises where no server answers.
    """
    try:
        import falkordb
    except ImportError:
        raise MissingExtraError("falkordb", "falkordb") from None
    database = falkordb.FalkorDB.from_url(server) if isinstance(server, str) else server
    _refuse(database, name, replace=replace)
    aside = database.select_graph(f"{name}:loading:{uuid.uuid4().hex}")
    try:
        _load(aside, store, derived=derived)
        _name(database, aside.name, name, replace=replace)
    except BaseException:
        database.connection.delete(aside.name)
        raise
    return database.select_graph(name)


def _refuse(database: "falkordb.FalkorDB", name: str, *, replace: bool) -> None:
    if not database.connection.exists(name):
        return
    if not replace:
        raise DataError(_there(name))
    if name not in database.list_graphs():
        raise DataError(f"{name!r} on the server is no graph, and so not replaced; choose another name")


def _name(database: "falkordb.FalkorDB", aside: str, name: str, *, replace: bool) -> None:
    """Give what is loaded its name; whoever asks sees the old graph until then, and the new one from then on."""
    if replace:
        database.connection.rename(aside, name)
    elif not database.connection.renamenx(aside, name):
        raise DataError(_there(name))


def _there(name: str) -> str:
    return f"a graph {name!r} is on the server already; choose another name, or pass replace=True"


def _load(graph: "falkordb.Graph", store: ClaimStore, *, derived: bool) -> None:
    graph.query("CREATE INDEX FOR (e:Entity) ON (e.id)")
    _send(graph, f"UNWIND $rows AS row CREATE (:Entity {_set('Entity')})", nodes(store), "Entity")
    for label, rows in relations(store, derived=derived):
        ends = f"MATCH (a:Entity {{id: row.`{FROM}`}}), (b:Entity {{id: row.`{TO}`}})"
        _send(graph, f"UNWIND $rows AS row {ends} CREATE (a)-[:{label} {_set(label)}]->(b)", rows, label)


def _set(label: str) -> str:
    """The properties of a node or relation, each taken from a row; their names are ours (`properties.tsv`)."""
    return "{" + ", ".join(f"{each.name}: row.{each.name}" for each in properties(label)) + "}"


def _send(graph: "falkordb.Graph", query: str, rows: Iterator[Row], label: str) -> None:
    from tqdm.auto import tqdm

    with tqdm(unit=f" {label}", disable=None) as bar:
        while some := list(islice(rows, _BATCH)):
            graph.query(query, {"rows": [_sendable(row) for row in some]})
            bar.update(len(some))


def _sendable(row: Row) -> Row:
    """A row as parameters: days as text, which sorts as they do. Raises `DataError` for text that would be cut."""
    return {name: _cell(value) for name, value in row.items()}


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        return [_cell(each) for each in value]
    if isinstance(value, str) and ("\0" in value or not _is_unicode(value)):
        raise DataError(f"{value!r} cannot be sent: it holds U+0000 or half a character; correct it in its pack")
    # FalkorDB 4.16 takes of two dates more than 68 years apart the wrong one for the earlier.
    return value.isoformat() if isinstance(value, datetime.date) else value


def _is_unicode(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
