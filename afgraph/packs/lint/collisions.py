"""Rules about one form for two entities, and about the guards that keep them apart."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from afgraph.model import Name
from afgraph.packs.lint.finding import Found
from afgraph.packs.lint.material import Material, Pair, pair
from afgraph.packs.nodes import shown
from afgraph.text import name_key

MOST_TOGETHER = 40  # bearers of one name that are compared each with each


def colliding_names(material: Material) -> Iterator[Found]:
    """Each pair of entities that bear one form at one time, and that nothing keeps apart."""
    for (one, other), form in collisions(material).items():
        message = (
            f"{shown(form)} is a name of {one} and of {other}; merge them if they are one, limit the name by 'when', "
            "or write 'different_from'"
        )
        yield Found("AF203", (one, other), message, material.place_of(material.contents.entities[other].origin, form))


def guards_against_itself(material: Material) -> Iterator[Found]:
    """Each entity that is said to be different from itself."""
    for entity in material.contents.entities.values():
        if entity.id in entity.different_from:
            message = f"{entity.id} is 'different_from' itself; remove it"
            yield Found("AF204", (entity.id,), message, entity.origin)


def collisions(material: Material) -> dict[Pair, str]:
    """The unguarded pairs that share a form in one period, each with the first such form of the second."""
    bearers: dict[str, dict[str, list[Name]]] = defaultdict(lambda: defaultdict(list))
    for entity in material.contents.entities.values():
        for name in entity.names:
            bearers[name_key(name.form)][entity.id].append(name)
    found: dict[Pair, str] = {}
    for names in bearers.values():
        for each in pairs_among(sorted(names)):
            form = None if each in material.guards or each in found else _shared(names[each[0]], names[each[1]])
            if form is not None:
                found[each] = form
    return found


def pairs_among(ids: Sequence[str]) -> Iterable[Pair]:
    """All pairs of some ids; where a name has more bearers than anybody sorts out, each with the first."""
    if len(ids) <= MOST_TOGETHER:
        return (pair(one, other) for one, other in combinations(ids, 2))
    return (pair(ids[0], other) for other in ids[1:])


def _shared(names: Iterable[Name], others: Sequence[Name]) -> str | None:
    """The form of the second that may mean both at one time."""
    for name in names:
        for other in others:
            if name.when is None or other.when is None or name.when.overlaps(other.when) != "no":
                return other.form
    return None
