"""The graph as of one date: every question asked for that date."""

from functools import partial
from inspect import signature
from typing import Any

from afgraph.knowledge_graph.base import Base, When


class AsOf:
    """The same questions as the graph's, each for one date or range, unless it names another.

    >>> import afgraph as af
    >>> then = af.load().as_of("1994-01-15")
    >>> then.allies("Dostum").question
    'Allies of Abdul Rashid Dostum on 1994-01-15'
    """

    def __init__(self, graph: Base, on: When) -> None:
        self.graph = graph
        self.on = on

    def __repr__(self) -> str:
        return f"{self.graph!r} as of {self.on}"

    def __getattr__(self, name: str) -> Any:
        value = getattr(self.graph, name)
        if name.startswith("_") or not callable(value):
            return value
        taken = signature(value).parameters
        given = next((each for each in ("on", "date") if each in taken), None)
        return value if given is None else partial(value, **{given: self.on})

    def __getitem__(self, what: str) -> Any:
        return self.graph.entity(what, date=self.on)

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *dir(self.graph)})
