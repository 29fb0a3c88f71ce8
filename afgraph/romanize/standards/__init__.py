"""Names written by romanization standards and by the habits of presses; every rule is data, every step is told."""

from afgraph.romanize.standards.catalogue import standards
from afgraph.romanize.standards.names import Step
from afgraph.romanize.standards.romanization import Romanization, romanize
from afgraph.romanize.standards.spellings import Spelling, generate_spellings, press_languages

__all__ = ["Romanization", "Spelling", "Step", "generate_spellings", "press_languages", "romanize", "standards"]
