"""The function under Spark, for real: two threads of one Java machine, which start Python processes."""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from afgraph.interop import batch_function
from tests.interop.engines import RESOLVED, by_one_process, numbered, saved

pytest.importorskip("pyspark", reason="pyspark is not installed: pip install 'afgraph[spark]'")

pytestmark = [
    pytest.mark.engine,
    pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas:FutureWarning"),
    pytest.mark.skipif(
        shutil.which("java") is None and "JAVA_HOME" not in os.environ, reason="Spark needs Java, which is not here"
    ),
]

ROOT = str(Path(__file__).resolve().parents[2])


@pytest.fixture(scope="session")
def spark() -> Iterator[Any]:
    from pyspark.sql import SparkSession

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        patch.setenv("PYTHONPATH", os.pathsep.join([ROOT, *filter(None, [os.environ.get("PYTHONPATH")])]))
        session = (
            SparkSession.builder.master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.sql.execution.arrow.maxRecordsPerBatch", "7")
            .config("spark.driver.extraJavaOptions", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")  # soon warm, soon gone
            .getOrCreate()
        )
        session.sparkContext.setLogLevel("ERROR")
        yield session
        session.stop()


def test_spark_gives_what_one_process_gives(spark: Any, tmp_path: Path) -> None:
    rows = numbered(5)
    frame = spark.createDataFrame(rows, "n long, name string").repartition(2)
    resolve = batch_function(saved(tmp_path))
    found = frame.mapInArrow(resolve, resolve.spark_schema(frame)).collect()
    assert found[0].asDict().keys() == {"n", "name", *RESOLVED}
    in_order = sorted(found, key=lambda row: int(row["n"]))
    assert [(row["n"], row["name"]) for row in in_order] == rows
    assert [tuple(row[each] for each in RESOLVED) for row in in_order] == by_one_process([name for _, name in rows])


def test_a_column_that_is_there_already_is_refused_before_anything_runs(spark: Any, tmp_path: Path) -> None:
    frame = spark.createDataFrame([("Kabul", "k")], "name string, resolved_id string")
    with pytest.raises(ValueError, match="'resolved_id' is there already"):
        batch_function(saved(tmp_path)).spark_schema(frame)
