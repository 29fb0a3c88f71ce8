"""All that claims say of two entities."""

from afgraph.graph import ClaimStore
from afgraph.model import Stance
from afgraph.query.answers import Answer, Answers
from afgraph.query.build import stated
from afgraph.query.derive import Deriver
from afgraph.query.moment import On, dated
from afgraph.query.stances import stances


def relation(store: ClaimStore, one: str, other: str, *, on: On | None = None, derived: bool = True) -> Answers:
    """What claims say of two entities at `on` or at any time, each claim an answer, then what follows.

    Claims that disagree stand side by side, each with its sign; those that deny, predict or leave open are shown
    with the verdict `unknown` and make no edge.
    """
    question = f"{store.entity(one)} and {store.entity(other)}" + dated(on)
    answers = [stated(store, claim, claim.subject, on) for claim in store.between(one, other)]
    shown = [answer for answer in answers if answer.verdict != "no"]
    if derived:
        shown += _derived(store, one, other, on)
    return Answers(question, sorted(shown, key=_order), answering="both", shape="timeline", notes=_signs(shown))


def _signs(answers: list[Answer]) -> list[str]:
    """A line that says so where claims give the two both signs at the time asked about."""
    signs = {answer.sign for answer in answers if answer.verdict in ("yes", "possibly")}
    return (
        ["Claims give the two both signs, with and against, in this time."] if {"positive", "negative"} <= signs else []
    )


def _order(answer: Answer) -> tuple[bool, int, str]:
    start = answer.when.start.earliest if answer.when and answer.when.start else 0
    return answer.basis == "derived", start, answer.says


def _derived(store: ClaimStore, one: str, other: str, on: On | None) -> list[Answer]:
    deriver = Deriver(store, on)
    both: tuple[Stance, ...] = ("alliance", "enmity")
    found = [
        answer
        for stance in both
        for answer in stances(store, one, stance, deriver, derived=True, min_confidence=None, other=other)
    ]
    return [answer for answer in found if answer.basis == "derived"]
