"""How long a pack of ten thousand entities takes to load, against PyYAML's C loader on the same file, in one run.

    python benchmarks/load.py [--entities N]

Prints medians of CPU seconds and their ratios: from YAML, and from the compiled cache. The entities are made here.
"""

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import yaml
from tabulate import tabulate

from afgraph.packs import load_contents

RUNS = 5


def generated(entities: int) -> str:
    """A pack file with that many persons: three names in two scripts, dates, a line about each."""
    return "".join(
        f"per:person-{at:06}:\n"
        f"  about: somebody number {at}\n"
        f"  born: {1900 + at % 90}\n"
        f"  died: {1990 + at % 30}\n"
        "  names:\n"
        f"    eng: [Person Number {at}, Persson Numbr {at}]\n"
        f"    prs: شخص شماره {at}\n"
        for at in range(entities)
    )


def median(task: Callable[[], object]) -> float:
    """The median CPU seconds of a task."""
    seconds = []
    for _ in range(RUNS):
        start = time.process_time()
        task()
        seconds.append(time.process_time() - start)
    return statistics.median(seconds)


def main(arguments: list[str]) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="load time of a generated pack")
    parser.add_argument("--entities", type=int, default=10_000)
    count: int = parser.parse_args(arguments).entities
    with tempfile.TemporaryDirectory() as folder:
        os.environ["AFGRAPH_CACHE"] = str(Path(folder) / "cache")
        pack = Path(folder) / "generated.yml"
        pack.write_text(generated(count), encoding="utf-8")
        plain = median(lambda: yaml.load(pack.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader))
        ours = median(lambda: load_contents([pack], cache=False))
        load_contents([pack])
        cached = median(lambda: load_contents([pack]))
    rows = [
        ["PyYAML CSafeLoader", f"{plain:.3f}", "1"],
        ["afgraph from YAML, checked and typed", f"{ours:.3f}", f"{plain / ours:.1f}"],
        ["afgraph from the cache", f"{cached:.4f}", f"{plain / cached:.0f}"],
    ]
    heads = [f"{count:,} entities", f"CPU seconds, medians of {RUNS}", "times as fast"]
    print(tabulate(rows, heads, tablefmt="github", disable_numparse=True))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
