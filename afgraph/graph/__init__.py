"""The claim store: claims by entity and by pair, and whether they held at a date. It asks nobody."""

from afgraph.graph.store import ClaimStore

__all__ = ["ClaimStore"]
