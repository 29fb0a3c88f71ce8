"""What it costs to begin: `import afgraph` beside `import networkx`, `af.load()` beside CSafeLoader on the same pack.

    python benchmarks/imports.py [--runs N]

Imports in fresh processes, in turn, compiled files in place; loading in one process, `af.load()` from the cache that
the first one fills, CSafeLoader on all YAML files of the shipped pack. Prints a table of medians of CPU milliseconds.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import yaml
from tabulate import tabulate

import afgraph as af
from afgraph.packs import find_pack

_IMPORT = "import time; start = time.process_time(); import {0}; print(time.process_time() - start)"
Times = dict[str, list[float]]


def imported(module: str) -> float:
    """The CPU milliseconds of an import in a fresh process."""
    command = [sys.executable, "-c", _IMPORT.format(module)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout) * 1000  # noqa: S603


def taken(task: Callable[[], object]) -> float:
    """The CPU milliseconds of a task."""
    start = time.process_time()
    task()
    return (time.process_time() - start) * 1000


def parsed(files: list[Path]) -> None:
    """All files as PyYAML's C loader reads them."""
    for path in files:
        yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


def measured(runs: int) -> Times:
    """All times, each a turn after the other; the first turn fills caches and is not counted."""
    files = sorted(find_pack("afghanistan").rglob("*.yml"))
    tasks: dict[str, Callable[[], float]] = {
        "import networkx": lambda: imported("networkx"),
        "import afgraph": lambda: imported("afgraph"),
        "CSafeLoader on the shipped pack": lambda: taken(lambda: parsed(files)),
        "af.load() of it, from the cache": lambda: taken(af.load),
    }
    turns = [{name: task() for name, task in tasks.items()} for _ in range(runs + 1)]
    return {name: [turn[name] for turn in turns[1:]] for name in tasks}


def main(arguments: list[str]) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="the cost of importing and of loading")
    parser.add_argument("--runs", type=int, default=9)
    runs: int = parser.parse_args(arguments).runs
    with tempfile.TemporaryDirectory() as folder:
        os.environ["AFGRAPH_CACHE"] = folder
        middle = {name: statistics.median(times) for name, times in measured(runs).items()}
    names = list(middle)
    rows = []
    for (theirs, ours), bar in zip((names[:2], names[2:]), ("10", "50"), strict=True):
        ratio = middle[theirs] / middle[ours]
        rows.append([theirs, f"{middle[theirs]:.1f}", ours, f"{middle[ours]:.2f}", f"{ratio:.0f}", bar])
    heads = ["peer", "CPU ms", "here", "CPU ms", "times better", "asked"]
    print(tabulate(rows, heads, tablefmt="github", disable_numparse=True))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
