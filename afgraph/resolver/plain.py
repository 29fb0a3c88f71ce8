"""Spellings resolved in a plain list, where names alone decide: by number, with nothing made that nobody looks at."""

from afgraph.matching import Finding, NameIndex
from afgraph.matching.finding import BEST_FIRST, tied
from afgraph.resolver.decision import MOST, Decision, probabilities
from afgraph.resolver.later import Later
from afgraph.resolver.names import Listed
from afgraph.resolver.resolution import Candidate, Outcome, Resolution

Decided = tuple[Outcome, tuple[float, ...]]  # with the probabilities


class PlainList:
    """A list without a graph. The plain reference is `Resolver.resolve_in`, which weighs context as well."""

    def __init__(self, entities: Listed, index: NameIndex, decision: Decision) -> None:
        self._entities, self._index, self._decision = entities, index, decision
        self._make = self._candidate  # one for all: what a result holds is looked through again and again
        self._of_one: dict[str, Decided] = {}  # what becomes of a single name, by how it was found

    def __reduce__(self) -> tuple[object, ...]:
        return PlainList, (self._entities, self._index, self._decision)

    def resolve(self, text: str, limit: int) -> Resolution:
        """Who a spelling means, no longer than a name may be."""
        index = self._index
        plainly = index.found_plainly(text)
        if plainly:
            decided = self._of_one.get(plainly.how)
            if decided is None:
                decided = self._of_one[plainly.how] = self._decided([plainly])
            candidates = Later([plainly], decided[1], limit, self._make)
            return Resolution(text=text, outcome=decided[0], candidates=candidates)
        found = index.found_exactly(text) if plainly is False else ()
        ranked = self._best(found or index.found_similar(text))
        outcome, scores = self._decided(ranked)
        return Resolution(text=text, outcome=outcome, candidates=Later(ranked, scores, limit, self._make))

    def _decided(self, ranked: list[Finding]) -> Decided:
        scores = probabilities([each.log_odds for each in ranked])
        return self._decision.of(scores), scores

    def _best(self, found: list[Finding]) -> list[Finding]:
        """The best of each entity, the likeliest first; of equals the first by id."""
        if len(found) < 2 or self._index.entries.alone:
            return found[:MOST]
        best: dict[int, Finding] = {}
        entries = self._index.entries
        for each in found:
            owner = entries.owner_number(each.at)
            if owner not in best or each.log_odds > best[owner].log_odds:
                best[owner] = each
        order = sorted(best.values(), key=BEST_FIRST, reverse=True)
        if tied(order):
            order.sort(key=lambda each: (-each.log_odds, entries.owner_of(each.at)))
        return order[:MOST]

    def _candidate(self, found: Finding, score: float) -> Candidate:
        hit = self._index.hit(found)
        return Candidate(entity=self._entities[hit.entry.entity], name=hit.entry.name, score=score, hit=hit)
