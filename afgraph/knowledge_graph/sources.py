"""Claims by what they say and who says it, and where they disagree."""

from collections.abc import Iterable
from functools import partial

from afgraph import query
from afgraph.errors import UnknownNameError
from afgraph.knowledge_graph.base import Base, When, Who, moment
from afgraph.knowledge_graph.claims import Wanted, select_claims
from afgraph.model import Claim
from afgraph.query import Answers


class Sources(Base):
    """Claims by source, modality and speaker; contradictions; numbers side by side."""

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

        `attribution` may also be a kind of speaker: `"unnamed"`, `"social"` (then media known as such count too).

        >>> import afgraph as af
        >>> kg = af.load()
        >>> sorted(claim.id for claim in kg.claims(attribution="Interfax"))
        ['c33', 'c34']
        >>> sorted(claim.id for claim in kg.claims(modality="hedged", source="src:seed-article"))
        ['c32', 'c44']
        """
        date = moment(on)
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

    def contradictions(self, *about: Who, on: When = None, source: str | Iterable[str] | None = None) -> Answers:
        """The pairs of claims that disagree, both sides in each answer, nothing settled; about some entities if given.

        `source` keeps those with a claim of one of some sources.

        >>> import afgraph as af
        >>> for answer in af.load().contradictions("ISKP", "Abdullah Abdullah", on="2017-08"):
        ...     print(answer.relation, [claim.relation for claim in answer.claims])
        signs ['rival_of', 'allied_with']
        signs ['fought', 'allied_with']
        """
        date = moment(on)
        sources = None if source is None else self._sources(source)
        return query.contradictions(self.store, self._ids(about, date), on=date, source=sources)

    def quantities(self, *about: Who, unit: str | None = None, on: When = None) -> Answers:
        """The numbers that claims give, side by side, each on whose word; of one unit, or about some, if given.

        >>> import afgraph as af
        >>> [answer.value for answer in af.load().quantities(unit="killed", on="2021-08-20")][:1]
        ['>100 killed']
        """
        date = moment(on)
        return query.quantities(self.store, self._ids(about, date), unit=unit, on=date)

    def _sources(self, source: str | Iterable[str]) -> frozenset[str]:
        wanted = frozenset([source] if isinstance(source, str) else source)
        for each in wanted - set(self.store.contents.sources):
            raise UnknownNameError(f"no source is called {each!r}")
        return wanted
