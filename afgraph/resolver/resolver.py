"""The resolver: candidates by name, weighed with context, and a decision."""

import copy
import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from afgraph.dates import Date, parse_date
from afgraph.errors import DataError
from afgraph.graph import ClaimStore
from afgraph.matching import Evidence, Hit, NameIndex
from afgraph.matching.kept import KIND, VERSION, kept_index, tables_key
from afgraph.model import Entity, Name
from afgraph.recent import Recent
from afgraph.resolver.arrow import Asked, resolved_batches
from afgraph.resolver.batch import OnError, no_text, resolve_batch, safely, unresolved
from afgraph.resolver.context import Context, twin, weigh, within
from afgraph.resolver.decision import MOST, Decision, probabilities
from afgraph.resolver.gazetteer import Rows, entities_of
from afgraph.resolver.ids import CurrentIds
from afgraph.resolver.judged import as_judged, evidence_of_judgement, judged_hits
from afgraph.resolver.judgement import Judgement
from afgraph.resolver.ledger import Ledger
from afgraph.resolver.names import Listed
from afgraph.resolver.packed import Unpacker
from afgraph.resolver.plain import PlainList
from afgraph.resolver.resolution import Candidate, Resolution
from afgraph.resolver.table import PREFIX, NameRows
from afgraph.resolver.workers import resolve_spread
from afgraph.sections import Sections, open_sections, save_sections

if TYPE_CHECKING:
    import pyarrow

_LONGEST = 200  # letters; no name is longer

_KIND = "a resolver"
_SHOWN = 5  # candidates that a result keeps
_REMEMBERED = 10_000  # resolutions
_NO_CONTEXT = Context()

_Weighed = tuple[float, Hit, tuple[Evidence, ...]]


class Resolver:
    """Resolves spellings to the entities of a list, with or without a graph behind it.

    >>> resolver = Resolver.from_names({"m": ["Ahmad Massoud", "احمد مسعود"], "s": ["Amrullah Saleh"]})
    >>> resolver.resolve("Emrullah Salih").id
    's'
    >>> resolver.resolve("Angela Merkel").outcome
    'nil'
    """

    def __init__(
        self,
        entities: Iterable[Entity] | Mapping[str, Entity],
        *,
        store: ClaimStore | None = None,
        judgements: str | Path | None = None,
        kept: tuple[Path, str] | None = None,
    ) -> None:
        by_id = entities if isinstance(entities, Mapping) else {entity.id: entity for entity in entities}
        each = by_id.every() if isinstance(by_id, Listed) else by_id.values()
        names = ((entity.id, name) for entity in each for name in entity.names)
        names_of = _NamesOf(by_id)
        index = NameIndex.over(names, names_of) if kept is None else kept_index(names, names_of, *kept)
        self._begin(by_id, index, store, judgements)

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

    @classmethod
    def from_names(cls, rows: Rows) -> "Resolver":
        """A resolver for anyone's list: `{id: [name, ...]}`, (id, name) rows, or mappings with more columns.

        Mappings may hold `type` and `lang` beside `id` and `name`. Raises `ValueError` for a row without them.

        >>> Resolver.from_names([("k", "Kabul"), ("k", "کابل")]).resolve("Кабул").id
        'k'
        """
        return cls(entities_of(rows))

    def save(self, path: str | Path) -> None:
        """Write the list and all that it is searched by to one file, which `open` maps into memory.

        Judgements are not in it. Raises `ValueError` for the resolver of a graph, `OSError` where the file cannot be
        written.

        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder:
        ...     Resolver.from_names({"k": ["Kabul"]}).save(f"{folder}/cities.names")
        """
        if not isinstance(self._entities, Listed):
            raise ValueError("the resolver of a graph is not saved: open the graph with afgraph.load, which keeps it")  # noqa: TRY004
        parts = (self._entities.sections, self.index.sections)
        about = {name: value for each in parts for name, value in each.about.items()}
        both = {name: part for each in parts for name, part in each.parts.items()}
        save_sections(Sections(both, {**about, "tables": tables_key()}), path, kind=_KIND, version=VERSION)

    @classmethod
    def open(cls, path: str | Path, *, judgements: str | Path | None = None) -> "Resolver":
        """The resolver that `save` wrote, ready at once: its file is mapped, and processes share what they read of it.

        Raises `DataError` with the file's name where it is no such file, damaged, or of another version: at once, or
        when the damaged part is first asked for.

        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder:
        ...     Resolver.from_names({"k": ["Kabul"]}).save(f"{folder}/cities.names")
        ...     Resolver.open(f"{folder}/cities.names").resolve("Kaboul").id
        'k'
        """
        sections = open_sections(path, _KIND, VERSION)
        if sections.about.get("tables") != tables_key():
            raise DataError(f"{path}: it was made by another version of afgraph; make it again from its names")
        entities = Listed(sections)
        found = cls.__new__(cls)
        found._begin(entities, NameIndex.opened(sections, _NamesOf(entities)), None, judgements)  # noqa: SLF001 - its own
        return found

    def __getstate__(self) -> dict[str, Any]:
        """Another process remembers nothing yet."""
        return {**self.__dict__, "_last": Recent[str, Resolution](_REMEMBERED)}

    def ledger(self, path: str | Path | None = None) -> Ledger:
        """A ledger for the judgements on these entities: of a file, or of this process alone.

        As `resolver.judgements` it decides. Raises `PackError` with file and line of whatever is no judgement.

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
        limit: int = _SHOWN,
    ) -> Resolution:
        """Who a spelling means: a match, several candidates, or nobody.

        Context is used where it is given: `date` (EDTF), `place` (an id), `near` (one id or several), `lang`
        (ISO 639-3), `schema`. `limit` is how many candidates the result keeps, at least one. Raises
        `DateFormatError` for a bad date.

        >>> Resolver.from_names({"a": ["Abdul Qadir"], "b": ["Abdul Qadir"]}).resolve("Abdul Qadir").outcome
        'ambiguous'
        """
        if date is place is lang is schema is None and not near and limit == _SHOWN:
            return self._alone(text)
        context = _context(date=date, place=place, near=near, lang=lang, schema=schema)
        return self.resolve_in(text, context, limit=limit)

    def _alone(self, text: str) -> Resolution:
        """The resolution of a spelling without context; the last ones are remembered while nobody has judged."""
        if not self.judgements.is_silent:
            return self.resolve_in(text, _NO_CONTEXT)
        found = self._last.get(text)
        if found is None:
            found = self._resolved_alone(text)
            self._last.put(text, found)
        return found

    def _resolved_alone(self, text: str) -> Resolution:
        if self._plain is None or not _may_be_name(text):
            return self.resolve_in(text, _NO_CONTEXT)
        return self._plain.resolve(text, _SHOWN)

    def resolve_in(self, text: str, context: Context, *, limit: int = _SHOWN) -> Resolution:
        """`resolve` with its context as one value."""
        if limit < 1:
            raise ValueError(f"limit is {limit}; a result keeps at least 1 candidate")
        if not isinstance(text, str):
            raise TypeError(f"{no_text(type(text))}; resolve a name")
        if len(text) > _LONGEST:
            return unresolved(text, f"{len(text)} letters are no name; one has {_LONGEST} at most")
        judged = self.judgements.about(text)
        hits = self._hits(text, context)
        if judged:
            hits += judged_hits(text, judged, {hit.entry.entity for hit in hits})
        ranked = self._ranked(self._weighed(hits, context, judged))
        decided = self._decision.of([each.score for each in ranked])
        outcome = as_judged(decided, ranked, judged)
        return Resolution(text=text, outcome=outcome, candidates=tuple(ranked[:limit]), judgements=judged)

    def resolve_many(
        self,
        texts: Iterable[Any],
        *,
        workers: int = 1,
        progress: bool = False,
        errors: OnError = "nil",
        date: str | datetime.date | Date | None = None,
        place: str | None = None,
        near: Iterable[str] = (),
        lang: str | None = None,
        schema: str | None = None,
        limit: int = _SHOWN,
    ) -> list[Resolution]:
        """The resolutions of many spellings, in order; equal spellings are resolved once.

        The context is as for `resolve`, the same for all. `workers` is a number of processes, which share one copy of
        the list in a file; `progress` shows a bar on a terminal or in a notebook. What is no name (`None`, a number, a
        text of more than 200 letters) stops no other: it is nobody with a `problem`, or with `errors="raise"` a
        `BadNameError` that names its row. Raises `WorkerError` where a process dies.

        >>> [each.id for each in Resolver.from_names({"k": ["Kabul"]}).resolve_many(["Kabul", "KABUL", "Paris"])]
        ['k', 'k', None]
        """
        if workers < 1:
            raise ValueError(f"workers is {workers}; names are resolved by at least 1 process")
        context = _context(date=date, place=place, near=near, lang=lang, schema=schema)
        if workers > 1:
            share = partial(self._shared, context=context, limit=limit)
            each = partial(resolve_spread, share, Unpacker(self._entities, self.index, lang), workers=workers)
            return resolve_batch(texts, each, errors=errors, progress=progress)
        each_here = partial(map, partial(safely, self._asker(context, limit)))
        return resolve_batch(texts, each_here, errors=errors, progress=progress)

    def resolve_batches(
        self,
        batches: "Iterable[pyarrow.RecordBatch] | pyarrow.Table",
        *,
        column: str = "name",
        date_column: str | None = None,
        place_column: str | None = None,
        lang_column: str | None = None,
        prefix: str = PREFIX,
        date: str | datetime.date | Date | None = None,
        place: str | None = None,
        near: Iterable[str] = (),
        lang: str | None = None,
        schema: str | None = None,
    ) -> "Iterator[pyarrow.RecordBatch]":
        """Each record batch of Arrow with what the names in one of its columns resolve to, one by one.

        Behind the columns that come in stand `resolved_id`, `_name`, `_outcome`, `_score`, `_likeliest`, `_runner_up`
        and `_problem`: texts, but for the score, a double; a name that is null gives nulls. `prefix` is what they are
        called by. `date_column`, `place_column` and `lang_column` hold the context of each row; where they are left
        out, or null, `date`, `place` and `lang` count. Distinct names are resolved once, over all batches. Raises
        `ValueError` for a column that is missing, or there already, `TypeError` for one of names that is no text,
        `MissingExtraError` without pyarrow (extra `arrow`).

        >>> import pyarrow
        >>> batch = pyarrow.record_batch({"name": ["Kaboul", "Paris", None]})
        >>> [found] = Resolver.from_names({"k": ["Kabul"]}).resolve_batches([batch])
        >>> found.column("resolved_id").to_pylist(), found.column("resolved_outcome").to_pylist()
        (['k', None, None], ['match', 'nil', None])
        """
        _context(date=date, place=place, near=near, lang=lang, schema=schema)  # refused now
        resolve = partial(self.resolve, near=frozenset([near] if isinstance(near, str) else near), schema=schema)
        rows = NameRows(resolve, date=date, place=place, lang=lang)
        asked = Asked(
            column, date_column=date_column, place_column=place_column, lang_column=lang_column, prefix=prefix
        )
        return resolved_batches(batches, rows, asked)

    def _shared(self, folder: Path, context: Context, limit: int) -> Callable[[str], Resolution]:
        """What resolves by this list in files, which another process maps: its own one, or new ones in a folder.

        Judgements go along.
        """
        if isinstance(self._entities, Listed):
            shared = self if self._entities.sections.in_place else self._refiled(folder / "list")
        else:
            save_sections(self.index.sections, folder / "index", kind=KIND, version=VERSION)
            shared = copy.copy(self)
            sections = open_sections(folder / "index", KIND, VERSION)
            shared.index = NameIndex.opened(sections, _NamesOf(self._entities))
        return shared._asker(context, limit)  # noqa: SLF001 - of its own kind

    def _asker(self, context: Context, limit: int) -> Callable[[str], Resolution]:
        """`resolve_in` with a context, the quicker way where there is none."""
        alone = context == _NO_CONTEXT and limit == _SHOWN
        return self._alone if alone else partial(self.resolve_in, context=context, limit=limit)

    def _refiled(self, path: Path) -> "Resolver":
        """The same resolver, opened from a file that is written now."""
        self.save(path)
        opened = Resolver.open(path)
        opened.judgements = self.judgements.over(CurrentIds(opened._entities))  # noqa: SLF001 - of its own kind
        return opened

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


def _may_be_name(value: object) -> bool:
    return isinstance(value, str) and len(value) <= _LONGEST


class _NamesOf:
    """The names of each of some entities."""

    def __init__(self, entities: Mapping[str, Entity]) -> None:
        self._entities = entities

    def __call__(self, entity_id: str) -> Sequence[Name]:
        return self._entities[entity_id].names


def _context(
    *,
    date: str | datetime.date | Date | None,
    place: str | None,
    near: Iterable[str],
    lang: str | None,
    schema: str | None,
) -> Context:
    when = None if date is None else parse_date(date)
    beside = [near] if isinstance(near, str) else near
    return Context(date=when, place=place, near=frozenset(beside), lang=lang, schema=schema)
