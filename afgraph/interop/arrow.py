"""Names resolved inside an engine for many rows: one function for Spark, Dask, Ray and Daft."""

import pickle
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from afgraph.dates import parse_date, parse_when
from afgraph.errors import MissingExtraError
from afgraph.interop.framed import with_resolved_pandas, with_resolved_polars
from afgraph.resolver import Resolution, Resolver
from afgraph.resolver.arrow import Asked, arrow, field_types, resolved_array, with_resolved
from afgraph.resolver.table import PREFIX, REMEMBERED, NameRows

if TYPE_CHECKING:
    import pyarrow
    from pyspark.sql import DataFrame as SparkFrame
    from pyspark.sql.types import StructType

_OPENED = 8  # lists that one process keeps open

Opener = Callable[[], Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchFunction:
    """Resolves the names in a column of whatever batch an engine gives it, and gives back the same kind of batch.

    It holds where the list is, not the list: each process opens that once, at its first batch, and processes of one
    machine share the pages of a file. Made by `batch_function`.
    """

    source: str | bytes  # the path of a saved resolver, or a function that gives one, pickled
    judgements: str | None
    column: str
    date_column: str | None
    place_column: str | None
    lang_column: str | None
    prefix: str
    date: Any
    place: Any
    lang: str | None
    schema: str | None

    def __call__(self, batch: Any) -> Any:
        """The batch with the resolved columns behind its own.

        A record batch or a table of Arrow, a frame of pandas or polars gives the same; an array of Arrow, the names
        alone, an array of structs; an iterator of record batches, as Spark has it, an iterator of them. Raises
        `TypeError` for anything else.
        """
        library = type(batch).__module__.split(".")[0]
        if library == "pandas":
            return with_resolved_pandas(batch, self._rows, self._asked)
        if library == "polars":
            return with_resolved_polars(batch, self._rows, self._asked)
        if library != "pyarrow" and isinstance(batch, Iterator):
            return self._each(batch)
        types = arrow()
        if isinstance(batch, (types.RecordBatch, types.Table)):
            return with_resolved(batch, self._rows, self._asked)
        if isinstance(batch, (types.Array, types.ChunkedArray)):
            whole = batch.combine_chunks() if isinstance(batch, types.ChunkedArray) else batch
            return resolved_array(whole.cast(types.string()), self._rows, prefix=self.prefix)
        raise TypeError(f"a {type(batch).__name__} is no batch: give one of Arrow, pandas or polars, or an iterator")

    def fields(self) -> "list[pyarrow.Field]":
        """The fields of Arrow that are added, in order; those of the structs where the batch is an array of names.

        >>> [field.name for field in batch_function("people.names").fields()][:2]
        ['resolved_id', 'resolved_name']
        """
        return field_types(self.prefix)

    def spark_schema(self, frame: "SparkFrame") -> "StructType":
        """The schema that a frame of Spark has with the added columns, as `mapInArrow` asks for it.

        Raises `ValueError` where the frame has not the columns for it, `MissingExtraError` without Spark (`spark`).
        """
        try:
            from pyspark.sql.types import DoubleType, StringType, StructField, StructType
        except ImportError:
            raise MissingExtraError("pyspark", "spark") from None
        self._asked.check(frame.columns)
        added = [
            StructField(each.name, DoubleType() if each.type == arrow().float64() else StringType())
            for each in self.fields()
        ]
        return StructType([*frame.schema.fields, *added])

    def _each(self, batches: Iterator[Any]) -> Iterator[Any]:
        for batch in batches:
            yield with_resolved(batch, self._rows, self._asked)

    @property
    def _asked(self) -> Asked:
        return Asked(
            self.column,
            date_column=self.date_column,
            place_column=self.place_column,
            lang_column=self.lang_column,
            prefix=self.prefix,
        )

    @property
    def _rows(self) -> NameRows:
        """The rows of this process, which remember the last names; made anew where the file has changed."""
        return _rows_of(self, _state(self.source))


def batch_function(
    source: str | Path | Opener,
    *,
    column: str = "name",
    date_column: str | None = None,
    place_column: str | None = None,
    lang_column: str | None = None,
    prefix: str = PREFIX,
    judgements: str | Path | None = None,
    date: Any = None,
    place: Any = None,
    lang: str | None = None,
    schema: str | None = None,
) -> BatchFunction:
    """A function from a batch to the batch with its names resolved, which engines can send to their processes.

    `source` is the path of a saved resolver, which every process must see, or a function of a module that gives a
    resolver or a graph, such as `afgraph.load`. The other arguments and the columns are those of
    `Resolver.resolve_batches`. Raises `ValueError` for a function that no other process could find, `DateFormatError`
    for a `date` that is none.

    >>> import pandas
    >>> import afgraph as af
    >>> resolve = batch_function(af.load, column="who")
    >>> resolve(pandas.DataFrame({"who": ["Emrullah Salih", None]}))["resolved_id"].to_list()
    ['per:amrullah-saleh', <NA>]
    """
    if date is not None:
        (parse_when if callable(source) else parse_date)(date)  # refused now
    return BatchFunction(
        source=_sendable(source) if callable(source) else str(Path(source).absolute()),
        judgements=None if judgements is None else str(Path(judgements).absolute()),
        column=column,
        date_column=date_column,
        place_column=place_column,
        lang_column=lang_column,
        prefix=prefix,
        date=date,
        place=place,
        lang=lang,
        schema=schema,
    )


def _sendable(source: Opener) -> bytes:
    try:
        return pickle.dumps(source)
    except (pickle.PicklingError, AttributeError, TypeError) as error:
        raise ValueError(
            f"no other process could find {source!r} ({error}); give a function of a module, functools.partial of one, "
            "or the path of a saved resolver"
        ) from None


def _state(source: str | bytes) -> tuple[int, int]:
    """What tells one content of a file from another."""
    if isinstance(source, bytes):
        return 0, 0
    found = Path(source).stat()
    return found.st_mtime_ns, found.st_size


@lru_cache(maxsize=_OPENED)
def _rows_of(asked: BatchFunction, state: tuple[int, int]) -> NameRows:  # noqa: ARG001 - tells files apart
    resolver = _opened(asked.source, asked.judgements)
    resolve: Callable[..., Resolution] = partial(resolver.resolve, schema=asked.schema)
    return NameRows(resolve, date=asked.date, place=asked.place, lang=asked.lang, remembered=REMEMBERED)


def _opened(source: str | bytes, judgements: str | None) -> Any:
    if isinstance(source, str):
        return Resolver.open(source, judgements=judgements)
    found = pickle.loads(source)()  # noqa: S301 - what the same program pickled
    if judgements is not None:
        found.judgements = found.ledger(judgements) if isinstance(found, Resolver) else judgements
    return found
