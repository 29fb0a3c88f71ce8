"""Whether a name is only a part of the name of something else: of a university, an airport, a street."""

from afgraph.linking.detection.spans import SpanFinder
from afgraph.linking.words.beside import is_institution, is_of, is_role, is_title

_MOST_TITLES = 4  # words between a street and whom it is named for


def names_institution(finder: SpanFinder, first: int, last: int) -> bool:
    """Whether a word right beside some words makes the name of something else of them."""
    return _is_institution(finder, first - 1, first - 1, "before") or _is_institution(finder, last, last - 1, "after")


def named_for(finder: SpanFinder, first: int) -> bool:
    """Whether a street or a school is named for somebody before whose name it stands: "rue du Général Massoud"."""
    at = first - 1
    while at >= max(0, first - _MOST_TITLES) and finder.joins(at):
        if _is_institution(finder, at, at, "before"):
            return True
        key = finder.words[at].key
        if not (is_title(key) or is_role(key) or is_of(key)):
            return False
        at -= 1
    return False


def _is_institution(finder: SpanFinder, at: int, joint: int, side: str) -> bool:
    if not finder.joins(joint):
        return False
    keys = [form.key for form in finder.forms(finder.words[at])]
    capital = finder.is_capital(at)
    return any(is_institution(key, side) and (capital or is_institution(key, side, small=True)) for key in keys)
