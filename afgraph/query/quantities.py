"""The numbers that claims give, side by side."""

from collections.abc import Iterable

from afgraph.graph import ClaimStore
from afgraph.query.answers import Answer, Answers
from afgraph.query.build import stated
from afgraph.query.moment import On, dated


def quantities(
    store: ClaimStore, about: Iterable[str] = (), *, unit: str | None = None, on: On | None = None
) -> Answers:
    """The numbers that claims give, side by side, each on whose word; `unit` keeps those whose unit has that word."""
    named = set(about)
    found: list[Answer] = []
    for claim in store.contents.claims.values():
        if claim.quantity is None or (unit is not None and unit.lower() not in claim.quantity.unit.lower().split()):
            continue
        if named and named.isdisjoint({claim.subject, claim.object, claim.place}):
            continue
        found.append(stated(store, claim, claim.subject, on))
    kept = [each for each in found if each.verdict != "no"]
    kept.sort(key=lambda each: (each.relation, each.entity.name, each.path[0].id))
    asked = f" of {', '.join(store.entity(each).name for each in sorted(named))}" if named else ""
    return Answers(f"Numbers{f' ({unit})' if unit else ''}{asked}{dated(on)}", kept, answering="both", shape="timeline")
