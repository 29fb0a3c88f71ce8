"""Names written by romanization standards and by the habits of presses; every rule is data, every step is told."""

from afgraph.romanization.standards.catalogue import standards
from afgraph.romanization.standards.names import Step
from afgraph.romanization.standards.romanization import Romanization, romanize
from afgraph.romanization.standards.spellings import Spelling, generate_spellings, press_languages

__all__ = ["Romanization", "Spelling", "Step", "generate_spellings", "press_languages", "romanize", "standards"]
