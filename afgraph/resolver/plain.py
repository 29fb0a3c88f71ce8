# cython: annotation_typing=False
"""Spellings resolved in a plain list, where names alone decide: by number, with nothing made that nobody looks at.

This module may be compiled, as it is.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

from afgraph.matching import Finding, NameIndex
from afgraph.matching.search.verbatim import NOBODY
from afgraph.recent import Recent
from afgraph.resolver.batch import safely
from afgraph.resolver.decision import MOST, Decision, probabilities
from afgraph.resolver.later import Later
from afgraph.resolver.names import Listed
from afgraph.resolver.resolution import Candidate, Outcome, Resolution

SHOWN = 5  # candidates that a result keeps
LONGEST = 200  # letters; no name is longer

Decided = tuple[Outcome, tuple[float, ...]]  # with the probabilities


class PlainList:
    """A list without a graph. The plain reference is `Resolver.resolve_in`, which weighs context as well."""

    def __init__(self, entities: Listed, index: NameIndex, decision: Decision) -> None:
        self._entities, self._index, self._decision = entities, index, decision
        self._make, self._make_plain = self._candidate, self._plain_candidate  # one of each for all results
        self._of_one: dict[int, Decided] = {}  # what becomes of a single name, by how it was found

    @cached_property
    def _verbatim(self) -> Callable[[str], int]:
        """What says that a text is a listed name; the part of a file that it reads is checked now."""
        return self._index.entries.verbatim

    def __reduce__(self) -> tuple[object, ...]:
        return PlainList, (self._entities, self._index, self._decision)

    def each(
        self, texts: Iterable[str], last: Recent[str, Resolution], otherwise: Callable[[str], Resolution]
    ) -> Iterator[Resolution]:
        """Whom each of many spellings means: those in `last` as they are, those too long, or that fail, `otherwise`."""
        for text in texts:
            found = last.get(text)
            if found is None and len(text) <= LONGEST:
                try:
                    found = self.resolve(text)
                    last.put(text, found)
                except Exception:  # noqa: BLE001, S110 - it is asked again below, where what goes wrong is told
                    pass
            yield safely(otherwise, text) if found is None else found

    def resolve(self, text: str) -> Resolution:
        """Who a spelling means, no longer than a name may be."""
        at = self._verbatim(text)
        if at >= 0:
            outcome, scores = self._of_one.get(at & 1) or self._decided_plainly(at)
            return Resolution(text=text, outcome=outcome, candidates=Later((at,), scores, SHOWN, self._make_plain))
        found = () if at == NOBODY else self._index.found_exactly(text)
        ranked = self._best(found or self._index.found_briefly(text))
        outcome, scores = self._decided(ranked)
        return Resolution(text=text, outcome=outcome, candidates=Later(ranked, scores, SHOWN, self._make))

    def _decided_plainly(self, at: int) -> Decided:
        """What becomes of a name that is the only one, and of all that are found like it."""
        found = self._of_one[at & 1] = self._decided([self._index.found_plainly(at)])
        return found

    def _decided(self, ranked: list[Finding]) -> Decided:
        scores = probabilities([each.log_odds for each in ranked])
        return self._decision.of(scores), scores

    def _best(self, found: list[Finding]) -> list[Finding]:
        """The best of each entity, the likeliest first; of equals the first by id."""
        if len(found) < 2:
            return found
        entries = self._index.entries
        if entries.alone:
            return self._index.ranked(found)[:MOST]
        best: dict[int, Finding] = {}
        bearers = entries.bearers
        for each in found:
            owner = bearers[each.at]
            known = best.get(owner)
            if known is None or self._is_before(each, known):
                best[owner] = each
        each_best = list(best.values())
        return each_best if len(each_best) == 1 else self._index.ranked(each_best)[:MOST]

    def _is_before(self, one: Finding, other: Finding) -> bool:
        """Whether one of two names of somebody is the better one; of equals the first by its letters."""
        if one.log_odds != other.log_odds:
            return one.log_odds > other.log_odds
        keys = self._index.entries.keys
        return keys[one.at] < keys[other.at]

    def _plain_candidate(self, at: int, score: float) -> Candidate:
        return self._candidate(self._index.found_plainly(at), score)

    def _candidate(self, found: Finding, score: float) -> Candidate:
        hit = self._index.hit(found)
        return Candidate(entity=self._entities[hit.entry.entity], name=hit.entry.name, score=score, hit=hit)
