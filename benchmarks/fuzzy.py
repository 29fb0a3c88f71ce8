"""Noisy names against a long list: `Resolver.resolve_many` beside rapidfuzz's `extractOne`, in one run.

    python benchmarks/fuzzy.py [--names 100000] [--queries 10000] [--reference 200] [--workers 1]

The list is made of the lexicon's given names and nisbas, two to four words each, so that words repeat as they do in
life. A query is a listed name with press-spelling noise (letters as other presses write them), or with two random
edits. The peer (`Levenshtein`, `score_cutoff` 3) is asked `--reference` of the same queries: each takes milliseconds.
Both take turns, five each. Printed: medians of queries a second of processor time (of time on the clock with several
workers), the ratio, and how often the right entity comes first; the bytes of the index and its strings for each name.
"""

import argparse
import random
import time
from collections.abc import Callable
from pathlib import Path
from statistics import mean, median
from tempfile import TemporaryDirectory

from afgraph import Resolver
from afgraph.data import read_table

NOISE = (
    ("ou", "u"), ("oo", "u"), ("ee", "i"), ("kh", "h"), ("q", "k"), ("gh", "g"), ("j", "dj"), ("sh", "sch"),
    ("ah", "a"), ("u", "ou"), ("i", "e"), ("a", "e"), ("w", "v"), ("ay", "ai"), ("dd", "d"), ("ll", "l"), ("y", "i"),
)  # fmt: skip
_ROUNDS = 5
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def listed(count: int, rng: random.Random) -> dict[str, str]:
    """That many different names by id."""
    rows = read_table("matching/given.tsv")
    given = [form for row in rows if row["kind"] == "given" for form in row["forms"].split("|") if form.isascii()]
    nisbas = [form for row in rows if row["kind"] == "nisba" for form in row["forms"].split("|") if form.isascii()]
    names: set[str] = set()
    while len(names) < count:
        words = rng.sample(given, rng.choice((1, 1, 2, 2, 3)))
        names.add(" ".join([*words, rng.choice(nisbas)]).title())
    return {f"q{at}": name for at, name in enumerate(sorted(names))}


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


def asked(names: dict[str, str], count: int, noise: Callable[[str, random.Random], str]) -> list[tuple[str, str]]:
    """That many different noisy names, each with the id it comes from."""
    rng = random.Random(2)  # noqa: S311 - noise that comes out the same
    ids = rng.sample(sorted(names), min(count, len(names)))
    return [(noise(names[each], rng), each) for each in ids]


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--names", type=int, default=100_000)
    parser.add_argument("--queries", type=int, default=10_000)
    parser.add_argument("--reference", type=int, default=200)
    parser.add_argument("--workers", type=int, default=1)
    chosen = parser.parse_args()
    names = listed(chosen.names, random.Random(1))  # noqa: S311 - names that come out the same
    start = time.process_time()
    resolver = Resolver.from_names(names)
    resolver.resolve("Somebody Else")
    seconds = time.process_time() - start
    print(f"{len(names)} names, built in {seconds:.1f} s, {size_of(resolver) / len(names):.0f} bytes a name\n")
    print("| noise | afgraph, queries a second | right first | rapidfuzz, queries a second | right first | ratio |")
    print("|---|---|---|---|---|---|")
    for noise in (press_noise, two_edits):
        queries = asked(names, chosen.queries, noise)
        row = rounds(resolver, names, queries, chosen.reference, chosen.workers)
        print(
            f"| {noise.__name__} | {row[0]:.0f} | {row[1]:.3f} | {row[2]:.0f} | {row[3]:.3f} | {row[4]:.1f} |",
            flush=True,
        )
    return 0


def rounds(
    resolver: Resolver, names: dict[str, str], queries: list[tuple[str, str]], asked_of_peer: int, workers: int
) -> tuple[float, float, float, float, float]:
    """Our queries a second, how often we are right, both for the peer, and the ratio: medians of five rounds."""
    found = []
    for at in range(_ROUNDS):
        part = queries[at::_ROUNDS]
        found.append((*timed(resolver, part, workers), *reference(names, part[: asked_of_peer // _ROUNDS])))
    ours, theirs = median(each[0] for each in found), median(each[2] for each in found)
    right, their_right = mean(each[1] for each in found), mean(each[3] for each in found)
    return ours, right, theirs, their_right, median(each[0] / each[2] for each in found)


def size_of(resolver: Resolver) -> int:
    """The bytes of a resolver's file, which is what it holds in memory."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "some.names"
        resolver.save(path)
        return path.stat().st_size


def timed(resolver: Resolver, queries: list[tuple[str, str]], workers: int) -> tuple[float, float]:
    """Queries a second, and how often the right entity comes first."""
    clock = time.process_time if workers == 1 else time.perf_counter
    start = clock()
    found = resolver.resolve_many([text for text, _ in queries], workers=workers)
    seconds = clock() - start
    right = sum(
        bool(each.candidates) and each.candidates[0].id == gold for each, (_, gold) in zip(found, queries, strict=True)
    )
    return len(queries) / seconds, right / len(queries)


def reference(names: dict[str, str], queries: list[tuple[str, str]]) -> tuple[float, float]:
    """The same of rapidfuzz."""
    from rapidfuzz.distance import Levenshtein
    from rapidfuzz.process import extractOne

    ids, forms = list(names), [name.lower() for name in names.values()]
    start = time.process_time()
    found = [extractOne(text.lower(), forms, scorer=Levenshtein.distance, score_cutoff=3) for text, _ in queries]
    seconds = time.process_time() - start
    right = sum(each is not None and ids[each[2]] == gold for each, (_, gold) in zip(found, queries, strict=True))
    return len(queries) / seconds, right / len(queries)


if __name__ == "__main__":
    raise SystemExit(main())
