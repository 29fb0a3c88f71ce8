"""Resolutions on their way between processes: what was found, without the entities and comparisons themselves.

The process that asked has the same list: it takes entities and names from there, and compares again where somebody asks
for the evidence.
"""

from collections.abc import Mapping
from functools import partial
from typing import NamedTuple

from afgraph.matching import Evidence, Hit, NameIndex
from afgraph.matching.scoring.compare import Match
from afgraph.matching.scoring.features import Paired
from afgraph.matching.search.index import Entry, How
from afgraph.model import Entity, Name
from afgraph.resolver.judgement import Judgement
from afgraph.resolver.later import Later
from afgraph.resolver.resolution import Candidate, Outcome, Resolution


class PackedCandidate(NamedTuple):
    """A candidate: `name` is the place of the name among its entity's, or a name that is not among them."""

    entity: str
    name: int | Name
    key: str
    form: str
    log_odds: float
    how: How
    is_compared: bool
    score: float
    context: tuple[Evidence, ...]


class Packed(NamedTuple):
    """A resolution but for its text."""

    outcome: Outcome
    candidates: tuple[PackedCandidate, ...]
    judgements: tuple[Judgement, ...]
    problem: str | None


def packed(resolution: Resolution) -> Packed:
    """A resolution as it goes to the process that asked."""
    candidates = tuple(_packed(each) for each in resolution.candidates)
    return Packed(resolution.outcome, candidates, resolution.judgements, resolution.problem)


def _packed(candidate: Candidate) -> PackedCandidate:
    hit, names = candidate.hit, candidate.entity.names
    name = candidate.name
    return PackedCandidate(
        entity=candidate.id,
        name=names.index(name) if name in names else name,
        key=hit.entry.key,
        form=hit.entry.form,
        log_odds=hit.log_odds,
        how=hit.how,
        is_compared=hit.match is not None,
        score=candidate.score,
        context=candidate.context,
    )


class Unpacker:
    """Makes resolutions of what came from another process, with the list and the index of this one."""

    def __init__(self, entities: Mapping[str, Entity], index: NameIndex, lang: str | None) -> None:
        self._entities, self._index, self._lang = entities, index, lang

    def __call__(self, text: str, found: Packed) -> Resolution:
        """The resolution of a text."""
        scores = [each.score for each in found.candidates]
        candidates = Later(found.candidates, scores, len(scores), partial(self._candidate, text))
        return Resolution(
            text=text,
            outcome=found.outcome,
            candidates=candidates,
            judgements=found.judgements,
            problem=found.problem,
        )

    def _candidate(self, text: str, one: PackedCandidate, score: float) -> Candidate:
        entity = self._entities[one.entity]
        name = entity.names[one.name] if isinstance(one.name, int) else one.name
        entry = Entry(one.entity, name, one.key, one.form)
        match = Match(partial(_compared, self._index, text, self._lang, entry)) if one.is_compared else None
        hit = Hit(entry, one.log_odds, one.how, match)
        return Candidate(entity=entity, name=name, score=score, hit=hit, context=one.context)


def _compared(index: NameIndex, text: str, lang: str | None, entry: Entry) -> tuple[Paired, dict[str, float]]:
    """How a text and an entry compare, as they did in the other process."""
    found = next(hit.match for hit in index.similar(text, lang) if hit.entry == entry and hit.match is not None)
    return found.names, found.values
