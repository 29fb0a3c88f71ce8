"""How spellings sound: readings in one phoneme alphabet, and skeletons that spellings of one name share."""

from afgraph.romanization.readings import Reading, readings, spelled, spoken
from afgraph.romanization.skeleton import consonants, skeleton, skeletons

__all__ = ["Reading", "consonants", "readings", "skeleton", "skeletons", "spelled", "spoken"]
