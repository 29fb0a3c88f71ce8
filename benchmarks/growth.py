"""How cost grows with the list: building, opening, memory and time for each query, beside a scan, in one run.

    python benchmarks/growth.py [--names N ...] [--queries 1000] [--reference 25] [--picture FILE]

For each length of the list, of names as `fuzzy.py` makes them, fresh processes: one builds the index and saves it, one
opens it and is asked, one holds the peer's list of folded strings. Memory is what the resident set grows by: of ours
with the file open and a fifth of all queries answered, what the library itself holds left out. `most` is the peak while
the index is built, the names themselves left out. Times are of the processor, but for opening; medians of five, noisy
names in turns with the peer. `--picture` draws time and bytes over the length, as SVG. Needs the extra `bench`.
"""

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from tabulate import tabulate

sys.path.append(str(Path(__file__).resolve().parents[1]))  # this folder's modules, when run as a script

from afgraph import Resolver
from benchmarks.chart import drawn
from benchmarks.fuzzy import ROUNDS, asked, built, listed, press_noise, rounds, timed, two_edits
from benchmarks.nearest import rapidfuzz_scan

SIZES = (10_000, 100_000, 1_000_000, 3_000_000)
NOISES = {"press": press_noise, "edits": two_edits}
COST_HEAD = ("names", "different words", "built in, s", "most, MB", "opened in, ms", "bytes a name, file", "in memory",
             "rapidfuzz, in memory")  # fmt: skip
TIME_HEAD = ("names", "asked", "afgraph, us", "right first", "rapidfuzz, us", "right first", "faster by")
_EXACT = 5_000  # listed names that are asked
_MB = 1e6

Result = dict[str, Any]


def resident() -> int:
    """The bytes of memory that this process holds."""
    import psutil

    return int(psutil.Process().memory_info().rss)


def highest() -> int:
    """The most bytes of memory that this process held so far."""
    import psutil

    if sys.platform == "win32":
        return int(psutil.Process().memory_info().peak_wset)
    import resource

    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


def build(folder: Path, count: int, queries: int) -> Result:
    """What building costs; leaves the file, the names and what is to be asked in a folder."""
    names = listed(count, random.Random(1))  # noqa: S311 - names that come out the same
    words = len({word for _, name in names for word in name.split()})
    chosen = random.Random(3).sample(names, min(_EXACT, count))  # noqa: S311 - the same too
    questions = {kind: asked(names, queries, noise) for kind, noise in NOISES.items()}
    (folder / "questions.json").write_text(json.dumps({**questions, "exact": chosen}), encoding="utf-8")
    (folder / "ids.txt").write_text("\n".join(each for each, _ in names), encoding="utf-8")
    (folder / "forms.txt").write_text("\n".join(name.lower() for _, name in names), encoding="utf-8")
    before = resident()
    resolver, seconds = built(names)
    most = max(0, highest() - before)
    resolver.save(folder / "some.names")
    size = (folder / "some.names").stat().st_size
    return {"names": len(names), "words": words, "build": seconds, "most": most, "file": size / len(names)}


def ask(folder: Path, reference: int) -> Result:
    """What an opened file costs, and the questions to it and to the peer."""
    questions = json.loads((folder / "questions.json").read_text(encoding="utf-8"))
    path = folder / "some.names"
    small, _ = built(listed(10, random.Random(1)))  # noqa: S311 - only for the library to read its tables
    for kind in NOISES:
        timed(small, questions[kind][::ROUNDS])
    before = resident()
    resolver = Resolver.open(path)
    for kind in NOISES:
        timed(resolver, questions[kind][::ROUNDS])
    held = resident() - before
    del resolver
    opened = [milliseconds(path) for _ in range(ROUNDS)]
    exact = [exactly(path, questions["exact"]) for _ in range(ROUNDS)]
    ids, forms = lines_in(folder / "ids.txt"), lines_in(folder / "forms.txt")
    peers = {"rapidfuzz": (rapidfuzz_scan(forms), reference)}
    found: Result = {"memory": held / len(forms), "open": median(opened)}
    for kind in NOISES:
        found[kind] = [each._asdict() for each in rounds(Resolver.open(path), ids, peers, questions[kind])]
    return {**found, "exact": [median(each) for each in zip(*exact, strict=True)]}


def hold(folder: Path) -> Result:
    """What the peer's list takes."""
    before = resident()
    forms = lines_in(folder / "forms.txt")
    return {"peer memory": (resident() - before) / len(forms)}


def lines_in(path: Path) -> list[str]:
    """The lines of a file: the ids of all names, or the folded names, in one order."""
    with path.open(encoding="utf-8") as file:
        return [line.rstrip("\n") for line in file]


def milliseconds(path: Path) -> float:
    """How long it takes until the file is open."""
    start = time.perf_counter()
    Resolver.open(path)
    return (time.perf_counter() - start) * 1000


def exactly(path: Path, questions: Sequence[tuple[str, str]]) -> tuple[float, float]:
    """Microseconds for a listed name, and how often it is the right one."""
    resolver = Resolver.open(path)
    resolver.resolve("Nobody At All")
    rate, right, count = timed(resolver, [(name, each) for each, name in questions])
    return 1e6 / rate, right / count


def measured(count: int, queries: int, reference: int) -> Result:
    """Both parts for a list of that length, each in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        told = ["--names", str(count), "--queries", str(queries), "--reference", str(reference), "--folder", folder]
        found = {key: value for part in PARTS for key, value in _run(part, told).items()}
    print(f"{count:,} names: {json.dumps(found)}", file=sys.stderr, flush=True)  # if a longer list ends in tears
    return found


def _run(part: str, told: Sequence[str]) -> Result:
    command = [sys.executable, __file__, "--part", part, *told]
    result: Result = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)  # noqa: S603
    return result


def cost_row(result: Result) -> list[str]:
    """What the list costs."""
    forms = ("names", ",d"), ("words", ",d"), ("build", ".1f"), ("open", ".1f"), ("file", ".0f")
    names, words, seconds, opened, size = (format(result[key], form) for key, form in forms)
    memory = [f"{result[key]:.0f}" for key in ("memory", "peer memory")]
    return [names, words, seconds, f"{result['most'] / _MB:.0f}", opened, size, *memory]


def time_rows(result: Result) -> list[list[str]]:
    """What queries cost: listed names, and noisy ones beside the peer."""
    names = f"{result['names']:,}"
    taken, right = result["exact"]
    rows = [[names, "listed", f"{taken:.0f}", f"{right:.3f}", "", "", ""]]
    for kind, noise in NOISES.items():
        ours, theirs = result[kind]
        cells = [cell for each in (ours, theirs) for cell in (f"{1e6 / each['rate']:,.0f}", f"{each['right']:.3f}")]
        rows.append([names, noise.__name__, *cells, f"{theirs['ratio']:.1f}"])
    return rows


def lines(results: Sequence[Result]) -> tuple[dict[str, list[float]], dict[str, list[float]]]:
    """What is drawn over the lengths: microseconds a query, and bytes a name."""
    names = {"press": "as another press writes", "edits": "two random edits"}
    times: dict[str, list[float]] = {}
    for kind, said in names.items():
        for at, engine in enumerate(("afgraph", "rapidfuzz")):
            times[f"{engine}, {said}"] = [1e6 / each[kind][at]["rate"] for each in results]
    times["afgraph, listed"] = [each["exact"][0] for each in results]
    keys = {"afgraph, file": "file", "afgraph, in memory": "memory", "rapidfuzz, list of names": "peer memory"}
    return times, {said: [each[key] for each in results] for said, key in keys.items()}


def shown(results: Sequence[Result]) -> str:
    """All of it as two tables."""
    costs = tabulate([cost_row(each) for each in results], COST_HEAD, tablefmt="github", disable_numparse=True)
    times = [row for each in results for row in time_rows(each)]
    return f"{costs}\n\n{tabulate(times, TIME_HEAD, tablefmt='github', disable_numparse=True)}"


PARTS: dict[str, Callable[[argparse.Namespace], Result]] = {
    "build": lambda told: build(told.folder, told.names[0], told.queries),
    "ask": lambda told: ask(told.folder, max(ROUNDS, told.reference)),
    "hold": lambda told: hold(told.folder),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print and draw."""
    parser = argparse.ArgumentParser(description="how cost grows with the list")
    parser.add_argument("--names", type=int, nargs="+", default=SIZES)
    parser.add_argument("--queries", type=int, default=1000, help="noisy names of each kind")
    parser.add_argument("--reference", type=int, default=25, help="how many of them the peer is asked")
    parser.add_argument("--picture", type=Path, metavar="FILE", help="draw an SVG")
    parser.add_argument("--part", choices=PARTS, help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    told = parser.parse_args(arguments)
    if told.part:
        print(json.dumps(PARTS[told.part](told)))
    else:
        results = [measured(count, told.queries, told.reference) for count in told.names]
        print(shown(results))
        if told.picture:
            told.picture.write_text(drawn([each["names"] for each in results], *lines(results)), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
