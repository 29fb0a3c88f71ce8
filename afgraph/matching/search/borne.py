"""Which words of a query stand in other names of the one who bears a listed name."""

from collections.abc import Sequence

from afgraph.matching.words.cost import spells
from afgraph.matching.words.tokens import Token
from afgraph.matching.words.vocabulary import Vocabulary


def borne(vocabulary: Vocabulary, query: Sequence[Token], others: Sequence[int]) -> frozenset[int]:
    """The places of a query's words that one has in any of his names, which stand at some places.

    None where he has but one: what is said of that one name says it all.
    """
    if len(others) < 2:
        return frozenset()
    words = {number: vocabulary.words[number] for at in others for number in vocabulary.numbers(at)}
    return frozenset(place for place, word in enumerate(query) if any(spells(word, each) for each in words.values()))
