"""Names compared and looked up: keys, an index, candidates, features and a score. It knows no graph."""

from afgraph.matching.compare import Evidence, Match, compare_words
from afgraph.matching.index import Entry, Hit, NameIndex

__all__ = ["Entry", "Evidence", "Hit", "Match", "NameIndex", "compare_words"]
