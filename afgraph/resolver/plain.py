"""Spellings resolved in a plain list, where names alone decide: by number, with nothing made that nobody looks at."""

from itertools import pairwise
from operator import attrgetter

from afgraph.matching import Finding, NameIndex
from afgraph.resolver.decision import MOST, Decision, probabilities
from afgraph.resolver.later import Later
from afgraph.resolver.names import Listed
from afgraph.resolver.resolution import Candidate, Resolution

_LOG_ODDS = attrgetter("log_odds")


class PlainList:
    """A list without a graph. The plain reference is `Resolver.resolve_in`, which weighs context as well."""

    def __init__(self, entities: Listed, index: NameIndex, decision: Decision) -> None:
        self._entities, self._index, self._decision = entities, index, decision
        self._make = self._candidate  # one for all: what a result holds is looked through again and again

    def __reduce__(self) -> tuple[object, ...]:
        return PlainList, (self._entities, self._index, self._decision)

    def resolve(self, text: str, limit: int) -> Resolution:
        """Who a spelling means, no longer than a name may be."""
        index = self._index
        ranked = self._best(index.found_exactly(text) or index.found_similar(text))
        scores = probabilities([each.log_odds for each in ranked])
        candidates = Later(ranked, scores, limit, self._make)
        return Resolution(text=text, outcome=self._decision.of(scores), candidates=candidates)

    def _best(self, found: list[Finding]) -> list[Finding]:
        """The best of each entity, the likeliest first; of equals the first by id."""
        if len(found) < 2:
            return found
        best: dict[int, Finding] = {}
        entries = self._index.entries
        for each in found:
            owner = entries.owner_number(each.at)
            if owner not in best or each.log_odds > best[owner].log_odds:
                best[owner] = each
        order = sorted(best.values(), key=_LOG_ODDS, reverse=True)
        if any(one.log_odds == other.log_odds for one, other in pairwise(order)):
            order.sort(key=lambda each: (-each.log_odds, entries.owner_of(each.at)))
        return order[:MOST]

    def _candidate(self, found: Finding, score: float) -> Candidate:
        hit = self._index.hit(found)
        return Candidate(entity=self._entities[hit.entry.entity], name=hit.entry.name, score=score, hit=hit)
