# cython: boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True, annotation_typing=False
"""Whether words with a blank more or less are listed.

This module may be compiled: the types of its variables stand in `blanks.pxd`, and the same source runs as it is.
"""

from collections.abc import Sequence

from afgraph.matching.arrays.keys import KeyTable, hashed
from afgraph.matching.words.tokens import Token
from afgraph.matching.words.word_keys import KEY, SKELETON
from afgraph.text import name_key

_SKELETON, _KEY = SKELETON, KEY
_SHORTEST = 3  # letters of a part of a word that is cut in two
_LONGEST_CUT = 60  # letters of words that may be cut in another place


class Blanks:
    """Listed words by number, and what is under which key, to be found with a blank more or less."""

    def __init__(self, words: Sequence[Token], keys: KeyTable) -> None:
        self.words, self.keys = words, keys

    def may_join(self, one: Token, other: Token) -> bool:
        """Whether a listed word has the consonants of two words written as one."""
        for left in one.skeletons:
            if not other.skeletons and self.keys.slot(hashed(_SKELETON, left)) >= 0:
                return True
            for right in other.skeletons:
                if self.keys.slot(hashed(_SKELETON, left + _inner(right, left))) >= 0:
                    return True
        return False

    def keyed(self, key: str) -> list[int]:
        """The numbers of the words with a folded form."""
        return [number for number in self.keys.under(hashed(_KEY, key)) if self.words[number].key == key]

    def cut(self, letters: str, whole: int = 0) -> list[tuple[int, str, str]]:
        """Letters without a blank as two words, one of which is listed as it is: its length first, the longest first.

        `whole` is where they may not be cut.
        """
        found = []
        plain = letters.isascii() and letters.isalpha() and letters.islower()
        size = len(letters)
        for at in range(_SHORTEST - 1, min(size, _LONGEST_CUT) - _SHORTEST + 2):
            if at != whole:
                left, right = letters[:at], letters[at:]
                length = at if at >= _SHORTEST and self._listed(left, plain) else 0
                if size - at >= _SHORTEST and self._listed(right, plain):
                    length += size - at
                if length:
                    found.append((length, left, right))
        found.sort(reverse=True)
        return found

    def _listed(self, part: str, plain: bool) -> bool:  # noqa: FBT001
        """Whether a word has the folded form of some letters, which are their own where they are plain."""
        key: str = part if plain else name_key(part)
        return self.keys.slot(hashed(_KEY, key)) >= 0 and bool(self.keyed(key))


def _inner(skeleton: str, before: str) -> str:
    """A skeleton as it goes on behind another: what only counts at the beginning goes, and so does a doubled one."""
    later = skeleton.lstrip("vy")
    return later[1:] if before[-1:] == later[:1] else later
