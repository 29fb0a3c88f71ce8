"""Rules about relations outside the time in which their ends were alive or existed."""

from collections.abc import Iterator
from functools import cache

from afgraph.data import read_table
from afgraph.dates import Interval
from afgraph.model import Claim, Contents, Entity
from afgraph.packs.lint.finding import Found
from afgraph.packs.lint.material import Material

_NOT_HELD = {"denied", "predicted", "unknown"}


def outside_lifetimes(material: Material) -> Iterator[Found]:
    """Each claim that surely reaches past a death (AF401), before a birth (AF402), or out of a body's time (AF403)."""
    contents = material.contents
    for claim in contents.claims.values():
        if claim.when is None or not _is_bound(contents, claim):
            continue
        for role, about in (("subject", claim.subject), ("object", claim.object)):
            entity = contents.entities.get(about or "")
            side = None if entity is None or entity.lifespan is None else _outside(claim.when, entity.lifespan)
            if entity is not None and side and (claim.relation, role, side) not in _free():
                yield _found(contents, claim, entity, side)


def _is_bound(contents: Contents, claim: Claim) -> bool:
    """Whether a claim says that something held, for a time, of two that were there."""
    held = claim.polarity == "positive" and claim.modality not in _NOT_HELD
    return held and contents.relations[claim.relation].time != "timeless"


def _outside(when: Interval, life: Interval) -> str | None:
    """`after` or `before` where some of `when` surely lies outside a life, `None` otherwise."""
    held, lived = when.bounds(), life.bounds()
    if life.end is not None and max(held.start_min, held.end_min) > lived.end_max:
        return "after"
    if life.start is not None and min(held.start_max, held.end_max) < lived.start_min:
        return "before"
    return None


def _found(contents: Contents, claim: Claim, entity: Entity, side: str) -> Found:
    life = entity.lifespan.text if entity.lifespan else ""
    person = contents.is_a(entity.schema, "Person")
    code = {"after": "AF401", "before": "AF402"}[side] if person else "AF403"
    end = {("after", True): "death", ("before", True): "birth", ("after", False): "end"}.get((side, person), "start")
    message = f"{claim.id!r} reaches {'past' if side == 'after' else 'back before'} the {end} of {entity.id} ({life})"
    return Found(code, (claim.id, entity.id), f"{message}; correct one of the dates", claim.origin)


@cache
def _free() -> frozenset[tuple[str, str, str]]:
    """The relations that hold all the same: relation, role, side."""
    return frozenset((row["relation"], row["role"], row["side"]) for row in read_table("lint/outlives.tsv"))
