"""From a spelling to an entity: match, ambiguous or nil, with the evidence."""

from afgraph.resolver.batch import OnError
from afgraph.resolver.judgement import Decision, Judgement
from afgraph.resolver.ledger import Ledger
from afgraph.resolver.resolution import Candidate, Outcome, Resolution
from afgraph.resolver.resolver import Resolver

__all__ = ["Candidate", "Decision", "Judgement", "Ledger", "OnError", "Outcome", "Resolution", "Resolver"]
