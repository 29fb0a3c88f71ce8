"""The listed names that a query may be a spelling of: those whose words are like its words, the likeliest first."""

from collections.abc import Iterable, Sequence
from heapq import nlargest
from itertools import pairwise
from operator import itemgetter

from afgraph.matching.compare import Match, compare_words
from afgraph.matching.tokens import Token, token
from afgraph.matching.vocabulary import Like, Vocabulary
from afgraph.matching.weights import Weights
from afgraph.matching.words import UNLIKE

_RERANKED = 30
_NEAR = 0.4  # share of the best score below which a candidate is not compared
_ENOUGH = 300  # names found by rarer words, beyond which common words only add to what is there
_MOST = 2000  # names kept while the further words of a query are looked up
_SAME = 0.3  # relative cost up to which a word is a spelling of another
_MISSED = 0.25  # what each word of a listed name costs that the query lacks


class Candidates:
    """Listed names by the words they are made of.

    A query's words are looked up one by one, the rarest first; each listed name gains by the words it shares and
    loses by those that the query lacks.
    """

    def __init__(self, names: Sequence[Sequence[Token]]) -> None:
        self.vocabulary = Vocabulary(names)
        self.weights = Weights(self.vocabulary)
        self._postings: list[list[int]] = [[] for _ in self.vocabulary.words]
        for at, numbers in enumerate(self.vocabulary.names):
            for number in set(numbers):
                self._postings[number].append(at)
        weights = [self.weights.of(word) for word in self.vocabulary.words]
        self._totals = [sum(weights[number] for number in numbers) for numbers in self.vocabulary.names]

    def of(self, query: Sequence[Token]) -> list[int]:
        """The places of the listed names to compare, best first."""
        gains = sorted(self._gains(query), key=self._size)
        scores: dict[int, float] = {}
        for gain in gains:
            if len(scores) > _MOST:
                scores = dict(nlargest(_MOST // 2, scores.items(), key=itemgetter(1)))
            self._add(gain, scores)
        totals = self._totals
        best = nlargest(_RERANKED, ((score - _MISSED * totals[at], -at) for at, score in scores.items()))
        return [-at for score, at in best if scores[-at] >= _NEAR * scores[-best[0][1]]]

    def compared(self, query: Sequence[Token], at: int, others: Iterable[int] = ()) -> Match | None:
        """A query compared with one listed name; words that a quick look parts are not alike.

        `others` are the places of the further names of the one who bears it.
        """
        known = self._known(query, others)
        return compare_words(query, self.vocabulary.name(at), self.weights.of, self.vocabulary.cost, known)

    def _known(self, query: Sequence[Token], others: Iterable[int]) -> frozenset[int]:
        """The places of a query's words that some of other names have."""
        numbers = {number for at in others for number in self.vocabulary.names[at]}
        return frozenset(
            place
            for place, word in enumerate(query)
            if numbers and any(number in numbers and cost <= _SAME for number, cost in self.vocabulary.like(word))
        )

    def _gains(self, query: Sequence[Token]) -> list[dict[int, float]]:
        """For each word, and for neighbours written as one or one written as two, what each listed word is worth."""
        found = [self._gain(word, self.vocabulary.like(word)) for word in query]
        for one, other in pairwise(query):
            if not one.initial and not other.initial:
                joined = token(one.word + other.word)
                found.append(self._gain(joined, self.vocabulary.same(joined)))
        for word in query:
            found += [self._gain(half, self.vocabulary.like(half)) for half in self.vocabulary.halves(word)]
        return [gain for gain in found if gain]

    def _gain(self, word: Token, like: Like) -> dict[int, float]:
        words, of = self.vocabulary.words, self.weights.of
        return {number: min(of(words[number]), word.weight) * (1 - cost / UNLIKE) for number, cost in like}

    def _size(self, gain: dict[int, float]) -> int:
        return sum(len(self._postings[number]) for number in gain)

    def _add(self, gain: dict[int, float], scores: dict[int, float]) -> None:
        """Add to each name the best that one of its words is worth."""
        best: dict[int, float] = {}
        if len(scores) > _ENOUGH and self._size(gain) > len(scores):
            for at in scores:
                worth = max((gain.get(number, 0.0) for number in self.vocabulary.names[at]), default=0.0)
                if worth:
                    best[at] = worth
        else:
            for number, worth in sorted(gain.items(), key=lambda each: -each[1]):
                for at in self._postings[number]:
                    best.setdefault(at, worth)
        for at, worth in best.items():
            scores[at] = scores.get(at, 0.0) + worth
