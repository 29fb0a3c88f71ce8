"""Names that are parts of names: of universities, streets and schools."""

import pytest

import afgraph as af
from afgraph.linking.detection.institutions import named_for, names_institution
from afgraph.linking.detection.spans import SpanFinder


@pytest.mark.parametrize(
    ("lang", "text", "name", "institution"),
    [
        ("eng", "at Kabul University", "Kabul", True),
        ("eng", "a Kabul university", "Kabul", False),
        ("fra", "la rue Massoud", "Massoud", True),
        ("tur", "Kabil üniversitesinde", "Kabil", True),
        ("rus", "на улице Масуда", "Масуда", True),
        ("eng", "Kabul, University", "Kabul", False),
    ],
)
def test_a_word_beside_a_name_makes_the_name_of_something_else(
    kg: af.KnowledgeGraph,
    lang: str,
    text: str,
    name: str,
    institution: bool,  # noqa: FBT001 - a case of the table
) -> None:
    finder = SpanFinder(text, kg.resolver.index, lang)
    at = next(at for at, word in enumerate(finder.words) if text[word.start : word.end] == name)
    assert names_institution(finder, at, at + 1) == institution


@pytest.mark.parametrize(
    ("lang", "text", "named"),
    [
        ("fra", "la rue du Général Massoud", True),
        ("fra", "la rue Massoud", True),
        ("fra", "la rue où habite Massoud", False),
        ("fra", "dans la rue, Massoud", False),
        ("fra", "le Général Massoud", False),
    ],
)
def test_a_street_is_named_for_whom_it_stands_before_whatever_titles_he_has(
    kg: af.KnowledgeGraph,
    lang: str,
    text: str,
    named: bool,  # noqa: FBT001 - a case of the table
) -> None:
    finder = SpanFinder(text, kg.resolver.index, lang)
    assert named_for(finder, len(finder.words) - 1) == named
