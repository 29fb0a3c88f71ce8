"""Many spellings resolved: distinct ones once, by several processes, or as columns of Arrow."""

import datetime
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from afgraph.dates import Date
from afgraph.resolver.arrow import Asked, resolved_batches
from afgraph.resolver.batch import OnError, resolve_batch, safely
from afgraph.resolver.context import NO_CONTEXT, Context, context_of
from afgraph.resolver.one import One
from afgraph.resolver.packed import Unpacker
from afgraph.resolver.plain import SHOWN
from afgraph.resolver.resolution import Resolution
from afgraph.resolver.table import PREFIX, NameRows
from afgraph.resolver.workers import resolve_spread

if TYPE_CHECKING:
    import pyarrow


class Many(One, ABC):
    """Whom many spellings mean; each is resolved as it would be alone."""

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
        limit: int = SHOWN,
    ) -> list[Resolution]:
        """The resolutions of many spellings, in order; equal spellings are resolved once.

        The context is as for `resolve`, the same for all. `workers` is a number of processes, which share one copy of
        the list in a file; `progress` shows a bar on a terminal or in a notebook. What is no name (`None`, a number, a
        text of more than 200 letters) stops no other: it is nobody with a `problem`, or with `errors="raise"` a
        `BadNameError` that names its row. Raises `WorkerError` where a process dies.

        >>> from afgraph import Resolver
        >>> [each.id for each in Resolver.from_names({"k": ["Kabul"]}).resolve_many(["Kabul", "KABUL", "Paris"])]
        ['k', 'k', None]
        """
        if workers < 1:
            raise ValueError(f"workers is {workers}; names are resolved by at least 1 process")
        context = context_of(date=date, place=place, near=near, lang=lang, schema=schema)
        if workers > 1:
            share = partial(self._shared, context=context, limit=limit)
            each = partial(resolve_spread, share, Unpacker(self._entities, self.index, lang), workers=workers)
            return resolve_batch(texts, each, errors=errors, progress=progress)
        return resolve_batch(texts, partial(self._each, context, limit), errors=errors, progress=progress)

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
        >>> from afgraph import Resolver
        >>> batch = pyarrow.record_batch({"name": ["Kaboul", "Paris", None]})
        >>> [found] = Resolver.from_names({"k": ["Kabul"]}).resolve_batches([batch])
        >>> found.column("resolved_id").to_pylist(), found.column("resolved_outcome").to_pylist()
        (['k', None, None], ['match', 'nil', None])
        """
        context_of(date=date, place=place, near=near, lang=lang, schema=schema)  # refused now
        resolve = partial(self.resolve, near=frozenset([near] if isinstance(near, str) else near), schema=schema)
        rows = NameRows(resolve, date=date, place=place, lang=lang)
        asked = Asked(
            column, date_column=date_column, place_column=place_column, lang_column=lang_column, prefix=prefix
        )
        return resolved_batches(batches, rows, asked)

    @abstractmethod
    def _filed(self, folder: Path) -> "Many":
        """The same resolver by a list in files, which other processes map: its own ones, or new ones in a folder."""

    def _shared(self, folder: Path, context: Context, limit: int) -> Callable[[str], Resolution]:
        """What resolves in another process. Judgements go along."""
        return self._filed(folder)._asker(context, limit)  # noqa: SLF001 - of its own kind

    def _each(self, context: Context, limit: int, texts: Iterable[str]) -> Iterator[Resolution]:
        """Each of some texts resolved here; one that fails stops no other."""
        if _is_alone(context, limit) and self.judgements.is_silent:
            return self._each_alone(texts)
        return map(partial(safely, self._asker(context, limit)), texts)

    def _asker(self, context: Context, limit: int) -> Callable[[str], Resolution]:
        """`resolve_in` with a context, the quicker way where there is none."""
        return self._alone if _is_alone(context, limit) else partial(self.resolve_in, context=context, limit=limit)


def _is_alone(context: Context, limit: int) -> bool:
    """Whether nothing but its spelling says whom a name means, and as much is asked as always."""
    return context == NO_CONTEXT and limit == SHOWN
