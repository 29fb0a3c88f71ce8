"""One function for whatever batch an engine gives."""

import os
import pickle
import subprocess
import sys
import time
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import afgraph as af
from afgraph import Resolver
from afgraph.interop import BatchFunction, batch_function
from afgraph.interop.arrow import _rows_of
from tests.interop.engines import ASKED, NAMES, RESOLVED, by_one_process, saved

EXPECTED = by_one_process(ASKED)


@pytest.fixture
def resolve(tmp_path: Path) -> BatchFunction:
    return batch_function(saved(tmp_path))


def rows_of_pandas(frame: pd.DataFrame) -> list[tuple[Any, ...]]:
    return [
        tuple(None if pd.isna(value) else value for value in row) for row in frame[RESOLVED].itertuples(index=False)
    ]


def test_a_frame_of_pandas_keeps_its_index_and_columns(resolve: BatchFunction) -> None:
    frame = pd.DataFrame({"n": range(len(ASKED)), "name": ASKED}, index=list("abcdefgh"))
    found = resolve(frame)
    assert rows_of_pandas(found) == EXPECTED
    pd.testing.assert_frame_equal(found[["n", "name"]], frame)
    assert list(resolve(frame[:0]).dtypes) == list(found.dtypes)
    assert list(frame.columns) == ["n", "name"]


def test_rows_of_pandas_that_are_no_names_lose_no_other(resolve: BatchFunction) -> None:
    odd = [float("nan"), pd.NA, None, 3, ["a"], b"x", "Emrullah Salih"]
    found = resolve(pd.DataFrame({"name": pd.Series(odd, dtype=object)}))
    assert [None if pd.isna(each) else each for each in found["resolved_problem"]] == [
        *[None] * 3,
        "int is no text",
        "list is no text",
        "bytes is no text",
        None,
    ]
    assert [None if pd.isna(each) else each for each in found["resolved_outcome"]] == [
        *[None] * 3,
        *["nil"] * 3,
        "match",
    ]


def test_a_frame_of_polars_gives_one(resolve: BatchFunction) -> None:
    found = resolve(pl.DataFrame({"name": ASKED}))
    assert found.columns == ["name", *RESOLVED]
    assert found.select(RESOLVED).rows() == EXPECTED
    assert resolve(pl.DataFrame({"name": ASKED[:0]}, schema={"name": pl.String})).schema == found.schema


def test_arrow_gives_arrow(resolve: BatchFunction) -> None:
    batch = pa.record_batch({"name": ASKED})
    table = pa.Table.from_batches([batch, batch])
    assert [tuple(row.values()) for row in resolve(batch).select(RESOLVED).to_pylist()] == EXPECTED
    assert [tuple(row.values()) for row in resolve(table).select(RESOLVED).to_pylist()] == EXPECTED * 2
    assert [tuple(row.values()) for row in resolve(batch.column(0)).to_pylist()] == EXPECTED
    assert [tuple(row.values()) for row in resolve(table.column(0)).to_pylist()] == EXPECTED * 2
    assert [each.num_rows for each in resolve(iter([batch, batch]))] == [len(ASKED)] * 2
    assert resolve(batch).schema.names[1:] == [field.name for field in resolve.fields()]


def test_an_array_of_names_gives_structs_of_the_fields_that_are_told(resolve: BatchFunction) -> None:
    """Daft fills a struct by name: fields of other names come out as nulls, and nothing says so."""
    assert list(resolve(pa.array(ASKED)).type) == resolve.fields()
    renamed = replace(resolve, prefix="r_")
    assert list(renamed(pa.array(ASKED[:0], pa.string())).type) == renamed.fields()


@pytest.mark.parametrize("kind", ["pandas", "polars", "arrow"])
def test_rows_bring_their_own_context_in_any_frame(kind: str) -> None:
    resolve = batch_function(af.load, date_column="day", prefix="r_", schema="Person")
    columns = {"name": ["Massoud", "Massoud", None], "day": ["1999-05-01", "2021-08-24", "2021"]}
    frames: dict[str, Any] = {"pandas": pd.DataFrame, "polars": pl.DataFrame, "arrow": pa.table}
    found = resolve(frames[kind](columns))
    ids = found["r_id"].to_pylist() if kind == "arrow" else found["r_id"].to_list()
    assert ids[:2] == ["per:ahmad-shah-massoud", "per:ahmad-massoud"]


def test_it_goes_to_another_process_small_and_opens_the_list_there(resolve: BatchFunction) -> None:
    sent = pickle.dumps(resolve)
    assert len(sent) < 1000
    code = (
        "import pickle, sys, pandas; resolve = pickle.loads(sys.stdin.buffer.read()); "
        "print(resolve(pandas.DataFrame({'name': ['Emrullah Salih']}))['resolved_id'][0])"
    )
    root = str(Path(__file__).resolve().parents[2])
    ran = subprocess.run(
        [sys.executable, "-c", code],
        input=sent,
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONPATH": root},
    )
    assert ran.stdout.decode().strip() == "s"


def test_a_process_opens_the_list_once(resolve: BatchFunction) -> None:
    again = pickle.loads(pickle.dumps(resolve))  # noqa: S301 - our own bytes
    assert resolve._rows is again._rows
    assert _rows_of.cache_info().currsize >= 1


def test_a_list_that_was_saved_again_is_opened_again(resolve: BatchFunction, tmp_path: Path) -> None:
    frame = pd.DataFrame({"name": ["Emrullah Salih"]})
    assert list(resolve(frame)["resolved_id"]) == ["s"]
    time.sleep(0.01)  # the clock of a file system is coarse
    Resolver.from_names({"another": ["Amrullah Saleh"]}).save(tmp_path / "some.names")
    assert list(resolve(frame)["resolved_id"]) == ["another"]


def test_judgements_are_respected(tmp_path: Path) -> None:
    ledger = tmp_path / "judgements.yml"
    Resolver.from_names(NAMES).ledger(ledger).add("The Lion", "f", "positive")
    resolve = batch_function(saved(tmp_path), judgements=ledger)
    assert list(resolve(pd.DataFrame({"name": ["the lion"]}))["resolved_id"]) == ["f"]


def test_a_graph_with_judgements_is_opened_by_a_function(tmp_path: Path) -> None:
    ledger = tmp_path / "judgements.yml"
    resolve = batch_function(partial(af.load, "afghanistan"), judgements=ledger)
    assert list(resolve(pd.DataFrame({"name": ["Emrullah Salih"]}))["resolved_id"]) == ["per:amrullah-saleh"]


def test_what_is_no_batch_is_refused(resolve: BatchFunction) -> None:
    with pytest.raises(TypeError, match="a list is no batch"):
        resolve(["Kabul"])


@pytest.mark.parametrize("columns", [{"who": ["Kabul"]}, {"name": ["Kabul"], "resolved_id": ["k"]}])
def test_columns_are_checked_in_every_frame(resolve: BatchFunction, columns: dict[str, list[str]]) -> None:
    for frame in (pd.DataFrame(columns), pl.DataFrame(columns), pa.table(columns)):
        with pytest.raises(ValueError, match=r"column 'name'|'resolved_id' is there"):
            resolve(frame)


def test_a_date_that_is_none_is_refused_at_once(tmp_path: Path) -> None:
    for source in (tmp_path / "some.names", af.load):
        with pytest.raises(af.DateFormatError):
            batch_function(source, date="sometime")


def test_a_function_that_no_other_process_could_find_is_refused() -> None:
    with pytest.raises(ValueError, match="no other process could find"):
        batch_function(lambda: None)


def test_the_extra_is_named_where_spark_is_missing(resolve: BatchFunction, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyspark.sql.types", None)
    with pytest.raises(af.MissingExtraError, match=r"afgraph\[spark\]"):
        resolve.spark_schema(None)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    resolve = batch_function(tmp_path / "none.names")
    with pytest.raises(FileNotFoundError, match=r"none\.names"):
        resolve(pd.DataFrame({"name": ["Kabul"]}))
