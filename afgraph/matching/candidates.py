"""The listed names that a query may be a spelling of: those whose words are like its words, the likeliest first."""

from array import array
from collections.abc import Sequence
from itertools import pairwise

from afgraph.matching.compare import Match, compare_words
from afgraph.matching.postings import Group, Postings
from afgraph.matching.tokens import Token, token
from afgraph.matching.vocabulary import Like, Vocabulary
from afgraph.matching.weights import Weights
from afgraph.matching.words import UNLIKE

_RERANKED = 20
_NEAR = 0.4  # share of the best score below which a candidate is not compared
_MISSED = 0.25  # what each word of a listed name costs that the query lacks


class Candidates:
    """Listed names by the words they are made of.

    Each listed name gains by the words that it shares with a query, and loses by those that the query lacks.
    """

    def __init__(self, names: Sequence[Sequence[Token]]) -> None:
        self.vocabulary = Vocabulary(names)
        self.weights = Weights(self.vocabulary)
        rows: list[list[int]] = [[] for _ in self.vocabulary.words]
        self._weights = [self.weights.of(word) for word in self.vocabulary.words]
        self._totals = array("d")
        for at in range(len(self.vocabulary)):
            numbers = self.vocabulary.numbers(at)
            self._totals.append(sum([self._weights[number] for number in numbers]))
            for number in set(numbers):
                rows[number].append(at)
        self._postings = Postings(rows, self._totals)

    def of(self, query: Sequence[Token]) -> list[int]:
        """The places of the listed names to compare, best first."""
        best = self._postings.best(self._gains(query), _RERANKED, _MISSED, 0.0)
        gained = [(score + _MISSED * self._totals[at], at) for score, at in best]
        return [at for gain, at in gained if gain >= _NEAR * gained[0][0]]

    def compared(self, query: Sequence[Token], at: int) -> Match | None:
        """A query compared with one listed name; words that a quick look parts are not alike."""
        return compare_words(query, self.vocabulary.name(at), self.weights.of, self.vocabulary.cost)

    def _gains(self, query: Sequence[Token]) -> list[Group]:
        """For each word, and for neighbours written as one or one written as two, what each listed word is worth."""
        vocabulary = self.vocabulary
        found = [self._gain(word, vocabulary.like(word)) for word in query]
        for one, other in pairwise(query):
            if not one.initial and not other.initial and vocabulary.may_join(one, other):
                joined = token(one.word + other.word)
                found.append(self._gain(joined, vocabulary.same(joined)))
        for word in query:
            found += [self._gain(half, vocabulary.like(half)) for half in vocabulary.halves(word)]
        return [gain for gain in found if gain]

    def _gain(self, word: Token, like: Like) -> Group:
        """What each like word is worth, the most first."""
        weights, weight = self._weights, word.weight
        return sorted([(min(weights[number], weight) * (1 - cost / UNLIKE), number) for number, cost in like], reverse=True)
