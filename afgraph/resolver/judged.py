"""What judgements do to the candidates of a spelling."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from afgraph.matching import Evidence, Hit
from afgraph.matching.search.index import Entry
from afgraph.model import Name
from afgraph.resolver.context import odds
from afgraph.resolver.judgement import Judgement
from afgraph.text import name_key, script_of

if TYPE_CHECKING:
    from afgraph.resolver.resolution import Candidate, Outcome


def judged_hits(text: str, judged: Sequence[Judgement], known: Collection[str]) -> list[Hit]:
    """A hit for each entity that a spelling was judged to mean, though no listed name brought it up."""
    missing = [each for each in judged if each.judgement == "positive" and each.entity not in known]
    name = Name(form=text, lang="und", script=script_of(text))
    return [Hit(Entry(each.entity, name, name_key(text), text), 0.0, "judged") for each in missing]


def evidence_of_judgement(entity: str, judged: Sequence[Judgement]) -> tuple[Evidence, ...]:
    """The evidence for or against an entity that lies in judgements."""
    return tuple(
        Evidence(f"judged_{each.judgement}", odds()[f"judged_{each.judgement}"], str(each))
        for each in judged
        if each.entity == entity and each.judgement in ("positive", "negative")
    )


def as_judged(outcome: "Outcome", ranked: "Sequence[Candidate]", judged: Sequence[Judgement]) -> "Outcome":
    """The outcome, but ambiguous where it would match an entity of which a person could not be sure."""
    unsure = {each.entity for each in judged if each.judgement == "unsure"}
    return "ambiguous" if outcome == "match" and ranked[0].id in unsure else outcome
