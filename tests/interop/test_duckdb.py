"""The SQL of the page on Parquet, run by DuckDB, beside the library."""

import re
from pathlib import Path

import pytest

import afgraph as af
from afgraph.dates import parse_date

duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed: pip install 'afgraph[engines]'")
pytest.importorskip("pyarrow", reason="pyarrow is not installed: pip install 'afgraph[arrow]'")

pytestmark = [pytest.mark.engine]

PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "take-the-graph-to-an-engine.md"


@pytest.fixture(scope="module")
def folder(kg: af.KnowledgeGraph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("duckdb") / "graph"
    kg.to_parquet(path)
    return path


@pytest.mark.parametrize("day", ["1989-02-16", "1992-06-01", "1994-01-15", "1997-05-20", "2001-11-13", "2021-08-24"])
def test_the_sql_of_the_page_gives_the_claims_that_held_and_which_surely_did(
    kg: af.KnowledgeGraph, folder: Path, day: str
) -> None:
    [sql] = re.findall(r"```sql\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert sql.count("1994-01-15") == 4
    asked = sql.replace("1994-01-15", day).replace("graph/claims.parquet", str(folder / "claims.parquet"))
    with duckdb.connect() as connection:
        found = connection.execute(asked).fetchall()
    edges = kg.store.edges(kg.store.contents.claims.values(), parse_date(day))
    held = [
        (claim.subject, claim.object, None if claim.when is None else claim.when.text, verdict == "yes")
        for claim, verdict in edges
        if kg.store.relation(claim).stance == "alliance"
    ]
    assert sorted(map(repr, found)) == sorted(map(repr, held))
    assert any(sure for *_, sure in held)
