"""Listed names, a long list saved and opened, and look-ups a second: `Resolver.resolve` one by one and many at once.

    python benchmarks/exact.py [--names 100000] [--asked 10000] [--runs 5]

`first` is each name for the first time, `again` the same names once more, when the last ones are remembered. `open` is
`Resolver.open`, `first answer` the first listed name that is resolved after it, which checks what it reads of the file.
Beside them a plain dict from folded name to id, the least that a look-up can cost: no result object, no second
spelling. Printed: medians of the runs.
"""

import argparse
import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tabulate import tabulate

sys.path.append(str(Path(__file__).resolve().parents[1]))  # this folder's modules, when run as a script

from afgraph import Resolver
from afgraph.text import name_key
from benchmarks.fuzzy import Names, listed

HEAD = ("", "first, names a second", "again, names a second", "share of a dict's", "again")


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--names", type=int, default=100_000)
    parser.add_argument("--asked", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=5)
    chosen = parser.parse_args()
    rng = random.Random(1)  # noqa: S311 - names that come out the same
    names = listed(chosen.names, rng)
    asked = rng.sample([name for _, name in names], min(chosen.asked, len(names)))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "some.names"
        Resolver.from_names(names).save(path)
        opened = [opening(path, asked[0]) for _ in range(chosen.runs)]
        runs = [run(path, asked) for _ in range(chosen.runs)]
        print(f"{len(names)} names, {path.stat().st_size / len(names):.0f} bytes a name")
    print(
        f"open {median(each for each, _ in opened):.1f} ms, first answer {median(each for _, each in opened):.1f} ms\n"
    )
    print(tabulate(rows(runs, dict_rates(names, asked, chosen.runs)), HEAD, tablefmt="github", disable_numparse=True))
    return 0


def rows(runs: Sequence[Sequence[float]], least: float) -> Iterator[list[str]]:
    """The medians of our runs, and how they stand to names a second of a dict."""
    for at, way in enumerate(("resolve", "resolve_many")):
        first, again = (median(each[2 * at + step] for each in runs) for step in range(2))
        yield [way, f"{first:,.0f}", f"{again:,.0f}", f"{first / least:.3f}", f"{again / least:.2f}"]
    yield ["a dict of folded names", f"{least:,.0f}", f"{least:,.0f}", "1", "1"]


def dict_rates(names: Names, asked: Sequence[str], runs: int) -> float:
    """Names a second of a dict from folded name to id, the median of some runs."""
    ids = {name_key(name): each for each, name in names}
    taken = [seconds(lambda: [ids.get(name_key(name)) for name in asked]) for _ in range(runs)]
    return len(asked) / median(taken)


def opening(path: Path, text: str) -> tuple[float, float]:
    """Milliseconds until the file is open, and from then until a listed name is resolved."""
    start = time.perf_counter()
    resolver = Resolver.open(path)
    ready = time.perf_counter()
    resolver.resolve(text)
    return (ready - start) * 1000, (time.perf_counter() - ready) * 1000


def run(path: Path, asked: list[str]) -> list[float]:
    """Names a second: one by one for the first time and again, many at once for the first time and again."""
    found = []
    for many in (False, True):
        resolver = Resolver.open(path)
        resolver.resolve("Nobody At All")
        found += [rate(resolver, asked, many=many) for _ in range(2)]
    return found


def rate(resolver: Resolver, asked: list[str], *, many: bool) -> float:
    """Names a second of processor time."""
    return len(asked) / seconds(lambda: resolver.resolve_many(asked) if many else [*map(resolver.resolve, asked)])


def seconds(work: Callable[[], object]) -> float:
    """Seconds of processor time that some work takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    raise SystemExit(main())
