"""The graph as it was at one time."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from afgraph.dates import Date, Interval, Verdict
from afgraph.graph.span import span_of
from afgraph.model import Claim

if TYPE_CHECKING:
    from afgraph.graph.store import ClaimStore


class AsOf:
    """A view of a claim store at some time of `on`: only edges that held then, surely or possibly.

    >>> from afgraph.graph import ClaimStore
    >>> from afgraph.packs import load_contents
    >>> view = ClaimStore(load_contents(["afghanistan"])).as_of("2021-08-24")
    >>> "per:amrullah-saleh" in view.neighbours("per:ahmad-massoud")
    True
    """

    def __init__(self, store: "ClaimStore", on: Date | Interval | None) -> None:
        self.store = store
        self.on = on
        self._asked = None if on is None else span_of(on)

    def neighbours(self, entity_id: str, relation: str | None = None) -> set[str]:
        """The entities that an edge joins to this one, of one relation or of any."""
        return self.store.columns.neighbours(entity_id, relation, self._asked, edges_only=True)

    def edges(self, entity_id: str, relation: str | None = None) -> list[tuple[Claim, Verdict]]:
        """The edges at an entity in the packs' order, with how surely each held."""
        columns = self.store.columns
        found = columns.claims_of(entity_id, relation, self._asked, edges_only=True)
        return [(self.store.claim(each), columns.verdict(each, self._asked)) for each in found]

    def path(
        self, one: str, other: str, *, relations: Collection[str] | None = None
    ) -> list[tuple[Claim, Verdict]] | None:
        """The edges of a shortest path between two entities; `None` where there is none, `[]` from one to itself."""
        from afgraph.graph.search import shortest_path

        columns = self.store.columns
        found = shortest_path(columns, one, other, asked=self._asked, relations=relations)
        if found is None:
            return None
        return [(self.store.claim(each), columns.verdict(each, self._asked)) for each in found]
