# cython: annotation_typing=False
"""The listed names that a query may be a spelling of: those whose words are like its words, the likeliest first.

This module may be compiled, as it is.
"""

from array import array
from collections.abc import Iterable, Sequence
from functools import cached_property, partial
from itertools import pairwise
from typing import Literal, NamedTuple

from afgraph.matching.arrays.postings import Group, inverted
from afgraph.matching.scoring.compare import Match, compare_words
from afgraph.matching.scoring.factors import listed_factors
from afgraph.matching.scoring.features import Paired
from afgraph.matching.scoring.profile import Links
from afgraph.matching.scoring.score import Beside, Likely, Scorer
from afgraph.matching.search.borne import borne
from afgraph.matching.search.leading import Leading
from afgraph.matching.search.ready import Ready
from afgraph.matching.words.cost import UNLIKE, slip_cost, tables
from afgraph.matching.words.tokens import Spelled, Token, read_again, token
from afgraph.matching.words.vocabulary import Vocabulary, vocabulary_sections
from afgraph.matching.words.weights import Weights, listed_weights
from afgraph.recent import Recent
from afgraph.sections import Sections

_RERANKED = 24
_NEAR = 0.4  # share of the best score below which a candidate is not compared
_LIKELY = Likely(
    first=3,  # candidates that may be further behind: two of their words may be taken for one
    hopeless=6.0,  # log-odds by which they may be
    behind=4.5,  # log-odds behind the best guess from which an unlikely candidate is not compared
    unlikely=-1.0,  # log-odds
    most=14,  # names that are scored at most
)
_KEPT = 8_000  # words of queries whose costs are remembered
_RESPACED = 3  # ways to place blanks
_SURE = 0.3  # relative cost of a word that is not cut
_TWO_WORDS = 9  # letters of what may be two words more
_MISSED = 0.25  # what each word of a listed name costs that the query lacks

Reach = Literal["near", "slips", "far"]  # by sound; or by its letters but for slips; or by letters that words share


class Asked(NamedTuple):
    """What is known of a word of a query: the listed words that it is like, and what these are worth."""

    links: Links
    gains: Group


class Candidates:
    """Listed names by the words they are made of.

    Each listed name gains by the words that it shares with a query, and loses by those that the query lacks.
    """

    def __init__(self, sections: Sections) -> None:
        self.sections = sections
        self.vocabulary = Vocabulary(sections)
        self.weights = Weights(self.vocabulary, sections["listed"])
        self._weights = sections["weights"]
        self._postings = Leading(sections["posting.starts"], sections["posting.members"], sections["totals"])
        self._words = Recent[tuple[Token, bool], Asked](_KEPT)
        self._ready = Ready(self.vocabulary.blanks, sections["listed"])

    @cached_property
    def _scorer(self) -> Scorer | None:
        """What scores many names at once, `None` where it does not know a feature."""
        factors = listed_factors()
        if factors is None:
            return None
        vocabulary = self.vocabulary
        listed = vocabulary.words, *vocabulary.columns, self._weights
        return Scorer(*listed, factors, vocabulary.heard, tables(), self.sections.about["widest"])

    @classmethod
    def among(cls, names: Iterable[Sequence[Token]]) -> "Candidates":
        """The candidates among some names."""
        return cls(candidate_sections(names)[0])

    def __reduce__(self) -> tuple[object, ...]:
        return Candidates, (self.sections,)

    def of(self, query: Sequence[Token], *, far: bool = False) -> list[int]:
        """The places of the listed names to compare, best first; `far` looks further for what a word may be."""
        return self._places(query, [self._asked(word, far=far).gains for word in query])

    def _places(self, query: Sequence[Token], gains: Sequence[Group]) -> list[int]:
        groups = [gain for gain in (*gains, *self._joined_gains(query)) if gain]
        return self._postings.near_best(groups, _RERANKED, _MISSED, _NEAR)

    def scored(self, query: Sequence[Token], beside: Beside | None, *, far: bool = False) -> list[tuple[float, int]]:
        """The log-odds of the listed names that a query may mean, with their places, best first.

        `beside` gives the places of all names of the one who bears the name at a place; it is left out where each
        bears but one. `far` is as for `of`.
        """
        asked = [self._asked(word, far=far) for word in query]
        places = self._places(query, [each.gains for each in asked])
        if self._scorer is None:
            return self._compared(query, places, beside, reach="far" if far else "near")
        return self._scorer.best([each.links for each in asked], places, beside, _LIKELY)

    def slipped(self, query: Sequence[Token], places: Sequence[int], beside: Beside | None) -> list[tuple[float, int]]:
        """As `scored`, for the names at some places; words with slips of the pen are taken for the right ones."""
        if self._scorer is None:
            return self._compared(query, places, beside, reach="slips")
        return self._scorer.best(self._ready.links(query), places, beside, None, True)  # noqa: FBT003

    def _compared(
        self, query: Sequence[Token], places: Iterable[int], beside: Beside | None, *, reach: Reach = "near"
    ) -> list[tuple[float, int]]:
        """`scored`, name by name: the plain reference."""
        matches = ((self.compared(query, at, beside(at) if beside else (), reach=reach), at) for at in places)
        found = [(match.log_odds_listed, at) for match, at in matches if match is not None]
        return sorted(found, key=lambda each: -each[0])

    def _asked(self, word: Token, *, far: bool) -> Asked:
        found = self._words.get((word, far))
        if found is None:
            like = self.vocabulary.like(word, far=far)
            near = self._words.get((word, False))
            if near is not None and like is self.vocabulary.like(word):
                found = near
            else:
                links = self._ready.linked(word)
                if self._scorer is not None:
                    links = self._scorer.further(links, like)
                found = Asked(links, like.worth(self._weights, word.weight, UNLIKE))
            self._words.put((word, far), found)
        return found

    def match(self, query: Spelled, beside: Beside | None, reach: Reach, at: int) -> Match:
        """How a query and one of the names that were scored compare; worked out when asked for."""
        return Match(partial(self._match, query, beside, reach, at))

    def _match(self, query: Spelled, beside: Beside | None, reach: Reach, at: int) -> tuple[Paired, dict[str, float]]:
        match = self.compared(read_again(query), at, beside(at) if beside else (), reach=reach)
        assert match is not None
        return match.names, match.values

    def compared(
        self, query: Sequence[Token], at: int, others: Sequence[int] = (), *, reach: Reach = "near"
    ) -> Match | None:
        """A query compared with one listed name; beyond `near`, words with wrong letters are taken for the right ones.

        `others` are the places of the further names of the one who bears it.
        """
        vocabulary = self.vocabulary
        cost = {"near": vocabulary.cost, "slips": slip_cost, "far": vocabulary.far_cost}[reach]
        known = borne(vocabulary, query, others)
        return compare_words(query, vocabulary.name(at), self.weights.of, cost, known)

    def written(self, query: Sequence[Token]) -> list[int]:
        """The listed words that are written as one of the query's, the rarest first."""
        return self._postings.rarest([number for links in self._ready.links(query) for number in links.written])

    def lettered(self, query: Sequence[Token]) -> list[int]:
        """The listed words that are written as one of the query's but for few letters; the rarest first."""
        return self._postings.rarest([number for word in query for number in self.vocabulary.lettered(word)])

    def respaced(self, query: Sequence[Token]) -> list[tuple[Token, ...]]:
        """The query with its blanks elsewhere, so that one word more is listed: the likeliest ways, best first.

        A word that is much like a listed one is left whole.
        """
        found: list[tuple[int, tuple[Token, ...]]] = []
        unsure = [self.vocabulary.like(word).least() >= _SURE for word in query]
        for at, word in enumerate(query):
            if unsure[at]:
                found += self._cut(query[:at], word.word, query[at + 1 :], 0)
            if any(unsure[at : at + 2]) and at + 1 < len(query):
                letters = word.word + query[at + 1].word
                found += self._cut(query[:at], letters, query[at + 2 :], len(word.word))
        found.sort(key=lambda each: -each[0])
        return [words for _, words in found[:_RESPACED]]

    def _cut(
        self, before: Sequence[Token], letters: str, behind: Sequence[Token], whole: int
    ) -> list[tuple[int, tuple[Token, ...]]]:
        found = []
        for length, left, right in self.vocabulary.blanks.cut(letters, whole)[:_RESPACED]:
            rest = self.vocabulary.blanks.cut(right)[:1] if len(right) >= _TWO_WORDS else []
            parts = (left, *(rest[0][1:] if rest else (right,)))
            found.append((length, (*before, *map(token, parts), *behind)))
        return found

    def _joined_gains(self, query: Sequence[Token]) -> list[Group]:
        """For neighbours written as one, what each listed word is worth."""
        vocabulary = self.vocabulary
        found = []
        for one, other in pairwise(query):
            if not one.initial and not other.initial and vocabulary.blanks.may_join(one, other):
                joined = token(one.word + other.word)
                found.append(vocabulary.same(joined).worth(self._weights, joined.weight, UNLIKE))
        return found


def candidate_sections(names: Iterable[Sequence[Token]]) -> tuple[Sections, list[Token]]:
    """Some names' words, and by word the names that have it; the words by number besides."""
    parts, about, words = vocabulary_sections(names)
    starts, named = parts["name.starts"], parts["name.words"]
    parts["listed"] = listed_weights(words, starts, named)
    own = [min(word.weight, listed) for word, listed in zip(words, parts["listed"], strict=True)]
    parts["weights"] = array("d", own)
    ranges = pairwise(starts)
    parts["totals"] = array("d", [sum([own[number] for number in named[start:end]]) for start, end in ranges])
    lightest = sorted(range(len(starts) - 1), key=parts["totals"].__getitem__)
    found = inverted(starts, named, len(words), array("I", lightest))
    parts["posting.starts"], parts["posting.members"] = found
    return Sections(parts, about), words
