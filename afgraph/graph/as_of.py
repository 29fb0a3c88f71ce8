"""The graph as it was at one time."""

from collections.abc import Callable, Collection

from afgraph.dates import Date, Interval, Verdict
from afgraph.graph.columns import Columns
from afgraph.graph.search import shortest_path
from afgraph.graph.span import span_of
from afgraph.model import Claim


class AsOf:
    """A view of a claim store at some time of `on`: only edges that held then, surely or possibly.

    >>> from afgraph.graph import ClaimStore
    >>> from afgraph.packs import load_contents
    >>> view = ClaimStore(load_contents(["afghanistan"])).as_of("2021-08-24")
    >>> "per:amrullah-saleh" in view.neighbours("per:ahmad-massoud")
    True
    """

    def __init__(self, columns: Columns, claim: Callable[[int], Claim], on: Date | Interval | None) -> None:
        self.on = on
        self._columns = columns
        self._claim = claim
        self._asked = None if on is None else span_of(on)

    def neighbours(self, entity_id: str, relation: str | None = None) -> set[str]:
        """The entities that an edge joins to this one, of one relation or of any."""
        return self._columns.neighbours(entity_id, relation, self._asked, edges_only=True)

    def edges(self, entity_id: str, relation: str | None = None) -> list[tuple[Claim, Verdict]]:
        """The edges at an entity in the packs' order, with how surely each held."""
        found = self._columns.claims_of(entity_id, relation, self._asked, edges_only=True)
        return [(self._claim(each), self._columns.verdict(each, self._asked)) for each in found]

    def path(
        self, one: str, other: str, *, relations: Collection[str] | None = None
    ) -> list[tuple[Claim, Verdict]] | None:
        """The edges of a shortest path between two entities; `None` where there is none, `[]` from one to itself."""
        found = shortest_path(self._columns, one, other, asked=self._asked, relations=relations)
        if found is None:
            return None
        return [(self._claim(each), self._columns.verdict(each, self._asked)) for each in found]
