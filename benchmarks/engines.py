"""A million rows resolved by one process, by two, under Spark and under Dask: what it costs to start and to do.

    python benchmarks/engines.py [--rows 1000000] [--distinct 20000] [--names 20000] [--runs 5]

The list is that of `fuzzy.py`. Of the distinct names in the rows one in four is written as another press writes it, the
rest are listed; rows come in random order. Each run is a program of its own that reads the rows from a Parquet file and
holds all results at the end; `start` is until the engine is ready, `job` from then on. Both engines have two processes
for Python. "distinct first" resolves the distinct names and joins them back to the rows. Printed: medians over the
runs, which take turns, and whether the results are those of one process.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import time
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow as pa
from pyarrow import parquet

sys.path.append(str(Path(__file__).resolve().parents[1]))  # this folder's modules, when run as a script

from afgraph import Resolver
from afgraph.interop import batch_function
from benchmarks.fuzzy import listed, press_noise

NOISY = 4  # one name in so many
WAYS = (
    "one process",
    "resolve_many, workers=2",
    *(f"Spark, {count} partitions" for count in (1, 2, 4)),
    "Spark, 2 partitions, distinct first",
    *(f"Dask, {count} partitions" for count in (1, 2, 4)),
    "Dask, 2 partitions, distinct first",
)
RESULTS = ["n", "resolved_id", "resolved_outcome", "resolved_score"]

Job = Callable[[], pa.Table]


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--distinct", type=int, default=20_000)
    parser.add_argument("--names", type=int, default=20_000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--one", nargs=2, metavar=("WAY", "FOLDER"), help="one run, as this program starts it")
    chosen = parser.parse_args()
    if chosen.one:
        print(json.dumps(one_run(chosen.one[0], Path(chosen.one[1]))))
        return 0
    with TemporaryDirectory() as folder:
        prepare(Path(folder), chosen.names, chosen.distinct, chosen.rows)
        runs = rounds(Path(folder), chosen.runs)
    return table(runs, chosen.rows) if runs else 1


def rounds(folder: Path, count: int) -> list[list[dict[str, Any]]]:
    """The runs of all ways, round by round; stopped from the keyboard, those that are whole."""
    found: list[list[dict[str, Any]]] = []
    try:
        while len(found) < count:
            found.append([apart(way, folder) for way in WAYS])
    except KeyboardInterrupt:
        print(f"stopped in round {len(found) + 1}", file=sys.stderr)
    return found


def table(runs: list[list[dict[str, Any]]], rows: int) -> int:
    """Print the medians; 1 where results differ."""
    print(f"medians of {len(runs)}\n\n| way | start, s | job, s | rows a second | as one process |")
    print("|---|---|---|---|---|")
    wanted = runs[0][0]["digest"]
    for at, way in enumerate(WAYS):
        start, job = (median(each[at][step] for each in runs) for step in ("start", "job"))
        same = all(each[at]["digest"] == wanted for each in runs)
        print(f"| {way} | {start:.1f} | {job:.1f} | {rows / job:,.0f} | {'yes' if same else 'NO'} |")
    return 0 if all(each["digest"] == wanted for of_round in runs for each in of_round) else 1


def prepare(folder: Path, names: int, distinct: int, rows: int) -> None:
    """The list in a file, and the rows in another."""
    rng = random.Random(1)  # noqa: S311 - rows that come out the same
    known = listed(names, rng)
    Resolver.from_names(known).save(folder / "some.names")
    asked = rng.sample([name for _, name in known], min(distinct, names))
    written = [press_noise(name, rng) if at % NOISY == 0 else name for at, name in enumerate(asked)]
    column = [written[at % len(written)] for at in range(rows)]
    rng.shuffle(column)
    parquet.write_table(pa.table({"n": range(rows), "name": column}), folder / "rows.parquet")


def apart(way: str, folder: Path) -> dict[str, Any]:
    """One run as a program of its own."""
    root = str(Path(__file__).resolve().parents[1])
    path = os.pathsep.join([root, *filter(None, [os.environ.get("PYTHONPATH")])])
    environment = {**os.environ, "PYSPARK_PYTHON": sys.executable, "PYTHONPATH": path}
    ran = subprocess.run(  # noqa: S603 - this file
        [sys.executable, __file__, "--one", way, str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        check=True,
        env=environment,
    )
    found: dict[str, Any] = json.loads(ran.stdout.splitlines()[-1])
    print(f"{way}: {found['start']:.1f} {found['job']:.1f}", file=sys.stderr, flush=True)
    return found


def one_run(way: str, folder: Path) -> dict[str, Any]:
    """Seconds until the engine was ready, seconds of the job, and a digest of the results."""
    start = time.perf_counter()
    job, stop = prepared(way, folder)
    ready = time.perf_counter()
    found = job()
    done = time.perf_counter()
    stop()
    return {"start": ready - start, "job": done - ready, "digest": digest(found)}


def prepared(way: str, folder: Path) -> tuple[Job, Callable[[], object]]:
    """A job that is ready to run, and what to do after it."""
    engine, *parts = way.split(", ")
    if engine in ("Spark", "Dask"):
        count, distinct = int(parts[0].split()[0]), "distinct first" in parts
        return (on_spark if engine == "Spark" else on_dask)(folder, count, distinct=distinct)
    resolver = Resolver.open(folder / "some.names")
    job = by_one if way == "one process" else by_workers
    return lambda: job(resolver, folder), lambda: None


def by_one(resolver: Resolver, folder: Path) -> pa.Table:
    """All rows as batches, in this process."""
    return pa.Table.from_batches(resolver.resolve_batches(parquet.read_table(folder / "rows.parquet")))


def by_workers(resolver: Resolver, folder: Path) -> pa.Table:
    """The names of all rows by two processes."""
    rows = parquet.read_table(folder / "rows.parquet")
    coded = rows.column("name").combine_chunks().dictionary_encode()
    found = resolver.resolve_many(coded.dictionary, workers=2)
    columns = zip(*((each.id, each.outcome, each.score) for each in found), strict=True)
    added = [pa.array(values).take(coded.indices) for values in columns]
    return pa.table([rows.column("n"), *added], names=RESULTS)


def on_spark(folder: Path, partitions: int, *, distinct: bool) -> tuple[Job, Callable[[], object]]:
    """All rows under Spark."""
    from pyspark.sql import SparkSession

    settings = {"ui.enabled": "false", "driver.bindAddress": "127.0.0.1", "driver.host": "127.0.0.1"}
    builder = SparkSession.builder.master("local[2]")
    for name, value in {**settings, "driver.maxResultSize": "2g", "driver.memory": "2g"}.items():
        builder = builder.config(f"spark.{name}", value)
    spark = builder.getOrCreate()
    resolve = batch_function(folder / "some.names")

    def job() -> pa.Table:
        rows = spark.read.parquet(str(folder / "rows.parquet"))
        asked = (rows.select("name").distinct() if distinct else rows).repartition(partitions)
        found = asked.mapInArrow(resolve, resolve.spark_schema(asked))
        return (rows.join(found, "name") if distinct else found).select(*RESULTS).toArrow()

    return job, spark.stop


def on_dask(folder: Path, partitions: int, *, distinct: bool) -> tuple[Job, Callable[[], object]]:
    """All rows under Dask."""
    import dask.dataframe
    import pandas as pd
    from distributed import Client, LocalCluster

    cluster = LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address="127.0.0.1:0", host="127.0.0.1")
    client = Client(cluster)
    resolve = batch_function(folder / "some.names")

    def job() -> pa.Table:
        rows = pd.read_parquet(folder / "rows.parquet")
        asked = rows[["name"]].drop_duplicates(ignore_index=True) if distinct else rows
        found = dask.dataframe.from_pandas(asked, npartitions=partitions).map_partitions(resolve).compute()
        return pa.Table.from_pandas((rows.merge(found, on="name") if distinct else found)[RESULTS])

    def stop() -> None:
        client.close()
        cluster.close()

    return job, stop


def digest(found: pa.Table) -> int:
    """A number that two results share only if each row has the same id, outcome and score in both."""
    in_order = found.select(RESULTS).sort_by("n")
    columns: Sequence[list[Any]] = [in_order.column(name).to_pylist() for name in RESULTS]
    sum_of_all = 0
    for values in columns:
        sum_of_all = zlib.crc32("\n".join(map(repr, values)).encode(), sum_of_all)
    return sum_of_all


if __name__ == "__main__":
    raise SystemExit(main())
