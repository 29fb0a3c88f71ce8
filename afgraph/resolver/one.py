"""One spelling resolved: candidates by name, weighed with context, and a decision."""

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from afgraph.dates import Date
from afgraph.graph import ClaimStore
from afgraph.matching import Evidence, Hit, NameIndex
from afgraph.model import Entity
from afgraph.recent import Recent
from afgraph.resolver.batch import no_text, safely, unresolved
from afgraph.resolver.context import NO_CONTEXT, Context, context_of, twin, weigh, within
from afgraph.resolver.decision import MOST, Decision, probabilities
from afgraph.resolver.ids import CurrentIds
from afgraph.resolver.judged import as_judged, evidence_of_judgement, judged_hits
from afgraph.resolver.judgement import Judgement
from afgraph.resolver.ledger import Ledger
from afgraph.resolver.names import Listed
from afgraph.resolver.plain import LONGEST, SHOWN, PlainList
from afgraph.resolver.resolution import Candidate, Resolution

_REMEMBERED = 10_000  # resolutions

_Weighed = tuple[float, Hit, tuple[Evidence, ...]]


class One:
    """Entities with the index of their names, and what decides whom one spelling means."""

    def _begin(
        self,
        entities: Mapping[str, Entity],
        index: NameIndex,
        store: ClaimStore | None,
        judgements: str | Path | None,
    ) -> None:
        self._entities = entities
        self._last = Recent[str, Resolution](_REMEMBERED)
        self.judgements = self.ledger(judgements)
        self._store = store
        self._decision = Decision()
        self.index = index
        self._plain: PlainList | None = None
        if isinstance(entities, Listed) and store is None:
            self._plain = PlainList(entities, index, self._decision)

    def __getstate__(self) -> dict[str, Any]:
        """Another process remembers nothing yet."""
        return {**self.__dict__, "_last": Recent[str, Resolution](_REMEMBERED)}

    def ledger(self, path: str | Path | None = None) -> Ledger:
        """A ledger for the judgements on these entities: of a file, or of this process alone.

        As `resolver.judgements` it decides. Raises `PackError` with file and line of whatever is no judgement.

        >>> from afgraph import Resolver
        >>> Resolver.from_names({"k": ["Kabul"]}).ledger()
        <Ledger of 0 judgements, in memory only>
        """
        return Ledger(path, ids=CurrentIds(self._entities))

    def entity(self, entity_id: str) -> Entity | None:
        """The entity with this id, `None` where there is none."""
        return self._entities.get(entity_id)

    def resolve(
        self,
        text: str,
        *,
        date: str | datetime.date | Date | None = None,
        place: str | None = None,
        near: Iterable[str] = (),
        lang: str | None = None,
        schema: str | None = None,
        limit: int = SHOWN,
    ) -> Resolution:
        """Who a spelling means: a match, several candidates, or nobody.

        Context is used where it is given: `date` (EDTF), `place` (an id), `near` (one id or several), `lang`
        (ISO 639-3), `schema`. `limit` is how many candidates the result keeps, at least one. Raises
        `DateFormatError` for a bad date.

        >>> from afgraph import Resolver
        >>> Resolver.from_names({"a": ["Abdul Qadir"], "b": ["Abdul Qadir"]}).resolve("Abdul Qadir").outcome
        'ambiguous'
        """
        if date is place is lang is schema is None and not near and limit == SHOWN:
            return self._alone(text)
        context = context_of(date=date, place=place, near=near, lang=lang, schema=schema)
        return self.resolve_in(text, context, limit=limit)

    def _alone(self, text: str) -> Resolution:
        """The resolution of a spelling without context; the last ones are remembered while nobody has judged."""
        if not self.judgements.is_silent:
            return self.resolve_in(text, NO_CONTEXT)
        return self._last.get(text) or self._found_alone(text)

    def _found_alone(self, text: Any) -> Resolution:
        """`_alone` for a spelling that is not remembered, or what was given for one."""
        if self._plain is not None and isinstance(text, str) and len(text) <= LONGEST:
            found = self._plain.resolve(text)
        else:
            found = self.resolve_in(text, NO_CONTEXT)
        self._last.put(text, found)
        return found

    def _each_alone(self, texts: Iterable[str]) -> Iterator[Resolution]:
        """`_alone` for each of many texts while nobody judges; one that fails stops no other."""
        if self._plain is not None:
            return self._plain.each(texts, self._last, self._found_alone)
        remembered, find = self._last.get, self._found_alone
        return (remembered(text) or safely(find, text) for text in texts)

    def resolve_in(self, text: str, context: Context, *, limit: int = SHOWN) -> Resolution:
        """`resolve` with its context as one value."""
        if limit < 1:
            raise ValueError(f"limit is {limit}; a result keeps at least 1 candidate")
        if not isinstance(text, str):
            raise TypeError(f"{no_text(type(text))}; resolve a name")
        if len(text) > LONGEST:
            return unresolved(text, f"{len(text)} letters are no name; one has {LONGEST} at most")
        judged = self.judgements.about(text)
        hits = self._hits(text, context)
        if judged:
            hits += judged_hits(text, judged, {hit.entry.entity for hit in hits})
        ranked = self._ranked(self._weighed(hits, context, judged))
        decided = self._decision.of([each.score for each in ranked])
        outcome = as_judged(decided, ranked, judged)
        return Resolution(text=text, outcome=outcome, candidates=tuple(ranked[:limit]), judgements=judged)

    def _hits(self, text: str, context: Context) -> list[Hit]:
        exact = self.index.exact(text)
        known = {hit.entry.entity for hit in exact}
        carried = [self.index.carried(entity, full) for entity, full in context.carried if entity not in known]
        return [*exact, *carried] or self.index.similar(text, context.lang)

    def _weighed(self, hits: Iterable[Hit], context: Context, judged: Sequence[Judgement]) -> list[_Weighed]:
        """The best hit of each entity with its log-odds and the evidence of context and of judgements."""
        best: dict[str, _Weighed] = {}
        for hit in hits:
            entity = self._entities[hit.entry.entity]
            decided = evidence_of_judgement(entity.id, judged) if judged else ()
            evidence = (*weigh(entity, hit.entry.name, context, self._store), *decided)
            total = hit.log_odds + sum(each.weight for each in evidence)
            if entity.id not in best or total > best[entity.id][0]:
                best[entity.id] = (total, hit, evidence)
        weighed = [self._beside_namesakes(each, best, in_text=context.weigh_fame) for each in best.values()]
        return sorted(weighed, key=lambda each: (-each[0], each[1].entry.entity))[:MOST]

    def _beside_namesakes(self, one: _Weighed, all_best: Mapping[str, _Weighed], *, in_text: bool) -> _Weighed:
        """A candidate that lies in a namesake which is just as well named: the wider place is then likelier meant.

        In a text that must be read, one of two places of one name side by side is taken.
        """
        total, hit, evidence = one
        plain = {entity for entity, (_, other, _) in all_best.items() if other.entry.name.kind != "short"}
        inside = within(hit.entry.entity, plain, self._store)
        if inside is None and in_text:
            inside = twin(hit.entry.entity, plain, self._store)
        return one if inside is None else (total + inside.weight, hit, (*evidence, inside))

    def _ranked(self, weighed: list[_Weighed]) -> list[Candidate]:
        """Candidates with the probability that remains when all of them and "nobody" share one."""
        scores = probabilities([total for total, _, _ in weighed])
        return [
            Candidate(
                entity=self._entities[hit.entry.entity], name=hit.entry.name, score=score, context=context, hit=hit
            )
            for (_, hit, context), score in zip(weighed, scores, strict=True)
        ]
