"""Answers made of claims: one that states them, or a path that they follow from."""

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import Any

from afgraph.dates import Interval, Verdict, intersect, weakest
from afgraph.graph import ClaimStore
from afgraph.model import Claim, Entity, Sign
from afgraph.query.answer import Answer, Change, Tell
from afgraph.query.moment import On
from afgraph.query.sentence import claim_text, path_hedge, sources_of, when_text
from afgraph.query.told import Step, Told

_SAID = {"began": "began: ", "ended": "ended: ", "happened": ""}


def far_end(claim: Claim, near: str) -> str:
    """The id at the other end of a claim; `near` itself where there is none."""
    return (claim.object if claim.subject == near else claim.subject) or near


def verdict_of(store: ClaimStore, claim: Claim, on: On | None) -> Verdict:
    """Whether a claim held at a time; `unknown` where it only denies, predicts or leaves open that it did."""
    held = store.verdict(claim, on)
    open_ = claim.polarity == "negative" or claim.modality in ("denied", "predicted", "unknown")
    return "unknown" if open_ and held != "no" else held


def stated(store: ClaimStore, claim: Claim, near: str, on: On | None, *, change: Change | None = None) -> Answer:
    """The answer that one claim states, seen from the entity `near` at one end of it."""
    kind = store.relation(claim)
    measure = ", ".join(str(each) for each in (claim.value, claim.quantity) if each) or None
    return answer_of(
        store,
        near,
        far_end(claim, near),
        (claim,),
        tell=teller(store, lambda _: f"{_SAID[change] if change else ''}{claim_text(store, claim)}"),
        relation=kind.id if claim.subject == near else kind.inverse,
        sign=kind.sign,
        when=store.interval(claim),
        verdict=verdict_of(store, claim, on),
        basis="stated",
        change=change,
        value=measure,
    )


def followed(
    store: ClaimStore,
    entity: str,
    other: str,
    path: Sequence[Claim],
    on: On | None,
    *,
    relation: str,
    says: str,
    sign: Sign = "neutral",
    change: Change | None = None,
) -> Answer:
    """The answer that a path of claims leads to, as firm as its weakest link; `says` completes "A ... B"."""
    when = intersect(store.interval(claim) for claim in path)
    verdict = path_verdict(store, path, when, on)

    def sentence(_: Answer) -> str:
        hedge = "possibly: " if verdict == "possibly" else ""
        dated = ", " + when_text(when) if when is not None and when.text not in ("/", "../..") else ""
        doing = f"{store.entity(entity)} {path_hedge(path)}{says} {store.entity(other)}"
        return f"{_SAID[change] if change else ''}{hedge}{doing}{dated} {derived_from(store, path)}"

    return answer_of(
        store,
        entity,
        other,
        tuple(path),
        tell=teller(store, sentence),
        relation=relation,
        sign=sign,
        when=when,
        verdict=verdict,
        basis="derived",
        change=change,
    )


def answer_of(
    store: ClaimStore,
    entity: str,
    other: str,
    path: tuple[Claim, ...],
    *,
    claims: tuple[Claim, ...] | None = None,
    **fields: Any,
) -> Answer:
    """The answer that `entity` stands to `other` as a path has it; `claims` are all that support it, else the path.

    `fields` are the other fields of the answer.
    """
    support = tuple(dict.fromkeys(path)) if claims is None else claims
    return Answer(entity=store.entity(entity), other=store.entity(other), path=path, claims=support, **fields)


def teller(store: ClaimStore, says: Callable[[Answer], str]) -> Tell:
    """What makes the words of answers, given what makes their sentence.

    What is stated stands on the word of all its claims, what is derived on that of its path.
    """

    def tell(answer: Answer) -> Told:
        return Told(
            says=says(answer),
            sources=sources_of(store, answer.path if answer.basis == "derived" else answer.claims),
            evidence=tuple(dict.fromkeys(claim_text(store, claim) for claim in answer.claims)),
            steps=steps_of(store, answer.entity.id, answer.path) if answer.path[0].object else (),
        )

    return tell


def derived_from(store: ClaimStore, path: Iterable[Claim]) -> str:
    """What a sentence ends with where its answer is derived: the claims of the path in words."""
    return f"[derived: {'; '.join(claim_text(store, claim) for claim in path)}]"


def path_verdict(store: ClaimStore, path: Sequence[Claim], when: Interval | None, on: On | None) -> Verdict:
    """How surely all links of a path held at one time: the verdict of the weakest, and of the time they share."""
    if when is None:
        return "no"
    links = [verdict_of(store, claim, on) for claim in path]
    if on is None:
        times = [store.interval(claim) for claim in path]
        return weakest([*links, *(one.overlaps(other) for one, other in pairwise(times))])
    dated = [claim for claim in path if store.relation(claim).time != "timeless"]
    return weakest([when.contains(on) if dated else "yes", *links])


def steps_of(store: ClaimStore, start: str, path: Iterable[Claim]) -> tuple[Step, ...]:
    """The claims of a path as read from `start` on: the word of each as it is met, and where it leads."""
    steps: list[Step] = []
    at = start
    for claim in path:
        kind = store.relation(claim)
        word = kind.id if claim.subject == at else kind.inverse
        at = far_end(claim, at)
        steps.append(
            Step(word=word.replace("_", " "), sign=kind.sign, to=store.entity(at), says=claim_text(store, claim))
        )
    return tuple(steps)


def listed(entities: Iterable[Entity]) -> str:
    """Some names as one reads them out.

    >>> listed([])
    ''
    """
    names = [str(each) for each in entities]
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)
