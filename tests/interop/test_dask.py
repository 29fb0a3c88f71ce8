"""The function under Dask, for real: two worker processes."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from afgraph.interop import batch_function
from tests.interop.engines import RESOLVED, by_one_process, numbered, saved

pytest.importorskip("dask.dataframe", reason="dask is not installed: pip install 'afgraph[dask]'")
pytest.importorskip("distributed", reason="distributed is not installed: pip install 'afgraph[dask]'")

pytestmark = [pytest.mark.engine]

ROOT = str(Path(__file__).resolve().parents[2])


@pytest.fixture(scope="session")
def dask_client() -> Iterator[Any]:
    from distributed import Client, LocalCluster

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", os.pathsep.join([ROOT, *filter(None, [os.environ.get("PYTHONPATH")])]))
        cluster = LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address="127.0.0.1:0", host="127.0.0.1"
        )
        with cluster, Client(cluster) as client:
            yield client


def test_dask_gives_what_one_process_gives(dask_client: Any, tmp_path: Path) -> None:
    import dask.dataframe

    rows = numbered(5)
    frame = dask.dataframe.from_pandas(pd.DataFrame(rows, columns=["n", "name"]), npartitions=4)
    found = frame.map_partitions(batch_function(saved(tmp_path))).compute()
    assert list(found.columns) == ["n", "name", *RESOLVED]
    assert list(found["n"]) == [number for number, _ in rows]
    plain = [
        tuple(None if pd.isna(value) else value for value in row) for row in found[RESOLVED].itertuples(index=False)
    ]
    assert plain == by_one_process([name for _, name in rows])


def test_several_workers_took_part(dask_client: Any) -> None:
    assert len(set(dask_client.run(os.getpid).values())) == 2
