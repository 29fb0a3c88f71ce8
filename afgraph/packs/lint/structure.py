"""Rules about what may stand in what: cycles, ends of the wrong kind, places in no place."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from afgraph.model import Claim, Contents
from afgraph.packs.lint.cycles import components
from afgraph.packs.lint.finding import Found
from afgraph.packs.lint.material import Material

_CONTAINMENT = (("located_in",), ("faction_of", "member_of"))  # each a graph that must have no cycle
_FOREVER = 10**9  # days
_MOST_MOMENTS = 200  # at which a knot is looked at


class _Edge(NamedTuple):
    """A claim as an edge, with the first and the last day on which it may have held."""

    claim: Claim
    source: str
    target: str
    first: int
    last: int


def containment_cycles(material: Material) -> Iterator[Found]:
    """Each set of entities that contain one another at one time."""
    for relations in _CONTAINMENT:
        edges = _edges(material.contents, relations)
        for knot in sorted(_knots(edges)):
            inner = [each for each in edges if each.source in knot and each.target in knot]
            last = max(inner, key=lambda each: each.claim.id)
            message = (
                f"{', '.join(knot)} contain one another by {' or '.join(relations)}, as in {last.claim.id!r}; "
                "turn one claim round or part them in time"
            )
            yield Found("AF501", knot, message, last.claim.origin)


def unfit_ends(material: Material) -> Iterator[Found]:
    """Each claim whose relation does not join such a subject (domain) or object (range)."""
    contents = material.contents
    for claim in contents.claims.values():
        relation = contents.relations[claim.relation]
        ends = (("subject", claim.subject, relation.domain), ("object", claim.object, relation.range))
        for role, about, schemas in ends:
            entity = contents.entities.get(about or "")
            if entity is None or not schemas or any(contents.is_a(entity.schema, each) for each in schemas):
                continue
            message = (
                f"{claim.id!r}: the {role} {entity.id} is a {entity.schema}, and {relation.id} takes "
                f"{' or '.join(schemas)}; correct the id, its schema or the relation"
            )
            yield Found("AF502", (claim.id, entity.id), message, claim.origin)


def unplaced(material: Material) -> Iterator[Found]:
    """Each place, countries aside, that lies in no larger place."""
    contents = material.contents
    placed = {
        claim.subject
        for claim in contents.claims.values()
        if claim.relation == "located_in" and claim.polarity == "positive"
    }
    for entity in contents.entities.values():
        is_part = contents.is_a(entity.schema, "Place") and not contents.is_a(entity.schema, "Country")
        if is_part and entity.id not in placed:
            message = f"{entity.id} lies in no larger place; add a claim '{entity.id} located_in ...'"
            yield Found("AF503", (entity.id,), message, entity.origin)


def _edges(contents: Contents, relations: tuple[str, ...]) -> list[_Edge]:
    edges = []
    for claim in contents.claims.values():
        if claim.relation in relations and claim.object is not None and claim.makes_edge:
            bounds = claim.when.bounds() if claim.when is not None else None
            first, last = (bounds.start_min, bounds.end_max) if bounds is not None else (-_FOREVER, _FOREVER)
            edges.append(_Edge(claim, claim.subject, claim.object, first, last))
    return edges


def _knots(edges: list[_Edge]) -> set[tuple[str, ...]]:
    """The sets of entities that reach each other along edges which may all have held on one day.

    All edges of a cycle share a day only if they share the one on which the last of them began.
    """
    found: set[tuple[str, ...]] = set()
    for knot in _components(edges):
        inner = [each for each in edges if each.source in knot and each.target in knot]
        for day in sorted({each.first for each in inner})[:_MOST_MOMENTS]:
            found |= _components(each for each in inner if each.first <= day <= each.last)
    return found


def _components(edges: Iterable[_Edge]) -> set[tuple[str, ...]]:
    targets: dict[str, set[str]] = defaultdict(set)
    for each in edges:
        targets[each.source].add(each.target)
    return {tuple(sorted(each)) for each in components(targets)}
