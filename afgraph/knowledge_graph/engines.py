"""The graph as other libraries and engines hold it, and back."""

from pathlib import Path
from typing import TYPE_CHECKING, Self

from afgraph import interop
from afgraph.knowledge_graph.base import Base, When

if TYPE_CHECKING:
    import falkordb
    import networkx


class Engines(Base):
    """The whole graph out: networkx, Parquet, ladybug, FalkorDB; and back from Parquet."""

    def to_networkx(self, *, on: When = None) -> "networkx.MultiDiGraph[str]":
        """The graph as a networkx `MultiDiGraph`: entity ids are nodes, claim ids are edge keys, all else attributes.

        >>> import afgraph as af
        >>> graph = af.load().to_networkx()
        >>> graph.nodes["plc:kabul"]["label"]
        'Kabul'
        """
        return interop.to_networkx(self.store, on=on)

    def to_parquet(self, folder: str | Path, *, replace: bool = False) -> list[Path]:
        """The Parquet files written to a folder: entities, names, claims, sources and all else, a file each.

        docs/reference/parquet.md has their columns. The folder appears whole or not at all; one that is there is
        refused with `DataError`, unless `replace`. Raises `MissingExtraError` without pyarrow (extra `arrow`).

        >>> import afgraph as af, tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     [path.name for path in af.load().to_parquet(f"{folder}/graph")][:3]
        ['entities.parquet', 'names.parquet', 'sources.parquet']
        """
        return interop.to_parquet(self.store, folder, replace=replace)

    @classmethod
    def from_parquet(cls, folder: str | Path, *, checked: bool = True) -> Self:
        """The graph that `to_parquet` wrote to a folder; it answers as the one that it was written from.

        Raises `DataError` with the name of a file that is missing, damaged, foreign or of another version. With
        `checked=False` the files may have been changed since; what they say is looked at as ever.

        >>> import afgraph as af, tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     _ = af.load().to_parquet(f"{folder}/graph")
        ...     kg = af.KnowledgeGraph.from_parquet(f"{folder}/graph")
        >>> kg.resolve("Emrullah Salih").id
        'per:amrullah-saleh'
        """
        return cls(interop.from_parquet(folder, checked=checked))

    def to_ladybug(self, path: str | Path, *, derived: bool = True, replace: bool = False) -> Path:
        """The file written: a database of ladybug, which is asked in Cypher.

        Entities are nodes; claims, and with `derived` what follows from them, are relations with the days on which
        they may have held and surely did: docs/reference/cypher.md. `interop.ally_query()` asks it for allies as of a
        date. A file that is there is refused with `DataError`, unless `replace`. Raises `MissingExtraError` without
        ladybug (extra `ladybug`).

        >>> import afgraph as af, tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     af.load().to_ladybug(f"{folder}/graph.lbug").name
        'graph.lbug'
        """
        return interop.to_ladybug(self.store, path, derived=derived, replace=replace)

    def to_falkordb(
        self,
        server: "str | falkordb.FalkorDB",
        *,
        name: str = "afgraph",
        derived: bool = True,
        replace: bool = False,
    ) -> "falkordb.Graph":
        """The graph as it stands on a FalkorDB server, under a name; the nodes and relations are those of `to_ladybug`.

        `server` is its address, such as `"falkor://localhost:6379"`, or a connection of its client. A graph of that
        name is refused with `DataError`, unless `replace`. Raises `MissingExtraError` without the client (extra
        `falkordb`), and what the client raises where no server answers:

        >>> import afgraph as af
        >>> af.load().to_falkordb("falkor://127.0.0.1:1")
        Traceback (most recent call last):
            ...
        redis.exceptions.ConnectionError: ...
        """
        return interop.to_falkordb(self.store, server, name=name, derived=derived, replace=replace)
