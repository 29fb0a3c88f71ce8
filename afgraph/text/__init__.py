"""Text as names need it: scripts, folding with a way back to the original, words."""

from afgraph.text.fold import APOSTROPHE, Folded, ascii_folds, fold, name_key
from afgraph.text.lookalikes import unmixed
from afgraph.text.scripts import script_of, scripts_in
from afgraph.text.words import Word, words

__all__ = [
    "APOSTROPHE",
    "Folded",
    "Word",
    "ascii_folds",
    "fold",
    "name_key",
    "script_of",
    "scripts_in",
    "unmixed",
    "words",
]
