"""Who took part in an event, and where and when it was."""

from afgraph.graph import ClaimStore
from afgraph.query.answers import Answers
from afgraph.query.build import stated
from afgraph.query.moment import dated, order


def participants(store: ClaimStore, event: str) -> Answers:
    """Who took part in an event, with the role where a claim gives one, and where it took place."""
    found = [stated(store, claim, event, None) for claim in store.claims_of(event)]
    found.sort(key=lambda each: (each.path[0].relation != "participated_in", each.verdict != "yes", order(each.when)))
    return Answers(f"Who took part in {store.entity(event)}{dated(store.entity(event).lifespan)}", found)
