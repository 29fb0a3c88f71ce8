"""The claim store's columns against multigraphs of networkx and rustworkx: memory, opening, neighbours, paths.

    python benchmarks/graph.py [--edges N ...]

Generated relations, a tenth as many entities, some of them hubs. Each part runs in a process of its own; questions are
put to both engines in turn, and both must give the same answers. networkx holds as little as the questions need:
relation, first and last day. Its neighbours are asked by `out_edges` and `in_edges`; its paths are searched in an
undirected graph by its own bidirectional search (both engines name a relation for each step), at a date by the same
search with a filter, for the length alone. Prints a table of medians of CPU time; memory is what the process grew by.
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
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from tabulate import tabulate

from afgraph.dates import Date, parse_date
from afgraph.graph import Columns, Row, Span, build_columns, open_columns, save_columns, shortest_path, span_of

if TYPE_CHECKING:
    import networkx
    import rustworkx

RUNS = 7
ASKED, PATHS, TURN = 2000, 300, 20
FIRST, LAST = parse_date("1970-01-01").earliest, parse_date("2025-12-31").earliest
RELATIONS = [f"relation_{at}" for at in range(12)]
LINES = [  # the label, the key, its unit and form, and how many times better than networkx it should be
    ("as-of neighbours, us", "neighbours", 1, ".1f", "3"),
    ("memory, bytes an edge", "memory", 1, ".0f", "10"),
    ("opening, ms", "open", 1000, ".1f", "100"),
    ("shortest path, us", "path", 1, ".0f", "1"),
    ("shortest path at a date, us", "dated path", 1, ".0f", "1"),
    ("building, s", "build", 1, ".1f", ""),
]
Result = dict[str, Any]
Question = tuple[str, str, int]


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


def questions(edges: int) -> list[Question]:
    """Pairs of entities, any as likely as any other, and a day."""
    chance = random.Random(6)  # noqa: S311
    numbers = range(edges // 10)
    return [
        (entity(chance.choice(numbers)), entity(chance.choice(numbers)), chance.randint(FIRST, LAST))
        for _ in range(ASKED)
    ]


def seconds(task: Callable[[], object]) -> float:
    """The CPU seconds of a task."""
    start = time.process_time()
    task()
    return time.process_time() - start


def median(task: Callable[[], object]) -> float:
    """The median CPU seconds of a task."""
    return statistics.median(seconds(task) for _ in range(RUNS))


def resident() -> int:
    """The bytes of memory that this process holds."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * 4096


class Engine(NamedTuple):
    """What is asked of an engine: neighbours at a day, the length of a shortest path at a day or at any time."""

    neighbours: Callable[[str, int], set[str]]
    path: Callable[[str, str, int | None], int | None]

    def answers(self, asked: list[Question]) -> list[Any]:
        """All answers, in an order that is the same for each engine."""
        return [
            self.near(asked),
            [self.path(one, other, at) for one, other, day in asked[:PATHS] for at in (None, day)],
        ]

    def near(self, asked: list[Question]) -> list[list[str]]:
        """The neighbours of each, in order."""
        return [sorted(self.neighbours(one, day)) for one, _, day in asked]

    def ask(self, kind: str, asked: list[Question]) -> None:
        """Ask all of one kind."""
        for one, other, day in asked:
            if kind == "neighbours":
                self.neighbours(one, day)
            else:
                self.path(one, other, day if kind == "dated path" else None)


def build_networkx(edges: int, folder: Path) -> Result:
    """Build and pickle the multigraph; its memory."""
    import networkx

    before, start = resident(), time.process_time()
    graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    graph.add_nodes_from(entity(number) for number in range(edges // 10))
    for each in generated(edges):
        graph.add_edge(each.subject, each.object, relation=each.relation, since=each.since, until=each.until)
    built, memory = time.process_time() - start, resident() - before
    with (folder / "graph.pickle").open("wb") as file:
        pickle.dump(graph, file, protocol=pickle.HIGHEST_PROTOCOL)
    return {"build": built, "memory": memory / edges}


def build_rustworkx(edges: int, folder: Path) -> Result:
    """The same with rustworkx, the numbers of its nodes by id besides."""
    import rustworkx

    before, start = resident(), time.process_time()
    graph: rustworkx.PyDiGraph[str, tuple[str, int, int]] = rustworkx.PyDiGraph()
    ids = [entity(number) for number in range(edges // 10)]
    numbers = dict(zip(ids, graph.add_nodes_from(ids), strict=True))
    for each in generated(edges):
        graph.add_edge(numbers[each.subject], numbers[each.object], (each.relation, each.since, each.until))
    built, memory = time.process_time() - start, resident() - before
    with (folder / "rustworkx.pickle").open("wb") as file:
        pickle.dump((graph, numbers), file, protocol=pickle.HIGHEST_PROTOCOL)
    return {"build": built, "memory": memory / edges}


def build_ours(edges: int, folder: Path) -> Result:
    """Build and save the columns."""
    start = time.process_time()
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
    built = time.process_time() - start
    save_columns(columns, folder / "graph.columns")
    return {"build": built, "file": columns.nbytes / edges}


def unpickled(path: Path) -> Any:
    """A multigraph from its file."""
    with path.open("rb") as file:
        return pickle.load(file)  # noqa: S301


def open_networkx(edges: int, folder: Path) -> Result:  # noqa: ARG001
    """Unpickle the multigraph."""
    import networkx  # noqa: F401  # not counted

    return {"open": median(lambda: unpickled(folder / "graph.pickle"))}


def open_rustworkx(edges: int, folder: Path) -> Result:  # noqa: ARG001
    """Unpickle that of rustworkx."""
    import rustworkx  # noqa: F401  # not counted

    return {"open": median(lambda: unpickled(folder / "rustworkx.pickle"))}


def open_ours(edges: int, folder: Path) -> Result:
    """Open the columns; their memory after every page and every id was looked at."""
    opened = median(lambda: open_columns(folder / "graph.columns"))
    before = resident()
    columns = open_columns(folder / "graph.columns")
    for section in columns.sections.values():
        section.tobytes()
    for number in range(columns.entities):
        columns.number(columns.name(number))
    return {"open": opened, "memory": (resident() - before) / edges}


def ask(edges: int, folder: Path) -> Result:
    """Ask both engines in turn, each kind of question so many times; refuse answers that differ."""
    engines = {
        "networkx": networkx_engine(unpickled(folder / "graph.pickle")),
        "ours": our_engine(open_columns(folder / "graph.columns")),
    }
    asked = questions(edges)
    answers = [engine.answers(asked) for engine in engines.values()]
    near = dict(engines)
    if (folder / "rustworkx.pickle").exists():
        near["rustworkx"] = rustworkx_engine(*unpickled(folder / "rustworkx.pickle"))
        answers.append([near["rustworkx"].near(asked), answers[0][1]])
    if any(each != answers[0] for each in answers):
        raise SystemExit("the engines do not agree")
    taken: dict[str, dict[str, float]] = {name: {} for name in near}
    for kind, count in (("neighbours", ASKED), ("path", PATHS), ("dated path", PATHS)):
        some = near if kind == "neighbours" else engines
        runs = [in_turn(some, kind, asked[:count]) for _ in range(RUNS)]
        for name in some:
            taken[name][kind] = statistics.median(each[name] for each in runs) / count * 1e6
    return {**taken, "found": sum(map(len, answers[0][0])) / len(asked)}


def in_turn(engines: dict[str, Engine], kind: str, asked: list[Question]) -> dict[str, float]:
    """The CPU seconds of each engine for all questions, a few to one, the same to the other: machines have moods."""
    taken = dict.fromkeys(engines, 0.0)
    for first in range(0, len(asked), TURN):
        for name, engine in engines.items():
            taken[name] += seconds(lambda: engine.ask(kind, asked[first : first + TURN]))  # noqa: B023
    return taken


def networkx_engine(graph: "networkx.MultiDiGraph[str]") -> Engine:
    """The questions to the multigraph."""
    import networkx

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
            nodes = networkx.shortest_path(undirected, one, other)
        except networkx.NetworkXNoPath:
            return None
        return len([min(undirected.adj[near][far]) for near, far in pairwise(nodes)])

    return Engine(neighbours, path)


def rustworkx_engine(graph: "rustworkx.PyDiGraph[str, tuple[str, int, int]]", numbers: dict[str, int]) -> Engine:
    """The neighbours in the multigraph of rustworkx."""

    def neighbours(one: str, day: int) -> set[str]:
        number = numbers[one]
        found = {graph[far] for _, far, (_, since, until) in graph.out_edges(number) if since <= day <= until}
        found.update(graph[near] for near, _, (_, since, until) in graph.in_edges(number) if since <= day <= until)
        found.discard(one)
        return found

    return Engine(neighbours, lambda *_: None)


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


def our_engine(columns: Columns) -> Engine:
    """The questions to the columns; paths are found with their claims."""
    dates = {day: Date(text="", earliest=day, latest=day) for day in range(FIRST, LAST + 1)}

    def neighbours(one: str, day: int) -> set[str]:
        return columns.neighbours(one, asked=span_of(dates[day]), edges_only=True)

    def path(one: str, other: str, day: int | None) -> int | None:
        found = shortest_path(columns, one, other, asked=None if day is None else span_of(dates[day]))
        return None if found is None else len(found)

    return Engine(neighbours, path)


THEIRS = (build_networkx, open_networkx, build_rustworkx, open_rustworkx)
PARTS = {part.__name__: part for part in (*THEIRS, build_ours, open_ours, ask)}


def run(part: str, edges: int, folder: Path) -> Result:
    """What one part measures, in a process of its own."""
    command = [sys.executable, __file__, "--part", part, "--edges", str(edges), "--folder", str(folder)]
    result: Result = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)  # noqa: S603
    return result


def table(edges: int) -> str:
    """All engines on so many relations, as Markdown."""
    there = [part for part in PARTS if "rustworkx" not in part or find_spec("rustworkx")]
    with tempfile.TemporaryDirectory() as name:
        results = {part: run(part, edges, Path(name)) for part in there}
    asked = results["ask"]
    theirs, other, ours = (
        {**results.get(f"build_{name}", {}), **results.get(f"open_{name}", {}), **asked.get(name, {})}
        for name in ("networkx", "rustworkx", "ours")
    )
    heads = [f"{edges:,} relations", "networkx", "rustworkx", "columns", "times better", "at least", "than rustworkx"]
    note = f"{asked['found']:.1f} neighbours an answer; the file has {ours['file']:.0f} bytes an edge"
    if not other:
        note += "\n\nNo rustworkx: pip install 'afgraph[bench]'"
    return tabulate(list(rows(theirs, other, ours)), heads, tablefmt="github", disable_numparse=True) + f"\n\n{note}\n"


def rows(theirs: Result, other: Result, ours: Result) -> Iterator[list[str]]:
    """A row for each line: networkx, rustworkx where it was asked, ours, and how many times better we are."""
    for label, key, unit, form, bar in LINES:
        cells = [format(each[key] * unit, form) if key in each else "" for each in (theirs, other, ours)]
        better = f"{other[key] / ours[key]:.1f}" if key in other else ""
        yield [label, *cells, f"{theirs[key] / ours[key]:.1f}", bar, better]


def main(arguments: list[str]) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="the claim store against networkx and rustworkx")
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
