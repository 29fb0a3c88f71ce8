"""A span with what it was found to mean, and what that says."""

from dataclasses import dataclass

from afgraph.linking.detection.spans import Span
from afgraph.linking.mention import How
from afgraph.linking.words.beside import is_generic, is_institution, is_role, is_title, shortens
from afgraph.matching import Match
from afgraph.matching.words.lexicon import common_word
from afgraph.resolver import Candidate, Resolution

_UNLIKE = 0.8  # cost of reading one word for another


@dataclass(frozen=True, slots=True)
class Found:
    """A span with what it was found to mean, by itself or with the rest of the text."""

    span: Span
    resolution: Resolution
    how: How


def explains(resolution: Resolution) -> bool:
    """Whether the best candidate's name has a place for every word that says something."""
    return explained_by(resolution.candidates[0])


def explained_by(candidate: Candidate) -> bool:
    """Whether a candidate's name has a place for every word of the span that says something."""
    match = candidate.hit.match
    if match is None:
        return True
    over = (match.names.left[place].key for place in match.names.alignment.left_over)
    return (
        all(is_title(key) or is_role(key) or (is_generic(key) and not _makes_another(key)) for key in over)
        and not _other_given(match)
        and not _for_a_title(match)
    )


def _other_given(match: Match) -> bool:
    """Whether two given names are paired that the lexicon knows for different ones: Rahima and Rahim."""
    for pair in match.names.alignment.pairs:
        left = {name.name for place in pair.left for name in match.names.left[place].names}
        right = {name.name for place in pair.right for name in match.names.right[place].names}
        if left and right and not any(one == other or _short_of(one, other) for one in left for other in right):
            return True
    return False


def _for_a_title(match: Match) -> bool:
    """Whether a word that is unlike a title is paired with one: Cem with Khan. It is then left over."""
    for pair in match.names.alignment.pairs:
        left = [match.names.left[place].key for place in pair.left]
        right = [match.names.right[place].key for place in pair.right]
        if pair.cost > _UNLIKE and all(map(is_title, right)) and not any(map(is_title, left)):
            return True
    return False


def _short_of(one: str, other: str) -> bool:
    return shortens(one, other) or shortens(other, one)


def lacks_its_head(candidate: Candidate) -> bool:
    """Whether a candidate's name has a word for what it is that the span lacks: the airport of a city, an attack."""
    match = candidate.hit.match
    if match is None:
        return False
    over = [match.names.right[place].key for place in match.names.alignment.right_over]
    if candidate.entity.schema == "Event":
        return any(common_word(key).kind not in ("numeral", "particle", "article") for key in over)
    return any(map(_makes_another, over))


def _makes_another(key: str) -> bool:
    """Whether a word beside a name makes the name of something else of it: a university of a city."""
    return any(is_institution(key, side) for side in ("before", "after"))


def is_person(resolution: Resolution) -> bool:
    """Whether the best candidate is a person, or of no known kind."""
    schemas = {each.entity.schema for each in resolution.candidates[:1]}
    return bool(schemas & {"Person", "person", ""})


def is_place(resolution: Resolution) -> bool:
    """Whether a place is meant."""
    return resolution.entity is not None and resolution.entity.id.startswith("plc:")
