"""Rows as Arrow record batches with typed columns."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from afgraph.errors import DataError, MissingExtraError
from afgraph.interop.tables import Column, Row

if TYPE_CHECKING:
    import pyarrow

BATCH = 65_536  # rows that are in memory at once


def arrow() -> Any:
    """The Arrow library, with its Parquet part. Raises `MissingExtraError` where it is not installed."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        raise MissingExtraError("pyarrow", "arrow") from None
    return pyarrow


def schema_of(columns: Sequence[Column], about: Mapping[str, str] | None = None) -> "pyarrow.Schema":
    """The Arrow schema of some columns, what each means in its metadata; `about` is the schema's own metadata."""
    pa = arrow()
    types = {
        "text": pa.string(),
        "texts": pa.list_(pa.field("element", pa.string(), nullable=False)),
        "edtf": pa.string(),
        "date": pa.date32(),
        "number": pa.float64(),
        "whole": pa.int64(),
        "yesno": pa.bool_(),
    }
    fields = [pa.field(each.name, types[each.type], each.null, {"means": each.means}) for each in columns]
    schema: pyarrow.Schema = pa.schema(fields, about)
    return schema


def batches(rows: Iterator[Row], schema: "pyarrow.Schema") -> "Iterator[pyarrow.RecordBatch]":
    """Rows as record batches, one in memory at a time. Raises `DataError` for text that is no Unicode."""
    pa = arrow()
    while some := list(islice(rows, BATCH)):
        try:
            yield pa.RecordBatch.from_pylist(some, schema=schema)
        except (UnicodeError, pa.ArrowInvalid, pa.ArrowTypeError) as error:
            raise DataError(f"a row cannot be written: {error}; correct it in its pack") from None
