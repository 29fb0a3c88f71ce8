"""Answers drawn in the shape that suits them: sides, blocs, a timeline, a path."""

from afgraph.markup import Html
from afgraph.query import Answers
from afgraph.query.drawn import sketch


def draw(answers: Answers, *, title: str = "") -> Html:
    """An SVG drawing of some answers in their own shape, the one that the notebook shows below their table.

    >>> import afgraph as af
    >>> draw(af.load().blocs(on="1994-01-15")).startswith("<svg")
    True
    """
    blocs = answers.blocs if answers.shape == "blocs" else None
    return sketch(list(answers), answers.shape, blocs, title=title or answers.question)
