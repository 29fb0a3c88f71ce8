"""Two states of packs compared by meaning: what was added, removed, renamed, and which field of what changed."""

from afgraph.packs.diff.changes import Change, Entry, FieldChange, How, PackDiff, What
from afgraph.packs.diff.compare import diff

__all__ = ["Change", "Entry", "FieldChange", "How", "PackDiff", "What", "diff"]
