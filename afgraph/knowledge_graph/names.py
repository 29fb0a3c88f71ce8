"""Names read: one spelling, many, or all in a text."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, TypedDict

from afgraph.dates import Date
from afgraph.graph import ClaimStore
from afgraph.interop import to_networkx
from afgraph.knowledge_graph.base import Base, When, Who, as_context, moment
from afgraph.linking import LinkedText, LinkedTexts, link, link_each
from afgraph.model import Entity
from afgraph.resolver import OnError, Resolution
from afgraph.resolver.arrow import Asked, resolved_batches
from afgraph.resolver.table import PREFIX, NameRows

if TYPE_CHECKING:
    import networkx
    import pyarrow


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
        texts: Iterable[Any],
        *,
        workers: int = 1,
        progress: bool = False,
        errors: OnError = "nil",
        date: When = None,
        place: Who | None = None,
        near: Who | Iterable[Who] = (),
        lang: str | None = None,
        schema: str | None = None,
        limit: int = 5,
    ) -> list[Resolution]:
        """The resolutions of many spellings, in order; the context is as for `resolve`, the same for all.

        `workers` is a number of processes. What is no name stops no other: it is nobody with a `problem`, or with
        `errors="raise"` a `BadNameError` that names its row.

        >>> import afgraph as af
        >>> [each.id for each in af.load().resolve_many(["Кабул", "کابل"])]
        ['plc:kabul', 'plc:kabul']
        """
        return self.resolver.resolve_many(
            texts,
            workers=workers,
            progress=progress,
            errors=errors,
            lang=lang,
            schema=schema,
            limit=limit,
            **self._context(date, place, near),
        )

    def resolve_batches(
        self,
        batches: "Iterable[pyarrow.RecordBatch] | pyarrow.Table",
        *,
        column: str = "name",
        date_column: str | None = None,
        place_column: str | None = None,
        lang_column: str | None = None,
        prefix: str = PREFIX,
        date: When = None,
        place: Who | None = None,
        near: Who | Iterable[Who] = (),
        lang: str | None = None,
        schema: str | None = None,
    ) -> "Iterator[pyarrow.RecordBatch]":
        """Each record batch of Arrow with what the names in one of its columns resolve to, one by one.

        As `Resolver.resolve_batches`, which says what the columns are; places may be spellings, here and in a column.

        >>> import afgraph as af, pyarrow
        >>> batch = pyarrow.record_batch({"who": ["Massoud", "Massoud"], "day": ["1999-05-01", "2021-08-24"]})
        >>> [found] = af.load().resolve_batches([batch], column="who", date_column="day")
        >>> found.column("resolved_name").to_pylist()
        ['Ahmad Shah Massoud', 'Ahmad Massoud']
        """
        self._context(date, place, near)  # refused now
        near = [near] if isinstance(near, (str, Entity)) else list(near)
        rows = NameRows(partial(self.resolve, near=near, schema=schema), date=date, place=place, lang=lang)
        asked = Asked(
            column, date_column=date_column, place_column=place_column, lang_column=lang_column, prefix=prefix
        )
        return resolved_batches(batches, rows, asked)

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
        return replace(linked, store=self.store, subgraph=partial(_subgraph, self.store))

    def link_many(
        self,
        texts: Iterable[Any],
        *,
        progress: bool = True,
        date: When = None,
        place: Who | None = None,
        lang: str | None = None,
    ) -> LinkedTexts:
        """Many texts linked, in their order: texts, (id, text) pairs, or mappings with `text`, `id`, `date`, `lang`.

        `date`, `place` and `lang` are for those that do not bring their own. One that cannot be read has an `error` and
        stops no other. `progress` shows a bar on a terminal or in a notebook.

        >>> import afgraph as af
        >>> linked = af.load().link_many([("a", "Massoud left."), ("b", None)], date="2021-08-24")
        >>> linked[0].entities[0].name, linked[1].error
        ('Ahmad Massoud', 'text 2: NoneType is no text')
        """
        return LinkedTexts(self.link_each(texts, progress=progress, date=date, place=place, lang=lang))

    def link_each(
        self,
        texts: Iterable[Any],
        *,
        progress: bool = False,
        date: When = None,
        place: Who | None = None,
        lang: str | None = None,
    ) -> Iterator[LinkedText]:
        """As `link_many`, each text as soon as it is linked, for more than fit into memory.

        >>> import afgraph as af
        >>> [len(each.mentions) for each in af.load().link_each(["Kabul", "Kabul and Herat"])]
        [1, 2]
        """
        return link_each(texts, self.link, progress=progress, date=date, place=place, lang=lang)


def _subgraph(store: ClaimStore, among: Sequence[str], on: str | None) -> "networkx.MultiDiGraph[str]":
    """What joins some entities at a date, or at any time."""
    return to_networkx(store, on=as_context(moment(on)), among=among)
