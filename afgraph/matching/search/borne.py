"""Which words of a query stand in other names of the one who bears a listed name."""

from collections.abc import Callable, Sequence

from afgraph.matching.words.tokens import Token
from afgraph.matching.words.vocabulary import Vocabulary

_SAME = 0.3  # relative cost up to which a word is a spelling of another

Beside = Callable[[int], Sequence[int]]


class Borne:
    """The places of a query's words that a bearer has in any of his names, by the place of one of them.

    `beside` gives the places of all names of the one who bears the name at a place. The names of each bearer are looked
    through once.
    """

    def __init__(self, vocabulary: Vocabulary, query: Sequence[Token], beside: Beside) -> None:
        self._vocabulary, self._query, self._beside = vocabulary, query, beside
        self._spelled: dict[int, list[int]] | None = None
        self._found: dict[int, frozenset[int]] = {}

    def __call__(self, at: int) -> frozenset[int]:
        """The places for the bearer of one name; none where he has no other."""
        others = self._beside(at)
        if len(others) < 2:
            return frozenset()
        found = self._found.get(others[0])
        if found is None:
            found = self._found[others[0]] = self._among(others)
        return found

    def _among(self, others: Sequence[int]) -> frozenset[int]:
        if self._spelled is None:
            self._spelled = self._spellings()
        starts, named = self._vocabulary.columns
        spelled = self._spelled
        found: set[int] = set()
        for at in others:
            for number in named[starts[at] : starts[at + 1]]:
                if number in spelled:
                    found.update(spelled[number])
        return frozenset(found)

    def _spellings(self) -> dict[int, list[int]]:
        """The places of the query's words by the listed words that they are spellings of."""
        found: dict[int, list[int]] = {}
        for place, word in enumerate(self._query):
            like = self._vocabulary.like(word)
            for rank in range(len(like)):
                number, cost = like[rank]
                if cost > _SAME:
                    break
                found.setdefault(number, []).append(place)
        return found
