"""What every part of the facade stands on: the store, the resolver, and whom a spelling means."""

import datetime
from collections.abc import Iterable
from functools import cached_property

from afgraph.dates import Date, Interval, parse_when
from afgraph.graph import ClaimStore
from afgraph.knowledge_graph.lookup import Lookup
from afgraph.model import Contents, Entity
from afgraph.packs.cache import cache_path
from afgraph.query import On
from afgraph.query.moment import span
from afgraph.resolver import Resolver

When = str | datetime.date | Date | Interval | None
Who = str | Entity


class Base:
    """A store with its resolver; wherever an entity is asked for, any spelling will do."""

    def __init__(self, contents: Contents) -> None:
        self.store = ClaimStore(contents, kept=cache_path(contents.key, "columns") if contents.key else None)

    @cached_property
    def resolver(self) -> Resolver:
        """The resolver over this graph's names."""
        contents = self.store.contents
        kept = (cache_path(contents.key, "names"), contents.key) if contents.key else None
        return Resolver(contents.entities, store=self.store, kept=kept)

    @cached_property
    def _lookup(self) -> Lookup:
        return Lookup(self.store.contents, lambda: self.resolver)

    def entity(self, what: Who, *, date: When = None, schema: str | None = None) -> Entity:
        """The entity meant by an id or any spelling; `date` and `schema` help where several bear the name.

        Raises `AmbiguousNameError`, which lists the candidates, or `UnknownNameError`.

        >>> import afgraph as af
        >>> af.load().entity("امرالله صالح").id
        'per:amrullah-saleh'
        """
        return self._lookup.entity(what, date=as_context(moment(date)), schema=schema)

    def __getitem__(self, what: Who) -> Entity:
        return self.entity(what)

    def entities(self, *, schema: str | None = None) -> list[Entity]:
        """The entities, or those of one schema and its kinds, in the packs' order.

        >>> import afgraph as af
        >>> len(af.load().entities(schema="Province"))
        34
        """
        entities = self.store.contents.entities
        return [each for each in entities.values() if schema is None or self.store.is_a(each.id, schema)]

    def _ids(self, several: Who | Iterable[Who], date: When | On = None) -> list[str]:
        return [self._id(each, date) for each in ([several] if isinstance(several, (str, Entity)) else several)]

    def _id(self, what: Who, date: When | On = None, schema: str | None = None) -> str:
        return self.entity(what, date=date, schema=schema).id


def moment(on: When) -> On | None:
    """The time of a question: a `Date` that covers all its days, or an `Interval` where an end is in doubt.

    >>> moment("1994/1996").latest - moment("1994/1996").earliest
    1095
    """
    if on is None:
        return None
    asked = parse_when(on)
    start, end = asked.start, asked.end
    if start is None or end is None or start.earliest != start.latest or end.earliest != end.latest:
        return asked
    return Date(text=asked.text, earliest=start.earliest, latest=end.latest)


def as_context(on: On | None) -> Date | None:
    """The time of a question as one date, to resolve names by."""
    if on is None or isinstance(on, Date):
        return on
    first, last = span(on)
    return Date(text=on.text, earliest=max(first, 1), latest=min(last, datetime.date.max.toordinal()))
