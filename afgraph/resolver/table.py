"""Resolutions as rows of a table, each distinct name with its context resolved once."""

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from difflib import get_close_matches
from functools import lru_cache
from threading import Lock
from typing import Any, Literal, NamedTuple, Protocol

from afgraph.errors import AmbiguousNameError, DateFormatError, UnknownNameError
from afgraph.resolver.batch import no_text, rarely_collected, safely, unresolved
from afgraph.resolver.resolution import Resolution

PREFIX = "resolved_"
REMEMBERED = 100_000  # distinct names with their context

Kind = Literal["text", "number"]


class Row(NamedTuple):
    """What a table has of a resolution; all of it `None` where there was no name.

    `id` and `name` are of the entity meant, `None` unless the outcome is a match; `likeliest` and `runner_up` are the
    ids of the two best candidates, whatever the outcome; `problem` says why nothing could be looked up.
    """

    id: str | None
    name: str | None
    outcome: str | None
    score: float | None
    likeliest: str | None
    runner_up: str | None
    problem: str | None


COLUMNS: Mapping[str, Kind] = {name: "number" if name == "score" else "text" for name in Row._fields}
NOTHING = Row(None, None, None, None, None, None, None)


class Key(NamedTuple):
    """A name with its context, as a table has them; of what is no text its type, `None` where there is nothing."""

    text: Any
    date: Any = None
    place: Any = None
    lang: Any = None


class Resolve(Protocol):
    """Resolves one spelling in its context."""

    def __call__(self, text: str, *, date: Any, place: Any, lang: Any) -> Resolution:
        """The resolution."""


def row_of(resolution: Resolution) -> Row:
    """The row of a resolution.

    >>> from afgraph import Resolver
    >>> row_of(Resolver.from_names({"k": ["Kabul"]}).resolve("Kaboul"))[:3]
    ('k', 'Kabul', 'match')
    """
    entity = resolution.entity
    ids = [each.id for each in resolution.candidates[:2]]
    return Row(
        id=None if entity is None else _whole(entity.id),
        name=None if entity is None else _whole(entity.name),
        outcome=resolution.outcome,
        score=resolution.score,
        likeliest=_whole(ids[0]) if ids else None,
        runner_up=_whole(ids[1]) if len(ids) > 1 else None,
        problem=None if resolution.problem is None else _whole(resolution.problem),
    )


def _whole(text: str) -> str:
    """A text without halves of letters, which no column holds."""
    return text.encode("utf-8", "replace").decode()


class NameRows:
    """NameRows by name and context; the last ones are remembered.

    `date`, `place` and `lang` are for names that do not bring their own. Several threads may ask.
    """

    def __init__(
        self, resolve: Resolve, *, date: Any = None, place: Any = None, lang: Any = None, remembered: int = REMEMBERED
    ) -> None:
        self._resolve = resolve
        self._date, self._place, self._lang = date, place, lang
        self._row: Callable[[Key], Row] = lru_cache(maxsize=remembered)(self._made)
        self._lock = Lock()

    def of(self, keys: Iterable[Key]) -> list[Row]:
        """The rows of some names with their context, in order."""
        with self._lock, rarely_collected():
            return [NOTHING if key.text is None else self._row(key) for key in keys]

    def _made(self, key: Key) -> Row:
        text = key.text
        if isinstance(text, type):
            return row_of(unresolved("", no_text(text)))
        date, place, lang = (
            own if own is not None else usual
            for own, usual in zip(key[1:], (self._date, self._place, self._lang), strict=True)
        )
        try:
            return row_of(safely(lambda name: self._resolve(name, date=_date(date), place=place, lang=lang), text))
        except (DateFormatError, UnknownNameError, AmbiguousNameError) as error:  # of its own context
            return row_of(unresolved(text, str(error)))


def _date(value: Any) -> Any:
    """A date as questions take it, of what tables hold: dates, times of a day, years as numbers."""
    if isinstance(value, datetime.datetime):
        return value.date()
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def encoded(values: Iterable[Any]) -> tuple[list[Any], list[int]]:
    """Distinct values in the order in which they come, and the place of each value among them.

    >>> encoded(["b", "a", "b"])
    (['b', 'a'], [0, 1, 0])
    """
    places: dict[Any, int] = {}
    found = [places.setdefault(value, len(places)) for value in values]
    return list(places), found


def checked(columns: Sequence[str], wanted: Iterable[str | None], prefix: str) -> None:
    """Raise `ValueError` where a table lacks a column that is wanted, or has one that would be added."""
    for name in wanted:
        if name is not None and name not in columns:
            near = get_close_matches(name, columns, n=1)
            meant = f"; {near[0]!r} is meant?" if near else ""
            raise ValueError(f"there is no column {name!r}{meant} The columns are {', '.join(map(repr, columns))}")
    taken = [prefix + name for name in COLUMNS if prefix + name in columns]
    if taken:
        raise ValueError(f"the column {taken[0]!r} is there already; pass another prefix than {prefix!r}")
