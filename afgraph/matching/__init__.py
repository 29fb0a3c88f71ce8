"""Names compared and looked up: keys, an index, candidates, features and a score. It knows no graph."""

from afgraph.matching.compare import Comparison, Evidence, compare_words
from afgraph.matching.index import Entry, Hit, NameIndex

__all__ = ["Comparison", "Entry", "Evidence", "Hit", "NameIndex", "compare_words"]
