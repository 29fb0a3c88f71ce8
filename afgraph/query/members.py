"""Who belonged to a body, what someone belonged to, and who led it."""

from collections.abc import Iterable, Iterator

from afgraph.graph import ClaimStore
from afgraph.model import Claim
from afgraph.query.answers import Answer, Answers
from afgraph.query.build import followed, stated
from afgraph.query.moment import On, dated, order, span
from afgraph.query.rules import rules

_DEEPEST = 3  # bodies inside bodies


def members(store: ClaimStore, body: str, *, on: On | None = None, derived: bool = True) -> Answers:
    """Who led or belonged to a body at `on`, or at any time; derived: who led or belonged to what belonged to it."""
    steps = rules().acts_for | rules().belongs_to
    found = [stated(store, claim, body, on) for claim in _upward(store, body, steps, into=True)]
    if derived:
        found += [_inside(store, body, path, on) for path in _nested(store, body, on)]
    return Answers(f"Members of {store.entity(body)}{dated(on)}", _firmest(found))


def memberships(store: ClaimStore, entity: str, *, on: On | None = None) -> Answers:
    """What an entity led or belonged to at `on`, or at any time."""
    steps = rules().acts_for | rules().belongs_to
    found = [stated(store, claim, entity, on) for claim in _upward(store, entity, steps, into=False)]
    return Answers(f"What {store.entity(entity)} led or belonged to{dated(on)}", _firmest(found), shape="timeline")


def leaders(store: ClaimStore, body: str, *, on: On | None = None) -> Answers:
    """Who led a body at `on`, or at any time.

    Where no claim has anyone lead it then, the last before and the first after, with the verdict `no`.
    """
    claims = list(_upward(store, body, rules().acts_for, into=True))
    found = _firmest(stated(store, claim, body, on) for claim in claims)
    question = f"Leaders of {store.entity(body)}{dated(on)}"
    if found or on is None:
        return Answers(question, found, shape="timeline")
    around = [stated(store, claim, body, on) for claim in _around(store, claims, on)]
    notes = [f"No claim has anyone lead {store.entity(body)} {dated(on).strip()}; before and after:"] if around else []
    return Answers(question, around, shape="timeline", notes=notes)


def _upward(store: ClaimStore, entity: str, relations: frozenset[str], *, into: bool) -> Iterator[Claim]:
    for claim in store.claims_of(entity):
        if claim.relation in relations and (claim.object if into else claim.subject) == entity:
            yield claim


def _nested(store: ClaimStore, body: str, on: On | None) -> Iterator[tuple[Claim, ...]]:
    """The paths from a body down through what belonged to it, two claims or more, no entity twice."""
    level: list[tuple[str, tuple[Claim, ...], frozenset[str]]] = [(body, (), frozenset({body}))]
    for depth in range(_DEEPEST):
        below = []
        for at, path, passed in level:
            for claim, _ in store.edges(_upward(store, at, rules().acts_for | rules().belongs_to, into=True), on):
                if claim.subject in passed:
                    continue
                longer = (*path, claim)
                if depth > 0:
                    yield longer
                if claim.relation in rules().belongs_to and not store.is_a(claim.subject, "Person"):
                    below.append((claim.subject, longer, passed | {claim.subject}))
        level = below


def _inside(store: ClaimStore, body: str, path: tuple[Claim, ...], on: On | None) -> Answer:
    led = path[-1].relation in rules().acts_for
    says = "had inside it, as a leader," if led else "had inside it"
    return followed(store, body, path[-1].subject, path, on, relation="has_member", says=says, sign="positive")


def _around(store: ClaimStore, claims: list[Claim], on: On) -> list[Claim]:
    """The last claims that ended before a time, and the first that began after it."""
    first, last = span(on)
    made = [claim for claim in claims if claim.makes_edge]
    bounds = {claim.id: store.interval(claim).bounds() for claim in made}
    before = [claim for claim in made if bounds[claim.id].end_max < first]
    after = [claim for claim in made if bounds[claim.id].start_min > last]
    latest = max((bounds[claim.id].end_max for claim in before), default=None)
    soonest = min((bounds[claim.id].start_min for claim in after), default=None)
    return [
        *(claim for claim in before if bounds[claim.id].end_max == latest),
        *(claim for claim in after if bounds[claim.id].start_min == soonest),
    ]


def _firmest(found: Iterable[Answer]) -> list[Answer]:
    """What did not surely fail to hold: stated first, then sure, then by time; derived ones once for each end."""
    held = [answer for answer in found if answer.verdict != "no"]
    held.sort(key=lambda each: (each.basis == "derived", each.verdict != "yes", len(each.path), order(each.when)))
    known = {answer.other.id for answer in held if answer.basis == "stated"}
    kept: list[Answer] = []
    for answer in held:
        if answer.basis == "stated" or answer.other.id not in known:
            kept.append(answer)
            known.add(answer.other.id)
    return kept
