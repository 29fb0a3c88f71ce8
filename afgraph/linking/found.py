"""A span with what it was found to mean, and what that says."""

from dataclasses import dataclass

from afgraph.linking.beside import is_generic, is_role, is_title
from afgraph.linking.mention import How
from afgraph.linking.spans import Span
from afgraph.resolver import Candidate, Resolution


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
    return all(is_title(key) or is_role(key) or is_generic(key) for key in over)


def is_person(resolution: Resolution) -> bool:
    """Whether the best candidate is a person, or of no known kind."""
    schemas = {each.entity.schema for each in resolution.candidates[:1]}
    return bool(schemas & {"Person", "person", ""})


def is_place(resolution: Resolution) -> bool:
    """Whether a place is meant."""
    return resolution.entity is not None and resolution.entity.id.startswith("plc:")
