"""Names resolved by several processes, which map one file with the list and its index into memory."""

import pickle
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from afgraph.errors import WorkerError
from afgraph.resolver.batch import ResolveOne, rarely_collected, safely
from afgraph.resolver.packed import Packed, Unpacker, packed
from afgraph.resolver.resolution import Resolution

Share = Callable[[Path], ResolveOne]  # given a folder for files, what resolves by files alone

_CHUNK = 256  # names that go to a process at once
_TURNS = 4  # chunks for each process, at least, so that none waits long for the last
_sent: list[bytes] = []
_opened: list[ResolveOne] = []


def resolve_spread(share: Share, unpack: Unpacker, texts: Sequence[str], *, workers: int) -> Iterator[Resolution]:
    """The resolutions of some distinct texts in order, by so many processes at most.

    Raises `WorkerError` where a process dies.
    """
    size = max(1, min(_CHUNK, len(texts) // (workers * _TURNS)))
    chunks = [texts[at : at + size] for at in range(0, len(texts), size)]
    if not chunks:
        return
    with TemporaryDirectory(prefix="afgraph-", ignore_cleanup_errors=True) as folder:
        body = pickle.dumps(share(Path(folder)))
        with ProcessPoolExecutor(min(workers, len(chunks)), initializer=_begin, initargs=(body,)) as pool:
            done = 0
            try:
                for chunk, found in zip(chunks, pool.map(_resolve_chunk, chunks), strict=True):
                    yield from map(unpack, chunk, found)
                    done += len(chunk)
            except BrokenProcessPool:
                raise WorkerError(_died(done, len(texts), workers)) from None


def _begin(body: bytes) -> None:
    """In a worker: what it is to resolve by; opened later, where an error reaches the one who asked."""
    _sent[:] = [body]
    _opened.clear()  # of a worker that this one was forked from


def _resolve_chunk(texts: Sequence[str]) -> list[Packed]:
    """In a worker: some texts resolved; the first of all opens the list."""
    if not _opened:
        resolve: Any = pickle.loads(_sent[0])  # noqa: S301 - our own, from the process that started this one
        _opened.append(resolve)
    with rarely_collected():
        return [packed(safely(_opened[0], text)) for text in texts]


def _died(done: int, total: int, workers: int) -> str:
    return (
        f"one of {workers} worker processes died after {done} of {total} distinct names, as happens when memory runs "
        "out or something kills it; ask again with fewer workers, or with workers=1. Where processes are spawned "
        "(multiprocessing.get_start_method()), a script must call this under `if __name__ == '__main__':`"
    )
