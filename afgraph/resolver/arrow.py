"""Record batches of Arrow, and what the names in them resolve to."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from afgraph.errors import MissingExtraError
from afgraph.resolver.table import COLUMNS, PREFIX, Key, NameRows, checked, encoded

if TYPE_CHECKING:
    import pyarrow


def arrow() -> Any:
    """The Arrow library. Raises `MissingExtraError` where it is not installed (extra `arrow`)."""
    try:
        import pyarrow
    except ImportError:
        raise MissingExtraError("pyarrow", "arrow") from None
    return pyarrow


class Asked:
    """Which columns of a table hold names and their context, and what the added ones are called."""

    def __init__(
        self,
        column: str,
        *,
        date_column: str | None = None,
        place_column: str | None = None,
        lang_column: str | None = None,
        prefix: str = PREFIX,
    ) -> None:
        self.columns = column, date_column, place_column, lang_column
        self.prefix = prefix

    def check(self, columns: Iterable[str]) -> None:
        """Raise `ValueError` where a table has not the columns for it."""
        checked(list(columns), self.columns, self.prefix)


def with_resolved(batch: Any, rows: NameRows, asked: Asked) -> Any:
    """A record batch or a table of Arrow with the columns of its names' rows behind its own.

    Raises `ValueError` where a column is missing or there already, `TypeError` where that of the names holds no text.
    """
    asked.check(batch.schema.names)
    column, *context = asked.columns
    names = _names(batch.column(column), str(column))
    more = [None if each is None else batch.column(each) for each in context]
    struct = resolved_array(names, rows, more)
    return _joined(batch, struct, asked.prefix)


def resolved_array(names: Any, rows: NameRows, context: Iterable[Any] = (), *, prefix: str = "") -> Any:
    """The rows of an array of names as an array of structs; `context` are arrays of dates, places and languages."""
    pyarrow = arrow()
    more = [None if each is None else each.to_pylist() for each in context]
    if any(each is not None for each in more):
        values = [names.to_pylist(), *([None] * len(names) if each is None else each for each in more)]
        keys, places = encoded(map(Key, *values))
        indices = pyarrow.array(places, pyarrow.int32())
    else:
        coded = names if pyarrow.types.is_dictionary(names.type) else names.dictionary_encode()
        keys, indices = [Key(each) for each in [*coded.dictionary.to_pylist(), None]], coded.indices
        indices = indices.cast(pyarrow.int32()).fill_null(len(keys) - 1)
    found = list(zip(*rows.of(keys), strict=True)) or [()] * len(COLUMNS)
    types = field_types(prefix)
    columns = [pyarrow.array(values, each.type) for values, each in zip(found, types, strict=True)]
    return pyarrow.StructArray.from_arrays([each.take(indices) for each in columns], fields=types)


def field_types(prefix: str = "") -> "list[pyarrow.Field]":
    """The columns that are added, with their types."""
    pyarrow = arrow()
    types = {"text": pyarrow.string(), "number": pyarrow.float64()}
    return [pyarrow.field(prefix + name, types[kind]) for name, kind in COLUMNS.items()]


def _names(column: Any, name: str) -> Any:
    """A column as one array, of which it is sure that it holds text."""
    types = arrow().types
    kind = column.type.value_type if types.is_dictionary(column.type) else column.type
    if types.is_null(kind):
        return column.cast("string")
    if not any(test(kind) for test in (types.is_string, types.is_large_string, types.is_string_view)):
        raise TypeError(f"the column {name!r} is {column.type}, not text; cast it, or name another column")
    whole = column.combine_chunks() if hasattr(column, "combine_chunks") else column
    return whole.cast("string") if types.is_string_view(kind) else whole


def _joined(batch: Any, struct: Any, prefix: str) -> Any:
    """A batch or a table with the fields of a struct as columns; its metadata stay."""
    schema = batch.schema
    for field in field_types(prefix):
        schema = schema.append(field)
    return type(batch).from_arrays([*batch.columns, *struct.flatten()], schema=schema)


def resolved_batches(batches: Iterable[Any], rows: NameRows, asked: Asked) -> "Iterator[pyarrow.RecordBatch]":
    """Each record batch with its resolved columns, as soon as it is asked for; a table counts as its batches."""
    arrow()
    for batch in batches.to_batches() if hasattr(batches, "to_batches") else batches:
        yield with_resolved(batch, rows, asked)
