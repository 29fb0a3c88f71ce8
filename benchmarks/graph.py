"""The claim store's columns against a networkx multigraph, in one run: memory, opening, neighbours, paths.

    python benchmarks/graph.py [--edges N ...]

Each engine runs in processes of its own on the same generated relations, a tenth as many entities, some of them hubs;
both must give the same answers. networkx holds as little as the questions need: relation, first and last day. Its
neighbours are asked by `out_edges` and `in_edges`; its paths are searched in an undirected graph, by its own
bidirectional search, and at a date by the same search with a filter. Prints a table of medians.
"""

import argparse
import json
import pickle
import random
import statistics
import subprocess
import sys
import tempfile
import time
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from tabulate import tabulate

from afgraph.dates import Date, parse_date
from afgraph.graph import Row, Span, build_columns, open_columns, save_columns, shortest_path, span_of

if TYPE_CHECKING:
    import networkx

RUNS = 7
ASKED, PATHS = 2000, 300
FIRST, LAST = parse_date("1970-01-01").earliest, parse_date("2025-12-31").earliest
RELATIONS = [f"relation_{at}" for at in range(12)]
Result = dict[str, Any]


class Edge(NamedTuple):
    """A generated relation, with the first and last day on which it held."""

    subject: str
    relation: str
    object: str
    since: int
    until: int


def entity(number: int) -> str:
    """An id as packs have them."""
    return f"per:person-{number:07}"


def generated(edges: int) -> Iterator[Edge]:
    """The relations, the same for each engine: the lower an entity's number, the more of them are its own."""
    chance = random.Random(5)  # noqa: S311
    entities = edges // 10
    for _ in range(edges):
        one, other = (entity(int(entities * chance.random() ** 2)) for _ in range(2))
        since = chance.randint(FIRST, LAST)
        yield Edge(one, chance.choice(RELATIONS), other, since, min(LAST, since + chance.randint(30, 6000)))


def questions(edges: int) -> list[tuple[str, str, int]]:
    """Pairs of entities, any as likely as any other, and a day."""
    chance = random.Random(6)  # noqa: S311
    numbers = range(edges // 10)
    return [
        (entity(chance.choice(numbers)), entity(chance.choice(numbers)), chance.randint(FIRST, LAST))
        for _ in range(ASKED)
    ]


def median(task: Callable[[], object]) -> float:
    """The median seconds of a task."""
    seconds = []
    for _ in range(RUNS):
        start = time.perf_counter()
        task()
        seconds.append(time.perf_counter() - start)
    return statistics.median(seconds)


def resident() -> int:
    """The bytes of memory that this process holds."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * 4096


def digest(answers: list[Any]) -> int:
    """A number that is the same for the same answers."""
    return zlib.crc32(json.dumps(answers).encode())


def measured(
    edges: int, neighbours: Callable[[str, int], set[str]], path: Callable[[str, str, int | None], int | None]
) -> Result:
    """Microseconds of each kind of question to one engine, and a digest of its answers; `path` gives a length."""
    asked = questions(edges)
    near = [sorted(neighbours(one, day)) for one, _, day in asked]
    lengths = [path(one, other, at) for one, other, day in asked[:PATHS] for at in (None, day)]
    return {
        "digest": digest([near, lengths]),
        "found": sum(map(len, near)) / len(near),
        "neighbours": median(lambda: [neighbours(one, day) for one, _, day in asked]) / ASKED * 1e6,
        "path": median(lambda: [path(one, other, None) for one, other, _ in asked[:PATHS]]) / PATHS * 1e6,
        "dated path": median(lambda: [path(one, other, day) for one, other, day in asked[:PATHS]]) / PATHS * 1e6,
    }


def build_networkx(edges: int, folder: Path) -> Result:
    """Build and pickle the multigraph; its memory."""
    import networkx

    before, start = resident(), time.perf_counter()
    graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    graph.add_nodes_from(entity(number) for number in range(edges // 10))
    for each in generated(edges):
        graph.add_edge(each.subject, each.object, relation=each.relation, since=each.since, until=each.until)
    built = time.perf_counter() - start
    memory = resident() - before
    with (folder / "graph.pickle").open("wb") as file:
        pickle.dump(graph, file, protocol=pickle.HIGHEST_PROTOCOL)
    return {"build": built, "memory": memory / edges}


def ask_networkx(edges: int, folder: Path) -> Result:
    """Unpickle the multigraph, and ask it."""
    import networkx

    def opened() -> "networkx.MultiDiGraph[str]":
        with (folder / "graph.pickle").open("rb") as file:
            graph: networkx.MultiDiGraph[str] = pickle.load(file)  # noqa: S301
        return graph

    seconds = median(opened)
    graph = opened()
    undirected: networkx.MultiGraph[str] = networkx.MultiGraph()  # to_undirected() drops one of two opposite edges
    undirected.add_nodes_from(graph)
    undirected.add_edges_from((one, other, edge) for one, other, edge in graph.edges(data=True))

    def neighbours(one: str, day: int) -> set[str]:
        found = {far for _, far, edge in graph.out_edges(one, data=True) if edge["since"] <= day <= edge["until"]}
        found.update(near for near, _, edge in graph.in_edges(one, data=True) if edge["since"] <= day <= edge["until"])
        found.discard(one)
        return found

    def path(one: str, other: str, day: int | None) -> int | None:
        if day is not None:
            return dated_path(undirected, one, other, day)
        try:
            return len(networkx.shortest_path(undirected, one, other)) - 1
        except networkx.NetworkXNoPath:
            return None

    return {"open": seconds, **measured(edges, neighbours, path)}


def dated_path(graph: "networkx.MultiGraph[str]", one: str, other: str, day: int) -> int | None:
    """The length of a shortest path over edges that held on a day: networkx's own search, with a filter."""
    seen: tuple[dict[str, int], dict[str, int]] = {one: 0}, {other: 0}
    fringes = [[one], [other]]
    if one == other:
        return 0
    while fringes[0] and fringes[1]:
        side = 0 if len(fringes[0]) <= len(fringes[1]) else 1
        level, fringes[side] = fringes[side], []
        for near in level:
            for far, edges in graph.adj[near].items():
                if far in seen[side] or not any(each["since"] <= day <= each["until"] for each in edges.values()):
                    continue
                seen[side][far] = seen[side][near] + 1
                if far in seen[1 - side]:
                    return seen[0][far] + seen[1][far]
                fringes[side].append(far)
    return None


def build_ours(edges: int, folder: Path) -> Result:
    """Build and save the columns."""
    start = time.perf_counter()
    rows = (
        Row(
            each.subject,
            each.relation,
            each.object,
            edge=True,
            span=Span(each.since, each.since, each.until, each.until),
        )
        for each in generated(edges)
    )
    columns = build_columns(rows, map(entity, range(edges // 10)))
    built = time.perf_counter() - start
    save_columns(columns, folder / "graph.columns")
    return {"build": built, "file": columns.nbytes / edges}


def ask_ours(edges: int, folder: Path) -> Result:
    """Open the columns, and ask them; memory is counted after every page and every id was looked at."""
    seconds = median(lambda: open_columns(folder / "graph.columns"))
    before = resident()
    columns = open_columns(folder / "graph.columns")
    for section in columns.sections.values():
        section.tobytes()
    for number in range(columns.entities):
        columns.number(columns.name(number))
    memory = resident() - before
    dates = {day: Date(text="", earliest=day, latest=day) for day in range(FIRST, LAST + 1)}

    def neighbours(one: str, day: int) -> set[str]:
        return columns.neighbours(one, asked=span_of(dates[day]), edges_only=True)

    def path(one: str, other: str, day: int | None) -> int | None:
        found = shortest_path(columns, one, other, asked=None if day is None else span_of(dates[day]))
        return None if found is None else len(found)

    return {"open": seconds, "memory": memory / edges, **measured(edges, neighbours, path)}


PARTS = {"build_networkx": build_networkx, "ask_networkx": ask_networkx, "build_ours": build_ours, "ask_ours": ask_ours}


def run(part: str, edges: int, folder: Path) -> Result:
    """What one part measures, in a process of its own."""
    command = [sys.executable, __file__, "--part", part, "--edges", str(edges), "--folder", str(folder)]
    result: Result = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)  # noqa: S603
    return result


def table(edges: int) -> str:
    """Both engines on so many relations, as Markdown."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        theirs = run("build_networkx", edges, folder) | run("ask_networkx", edges, folder)
        ours = run("build_ours", edges, folder) | run("ask_ours", edges, folder)
    if theirs["digest"] != ours["digest"]:
        raise SystemExit("the engines do not agree")
    lines = [
        ("as-of neighbours, us", "neighbours", ".1f", "3"),
        ("memory, bytes an edge", "memory", ".0f", "10"),
        ("opening, ms", "open", ".1f", "100"),
        ("shortest path, us", "path", ".0f", "1"),
        ("shortest path at a date, us", "dated path", ".0f", "1"),
        ("building, s", "build", ".1f", ""),
    ]
    rows = []
    for label, key, form, bar in lines:
        unit = 1000 if key == "open" else 1
        both = [format(each[key] * unit, form) for each in (theirs, ours)]
        rows.append([label, *both, f"{theirs[key] / ours[key]:.1f}", bar])
    heads = [f"{edges:,} relations", "networkx", "columns", "times better", "at least"]
    note = f"{ours['found']:.1f} neighbours an answer; the file has {ours['file']:.0f} bytes an edge"
    return tabulate(rows, heads, tablefmt="github", disable_numparse=True) + f"\n\n{note}\n"


def main(arguments: list[str]) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="the claim store against networkx")
    parser.add_argument("--edges", type=int, nargs="+", default=[100_000, 1_000_000])
    parser.add_argument("--part", choices=PARTS, help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args(arguments)
    if asked.part:
        print(json.dumps(PARTS[asked.part](asked.edges[0], asked.folder)))
        return 0
    for edges in asked.edges:
        print(table(edges), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
