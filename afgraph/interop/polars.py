"""`series.afgraph` and `expression.afgraph` in polars, from when this module is imported."""

from functools import partial
from typing import TYPE_CHECKING, Any

from afgraph.errors import MissingExtraError
from afgraph.interop.framed import ResolvesMany, polars_types, resolved_polars

if TYPE_CHECKING:
    import polars


class OfSeries:
    """What afgraph does with a column of polars."""

    def __init__(self, names: "polars.Series") -> None:
        self._names = names

    def resolve(self, resolver: ResolvesMany, **context: Any) -> "polars.DataFrame":
        """The names resolved by a resolver or a graph, a row each; what is null stays null.

        The columns are `id`, `name`, `outcome`, `score`, `likeliest`, `runner_up` and `problem`; `context` is whatever
        its `resolve_many` takes, `workers` and `progress` too.

        >>> import polars
        >>> from afgraph import Resolver
        >>> cities = Resolver.from_names({"k": ["Kabul"]})
        >>> polars.Series(["Kaboul", None]).afgraph.resolve(cities).select("id", "outcome").rows()
        [('k', 'match'), (None, None)]
        """
        return resolved_polars(self._names, partial(resolver.resolve_many, **context))


class OfExpression:
    """What afgraph does with an expression of polars."""

    def __init__(self, names: "polars.Expr") -> None:
        self._names = names

    def resolve(self, resolver: ResolvesMany, **context: Any) -> "polars.Expr":
        """The names resolved, as structs of the columns that `series.afgraph.resolve` gives; lazy frames take it too.

        >>> import polars
        >>> from afgraph import Resolver
        >>> cities = Resolver.from_names({"k": ["Kabul"]})
        >>> frame = polars.DataFrame({"city": ["Kaboul", None]})
        >>> frame.with_columns(found=polars.col("city").afgraph.resolve(cities)).unnest("found").columns[:3]
        ['city', 'id', 'name']
        """
        import polars

        resolve_many = partial(resolver.resolve_many, **context)

        def structs(names: "polars.Series") -> "polars.Series":
            return resolved_polars(names, resolve_many).to_struct(names.name)

        return self._names.map_batches(structs, return_dtype=polars.Struct(polars_types()))


def _register() -> None:
    try:
        from polars.api import register_expr_namespace, register_series_namespace
    except ImportError:
        raise MissingExtraError("polars", "frames") from None
    register_series_namespace("afgraph")(OfSeries)
    register_expr_namespace("afgraph")(OfExpression)


_register()
