"""Many spellings at once: distinct ones first, each by itself so that a bad one stops no other, with progress."""

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Literal

from afgraph.errors import AfgraphError, BadNameError
from afgraph.resolver.resolution import Resolution

ResolveOne = Callable[[str], Resolution]
ResolveEach = Callable[[Sequence[str]], Iterable[Resolution]]
OnError = Literal["nil", "raise"]

_OBJECTS = 5_000_000  # made between two searches for cycles: those of some fifty thousand names
_OURS = (AfgraphError, OSError, MemoryError)  # they say something of the list or the machine, not of one name


def resolve_batch(
    texts: Iterable[Any], resolve_each: ResolveEach, *, errors: OnError, progress: bool
) -> list[Resolution]:
    """The resolutions of `texts` in order, each distinct text resolved once by `resolve_each`.

    A value that is no text, or that cannot be looked up, is nobody with a `problem`, or with `errors="raise"` a
    `BadNameError` that names its row. Raises `TypeError` for one text in the place of many.
    """
    rows = rows_of(texts)
    if errors not in {"nil", "raise"}:
        raise ValueError(f"errors is {errors!r}; it is 'nil' or 'raise'")
    if errors == "raise":
        _refuse_others(rows)
    distinct = list(dict.fromkeys([each for each in rows if isinstance(each, str)]))
    with rarely_collected():
        resolved = shown(resolve_each(distinct), len(distinct), progress=progress)
        each_found = resolved if errors == "nil" else _refused(resolved, rows)
        if len(distinct) == len(rows):
            return list(each_found)
        known = dict(zip(distinct, each_found, strict=True))
        others: dict[type, Resolution] = {}
        return [known[each] if isinstance(each, str) else _no_text(each, others) for each in rows]


def rows_of(texts: Any) -> list[Any]:
    """Many values as a list: of a sequence, an iterator, or a column of pandas, polars or Arrow."""
    if isinstance(texts, (str, bytes)):
        raise TypeError("texts is one text; ask resolve, or put it in a list")
    plain = getattr(texts, "to_pylist", None)  # of Arrow, whose items are no texts themselves
    return list(texts) if plain is None else list(plain())


def safely(resolve: ResolveOne, text: str) -> Resolution:
    """The resolution of a text; nobody, with the problem, where something goes wrong that is of this text alone."""
    try:
        return resolve(text)
    except _OURS:
        raise
    except Exception as error:  # noqa: BLE001 - whatever goes wrong with one name must not lose the others
        return unresolved(text, f"{type(error).__name__}: {error}")


def unresolved(text: str, problem: str) -> Resolution:
    """Nobody, because of a problem."""
    return Resolution(text=text, outcome="nil", candidates=(), problem=problem)


def no_text(kind: type) -> str:
    """The problem of a value of a kind that is no text."""
    return f"{kind.__name__} is no text"


def _no_text(value: Any, known: dict[type, Resolution]) -> Resolution:
    kind = type(value)
    if kind not in known:
        known[kind] = unresolved("", no_text(kind))
    return known[kind]


def _refuse_others(rows: Sequence[Any]) -> None:
    for row, value in enumerate(rows, start=1):
        if not isinstance(value, str):
            raise BadNameError(row, no_text(type(value)))


def _refused(resolved: Iterable[Resolution], rows: Sequence[Any]) -> Iterator[Resolution]:
    for each in resolved:
        if each.problem is not None:
            raise BadNameError(rows.index(each.text) + 1, each.problem)
        yield each


@contextmanager
def rarely_collected() -> Iterator[None]:
    """Less time for the search for cycles, of which results have none; it takes a fifth of a batch otherwise.

    What was made meanwhile counts as old behind it, or the next search would go through all of it at once.
    """
    before = gc.get_threshold()
    searching = gc.isenabled() and bool(before[0])
    if searching:
        gc.set_threshold(max(_OBJECTS, before[0]), *before[1:])
    try:
        yield
    finally:
        if searching and not gc.get_freeze_count():
            gc.freeze()
            gc.unfreeze()
        gc.set_threshold(*before)


def shown(resolved: Iterable[Resolution], total: int, *, progress: bool) -> Iterable[Resolution]:
    """The same results behind a progress bar; the bar stays away where nobody looks."""
    if not progress:
        return resolved
    from tqdm.auto import tqdm

    return tqdm(resolved, total=total, unit="name", disable=None)
