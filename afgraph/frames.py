"""Rows as a frame of pandas or polars."""

from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from typing import Any, Literal

from afgraph.errors import MissingExtraError

Engine = Literal["pandas", "polars"]


def frame(rows: Iterable[Mapping[str, Any]], columns: Sequence[str], *, engine: Engine) -> Any:
    """A frame of some rows with these columns, also where there are no rows.

    Raises `MissingExtraError` where the library is not installed (extra `frames`).

    >>> frame([], ["a", "b"], engine="pandas").columns.to_list()
    ['a', 'b']
    """
    try:
        library = import_module(engine)
    except ImportError:
        raise MissingExtraError(engine, "frames") from None
    if engine == "polars":
        return library.DataFrame(list(rows), schema=list(columns), infer_schema_length=None)
    return library.DataFrame(list(rows), columns=list(columns))
