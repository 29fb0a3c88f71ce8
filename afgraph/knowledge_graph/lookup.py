"""From whatever a user calls an entity by to the one entity meant."""

from collections.abc import Callable
from difflib import get_close_matches
from functools import cached_property

from afgraph.dates import Date
from afgraph.errors import AmbiguousNameError, UnknownNameError
from afgraph.model import Contents, Entity
from afgraph.packs.fields import ID
from afgraph.resolver import Resolution, Resolver
from afgraph.resolver.context import Context


class Lookup:
    """Finds entities by id, by former id, or by any spelling of a name."""

    def __init__(self, contents: Contents, resolver: Callable[[], Resolver]) -> None:
        self._entities = contents.entities
        self._resolver = resolver

    @cached_property
    def _former(self) -> dict[str, str]:
        return {former: entity.id for entity in self._entities.values() for former in entity.former_ids}

    def entity(self, what: str | Entity, *, date: Date | None = None, schema: str | None = None) -> Entity:
        """The entity meant; `date` helps where a name meant different ones at different times.

        What has the form of an id is an id, and never read as a spelling. Raises `AmbiguousNameError` with the
        candidates, or `UnknownNameError` with the nearest name or id.
        """
        if isinstance(what, Entity):
            return what
        known = self._entities.get(what)
        if known is not None:
            return known
        if ID.fullmatch(what):
            if what in self._former:
                return self._entities[self._former[what]]
            raise self._unknown_id(what)
        resolution = self._resolver().resolve_in(what, Context(date=date, schema=schema))
        if resolution.outcome == "ambiguous":
            raise AmbiguousNameError(what, [(each.id, each.entity.name) for each in resolution.candidates])
        if resolution.entity is None:
            raise _unknown_name(resolution)
        return resolution.entity

    def _unknown_id(self, what: str) -> UnknownNameError:
        near = get_close_matches(what, [*self._entities, *self._former], n=1)
        hint = f"; did you mean {near[0]}?" if near else "; `entities()` lists all"
        return UnknownNameError(f"no entity has the id {what!r}{hint}")


def _unknown_name(resolution: Resolution) -> UnknownNameError:
    near = resolution.candidates[:1]
    hint = f"; the nearest is {near[0].entity.name} [{near[0].id}]" if near else ""
    return UnknownNameError(f"no entity is called {resolution.text!r}{hint}; try another spelling or an id")
