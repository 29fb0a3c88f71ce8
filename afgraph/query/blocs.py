"""The blocs at a time: who stood together against whom."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from afgraph.graph import ClaimStore
from afgraph.model import Claim
from afgraph.query.answers import Answer, Answers
from afgraph.query.build import listed, stated
from afgraph.query.moment import On, dated
from afgraph.query.partition import against, partition
from afgraph.query.sentence import claim_text, sources_of
from afgraph.query.signed import Pull, pulls
from afgraph.query.told import Told

_NAMED = 6  # members named in a line


def blocs(store: ClaimStore, *, on: On | None = None) -> Answers:
    """The signed pairs at `on`, with the blocs they form: allies and backers in one, enemies in different ones.

    `.blocs` are the groups, best connected members first; `.frustration` counts the pairs that go against them, and
    `.breaking` lists these. Entities that nobody draws to a side are left out, unless they stand against one.
    """
    found = pulls(store, on)
    weights = {(each.one, each.other): each.weight for each in found}
    groups = _that_matter(partition(weights), found)
    shown = {node for group in groups for node in group}
    kept = [each for each in found if each.one in shown and each.other in shown]
    broken = set(against({(each.one, each.other): each.weight for each in kept}, groups))
    ordered = [[store.entity(node) for node in _central(group, kept)] for group in groups]
    notes = [f"Bloc {at}: {listed(bloc[:_NAMED])}{_more(len(bloc))}." for at, bloc in enumerate(ordered, start=1)]
    notes.append(f"{len(broken)} of {len(kept)} pairs go against these blocs (frustration).")
    answers = [_answer(store, each, on) for each in kept]
    return Answers(
        f"Blocs{dated(on)}",
        answers,
        answering="both",
        shape="blocs",
        notes=notes,
        blocs=ordered,
        breaking=[answer for answer, each in zip(answers, kept, strict=True) if (each.one, each.other) in broken],
    )


def _that_matter(groups: Sequence[list[str]], found: Sequence[Pull]) -> list[list[str]]:
    """Groups with a side to be on: those that an enmity touches, surely so where the group is one alone."""
    hostile = {end for each in found if each.weight < 0 for end in (each.one, each.other)}
    sure = {end for each in found if each.weight < 0 and each.sure for end in (each.one, each.other)}
    touched = [group for group in groups if not hostile.isdisjoint(group) and (len(group) > 1 or group[0] in sure)]
    return touched or list(groups)


def _central(group: Sequence[str], found: Sequence[Pull]) -> list[str]:
    """Members with the most ties first."""
    ties = Counter(end for each in found for end in (each.one, each.other))
    return sorted(group, key=lambda node: (-ties[node], node))


def _more(count: int) -> str:
    return f" and {count - _NAMED} more" if count > _NAMED else ""


def _answer(store: ClaimStore, each: Pull, on: On | None) -> Answer:
    first = stated(store, each.claims[0], each.claims[0].subject, on)
    sign = "negative" if each.weight < 0 else "positive" if each.weight > 0 else "neutral"
    return first.reworded(partial(_told, store, each.claims), sign=sign, claims=each.claims)


def _told(store: ClaimStore, claims: Sequence[Claim], told: Told) -> Told:
    """The words of the strongest claim, on the word and with the evidence of all."""
    evidence = tuple(dict.fromkeys(claim_text(store, claim) for claim in claims))
    return replace(told, sources=sources_of(store, claims), evidence=evidence)
