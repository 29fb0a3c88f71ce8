"""`series.afgraph` on columns of pandas, from when this module is imported."""

from functools import partial
from typing import TYPE_CHECKING, Any

from afgraph.errors import MissingExtraError
from afgraph.interop.framed import ResolvesMany, resolved_pandas

if TYPE_CHECKING:
    import pandas


class Accessor:
    """What afgraph does with a column of pandas."""

    def __init__(self, names: "pandas.Series[Any]") -> None:
        self._names = names

    def resolve(self, resolver: ResolvesMany, **context: Any) -> "pandas.DataFrame":
        """The names resolved by a resolver or a graph, a row each on the same index; what is null stays null.

        The columns are `id`, `name`, `outcome`, `score`, `likeliest`, `runner_up` and `problem`; `context` is whatever
        its `resolve_many` takes, `workers` and `progress` too.

        >>> import pandas
        >>> from afgraph import Resolver
        >>> cities = Resolver.from_names({"k": ["Kabul"]})
        >>> pandas.Series(["Kaboul", None], index=[7, 8]).afgraph.resolve(cities)[["id", "outcome"]]
             id outcome
        7     k   match
        8  <NA>    <NA>
        """
        return resolved_pandas(self._names, partial(resolver.resolve_many, **context))


def _register() -> None:
    try:
        from pandas.api.extensions import register_series_accessor
    except ImportError:
        raise MissingExtraError("pandas", "frames") from None
    register_series_accessor("afgraph")(Accessor)


_register()
