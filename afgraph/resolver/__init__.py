"""From a spelling to an entity: match, ambiguous or nil, with the evidence."""

from afgraph.resolver.resolution import Candidate, Outcome, Resolution
from afgraph.resolver.resolver import Resolver

__all__ = ["Candidate", "Outcome", "Resolution", "Resolver"]
