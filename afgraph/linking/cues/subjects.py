"""Which name before a verb is its subject."""

from collections.abc import Callable, Collection

from afgraph.linking.cues.grammar import Grammar
from afgraph.linking.cues.sentences import Sentence
from afgraph.linking.mention import Mention

Fits = Callable[[Mention], bool]

_AUXILIARIES = 3  # words between a subject and its verb that still leave them side by side
_GOVERNED_FROM = 4  # words before a name in which a preposition governs it


def subject_before(sentence: Sentence, at: int, fits: Fits, small: Grammar, objects: Collection[int]) -> int | None:
    """The number of the name that is the subject of what begins at a token; `None` where no name before it fits.

    The nearest one that nothing else governs: no preposition, no verb before, no other clause. Where all are governed,
    the nearest.
    """
    nearest = None
    for number in range(at - 1, -1, -1):
        mention = sentence.tokens[number].mention
        if mention is None or not fits(mention) or _opposed(sentence, number):
            continue
        nearest = number if nearest is None else nearest
        governed = _governed(sentence, number, small)
        free = governed is None or (governed == "subordinator" and _side_by_side(sentence, number, at))
        if free and number not in objects:
            return number
    return nearest


def _opposed(sentence: Sentence, number: int) -> bool:
    """Whether a name is part of a compound: "anti-Taliban"."""
    return number > 0 and sentence.tokens[number - 1].key == "-"


def _side_by_side(sentence: Sentence, number: int, at: int) -> bool:
    between = sentence.tokens[number + 1 : at]
    return len(between) <= _AUXILIARIES and all(token.key.isalpha() for token in between)


def _governed(sentence: Sentence, number: int, small: Grammar) -> str | None:
    """What governs a name: a `preposition` or a `subordinator` before it, as before the name that it is joined to."""
    tokens = sentence.tokens
    for step in range(1, _GOVERNED_FROM + 1):
        if number - step < 0:
            return None
        token = tokens[number - step]
        if token.key in small.of("conjunction") and number - step > 0 and tokens[number - step - 1].mention is not None:
            return _governed(sentence, number - step - 1, small)
        for role in ("preposition", "subordinator"):
            if token.key in small.of(role):
                return role
        if token.mention is not None or not token.key.isalpha() or token.key in small.of("pronoun"):
            return None
    return None


def goes_on(sentence: Sentence, after: int, at: int, small: Grammar) -> bool:
    """Whether a conjunction goes on from what ended with one token to what begins at another: "met X and fled".

    Between the conjunction and the second stands no name; what follows then has the subject of what went before.
    """
    between = sentence.tokens[after + 1 : at]
    since = next((step for step, token in enumerate(reversed(between)) if token.mention is not None), len(between))
    return any(token.key in small.of("conjunction") for token in between[len(between) - since :])
