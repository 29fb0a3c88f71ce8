"""Many spellings at once: distinct ones first, over several processes if wanted, with progress."""

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager

from afgraph.resolver.resolution import Resolution

ResolveOne = Callable[[str], Resolution]

_CHUNK = 256
_OBJECTS = 100_000  # made between two such searches
_in_worker: list[ResolveOne] = []


def resolve_batch(resolve: ResolveOne, texts: Sequence[str], *, workers: int, progress: bool) -> list[Resolution]:
    """The resolutions of `texts` in order, each distinct text resolved once."""
    distinct = list(dict.fromkeys(texts))
    with _rarely_collected():
        resolved = _resolved(resolve, distinct, workers)
        known = dict(zip(distinct, _shown(resolved, len(distinct), progress=progress), strict=True))
    return [known[text] for text in texts]


@contextmanager
def _rarely_collected() -> Iterator[None]:
    """Less time for the search for cycles, of which results have none; it takes a fifth of a batch otherwise."""
    before = gc.get_threshold()
    if gc.isenabled() and before[0]:
        gc.set_threshold(max(_OBJECTS, before[0]), *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _resolved(resolve: ResolveOne, texts: Sequence[str], workers: int) -> Iterator[Resolution]:
    if workers <= 1:
        yield from map(resolve, texts)
        return
    with ProcessPoolExecutor(max_workers=workers, initializer=_in_worker.append, initargs=(resolve,)) as pool:
        yield from pool.map(_one, texts, chunksize=_CHUNK)


def _one(text: str) -> Resolution:
    return _in_worker[0](text)


def _shown(resolved: Iterable[Resolution], total: int, *, progress: bool) -> Iterable[Resolution]:
    """The same results behind a progress bar; the bar stays away where nobody looks."""
    if not progress:
        return resolved
    from tqdm.auto import tqdm

    return tqdm(resolved, total=total, unit="name", disable=None)
