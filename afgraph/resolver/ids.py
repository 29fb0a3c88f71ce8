"""Former ids with the ids that entities have now."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from afgraph.model import Entity


class CurrentIds(Mapping[str, str]):
    """The id that an entity has now, by any id that it has or had; former ones are looked up where nothing else is."""

    def __init__(self, entities: Mapping[str, Entity]) -> None:
        self._entities = entities

    @cached_property
    def _former(self) -> dict[str, str]:
        known = self._entities
        return {each: one.id for one in known.values() for each in one.former_ids if each not in known}

    def __getitem__(self, key: str) -> str:
        return key if key in self._entities else self._former[key]

    def __iter__(self) -> Iterator[str]:
        yield from self._former
        yield from self._entities

    def __len__(self) -> int:
        return len(self._former) + len(self._entities)
