"""The knowledge graph: a claim store with its resolver, its linker and its questions, behind one class."""

import datetime
from collections.abc import Iterable, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from afgraph import query
from afgraph.dates import Date, parse_date
from afgraph.graph import ClaimStore
from afgraph.interop import to_networkx
from afgraph.knowledge_graph.claims import Wanted, select_claims
from afgraph.knowledge_graph.lookup import Lookup
from afgraph.linking import LinkedText, link
from afgraph.model import Claim, Contents, Entity
from afgraph.packs import OnConflict, load_contents
from afgraph.query import Answers
from afgraph.resolver import Resolution, Resolver

if TYPE_CHECKING:
    import networkx

When = str | datetime.date | Date | None
Who = str | Entity


def load(*packs: str | Path, on_conflict: OnConflict = "error") -> "KnowledgeGraph":
    """The knowledge graph of some packs; without any, of the one that ships with the library.

    A pack is a folder, a YAML file, or the name of a shipped pack (`"afghanistan"`). Entries of one id become one:
    names and missing fields add up. Where two packs fill a field differently, that is an error, unless `on_conflict`
    lets the `"first"` or the `"last"` win, or the later entry says `overrides: yes`. Raises `PackError` with every
    problem of every file; nothing is then loaded.

    >>> import afgraph as af
    >>> kg = af.load()
    >>> kg.resolve("Emrullah Salih").entity.name
    'Amrullah Saleh'
    """
    return KnowledgeGraph(load_contents(packs or ("afghanistan",), on_conflict=on_conflict))


class KnowledgeGraph:
    """Entities, their names and the claims about them. Wherever an entity is asked for, any spelling will do.

    Dates are EDTF text (`"2021-08-24"`, `"1994-02"`, `"1985~"`) or `datetime.date`.
    """

    def __init__(self, contents: Contents) -> None:
        self.store = ClaimStore(contents)

    @cached_property
    def resolver(self) -> Resolver:
        """The resolver over this graph's names."""
        return Resolver(self.store.contents.entities.values(), store=self.store)

    @cached_property
    def _lookup(self) -> Lookup:
        return Lookup(self.store.contents, self.resolver)

    def __repr__(self) -> str:
        contents = self.store.contents
        held = f"{len(contents.entities)} entities, {len(contents.claims)} claims, {len(contents.sources)} sources"
        return f"<KnowledgeGraph {'; '.join(contents.titles)}: {held}>"

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
            date=date,
            place=None if place is None else self._id(place, date),
            near=self._ids(near, date),
            lang=lang,
            schema=schema,
            limit=limit,
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
            date=date,
            place=None if place is None else self._id(place, date),
            near=self._ids(near, date),
            lang=lang,
            schema=schema,
            limit=limit,
        )

    def link(self, text: str, *, date: When = None, place: Who | None = None, lang: str | None = None) -> LinkedText:
        """The mentions in a text, each resolved, ambiguous or nobody listed; `date` is when it was written.

        >>> import afgraph as af
        >>> [mention.id for mention in af.load().link("Massoud is in Panjshir.", date="2021-08-24").mentions]
        ['per:ahmad-massoud', 'plc:panjshir']
        """
        where = None if place is None else self._id(place, date)
        return link(text, self.resolver, date=date, place=where, lang=lang)

    def entity(self, what: Who, *, date: When = None) -> Entity:
        """The entity meant by an id or any spelling.

        Raises `AmbiguousNameError`, which lists the candidates, or `UnknownNameError`.

        >>> import afgraph as af
        >>> af.load().entity("امرالله صالح").id
        'per:amrullah-saleh'
        """
        return self._lookup.entity(what, date=None if date is None else parse_date(date))

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

    def claims(
        self,
        *,
        subject: Wanted = None,
        relation: Wanted = None,
        object: Wanted = None,  # noqa: A002 - the field's public name
        on: When = None,
        place: Wanted = None,
        attribution: Wanted = None,
        source: Wanted = None,
        modality: Wanted = None,
    ) -> tuple[Claim, ...]:
        """The claims that fit all that is given: each condition one value or several, entities in any spelling.

        >>> import afgraph as af
        >>> sorted(claim.id for claim in af.load().claims(attribution="Interfax"))
        ['c33', 'c34']
        """
        date = None if on is None else parse_date(on)
        return select_claims(
            self.store,
            partial(self._id, date=date),
            subject=subject,
            relation=relation,
            object=object,
            on=date,
            place=place,
            attribution=attribution,
            source=source,
            modality=modality,
        )

    def allies(
        self, who: Who, *, on: When = None, derived: bool = True, min_confidence: float | None = None
    ) -> Answers:
        """Who was allied with `who` at a date, or at any time (each with its dates), with the evidence.

        Stated alliances come first; a derived one follows from shared membership or a leader's office and shows
        its path. `derived=False` leaves those out; `min_confidence` (0 to 1) leaves out claims below it.

        >>> import afgraph as af
        >>> "per:amrullah-saleh" in af.load().allies("Ahmed Masud", on="2021-08-24").ids
        True
        """
        date = None if on is None else parse_date(on)
        entity = self._id(who, date)
        return query.allies(self.store, entity, on=date, derived=derived, min_confidence=min_confidence)

    def enemies(
        self, who: Who, *, on: When = None, derived: bool = True, min_confidence: float | None = None
    ) -> Answers:
        """Who fought, opposed or rivalled `who` at a date, or at any time; as `allies` in all else.

        >>> import afgraph as af
        >>> "org:taliban" in af.load().enemies("NRF", on="2021-08-24").ids
        True
        """
        date = None if on is None else parse_date(on)
        entity = self._id(who, date)
        return query.enemies(self.store, entity, on=date, derived=derived, min_confidence=min_confidence)

    def relation(self, one: Who, other: Who, *, on: When = None, derived: bool = True) -> Answers:
        """All that claims say of two entities at a date, or at any time; claims that disagree stand side by side.

        >>> import afgraph as af
        >>> {answer.relation for answer in af.load().relation("Ahmad Massoud", "Ahmad Shah Massoud", on="2021")}
        {'child_of'}
        """
        date = None if on is None else parse_date(on)
        return query.relation(self.store, self._id(one, date), self._id(other, date), on=date, derived=derived)

    def who_is_allied_with_whom(
        self, *, on: When = None, derived: bool = True, min_confidence: float | None = None
    ) -> Answers:
        """Every allied pair at a date, or at any time; `.blocs` of the result are the groups they form.

        >>> import afgraph as af
        >>> pairs = af.load().who_is_allied_with_whom(on="1994-01-15", derived=False)
        >>> any({pair.entity.name, pair.other.name} == {"Abdul Rashid Dostum", "Gulbuddin Hekmatyar"} for pair in pairs)
        True
        """
        date = None if on is None else parse_date(on)
        return query.who_is_allied_with_whom(self.store, on=date, derived=derived, min_confidence=min_confidence)

    def to_networkx(self, *, on: When = None) -> "networkx.MultiDiGraph[str]":
        """The graph as a networkx `MultiDiGraph`: entity ids are nodes, claim ids are edge keys, all else attributes.

        >>> import afgraph as af
        >>> graph = af.load().to_networkx()
        >>> graph.nodes["plc:kabul"]["label"]
        'Kabul'
        """
        return to_networkx(self.store, on=None if on is None else parse_date(on))

    def _ids(self, several: Who | Iterable[Who], date: When) -> list[str]:
        return [self._id(each, date) for each in ([several] if isinstance(several, (str, Entity)) else several)]

    def _id(self, what: Who, date: When = None) -> str:
        return self.entity(what, date=date).id
