"""Allies and enemies of one entity."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from afgraph.dates import Interval, Verdict
from afgraph.graph import ClaimStore
from afgraph.model import Claim, Sign, Stance
from afgraph.packs.collection import collection_paused
from afgraph.query.answer import Answer, Tell
from afgraph.query.answers import Answers
from afgraph.query.build import answer_of, derived_from, far_end, teller
from afgraph.query.derive import Derived, Deriver
from afgraph.query.moment import On, dated
from afgraph.query.sentence import answer_text, claim_text, hedge_of, path_hedge, sources_of
from afgraph.query.standing import Standings
from afgraph.query.told import Told

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


@collection_paused()
def stances(
    store: ClaimStore,
    entity: str,
    stance: Stance,
    deriver: Deriver,
    *,
    derived: bool,
    min_confidence: float | None,
    other: str | None = None,
) -> list[Answer]:
    """The answers for one entity and one stance, firmest first; with `other`, only those that are about the two."""
    edges = [
        (claim, verdict)
        for claim, verdict in deriver.edges(entity)
        if store.relation(claim).stance == stance and _sure_enough(store, (claim,), min_confidence)
        if other is None or far_end(claim, entity) == other
    ]
    answers = [*_stated(store, entity, edges, deriver.on)]
    if derived:
        stated = {(answer.other.id, _time(answer.when, deriver.on)) for answer in answers}
        follows = deriver.alliances(entity) if stance == "alliance" else deriver.enmities(entity)
        about = (each for each in follows if other is None or each.other == other)
        sure = [each for each in about if _sure_enough(store, each.path, min_confidence)]
        answers += [
            answer
            for answer in _followed(store, sure, stance, deriver.on)
            if (answer.other.id, _time(answer.when, deriver.on)) not in stated
        ]
    if stance == "alliance":
        answers = [_in_effect(deriver.standings, answer) for answer in answers]
    return sorted(answers, key=_order)


def _in_effect(standings: Standings, answer: Answer) -> Answer:
    """An alliance as it stood: on paper only where something had ended it, less sure where something may have."""
    assert answer.when is not None
    ends = standings.ended_by((answer.entity.id, answer.other.id), answer.path, since=answer.when)
    if ends:
        return answer.reworded(partial(_on_paper, standings.store, ends), standing="formal", ended_by=ends)
    if answer.basis != "derived" or answer.verdict != "yes":
        return answer
    if not standings.maybe_hostile(answer.entity.id, answer.other.id):
        return answer
    return answer.reworded(lambda told: replace(told, says=f"possibly: {told.says}"), verdict="possibly")


def _on_paper(store: ClaimStore, ends: tuple[Claim, ...], told: Told) -> Told:
    why = "; ".join(claim_text(store, claim) for claim in ends)
    return replace(told, says=f"on paper only: {told.says} [ended in effect: {why}]")


def _order(answer: Answer) -> tuple[bool, bool, int, int, str]:
    start = answer.when.start.earliest if answer.when and answer.when.start else 0
    return (
        answer.standing == "formal",
        answer.basis == "derived",
        _FIRST.index(answer.verdict),
        start,
        answer.other.name,
    )


def _stated(store: ClaimStore, entity: str, edges: Iterable[tuple[Claim, Verdict]], on: On | None) -> Iterable[Answer]:
    """One answer for each entity and time that some edges name."""
    groups: dict[tuple[str, str], list[tuple[Claim, Verdict]]] = defaultdict(list)
    for claim, verdict in edges:
        groups[far_end(claim, entity), _time(store.interval(claim), on)].append((claim, verdict))
    tell = teller(store, partial(_says_stated, store))
    for (other, _), judged in groups.items():
        judged.sort(key=lambda pair: _FIRST.index(pair[1]))
        yield _stated_answer(store, entity, other, judged, tell)


def _says_stated(store: ClaimStore, answer: Answer) -> str:
    kind = store.relation(answer.path[0])
    doing = hedge_of(answer.claims) + (kind.says if answer.path[0].subject == answer.entity.id else kind.says_inverse)
    return f"{_text(answer, doing)} [{'; '.join(sources_of(store, answer.claims))}]"


def _text(answer: Answer, doing: str) -> str:
    return answer_text(answer.entity, doing, answer.other, answer.when, answer.verdict)


def _stated_answer(
    store: ClaimStore, entity: str, other: str, judged: list[tuple[Claim, Verdict]], tell: Tell
) -> Answer:
    """One answer for all claims of a pair and time: the firmest speaks."""
    first, verdict = judged[0]
    kind = store.relation(first)
    return answer_of(
        store,
        entity,
        other,
        (first,),
        tell=tell,
        claims=tuple(claim for claim, _ in judged),
        relation=kind.id if first.subject == entity else kind.inverse,
        sign=kind.sign,
        when=store.interval(first),
        verdict=verdict,
        basis="stated",
    )


def _followed(store: ClaimStore, found: Iterable[Derived], stance: Stance, on: On | None) -> Iterable[Answer]:
    """One answer for each entity and time: the firmest and shortest path speaks, the others are kept as claims."""
    groups: dict[tuple[str, str], list[Derived]] = defaultdict(list)
    for each in found:
        groups[each.other, _time(each.when, on)].append(each)
    tell = teller(store, partial(_says_derived, store))
    for paths in groups.values():
        paths.sort(key=lambda each: (_FIRST.index(each.verdict), len(each.path)))
        yield _derived_answer(store, paths, stance, tell)


def _says_derived(store: ClaimStore, answer: Answer) -> str:
    doing = path_hedge(answer.path) + ("stood with" if answer.sign == "positive" else "stood against")
    return f"{_text(answer, doing)} {derived_from(store, answer.path)}"


def _derived_answer(store: ClaimStore, paths: list[Derived], stance: Stance, tell: Tell) -> Answer:
    best = paths[0]
    return answer_of(
        store,
        best.entity,
        best.other,
        best.path,
        tell=tell,
        claims=best.path if len(paths) == 1 else tuple(dict.fromkeys(claim for each in paths for claim in each.path)),
        relation=_RELATIONS[stance],
        sign=_SIGNS[stance],
        when=best.when,
        verdict=best.verdict,
        basis="derived",
    )


def _time(when: Interval | None, on: On | None) -> str:
    """At one date all that holds is one answer; without a date each time is an answer of its own."""
    return "" if on is not None or when is None else when.text


def _sure_enough(store: ClaimStore, claims: Iterable[Claim], minimum: float | None) -> bool:
    return minimum is None or all((store.confidence(claim) or 0.0) >= minimum for claim in claims)
