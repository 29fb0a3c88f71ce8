"""Offices: who held one, who claimed it, and what someone held."""

from afgraph.graph import ClaimStore
from afgraph.query.answers import Answers
from afgraph.query.build import stated
from afgraph.query.moment import On, dated, order


def positions(store: ClaimStore, what: str, *, on: On | None = None) -> Answers:
    """Who held and who claimed an office at `on`, or at any time; of a person, the offices held and claimed.

    A claim to an office never counts as holding it: the relation tells them apart.
    """
    claims = [claim for claim in store.claims_of(what) if claim.relation in _kinds(store)]
    found = [answer for claim in claims if (answer := stated(store, claim, what, on)).verdict != "no"]
    found.sort(key=lambda each: (each.path[0].relation == "claims_position", each.verdict != "yes", order(each.when)))
    asked = "Offices of" if store.is_a(what, "Person") else "Who held or claimed:"
    return Answers(f"{asked} {store.entity(what)}{dated(on)}", found, shape="timeline")


def _kinds(store: ClaimStore) -> set[str]:
    """The relations of a person to an office."""
    return {kind.id for kind in store.contents.relations.values() if kind.range == ("Position",)}
