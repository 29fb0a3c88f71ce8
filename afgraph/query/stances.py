"""Allies and enemies of one entity."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from afgraph.dates import Interval, Verdict, weakest
from afgraph.graph import ClaimStore
from afgraph.model import Claim, Sign, Stance
from afgraph.query.answers import Answer, Answers
from afgraph.query.build import far_end, steps_of
from afgraph.query.derive import Derived, Deriver
from afgraph.query.moment import On, dated
from afgraph.query.sentence import answer_text, claim_text, hedge_of, path_hedge, sources_of
from afgraph.query.standing import Standings

_SIGNS: dict[Stance, Sign] = {"alliance": "positive", "enmity": "negative", "none": "neutral"}
_RELATIONS: dict[Stance, str] = {"alliance": "allied_with", "enmity": "enemy_of", "none": "related_to"}
_FIRST: tuple[Verdict, ...] = ("yes", "possibly", "no", "unknown")


def allies(
    store: ClaimStore,
    entity: str,
    *,
    on: On | None = None,
    derived: bool = True,
    min_confidence: float | None = None,
) -> Answers:
    """Who was allied with an entity at `on`, or at any time (then one answer for each time).

    Stated alliances first, then derived ones, each with its path, then those that stood on paper only: where the two
    were enemies all that time, or one had broken with the other or gone abroad, the alliance is `formal`. A derived
    alliance of two who may have been enemies then is only possible.
    """
    question = f"Allies of {store.entity(entity)}{dated(on)}"
    found = stances(store, entity, "alliance", Deriver(store, on), derived=derived, min_confidence=min_confidence)
    return Answers(question, found)


def enemies(
    store: ClaimStore,
    entity: str,
    *,
    on: On | None = None,
    derived: bool = True,
    min_confidence: float | None = None,
) -> Answers:
    """Who fought, opposed or rivalled an entity at `on`, or at any time; as `allies` in all else."""
    question = f"Enemies of {store.entity(entity)}{dated(on)}"
    found = stances(store, entity, "enmity", Deriver(store, on), derived=derived, min_confidence=min_confidence)
    return Answers(question, found)


def stances(
    store: ClaimStore,
    entity: str,
    stance: Stance,
    deriver: Deriver,
    *,
    derived: bool,
    min_confidence: float | None,
) -> list[Answer]:
    """The answers for one entity and one stance, firmest first."""
    answers = [*_stated(store, entity, stance, deriver.on, min_confidence)]
    if derived:
        stated = {(answer.other.id, _time(answer.when, deriver.on)) for answer in answers}
        follows = deriver.alliances(entity) if stance == "alliance" else deriver.enmities(entity)
        sure = [each for each in follows if _sure_enough(store, each.path, min_confidence)]
        answers += [
            answer
            for answer in _followed(store, sure, stance, deriver.on)
            if (answer.other.id, _time(answer.when, deriver.on)) not in stated
        ]
    if stance == "alliance":
        standings = Standings(store, deriver.on)
        answers = [_in_effect(standings, answer) for answer in answers]
    return sorted(answers, key=_order)


def _in_effect(standings: Standings, answer: Answer) -> Answer:
    """An alliance as it stood: on paper only where something had ended it, less sure where something may have."""
    assert answer.when is not None
    ends = standings.ended_by((answer.entity.id, answer.other.id), answer.path, since=answer.when)
    if ends:
        why = "; ".join(claim_text(standings.store, claim) for claim in ends)
        says = f"on paper only: {answer.says} [ended in effect: {why}]"
        return replace(answer, standing="formal", ended_by=ends, says=says)
    if answer.basis != "derived" or answer.verdict != "yes":
        return answer
    if not standings.maybe_hostile(answer.entity.id, answer.other.id):
        return answer
    return replace(answer, verdict=weakest(["possibly", answer.verdict]), says=f"possibly: {answer.says}")


def _order(answer: Answer) -> tuple[bool, bool, int, int, str]:
    start = answer.when.start.earliest if answer.when and answer.when.start else 0
    return (
        answer.standing == "formal",
        answer.basis == "derived",
        _FIRST.index(answer.verdict),
        start,
        answer.other.name,
    )


def _stated(
    store: ClaimStore, entity: str, stance: Stance, on: On | None, min_confidence: float | None
) -> Iterable[Answer]:
    groups: dict[tuple[str, str], list[tuple[Claim, Verdict]]] = defaultdict(list)
    for claim, verdict in store.edges(store.claims_of(entity), on):
        if store.relation(claim).stance == stance and _sure_enough(store, (claim,), min_confidence):
            groups[far_end(claim, entity), _time(store.interval(claim), on)].append((claim, verdict))
    for (other, _), judged in groups.items():
        judged.sort(key=lambda pair: _FIRST.index(pair[1]))
        yield _stated_answer(store, entity, other, stance, judged)


def _stated_answer(
    store: ClaimStore, entity: str, other: str, stance: Stance, judged: list[tuple[Claim, Verdict]]
) -> Answer:
    claims = tuple(claim for claim, _ in judged)
    first, verdict = judged[0]
    kind = store.relation(first)
    says = hedge_of(claims) + (kind.says if first.subject == entity else kind.says_inverse)
    when = store.interval(first)
    text = answer_text(store.entity(entity), says, store.entity(other), when, verdict)
    return Answer(
        entity=store.entity(entity),
        other=store.entity(other),
        relation=first.relation,
        sign=_SIGNS[stance],
        when=when,
        verdict=verdict,
        basis="stated",
        path=(first,),
        claims=claims,
        says=f"{text} [{'; '.join(sources_of(store, claims))}]",
        sources=sources_of(store, claims),
        evidence=tuple(claim_text(store, claim) for claim in claims),
        steps=steps_of(store, entity, (first,)),
    )


def _followed(store: ClaimStore, found: Iterable[Derived], stance: Stance, on: On | None) -> Iterable[Answer]:
    """One answer for each entity and time: the firmest and shortest path speaks, the others are kept as claims."""
    groups: dict[tuple[str, str], list[Derived]] = defaultdict(list)
    for each in found:
        groups[each.other, _time(each.when, on)].append(each)
    for paths in groups.values():
        paths.sort(key=lambda each: (_FIRST.index(each.verdict), len(each.path)))
        yield _derived_answer(store, paths, stance)


def _derived_answer(store: ClaimStore, paths: list[Derived], stance: Stance) -> Answer:
    best = paths[0]
    claims = tuple(dict.fromkeys(claim for each in paths for claim in each.path))
    says = path_hedge(best.path) + ("stood with" if stance == "alliance" else "stood against")
    steps = "; ".join(claim_text(store, claim) for claim in best.path)
    text = answer_text(store.entity(best.entity), says, store.entity(best.other), best.when, best.verdict)
    return Answer(
        entity=store.entity(best.entity),
        other=store.entity(best.other),
        relation=_RELATIONS[stance],
        sign=_SIGNS[stance],
        when=best.when,
        verdict=best.verdict,
        basis="derived",
        path=best.path,
        claims=claims,
        says=f"{text} [derived: {steps}]",
        sources=sources_of(store, best.path),
        evidence=tuple(claim_text(store, claim) for claim in claims),
        steps=steps_of(store, best.entity, best.path),
    )


def _time(when: Interval | None, on: On | None) -> str:
    """At one date all that holds is one answer; without a date each time is an answer of its own."""
    return "" if on is not None or when is None else when.text


def _sure_enough(store: ClaimStore, claims: Iterable[Claim], minimum: float | None) -> bool:
    return minimum is None or all((store.confidence(claim) or 0.0) >= minimum for claim in claims)
