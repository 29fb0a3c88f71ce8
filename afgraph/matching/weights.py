"""How much a word of a listed name says: by how many of the listed names have it."""

import math
from collections import Counter

from afgraph.matching.tokens import Token
from afgraph.matching.vocabulary import Vocabulary

_FEWEST = 50  # names; in a shorter list nothing can be said
_LEAST = 0.35


class Weights:
    """The weights of the words of a vocabulary; a word that is not in it weighs what the lexicon says."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._weights: dict[str, float] = {}
        count = len(vocabulary)
        if count < _FEWEST:
            return
        named = Counter(key for at in range(count) for key in {word.key for word in vocabulary.name(at)})
        rarest = math.log(count / 2)
        for key, times in named.items():
            if times > 2:
                self._weights[key] = max(_LEAST, math.log(count / times) / rarest)

    def of(self, word: Token) -> float:
        """The weight of a word: the lesser of what the list and the lexicon say."""
        known = self._weights.get(word.key)
        return word.weight if known is None or known > word.weight else known
