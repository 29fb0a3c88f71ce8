"""How much a word of a listed name says: by how many of the listed names have it."""

import math
from array import array
from collections.abc import Sequence

from afgraph.matching.words.tokens import Token
from afgraph.matching.words.vocabulary import Vocabulary
from afgraph.recent import Recent

_FEWEST = 50  # names; in a shorter list nothing can be said
_LEAST = 0.35
_KEPT = 20_000  # words whose weight is remembered
UNKNOWN = math.inf  # weight of a word that too few names have


class Weights:
    """The weights of the words of a vocabulary; a word that is not in it weighs what the lexicon says.

    `listed` is for each word of the vocabulary what the list alone says, made by `listed_weights`.
    """

    def __init__(self, vocabulary: Vocabulary, listed: Sequence[float]) -> None:
        self._vocabulary, self._listed = vocabulary, listed
        self._known = Recent[Token, float](_KEPT)

    def of(self, word: Token) -> float:
        """The weight of a word: the lesser of what the list and the lexicon say."""
        known = self._known.get(word)
        if known is None:
            known = min(word.weight, self._of_key(word))
            self._known.put(word, known)
        return known

    def _of_key(self, word: Token) -> float:
        if word.number >= 0:
            return self._listed[word.number]
        numbers = self._vocabulary.written(word)
        return self._listed[numbers[0]] if numbers else UNKNOWN


def listed_weights(words: Sequence[Token], starts: Sequence[int], named: Sequence[int]) -> "array[float]":
    """For each word what a list of names says of it by how many of them have one with its key.

    `starts` and `named` are the numbers of each name's words, one name behind the other.
    """
    keys: dict[str, int] = {}
    of_word = array("I", [keys.setdefault(word.key, len(keys)) for word in words])
    count = len(starts) - 1
    if count < _FEWEST:
        return array("d", [UNKNOWN]) * len(of_word)
    times = array("I", bytes(4 * len(keys)))
    for at in range(count):
        for key in {of_word[number] for number in named[starts[at] : starts[at + 1]]}:
            times[key] += 1
    rarest = math.log(count / 2)
    weights = [max(_LEAST, math.log(count / each) / rarest) if each > 2 else UNKNOWN for each in times]
    return array("d", [weights[key] for key in of_word])
