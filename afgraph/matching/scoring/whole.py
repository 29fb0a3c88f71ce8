"""Names whose words are written as one, compared."""

from array import array
from collections.abc import Mapping, Sequence
from functools import lru_cache, partial
from threading import Lock

from afgraph.matching.scoring.compare import Match, compare_words
from afgraph.matching.scoring.factors import listed_factors
from afgraph.matching.scoring.features import Paired
from afgraph.matching.scoring.score import NOTHING, Scorer
from afgraph.matching.words.cost import tables
from afgraph.matching.words.distance import LONGEST, Tables
from afgraph.matching.words.likes import Likes
from afgraph.matching.words.readings import ReadingRoom, Readings
from afgraph.matching.words.tokens import Token, heard, joined, token

_NAMES = 128  # that are scored before the table is begun anew
_WORDS = 6  # of a name, as room for its readings goes


def whole_odds(one: Token, others: Sequence[Token]) -> list[float]:
    """The log-odds that a name means each of some listed ones; `NOTHING` where nothing is alike.

    The plain reference is `afgraph.matching.scoring.compare.compare_words`.
    """
    factors = listed_factors()
    if factors is None:
        matches = [compare_words((one,), (other,)) for other in others]
        return [NOTHING if match is None else match.log_odds_listed for match in matches]
    return _table(tuple(factors), tables()).odds(one, others)


class _Table:
    """Listed names as one word, taken one behind the other, so that what scores them is made once for many."""

    def __init__(self, factors: Sequence[float], costs: Tables) -> None:
        self._factors, self._costs, self._lock = factors, costs, Lock()
        self._clear()

    def _clear(self) -> None:
        self._count = 0
        self._names = [token("nobody")] * _NAMES  # until there are some
        self._weights, self._room = array("d", bytes(8 * _NAMES)), ReadingRoom(_NAMES * _WORDS)
        self._scorer = self._scores(self._names, self._weights, self._room.readings)

    def _scores(self, names: Sequence[Token], weights: "array[float]", sounds: Readings) -> Scorer:
        at = array("I", range(len(names) + 1))
        return Scorer(names, at, at, weights, self._factors, sounds, self._costs, 1)

    def odds(self, one: Token, others: Sequence[Token]) -> list[float]:
        """The log-odds that a name means each of some."""
        if len(others) > _NAMES or any(len(codes) > LONGEST for other in others for codes, _, _ in other.ways):
            weights = array("d", [each.weight for each in others])
            scorer = self._scores(others, weights, heard(*(each.ways for each in others)))
            return _odds(scorer, one, range(len(others)))
        with self._lock:
            if self._count + len(others) > _NAMES:
                self._clear()
            return _odds(self._scorer, one, [self._taken(each) for each in others])

    def _taken(self, name: Token) -> int:
        """The place of a name, taken now."""
        at = self._room.add(name.ways)
        self._names[at], self._weights[at] = name, name.weight
        self._count += 1
        return at


_table = lru_cache(maxsize=2)(_Table)


def _odds(scorer: Scorer, one: Token, places: Sequence[int]) -> list[float]:
    return scorer.scores([scorer.links(one, one.weight, Likes(0))], places, None)


def whole_match(name: str, others: Mapping[int, str], at: int) -> Match:
    """How a name compares with one of others that are like it, by its place; worked out when asked for."""
    return Match(partial(_compared, name, others[at]))


def _compared(one: str, other: str) -> tuple[Paired, dict[str, float]]:
    match = compare_words((joined(one),), (joined(other),))
    assert match is not None
    return match.names, match.values
