"""One file for each format or engine: `to_x` and `from_x`, the foreign import inside the function."""

from afgraph.interop.arrow import BatchFunction, batch_function
from afgraph.interop.networkx import to_networkx

__all__ = ["BatchFunction", "batch_function", "to_networkx"]
