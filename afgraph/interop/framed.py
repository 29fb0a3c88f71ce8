"""Frames of pandas and polars with what the names in them resolve to."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from afgraph.resolver import Resolution
from afgraph.resolver.arrow import Asked
from afgraph.resolver.table import COLUMNS, NOTHING, Key, NameRows, Row, encoded, row_of

if TYPE_CHECKING:
    import pandas
    import polars

ResolveMany = Callable[[list[Any]], Sequence[Resolution]]


class ResolvesMany(Protocol):
    """A resolver or a graph."""

    resolve_many: Callable[..., Any]


def with_resolved_pandas(frame: "pandas.DataFrame", rows: NameRows, asked: Asked) -> "pandas.DataFrame":
    """A frame of pandas with the columns of its names' rows behind its own, on the same index."""
    import pandas

    asked.check([str(each) for each in frame.columns])
    column, *context = asked.columns
    values = [_kinds(_values(frame[column]))]
    values += [[None] * len(frame) if each is None else _values(frame[each]) for each in context]
    keys, places = encoded(map(Key, *values))
    added = _pandas(_taken(rows.of(keys), places), frame.index, asked.prefix)
    return pandas.concat([frame, added], axis="columns")


def with_resolved_polars(frame: "polars.DataFrame", rows: NameRows, asked: Asked) -> "polars.DataFrame":
    """A frame of polars with the columns of its names' rows behind its own."""
    asked.check(frame.columns)
    column, *context = asked.columns
    values = [_kinds(frame[str(column)])]
    values += [[None] * len(frame) if each is None else frame[each].to_list() for each in context]
    keys, places = encoded(map(Key, *values))
    return frame.hstack(_polars(_taken(rows.of(keys), places), asked.prefix))


def resolved_pandas(names: "pandas.Series[Any]", resolve_many: ResolveMany) -> "pandas.DataFrame":
    """The rows of a column of names as a frame of pandas on its index; what is null stays so."""
    return _pandas(_rows(_values(names), resolve_many), names.index, "")


def resolved_polars(names: "polars.Series", resolve_many: ResolveMany) -> "polars.DataFrame":
    """The rows of a column of names as a frame of polars; what is null stays so."""
    return _polars(_rows(names.to_list(), resolve_many), "")


def polars_types() -> dict[str, Any]:
    """The types of the columns in polars."""
    import polars

    return {name: polars.String() if kind == "text" else polars.Float64() for name, kind in COLUMNS.items()}


def _rows(values: list[Any], resolve_many: ResolveMany) -> list[Row]:
    found = resolve_many([each for each in values if each is not None])
    made: dict[int, Row] = {}
    rows = iter([made.get(id(each)) or made.setdefault(id(each), row_of(each)) for each in found])
    return [NOTHING if each is None else next(rows) for each in values]


def _taken(rows: Sequence[Row], places: Iterable[int]) -> list[Row]:
    return [rows[place] for place in places]


def _values(column: "pandas.Series[Any]") -> list[Any]:
    """The values of a column of pandas; `None` for any of its ways to say that there is none."""
    return [None if gone else value for value, gone in zip(column.tolist(), column.isna().tolist(), strict=True)]


def _kinds(values: Iterable[Any]) -> list[Any]:
    """The values that are texts or nothing, and of others their type."""
    return [each if each is None or isinstance(each, str) else type(each) for each in values]


def _pandas(rows: Sequence[Row], index: Any, prefix: str) -> "pandas.DataFrame":
    import pandas

    types = {"text": "string", "number": "float64"}
    columns = zip(*rows, strict=True) if rows else [()] * len(COLUMNS)
    made = {
        prefix + name: pandas.Series(list(values), index=index, dtype=types[kind])
        for (name, kind), values in zip(COLUMNS.items(), columns, strict=True)
    }
    return pandas.DataFrame(made, index=index)


def _polars(rows: Sequence[Row], prefix: str) -> "polars.DataFrame":
    import polars

    types = {prefix + name: kind for name, kind in polars_types().items()}
    return polars.DataFrame(rows, schema=types, orient="row")
