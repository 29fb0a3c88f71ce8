"""Names compared and looked up: keys, an index, candidates, features and a score. It knows no graph."""

from afgraph.matching.comparison import Comparison, compare
from afgraph.matching.expected import spellings
from afgraph.matching.scoring.compare import Match, compare_words
from afgraph.matching.scoring.evidence import Evidence, evidence_of
from afgraph.matching.search.index import Entry, Finding, Hit, NameIndex

__all__ = [
    "Comparison",
    "Entry",
    "Evidence",
    "Finding",
    "Hit",
    "Match",
    "NameIndex",
    "compare",
    "compare_words",
    "evidence_of",
    "spellings",
]
