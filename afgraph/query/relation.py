"""All that claims say of two entities."""

from afgraph.dates import Date, Verdict
from afgraph.graph import ClaimStore
from afgraph.model import Claim
from afgraph.query.answers import Answer, Answers
from afgraph.query.derive import Deriver
from afgraph.query.sentence import claim_text, sources_of
from afgraph.query.stances import stances


def relation(store: ClaimStore, one: str, other: str, *, on: Date | None = None, derived: bool = True) -> Answers:
    """What claims say of two entities at `on` or at any time, each claim an answer, then what follows.

    Claims that disagree stand side by side, each with its sign; those that deny, predict or leave open are shown
    with the verdict `unknown` and make no edge.
    """
    question = f"{store.entity(one)} and {store.entity(other)}" + (f" on {on}" if on else "")
    answers = [_stated(store, claim, on) for claim in store.between(one, other)]
    shown = [answer for answer in answers if answer.verdict != "no"]
    if derived:
        shown += _derived(store, one, other, on)
    return Answers(question, sorted(shown, key=_order))


def _order(answer: Answer) -> tuple[bool, int, str]:
    start = answer.when.start.earliest if answer.when and answer.when.start else 0
    return answer.basis == "derived", start, answer.says


def _stated(store: ClaimStore, claim: Claim, on: Date | None) -> Answer:
    assert claim.object is not None
    kind = store.relation(claim)
    held: Verdict = store.verdict(claim, on)
    return Answer(
        entity=store.entity(claim.subject),
        other=store.entity(claim.object),
        relation=claim.relation,
        sign=kind.sign,
        when=store.interval(claim),
        verdict=held if claim.makes_edge or held == "no" else "unknown",
        basis="stated",
        path=(claim,),
        claims=(claim,),
        says=claim_text(store, claim),
        sources=sources_of(store, (claim,)),
        evidence=(claim_text(store, claim),),
    )


def _derived(store: ClaimStore, one: str, other: str, on: Date | None) -> list[Answer]:
    deriver = Deriver(store, on)
    found = [
        *stances(store, one, "alliance", deriver, derived=True, min_confidence=None),
        *stances(store, one, "enmity", deriver, derived=True, min_confidence=None),
    ]
    return [answer for answer in found if answer.basis == "derived" and answer.other.id == other]
