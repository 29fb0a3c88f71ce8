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
    print(f"{count} entities, CPU seconds, medians of {RUNS}")
    print(f"PyYAML CSafeLoader  {plain:.3f}")
    print(f"afgraph from YAML   {ours:.3f}  {plain / ours:.1f} times as fast, checked and typed")
    print(f"afgraph from cache  {cached:.4f}  {plain / cached:.0f} times as fast")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
