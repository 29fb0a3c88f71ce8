"""Noisy names against a long list: `Resolver.resolve_many` beside other ways to find the nearest name, in one run.

    python benchmarks/fuzzy.py [--names 100000] [--queries 10000] [--reference 200] [--workers 1] [--spellings 7]

The list is made of the lexicon's given names and nisbas, two to four words each, so that words repeat as they do in
life; each person has one to seven spellings of one name, or up to `--spellings`. A query is a listed name with
press-spelling noise (letters as other presses write them), or with two random edits. The peers (`nearest.py`) are
asked `--reference` of the same queries, the slowest a tenth of it: each query takes them milliseconds. All take turns,
five each. Printed: medians of queries a second of processor time (of time on the clock with several workers), how often
the right entity comes first, and medians of the ratios; the bytes of the index and its strings for each name.
"""

import argparse
import random
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple

from tabulate import tabulate

sys.path.append(str(Path(__file__).resolve().parents[1]))  # this folder's modules, when run as a script

from afgraph import Resolver
from afgraph.data import read_table
from benchmarks.nearest import Nearest, installed

NOISE = (
    ("ou", "u"), ("oo", "u"), ("ee", "i"), ("kh", "h"), ("q", "k"), ("gh", "g"), ("j", "dj"), ("sh", "sch"),
    ("ah", "a"), ("u", "ou"), ("i", "e"), ("a", "e"), ("w", "v"), ("ay", "ai"), ("dd", "d"), ("ll", "l"), ("y", "i"),
)  # fmt: skip
ROUNDS = 5
SPELLINGS = 7  # of one name, at most
LETTERS = "abcdefghijklmnopqrstuvwxyz"
HEAD = ("noise", "engine", "asked", "queries a second", "right first", "afgraph is faster by")

Names = Sequence[tuple[str, str]]  # ids, each with a name; an id may come again
Query = tuple[str, str]  # a noisy name, and the id it comes from
Noise = Callable[[str, random.Random], str]


class Turns(NamedTuple):
    """What an engine did in its turns: how much it was asked, and medians; `ratio` is that of ours to it."""

    engine: str
    asked: int
    rate: float
    """Queries a second."""
    right: float
    ratio: float


def listed(count: int, rng: random.Random, spellings: int = SPELLINGS) -> Names:
    """That many different names with ids; those of one person, so many at most, side by side."""
    given, nisbas = _spellings("given"), _spellings("nisba")
    found: dict[str, str] = {}
    persons: set[tuple[int, ...]] = set()
    while len(found) < count:
        words = *rng.sample(range(len(given)), rng.choice((1, 1, 2, 2, 3))), rng.randrange(len(nisbas))
        if words in persons:
            continue
        persons.add(words)
        forms = [*(given[at] for at in words[:-1]), nisbas[words[-1]]]
        for _ in range(rng.randint(1, spellings)):
            name = " ".join(map(rng.choice, forms)).title()
            if name not in found and len(found) < count:
                found[name] = f"q{len(persons)}"
    return [(each, name) for name, each in found.items()]


def _spellings(kind: str) -> list[list[str]]:
    """The Latin spellings of each word of a kind."""
    forms = (row["forms"].split("|") for row in read_table("matching/given.tsv") if row["kind"] == kind)
    return [each for each in ([form for form in word if form.isascii()] for word in forms) if each]


def press_noise(name: str, rng: random.Random) -> str:
    """The name with two spots written as another press would."""
    lowered = name.lower()
    spots = [(at, old, new) for old, new in NOISE for at in range(1, len(lowered)) if lowered.startswith(old, at)]
    for at, old, new in sorted(rng.sample(spots, min(2, len(spots))), reverse=True):
        if lowered.startswith(old, at):
            lowered = lowered[:at] + new + lowered[at + len(old) :]
    return lowered.title()


def two_edits(name: str, rng: random.Random) -> str:
    """The name with two random letters put in, taken out, changed or swapped."""
    lowered = name.lower()
    for _ in range(2):
        at = rng.randrange(1, len(lowered) - 1)
        way = rng.randrange(4)
        letter = rng.choice(LETTERS)
        swapped = lowered[:at] + lowered[at + 1] + lowered[at] + lowered[at + 2 :]
        lowered = (
            lowered[:at] + letter + lowered[at:],
            lowered[:at] + lowered[at + 1 :],
            lowered[:at] + letter + lowered[at + 1 :],
            swapped,
        )[way]
    return lowered.title()


def side_by_side(forms: Sequence[str]) -> list[str]:
    """Strings that lie in memory in their order, as if read from a file; a scan of others may take twice as long."""
    return "\n".join(forms).split("\n")


def asked(names: Names, count: int, noise: Noise) -> list[Query]:
    """That many noisy names, each of another listed name, with the id it comes from."""
    rng = random.Random(2)  # noqa: S311 - noise that comes out the same
    return [(noise(name, rng), each) for each, name in rng.sample(names, min(count, len(names)))]


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--names", type=int, default=100_000)
    parser.add_argument("--queries", type=int, default=10_000)
    parser.add_argument("--reference", type=int, default=200)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--spellings", type=int, default=SPELLINGS, help="of a name, at most")
    chosen = parser.parse_args()
    names = listed(chosen.names, random.Random(1), chosen.spellings)  # noqa: S311 - names that come out the same
    ids = [each for each, _ in names]
    resolver, seconds = built(names)
    size = size_of(resolver) / len(names)
    print(f"{len(names)} names of {len(set(ids))} persons, built in {seconds:.1f} s, {size:.0f} bytes a name\n")
    found, lacking = installed()
    print("".join(f"{line}\n\n" for line in lacking), end="")
    forms = side_by_side([name.lower() for _, name in names])
    peers = {peer.name: (peer.over(forms), max(ROUNDS, chosen.reference // peer.slowness)) for peer in found}
    rows: list[list[object]] = []
    for noise in (press_noise, two_edits):
        turns = rounds(resolver, ids, peers, asked(names, chosen.queries, noise), chosen.workers)
        rows += [[noise.__name__, *shown(each)] for each in turns]
    print(tabulate(rows, HEAD, tablefmt="github", disable_numparse=True))
    return 0


def built(names: Names) -> tuple[Resolver, float]:
    """The resolver of some names, ready to compare, and the seconds of processor time that it took."""
    start = time.process_time()
    resolver = Resolver.from_names(names)
    resolver.resolve("Somebody Else")
    return resolver, time.process_time() - start


def shown(turns: Turns) -> tuple[object, ...]:
    """The numbers of a row."""
    rate, ratio = (f"{each:.0f}" if each >= 10 else f"{each:.1f}" for each in (turns.rate, turns.ratio))
    return turns.engine, turns.asked, rate, f"{turns.right:.3f}", ratio


def rounds(
    resolver: Resolver,
    ids: Sequence[str],
    peers: dict[str, tuple[Nearest, int]],
    queries: Sequence[Query],
    workers: int = 1,
) -> list[Turns]:
    """What we and the peers did with some queries, in turns; each peer is asked as many of them as stands beside it."""
    found: dict[str, list[tuple[float, int, int]]] = {"afgraph": [], **{name: [] for name in peers}}
    for at in range(ROUNDS):
        part = queries[at::ROUNDS]
        found["afgraph"].append(timed(resolver, part, workers))
        for name, (nearest, most) in peers.items():
            found[name].append(reference(nearest, ids, part[: most // ROUNDS]))
    return [turns_of(name, each, found["afgraph"]) for name, each in found.items()]


def turns_of(name: str, turns: Sequence[tuple[float, int, int]], ours: Sequence[tuple[float, int, int]]) -> Turns:
    """All turns of an engine, each a rate with how many were right of how many asked, beside ours as one.

    >>> turns_of("peer", [(2.0, 1, 1), (4.0, 0, 1), (1.0, 1, 2)], [(8.0, 1, 1), (8.0, 1, 1), (8.0, 1, 1)])
    Turns(engine='peer', asked=4, rate=2.0, right=0.5, ratio=4.0)
    """
    asked_in_all = sum(each[2] for each in turns)
    ratios = [here[0] / there[0] for here, there in zip(ours, turns, strict=True)]
    right = sum(each[1] for each in turns) / asked_in_all
    return Turns(name, asked_in_all, median(each[0] for each in turns), right, median(ratios))


def size_of(resolver: Resolver) -> int:
    """The bytes of a resolver's file, which is what it holds in memory."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "some.names"
        resolver.save(path)
        return path.stat().st_size


def timed(resolver: Resolver, queries: Sequence[Query], workers: int = 1) -> tuple[float, int, int]:
    """Queries a second, how often the right entity comes first, and of how many."""
    clock = time.process_time if workers == 1 else time.perf_counter
    start = clock()
    found = resolver.resolve_many([text for text, _ in queries], workers=workers)
    seconds = clock() - start
    right = sum(
        bool(each.candidates) and each.candidates[0].id == gold for each, (_, gold) in zip(found, queries, strict=True)
    )
    return len(queries) / seconds, right, len(queries)


def reference(nearest: Nearest, ids: Sequence[str], queries: Sequence[Query]) -> tuple[float, int, int]:
    """The same of a peer; `ids` are those of its names."""
    start = time.process_time()
    found = [nearest(text.lower()) for text, _ in queries]
    seconds = time.process_time() - start
    right = sum(at is not None and ids[at] == gold for at, (_, gold) in zip(found, queries, strict=True))
    return len(queries) / seconds, right, len(queries)


if __name__ == "__main__":
    raise SystemExit(main())
