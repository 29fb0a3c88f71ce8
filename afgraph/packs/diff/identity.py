"""Which entity of one pack is which of the other, where ids changed."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from afgraph.model import Entity
from afgraph.packs.diff.changes import How

Entities = Mapping[str, Entity]
Matched = tuple[How, Entity | None, Entity | None]


class Identity:
    """What the former ids of two packs say about who is who; ids that nobody bore before stand for themselves."""

    def __init__(self, old: Entities, new: Entities) -> None:
        self._old = old
        self._new = new
        self._nearer: dict[str, str] = {}
        for entity in [*old.values(), *new.values()]:
            for former in entity.former_ids:
                one, other = sorted((self.of(former), self.of(entity.id)))
                if one != other:
                    self._nearer[other] = one

    def of(self, entity_id: str) -> str:
        """One name for all the ids that ever meant the same entity."""
        while entity_id in self._nearer:
            entity_id = self._nearer[entity_id]
        return entity_id

    def matched(self) -> list[Matched]:
        """Every entity of both packs once, beside what it became or was; `changed` where the id stayed."""
        olds, news = self._by_identity(self._old), self._by_identity(self._new)
        found: list[Matched] = []
        for identity in sorted({*olds, *news}):
            found += self._match(olds.get(identity, []), news.get(identity, []))
        return found

    def _by_identity(self, entities: Entities) -> Mapping[str, list[str]]:
        groups: dict[str, list[str]] = defaultdict(list)
        for entity_id in sorted(entities):
            groups[self.of(entity_id)].append(entity_id)
        return groups

    def _match(self, olds: list[str], news: list[str]) -> list[Matched]:
        """The ids that stayed, then old ones beside new ones; who is left over was merged or split, or is alone."""
        gone, come = [each for each in olds if each not in news], [each for each in news if each not in olds]
        both: list[Matched] = [("changed", self._old[each], self._new[each]) for each in olds if each in news]
        both += [("renamed", self._old[one], self._new[other]) for one, other in zip(gone, come, strict=False)]
        for each in gone[len(come) :]:
            heir = _bearer(each, (self._new[other] for other in news))
            both.append(("merged" if heir else "removed", self._old[each], heir))
        for each in come[len(gone) :]:
            parent = _bearer(each, (self._old[other] for other in olds))
            both.append(("split" if parent else "added", parent, self._new[each]))
        return both


def _bearer(former: str, entities: Iterable[Entity]) -> Entity | None:
    """The entity that bore an id before, else the first; `None` of none."""
    listed = list(entities)
    return next((each for each in listed if former in each.former_ids), listed[0] if listed else None)
