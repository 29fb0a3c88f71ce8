"""What two processes that open one saved list keep in memory together, as Linux counts it.

    python benchmarks/sharing.py [--names 1000000] [--asked 300]

The list is that of `fuzzy.py`, saved to a file. One process opens it and resolves noisy names, then a second one does
the same while the first still runs. Of the file's pages in a process, `resident` is all that is mapped and in memory,
`proportional` what is its share where each page is split among those who use it, `private` what no other uses.
"""

import argparse
import random
import subprocess
import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.append(str(Path(__file__).resolve().parents[1]))  # this folder's modules, when run as a script

from afgraph import Resolver
from benchmarks.fuzzy import asked, listed, press_noise

_KIND = {"Rss": "resident", "Pss": "proportional", "Private_Clean": "private", "Private_Dirty": "private"}
_MEGA = 1024  # kilobytes


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--names", type=int, default=1_000_000)
    parser.add_argument("--asked", type=int, default=300)
    parser.add_argument("--reader", type=Path, metavar="FILE", help="a process that reads, as this program starts it")
    chosen = parser.parse_args()
    if chosen.reader:
        return read(chosen.reader)
    if not Path("/proc/self/smaps").exists():
        print("this system does not say what processes share: there is no /proc/self/smaps")
        return 1
    names = listed(chosen.names, random.Random(1))  # noqa: S311 - names that come out the same
    queries = [text for text, _ in asked(names, chosen.asked, press_noise)]
    with TemporaryDirectory() as folder:
        path = Path(folder) / "some.names"
        Resolver.from_names(names).save(path)
        print(f"{len(names)} names, a file of {path.stat().st_size / 2**20:.0f} MB; megabytes of it in memory\n")
        print("| processes | process | resident | proportional | private |\n|---|---|---|---|---|")
        for row in measured(path, queries):
            print(f"| {' | '.join(row)} |")
    return 0


def measured(path: Path, queries: list[str]) -> list[tuple[str, ...]]:
    """A row for one process alone, and a row for each of two."""
    rows = []
    readers: list[subprocess.Popen[str]] = []
    try:
        for count in (1, 2):
            readers.append(reader(path, queries))
            for at, each in enumerate(readers, start=1):
                held = mapped(each.pid, path)
                kinds = ("resident", "proportional", "private")
                rows.append((str(count), str(at), *(f"{held[kind] / _MEGA:.1f}" for kind in kinds)))
    finally:
        for each in readers:
            each.communicate()
    return rows


def reader(path: Path, queries: list[str]) -> "subprocess.Popen[str]":
    """A process that has opened a list and resolved some names, and waits."""
    started = subprocess.Popen(  # noqa: S603 - this file
        [sys.executable, __file__, "--reader", str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert started.stdin is not None
    assert started.stdout is not None
    started.stdin.write("\n".join([*queries, ""]) + "\n")
    started.stdin.flush()
    started.stdout.readline()
    return started


def read(path: Path) -> int:
    """Resolve names from the standard input up to an empty line, say so, and wait for its end."""
    resolver = Resolver.open(path)
    resolver.resolve_many([line.rstrip("\n") for line in iter(sys.stdin.readline, "\n")])
    print("done", flush=True)
    sys.stdin.read()
    return 0


def mapped(process: int, path: Path) -> Counter[str]:
    """Kilobytes of a file in a process, by kind."""
    found: Counter[str] = Counter()
    of_file = False
    for line in Path(f"/proc/{process}/smaps").read_text(encoding="utf-8").splitlines():
        name, *values = line.split()
        if not name.endswith(":"):
            of_file = bool(values) and values[-1] == str(path)
        elif of_file and name[:-1] in _KIND:
            found[_KIND[name[:-1]]] += int(values[0])
    return found


if __name__ == "__main__":
    raise SystemExit(main())
