"""Questions about the graph: allies, enemies, the relation of two, all alliances at a date."""

from afgraph.query.answers import Answer, Answers, Basis
from afgraph.query.pairs import who_is_allied_with_whom
from afgraph.query.relation import relation
from afgraph.query.stances import allies, enemies

__all__ = ["Answer", "Answers", "Basis", "allies", "enemies", "relation", "who_is_allied_with_whom"]
