"""Names read: one spelling, many, or all in a text."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, TypedDict

from afgraph.dates import Date
from afgraph.graph import ClaimStore
from afgraph.interop import to_networkx
from afgraph.knowledge_graph.base import Base, When, Who, as_context, moment
from afgraph.linking import LinkedText, link
from afgraph.resolver import Resolution

if TYPE_CHECKING:
    import networkx


class _Context(TypedDict):
    date: Date | None
    place: str | None
    near: list[str]


class Names(Base):
    """Whom spellings mean, alone or in a text."""

    def resolve(
        self,
        text: str,
        *,
        date: When = None,
        place: Who | None = None,
        near: Who | Iterable[Who] = (),
        lang: str | None = None,
        schema: str | None = None,
        limit: int = 5,
    ) -> Resolution:
        """Who a spelling means: a match, several candidates, or nobody listed.

        `place` and `near` (who else is named beside it) are ids, entities or spellings.

        >>> import afgraph as af
        >>> af.load().resolve("Northern Alliance", date="2000").id
        'org:united-front'
        """
        return self.resolver.resolve(
            text,
            lang=lang,
            schema=schema,
            limit=limit,
            **self._context(date, place, near),
        )

    def resolve_many(
        self,
        texts: Sequence[str],
        *,
        workers: int = 1,
        progress: bool = False,
        date: When = None,
        place: Who | None = None,
        near: Who | Iterable[Who] = (),
        lang: str | None = None,
        schema: str | None = None,
        limit: int = 5,
    ) -> list[Resolution]:
        """The resolutions of many spellings, in order; the context is as for `resolve`, the same for all.

        >>> import afgraph as af
        >>> [each.id for each in af.load().resolve_many(["Кабул", "کابل"])]
        ['plc:kabul', 'plc:kabul']
        """
        return self.resolver.resolve_many(
            texts,
            workers=workers,
            progress=progress,
            lang=lang,
            schema=schema,
            limit=limit,
            **self._context(date, place, near),
        )

    def _context(self, date: When, place: Who | None, near: Who | Iterable[Who]) -> _Context:
        """What the resolver is told of a name's surroundings, by id."""
        where = None if place is None else self._id(place, date)
        return {"date": as_context(moment(date)), "place": where, "near": self._ids(near, date)}

    def link(self, text: str, *, date: When = None, place: Who | None = None, lang: str | None = None) -> LinkedText:
        """The mentions in a text, each resolved, ambiguous or nobody listed; `date` is when it was written.

        >>> import afgraph as af
        >>> [mention.id for mention in af.load().link("Massoud is in Panjshir.", date="2021-08-24").mentions]
        ['per:ahmad-massoud', 'plc:panjshir']
        """
        where = None if place is None else self._id(place, date)
        linked = link(text, self.resolver, date=as_context(moment(date)), place=where, lang=lang)
        return replace(linked, lang=linked.lang or lang, store=self.store, subgraph=partial(_subgraph, self.store))


def _subgraph(store: ClaimStore, among: Sequence[str], on: str | None) -> "networkx.MultiDiGraph[str]":
    """What joins some entities at a date, or at any time."""
    return to_networkx(store, on=as_context(moment(on)), among=among)
