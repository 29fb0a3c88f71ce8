"""One file for each format or engine: `to_x` and `from_x`, the foreign import inside the function."""

from afgraph.interop.arrow import BatchFunction, batch_function
from afgraph.interop.edges import ally_query, ally_question
from afgraph.interop.falkordb import to_falkordb
from afgraph.interop.ladybug import to_ladybug
from afgraph.interop.networkx import to_networkx
from afgraph.interop.parquet import from_parquet, to_parquet

__all__ = [
    "BatchFunction",
    "ally_query",
    "ally_question",
    "batch_function",
    "from_parquet",
    "to_falkordb",
    "to_ladybug",
    "to_networkx",
    "to_parquet",
]
