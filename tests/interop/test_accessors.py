"""`series.afgraph` of pandas and polars, when one asks for it."""

import subprocess
import sys
from typing import Any

import pandas as pd
import polars as pl
import pytest

import afgraph as af
import afgraph.interop.pandas
import afgraph.interop.polars
from afgraph import Resolver
from tests.interop.engines import ASKED, NAMES, by_one_process

COLUMNS = ["id", "name", "outcome", "score", "likeliest", "runner_up", "problem"]


@pytest.fixture(scope="module")
def resolver() -> Resolver:
    return Resolver.from_names(NAMES)


def plain(frame: pd.DataFrame) -> list[tuple[Any, ...]]:
    return [tuple(None if pd.isna(value) else value for value in row) for row in frame.itertuples(index=False)]


def of(series: Any) -> Any:
    """The accessor, which static types know nothing of."""
    return series.afgraph


def test_a_column_of_pandas_is_resolved_on_its_index(resolver: Resolver) -> None:
    names = pd.Series(ASKED, index=list("hgfedcba"))
    found = of(names).resolve(resolver)
    assert list(found.columns) == COLUMNS
    assert list(found.index) == list("hgfedcba")
    assert plain(found) == by_one_process(ASKED)
    assert found["name"].isna()["f"]


def test_context_workers_and_graphs_are_taken(kg: af.KnowledgeGraph) -> None:
    found = of(pd.Series(["Massoud", None])).resolve(kg, date="2021-08-24", progress=True)
    assert plain(found[["id", "outcome"]]) == [("per:ahmad-massoud", "match"), (None, None)]
    with pytest.raises(af.BadNameError, match="row 2"):
        of(pd.Series(["Massoud", 3])).resolve(kg, errors="raise")


@pytest.mark.parametrize("kind", [object, "string", "str", "category"])
def test_any_kind_of_column_will_do(resolver: Resolver, kind: str) -> None:
    found = of(pd.Series(["Emrullah Salih", None], dtype=kind)).resolve(resolver)
    assert plain(found[["id"]]) == [("s",), (None,)]


def test_empty_columns_give_empty_frames_of_the_same_kinds(resolver: Resolver) -> None:
    some = of(pd.Series(["Kabul"])).resolve(resolver)
    assert list(of(pd.Series([], dtype=object)).resolve(resolver).dtypes) == list(some.dtypes)
    schema = of(pl.Series(["Kabul"])).resolve(resolver).schema
    assert of(pl.Series([], dtype=pl.String)).resolve(resolver).schema == schema


def test_a_column_of_polars_is_resolved(resolver: Resolver) -> None:
    found = of(pl.Series(ASKED)).resolve(resolver)
    assert found.columns == COLUMNS
    assert found.rows() == by_one_process(ASKED)


def test_an_expression_gives_structs_in_lazy_frames_too(resolver: Resolver) -> None:
    expression = of(pl.col("who")).resolve(resolver).alias("found")
    frame = pl.DataFrame({"who": ASKED})
    eager = frame.with_columns(expression)
    assert eager.unnest("found").select(COLUMNS).rows() == by_one_process(ASKED)
    assert frame.lazy().with_columns(expression).collect().equals(eager)
    assert frame.lazy().with_columns(expression).collect_schema() == eager.schema


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_nothing_is_registered_unless_one_asks(library: str) -> None:
    code = (
        f"import afgraph, afgraph.interop; afgraph.Resolver; import {library}; "
        f"print(hasattr({library}.Series(['Kabul']), 'afgraph')); "
        f"import afgraph.interop.{library}; print(hasattr({library}.Series(['Kabul']), 'afgraph'))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["False", "True"]


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_the_extra_is_named_where_the_library_is_missing(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, f"afgraph.interop.{library}")
    for module in [name for name in sys.modules if name.split(".")[0] == library]:
        monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(af.MissingExtraError, match=r"afgraph\[frames\]"):
        __import__(f"afgraph.interop.{library}")
