"""Cues beside and between names: how two are related, on whose word, how firmly. Marks, and no claims yet."""

from afgraph.linking.cues.cue import Cue
from afgraph.linking.cues.find import find_cues
from afgraph.linking.cues.suggest import Suggestion, Suggestions, suggest

__all__ = ["Cue", "Suggestion", "Suggestions", "find_cues", "suggest"]
