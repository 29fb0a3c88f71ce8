"""Every allied pair at a date."""

from afgraph.graph import ClaimStore
from afgraph.query.answers import Answer, Answers
from afgraph.query.derive import Deriver
from afgraph.query.moment import On, dated
from afgraph.query.stances import stances


def who_is_allied_with_whom(
    store: ClaimStore, *, on: On | None = None, derived: bool = True, min_confidence: float | None = None
) -> Answers:
    """Each allied pair once, at `on` or at any time; `blocs` of the result are the groups they form."""
    question = "Who is allied with whom" + dated(on)
    deriver = Deriver(store, on)
    pairs: dict[tuple[str, str, str], Answer] = {}
    for entity in sorted(store.contents.entities):
        for answer in stances(store, entity, "alliance", deriver, derived=derived, min_confidence=min_confidence):
            one, other = sorted((answer.entity.id, answer.other.id))
            when = "" if on is not None or answer.when is None else answer.when.text
            known = pairs.setdefault((one, other, when), answer)
            if known.basis == "derived" and answer.basis == "stated":
                pairs[one, other, when] = answer
    return Answers(question, sorted(pairs.values(), key=_order), answering="both")


def _order(answer: Answer) -> tuple[bool, bool, bool, str, str]:
    return (
        answer.standing == "formal",
        answer.basis == "derived",
        answer.verdict != "yes",
        answer.entity.name,
        answer.other.name,
    )
