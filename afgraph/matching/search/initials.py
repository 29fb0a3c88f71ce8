"""Names that an acronym stands for: AQI for Al-Qaida in Iraq, MAK for Makhtab al-Khidamat, ANA."""

from array import array
from collections.abc import Callable, Iterable, Sequence

from afgraph.matching.arrays.keys import KeyTable, hashed
from afgraph.matching.words.lexicon import common_word
from afgraph.matching.words.tokens import SAYS_NOTHING, Token, all_tokens, telling
from afgraph.text import name_key

_FEWEST = 3  # letters of an acronym


class Initials:
    """The places of names by their initials, made by `InitialKeys`; `form_of` gives a name by its place."""

    def __init__(self, table: KeyTable, form_of: Callable[[int], str]) -> None:
        self._table, self._form_of = table, form_of

    def of(self, text: str) -> list[int]:
        """The places of the names that a text abbreviates; none for several words, and for what is too short."""
        letters = name_key(text.replace(".", ""))
        if len(letters) < _FEWEST or " " in letters:
            return []
        found = self._table.under(hashed("a", letters))
        return [at for at in found if letters in initials(all_tokens(self._form_of(at)))]


class InitialKeys:
    """The keys of names by their initials, as names are added, and the place of each."""

    def __init__(self) -> None:
        self.hashes, self.places = array("Q"), array("I")

    def add(self, at: int, words: Sequence[Token]) -> None:
        """Add a name by its place and all its words."""
        for each in initials(words):
            self.hashes.append(hashed("a", each))
            self.places.append(at)


def initials(words: Sequence[Token]) -> set[str]:
    """The first letters of a name's words as one word: of those that tell, and with the particles between them.

    >>> sorted(initials(all_tokens("Al-Qaida in the Arabian Peninsula")))
    ['aqap', 'qap']
    """
    with_particles = [each for each in words if each.weight > SAYS_NOTHING or common_word(each.key).kind == "particle"]
    return {each for each in map(_heads, (telling(words), with_particles)) if len(each) >= _FEWEST}


def _heads(words: Iterable[Token]) -> str:
    return "".join([word.key[0] for word in words if word.key])
