"""Groups that pairs of entities join."""

from collections.abc import Iterable

from afgraph.model import Entity


def joined(pairs: Iterable[tuple[Entity, Entity]]) -> list[list[Entity]]:
    """The groups of entities that some pairs join, directly or through others, largest first."""
    groups: dict[str, dict[str, Entity]] = {}
    for pair in pairs:
        merged: dict[str, Entity] = {}
        for end in pair:
            merged |= groups.get(end.id, {end.id: end})
        groups |= dict.fromkeys(merged, merged)
    distinct = {id(group): group for group in groups.values()}.values()
    return [list(group.values()) for group in sorted(distinct, key=lambda group: (-len(group), min(group)))]
