"""Groups that pairs of entities join."""

from collections.abc import Iterable

from afgraph.model import Entity


def joined(pairs: Iterable[tuple[Entity, Entity]]) -> list[list[Entity]]:
    """The groups of entities that some pairs join, directly or through others, largest first."""
    groups: list[dict[str, Entity]] = []
    for one, other in pairs:
        merged = {one.id: one, other.id: other}
        apart = [group for group in groups if not group.keys() & merged.keys()]
        for group in (group for group in groups if group.keys() & merged.keys()):
            merged = {**group, **merged}
        groups = [*apart, merged]
    return [list(group.values()) for group in sorted(groups, key=lambda group: (-len(group), min(group)))]
