"""From whatever a user calls an entity by to the one entity meant."""

from collections.abc import Mapping

from afgraph.dates import Date
from afgraph.errors import AmbiguousNameError, UnknownNameError
from afgraph.model import Contents, Entity
from afgraph.resolver import Resolver
from afgraph.resolver.context import Context


class Lookup:
    """Finds entities by id, by former id, or by any spelling of a name."""

    def __init__(self, contents: Contents, resolver: Resolver) -> None:
        self._entities = contents.entities
        self._former = _former_ids(contents.entities)
        self._resolver = resolver

    def entity(self, what: str | Entity, *, date: Date | None = None, schema: str | None = None) -> Entity:
        """The entity meant; `date` helps where a name meant different ones at different times.

        Raises `AmbiguousNameError` with the candidates, or `UnknownNameError` with the nearest name.
        """
        if isinstance(what, Entity):
            return what
        known = self._entities.get(self._former.get(what, what))
        if known is not None:
            return known
        resolution = self._resolver.resolve_in(what, Context(date=date, schema=schema))
        if resolution.entity is not None:
            return resolution.entity
        if resolution.outcome == "ambiguous":
            raise AmbiguousNameError(what, [(each.id, each.entity.name) for each in resolution.candidates])
        near = resolution.candidates[:1]
        hint = f"; the nearest is {near[0].entity.name} [{near[0].id}]" if near else ""
        raise UnknownNameError(f"no entity is called {what!r}{hint}; try another spelling or an id")


def _former_ids(entities: Mapping[str, Entity]) -> dict[str, str]:
    return {former: entity.id for entity in entities.values() for former in entity.former_ids}
