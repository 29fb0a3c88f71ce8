"""Python's garbage collector, paused while many values are made and none is thrown away."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collection_paused() -> Iterator[None]:
    """A block in which the garbage collector does not run; it is left as it was found.

    Making a hundred thousand values starts it dozens of times, each time to find nothing: half of a pack's load.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()
