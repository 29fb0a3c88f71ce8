"""Names whose words are written as one, compared."""

from array import array
from collections.abc import Mapping, Sequence
from functools import partial

from afgraph.matching.scoring.compare import Match, compare_words
from afgraph.matching.scoring.factors import listed_factors
from afgraph.matching.scoring.features import Paired
from afgraph.matching.scoring.score import NOTHING, Scorer
from afgraph.matching.words.cost import tables
from afgraph.matching.words.likes import Likes
from afgraph.matching.words.tokens import Token, heard


def whole_odds(one: Token, others: Sequence[Token]) -> list[float]:
    """The log-odds that a name means each of some listed ones; `NOTHING` where nothing is alike.

    The plain reference is `afgraph.matching.scoring.compare.compare_words`.
    """
    factors = listed_factors()
    if factors is None:
        matches = [compare_words((one,), (other,)) for other in others]
        return [NOTHING if match is None else match.log_odds_listed for match in matches]
    starts, weights = array("I", range(len(others) + 1)), array("d", [each.weight for each in others])
    sounds = heard(*(each.ways for each in others))
    scorer = Scorer(others, starts, starts, weights, factors, sounds, tables(), 1)
    return scorer.scores([scorer.links(one, one.weight, Likes(0))], range(len(others)), None)


def whole_match(one: Token, others: Mapping[int, Token], at: int) -> Match:
    """How a name compares with one of others that are like it, by its place; worked out when asked for."""
    return Match(partial(_compared, one, others[at]))


def _compared(one: Token, other: Token) -> tuple[Paired, dict[str, float]]:
    match = compare_words((one,), (other,))
    assert match is not None
    return match.names, match.values
