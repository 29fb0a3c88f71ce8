"""The claim store: claims by entity and by pair, and whether they held at a date. It asks nobody."""

from afgraph.graph.as_of import AsOf
from afgraph.graph.build import Row, build_columns, rows_of
from afgraph.graph.columns import Columns
from afgraph.graph.file import open_columns, save_columns
from afgraph.graph.search import shortest_path
from afgraph.graph.span import Span, span_of
from afgraph.graph.store import ClaimStore

__all__ = [
    "AsOf",
    "ClaimStore",
    "Columns",
    "Row",
    "Span",
    "build_columns",
    "open_columns",
    "rows_of",
    "save_columns",
    "shortest_path",
    "span_of",
]
