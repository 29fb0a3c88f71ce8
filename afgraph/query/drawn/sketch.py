"""The drawing that suits some answers."""

from collections.abc import Sequence
from typing import Literal

from afgraph.markup import Html
from afgraph.model import Entity
from afgraph.query.answer import Answer
from afgraph.query.drawn.blocs import draw_blocs
from afgraph.query.drawn.chain import draw_chain
from afgraph.query.drawn.sides import draw_sides
from afgraph.query.drawn.times import draw_times

Shape = Literal["graph", "timeline", "path", "blocs"]


def sketch(
    answers: Sequence[Answer], shape: Shape, blocs: Sequence[Sequence[Entity]] | None, *, title: str = ""
) -> Html:
    """A small drawing of some answers: who joins whom, when, by which steps, or in which blocs.

    >>> sketch([], "graph", None).startswith("<svg")
    True
    """
    if shape == "blocs" and blocs is not None:
        return draw_blocs(answers, blocs, title=title)
    if shape == "timeline":
        return draw_times(answers, title=title)
    return draw_chain(answers, title=title) if shape == "path" else draw_sides(answers, title=title)
