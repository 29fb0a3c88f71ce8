"""What held of an entity through time, and what changed between two days."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from afgraph.dates import Interval
from afgraph.graph import ClaimStore
from afgraph.model import Claim
from afgraph.query.answers import Answer, Answers, Change
from afgraph.query.build import followed, stated
from afgraph.query.moment import On, dated, order, span
from afgraph.query.rules import rules


def timeline(
    store: ClaimStore, entity: str, *, on: On | None = None, relation: Collection[str] | None = None
) -> Answers:
    """All that claims say of an entity, or of some relations, in the order of time; undated ones last.

    What is denied, predicted or left open stands among them with the verdict `unknown`.
    """
    claims = (claim for claim in store.claims_of(entity) if relation is None or claim.relation in relation)
    found = [answer for claim in claims if (answer := stated(store, claim, entity, on)).verdict != "no"]
    found.sort(key=lambda answer: (answer.when is None or answer.when.start is None, order(answer.when)))
    return Answers(f"Timeline of {store.entity(entity)}{dated(on)}", found, shape="timeline")


def changes(
    store: ClaimStore, entity: str | None, since: On, until: On, *, relation: Collection[str] | None = None
) -> Answers:
    """What began, ended or happened from `since` to `until`, to one entity or to all, in the order of time.

    For one entity also what changed for the bodies it led then, derived, with the path. `verdict` says whether it
    surely did so within that time.
    """
    first, last = span(since)[0], span(until)[1]
    claims: Iterable[Claim] = store.contents.claims.values() if entity is None else store.claims_of(entity)
    found = [each for claim in claims for each in _changes(store, claim, entity, first, last)]
    if entity is not None:
        found += _of_the_led(store, entity, first, last)
    chosen = [each for each in found if relation is None or each.path[-1].relation in relation]
    chosen.sort(key=lambda each: (_day(each), each.basis == "derived", each.says))
    asked = "What changed" + (f" for {store.entity(entity)}" if entity is not None else "")
    return Answers(f"{asked} from {since} to {until}", chosen, answering="both", shape="timeline")


def changed_within(store: ClaimStore, claim: Claim, first: int, last: int) -> list[tuple[Change, bool]]:
    """How a claim changed between two days, and whether surely so: it began, ended, or happened."""
    if store.relation(claim).time == "timeless" or claim.when is None:
        return []
    when = claim.when
    begun, ended = _within(when, first, last, start=True), _within(when, first, last, start=False)
    if store.relation(claim).time == "point" or when.text == (when.start.text if when.start else ""):
        sure = begun is True and ended is True
        return [("happened", sure)] if begun is not None and ended is not None else []
    found: list[tuple[Change, bool]] = []
    found += [] if begun is None else [("began", begun)]
    return found + ([] if ended is None else [("ended", ended)])


def _within(when: Interval, first: int, last: int, *, start: bool) -> bool | None:
    """Whether an end lies between two days: surely, maybe (`False`), or surely not, or not known at all (`None`)."""
    date = when.start if start else when.end
    if date is None or date.earliest > last or date.latest < first:
        return None
    return first <= date.earliest and date.latest <= last


def _changes(store: ClaimStore, claim: Claim, entity: str | None, first: int, last: int) -> Iterator[Answer]:
    for change, sure in changed_within(store, claim, first, last):
        answer = stated(store, claim, claim.subject if entity is None else entity, None, change=change)
        if answer.verdict == "yes" and not sure:
            answer = answer.reworded(lambda told: replace(told, says=f"possibly {told.says}"), verdict="possibly")
        yield answer


def _of_the_led(store: ClaimStore, entity: str, first: int, last: int) -> Iterator[Answer]:
    """What changed for the bodies that an entity led in a time, with its leadership as the first step."""
    for office in store.claims_of(entity):
        held = store.interval(office).bounds()
        mine = office.relation in rules().acts_for and office.subject == entity and office.makes_edge
        if not mine or held.start_min > last or held.end_max < first or office.object is None:
            continue
        for claim in store.claims_of(office.object):
            other = claim.object if claim.subject == office.object else claim.subject
            if other in (None, entity) or not claim.makes_edge or store.relation(claim).sign == "neutral":
                continue
            for change, _ in changed_within(store, claim, first, last):
                kind = store.relation(claim)
                word = kind.says if claim.subject == office.object else kind.says_inverse
                yield followed(
                    store, entity, str(other), (office, claim), None,
                    relation=claim.relation, says=f"led a body that {word}", sign=kind.sign, change=change,
                )  # fmt: skip


def _day(answer: Answer) -> int:
    """The day by which a change sorts: of its end where it ended, else of its start."""
    when = answer.when
    if when is None:
        return 0
    date = when.end if answer.change == "ended" else when.start
    return date.earliest if date is not None else 0
