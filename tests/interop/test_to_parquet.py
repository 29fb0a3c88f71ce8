"""The graph as Parquet: nothing is lost, nothing half-written, nothing damaged or foreign is read."""

import json
import re
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import afgraph as af
from afgraph.dates import parse_date, parse_interval
from afgraph.graph import ClaimStore
from afgraph.interop import from_parquet, to_parquet
from afgraph.interop.tables import columns
from afgraph.model import Claim, Contents, Entity, Lexeme, Name, Quantity, Source

pa: Any = pytest.importorskip("pyarrow", reason="pyarrow is not installed: pip install 'afgraph[arrow]'")
pq: Any = pytest.importorskip("pyarrow.parquet")
QUESTIONS: list[Callable[[af.KnowledgeGraph], Any]] = [
    lambda kg: kg.allies("Dostum", on="1994-01-15"),
    lambda kg: kg.enemies("Taliban"),
    lambda kg: kg.who_is_allied_with_whom(on="2001-11"),
    lambda kg: kg.timeline("Ismail Khan"),
    lambda kg: kg.contradictions("ISKP"),
    lambda kg: kg.members("Northern Alliance", on="1998"),
    lambda kg: kg.quantities(unit="killed"),
    lambda kg: kg.ask("Who was allied with Hekmatyar in 1994?"),
]
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=9)
TIMES = st.sampled_from(
    [None, "1992/..", "/1994~", "1993-02", "../1990", "199X", "1985?/1990", "/", "../..", "2001-21"]
)
WHEN = TIMES.map(lambda text: None if text is None else parse_interval(text))


@pytest.fixture(scope="module")
def folder(kg: af.KnowledgeGraph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("parquet") / "graph"
    kg.to_parquet(path)
    return path


@pytest.fixture(scope="module")
def again(folder: Path) -> af.KnowledgeGraph:
    return af.KnowledgeGraph.from_parquet(folder)


@pytest.fixture
def copy(folder: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(folder, tmp_path / "copy"))


def test_everything_comes_back_as_it_was(kg: af.KnowledgeGraph, folder: Path) -> None:
    before, after = kg.store.contents, from_parquet(folder)
    assert after == before
    for one, other in [(before.entities, after.entities), (before.claims, after.claims)]:
        assert list(one.items()) == list(other.items())
    origins = [name.origin for each in before.entities.values() for name in each.names]
    assert origins == [name.origin for each in after.entities.values() for name in each.names]


@pytest.mark.parametrize("question", QUESTIONS)
def test_it_answers_as_the_graph_it_was_written_from(
    question: Callable[[af.KnowledgeGraph], Any], kg: af.KnowledgeGraph, again: af.KnowledgeGraph
) -> None:
    expected = question(kg)
    found = question(again)
    assert len(expected) > 0
    assert [each.to_dict() for each in found] == [each.to_dict() for each in expected]


@pytest.mark.parametrize("text", ["Emrullah Salih", "احمد شاه مسعود", "Gulbeddin Hikmetyar", "Nobody At All"])
def test_it_resolves_as_the_graph_it_was_written_from(
    text: str, kg: af.KnowledgeGraph, again: af.KnowledgeGraph
) -> None:
    assert again.resolve(text).to_dict() == kg.resolve(text).to_dict()


@st.composite
def generated(draw: st.DrawFn) -> Contents:
    """Contents of any shape that the model allows, not only what the packs happen to hold."""
    shipped = af.load().store.contents
    some = st.none() | TEXTS
    names = st.builds(Name, form=TEXTS, lang=st.just("prs"), script=st.just("Arab"), when=WHEN, source=some,
                      kind=st.sampled_from(["alias", "former"]), status=st.just("disputed"), phonemes=some)  # fmt: skip
    entity = st.builds(Entity, id=TEXTS, schema=st.sampled_from(["Person", "Faction"]), about=TEXTS, lifespan=WHEN,
                       names=st.lists(names, min_size=1, max_size=3).map(tuple), qid=some, iso=some,
                       former_ids=st.lists(TEXTS, max_size=2).map(tuple))  # fmt: skip
    entities = draw(st.lists(entity, min_size=1, max_size=4, unique_by=lambda each: each.id))
    ids = st.sampled_from([each.id for each in entities])
    source = Source(id="src:s", title=draw(TEXTS), kind="book", confidence=draw(st.none() | st.floats(0, 1)))
    quantity = st.builds(Quantity, comparator=st.sampled_from(["~", ">="]), unit=TEXTS,
                         value=st.floats(allow_nan=False, allow_infinity=False))  # fmt: skip
    claim = st.builds(Claim, id=TEXTS, subject=ids, object=st.none() | ids,
                      relation=st.sampled_from(["allied_with", "child_of"]),
                      source=st.just("src:s"), value=some, when=WHEN, note=some, quantity=st.none() | quantity,
                      attribution=st.lists(TEXTS, max_size=2).map(tuple), confidence=st.none() | st.floats(0, 1),
                      modality=st.sampled_from(["asserted", "denied"]))  # fmt: skip
    claims = draw(st.lists(claim, max_size=5, unique_by=lambda each: each.id))
    forms = st.lists(st.tuples(st.just("eng"), TEXTS), max_size=2).map(tuple)
    word = draw(st.builds(Lexeme, id=TEXTS, kind=st.just("title"), forms=forms, means=some))
    return replace(
        shipped,
        entities={each.id: each for each in entities},
        claims={each.id: each for each in claims},
        sources={source.id: source},
        lexicon={word.id: word},
        titles=(draw(TEXTS),),
        key="",
    )


@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(generated())
def test_whatever_the_model_allows_comes_back(contents: Contents) -> None:
    with tempfile.TemporaryDirectory() as name:
        to_parquet(ClaimStore(contents), Path(name) / "graph")
        assert from_parquet(Path(name) / "graph") == contents


@pytest.mark.parametrize("on", ["1979-12-24", "1994-01-15", "2001-11-13", "2021-08-24", "1996"])
def test_the_four_days_judge_a_claim_as_the_library_does(on: str, kg: af.KnowledgeGraph, folder: Path) -> None:
    asked = parse_date(on)
    first, last = date.fromordinal(asked.earliest), date.fromordinal(asked.latest)
    for row in pq.read_table(folder / "claims.parquet").to_pylist():
        verdict = "no"
        if row["start_earliest"] <= last and first <= row["end_latest"]:
            starts, ends = row["start_latest"], row["end_earliest"]
            sure = starts is not None and ends is not None and starts <= last and first <= ends
            verdict = "yes" if sure else "possibly"
        assert verdict == kg.store.verdict(kg.store.contents.claims[row["id"]], asked)


def test_files_are_typed_and_say_what_they_are(folder: Path) -> None:
    assert {path.name for path in folder.iterdir()} == {"manifest.json", *(f"{table}.parquet" for table in columns())}
    for table, listed in columns().items():
        schema = pq.read_schema(folder / f"{table}.parquet")
        assert json.loads(schema.metadata[b"afgraph"])["version"] == 1
        assert schema.names == [column.name for column in listed]
        for column in listed:
            field = schema.field(column.name)
            assert field.nullable is column.null
            assert field.metadata[b"means"].decode() == column.means
            assert (field.type == pa.date32()) is (column.type == "date")


def test_every_column_is_on_the_page() -> None:
    page = (Path(__file__).parents[2] / "docs/reference/parquet.md").read_text(encoding="utf-8")
    for table, listed in columns().items():
        section = page.split(f"## {table}\n")[1].split("\n## ")[0]
        assert re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE) == [column.name for column in listed]


def test_rows_are_written_in_batches(kg: af.KnowledgeGraph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("afgraph.interop.record_batches.BATCH", 100)
    kg.to_parquet(tmp_path / "graph")
    assert pq.ParquetFile(tmp_path / "graph/claims.parquet").num_row_groups > 10
    assert from_parquet(tmp_path / "graph") == kg.store.contents


@pytest.mark.parametrize("name", ["claims.parquet", "names.parquet", "schemas.parquet", "manifest.json"])
def test_a_missing_file_is_named(name: str, copy: Path) -> None:
    (copy / name).unlink()
    with pytest.raises(af.DataError, match=rf"{re.escape(name)}: No such file"):
        from_parquet(copy)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(af.DataError, match=r"nowhere.manifest\.json: No such file.*write it again"):
        from_parquet(tmp_path / "nowhere")


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_a_damaged_file_is_named(copy: Path, data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(sorted(copy.glob("*.parquet"))))
    whole = path.read_bytes()
    at = data.draw(st.integers(0, len(whole) - 1))
    changed = data.draw(st.sampled_from([whole[:at], whole[:at] + bytes([whole[at] ^ 0x10]) + whole[at + 1 :]]))
    path.write_bytes(changed)
    try:
        with pytest.raises(af.DataError, match=f"{path.name}: it is not what was written"):
            from_parquet(copy)
    finally:
        path.write_bytes(whole)


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"kind": "other"}', '{"kind": "afgraph tables", "version": 2}'])
def test_a_foreign_manifest_is_named(text: str, copy: Path) -> None:
    (copy / "manifest.json").write_text(text)
    with pytest.raises(af.DataError, match=r"manifest\.json: it is .*write it again"):
        from_parquet(copy)


CHANGES: list[tuple[str, str, Any, str]] = [
    ("claims", "modality", "sung", "claims, row 1: modality 'sung' is not known; it is one of asserted"),
    ("claims", "subject", "per:nobody", "claims, row 1: subject 'per:nobody' is not defined"),
    ("claims", "relation", "hums", "claims, row 1: relation 'hums' is not defined"),
    ("claims", "period", "soon", "claims, row 1: when: 'soon' is not a date"),
    ("claims", "id", None, r"claims\.parquet: a row has no id"),
    ("entities", "schema", "Dragon", "entities, row 1: schema 'Dragon' is not defined"),
    ("names", "entity", "per:nobody", "is not defined"),
    ("sources", "kind", "rumour", "sources, row 1: kind 'rumour' is not known"),
]


@pytest.mark.parametrize(("table", "column", "value", "problem"), CHANGES)
def test_rows_that_no_pack_could_hold_are_refused(
    table: str, column: str, value: Any, problem: str, copy: Path
) -> None:
    _change(copy / f"{table}.parquet", column, value)
    with pytest.raises(af.DataError, match="checked=False"):
        from_parquet(copy)
    with pytest.raises(af.DataError, match=problem):
        from_parquet(copy, checked=False)


def test_what_another_program_changed_is_read_when_asked(copy: Path) -> None:
    _change(copy / "claims.parquet", "note", "changed elsewhere")
    (copy / "manifest.json").unlink()
    found = from_parquet(copy, checked=False)
    assert next(iter(found.claims.values())).note == "changed elsewhere"
    assert found.key == ""


def test_a_file_of_other_columns_or_of_another_version_is_refused(copy: Path) -> None:
    path = copy / "sources.parquet"
    pq.write_table(pa.table({"x": [1]}), path)
    with pytest.raises(af.DataError, match=r"sources\.parquet: it has no column 'id', so it holds no sources"):
        from_parquet(copy, checked=False)
    pq.write_table(pa.table({"x": [1]}).replace_schema_metadata({"afgraph": '{"version": 9}'}), path)
    with pytest.raises(af.DataError, match=r"sources\.parquet: it is of version 9, not 1"):
        from_parquet(copy, checked=False)
    path.write_bytes(b"not parquet at all")
    with pytest.raises(af.DataError, match=r"sources\.parquet: it cannot be read"):
        from_parquet(copy, checked=False)


def _change(path: Path, column: str, value: Any) -> None:
    """One cell changed, and the file written as another program would: every column may be null, no metadata."""
    rows = pq.read_table(path).to_pylist()
    rows[0][column] = value
    pq.write_table(pa.Table.from_pylist(rows), path)


def test_a_folder_that_is_there_stays_unless_it_is_to_be_replaced(kg: af.KnowledgeGraph, copy: Path) -> None:
    with pytest.raises(af.DataError, match="is there already"):
        kg.to_parquet(copy)
    (copy / "claims.parquet").write_bytes(b"old")
    kg.to_parquet(copy, replace=True)
    assert from_parquet(copy) == kg.store.contents
    assert [each.name for each in copy.parent.iterdir()] == ["copy"]


@pytest.mark.parametrize("replace_", [True, False])
def test_what_is_no_graph_is_never_replaced(replace_: bool, kg: af.KnowledgeGraph, tmp_path: Path) -> None:  # noqa: FBT001
    (tmp_path / "thesis.docx").write_text("mine")
    with pytest.raises(af.DataError):
        kg.to_parquet(tmp_path, replace=replace_)
    with pytest.raises(af.DataError):
        kg.to_parquet(tmp_path / "thesis.docx", replace=replace_)
    assert (tmp_path / "thesis.docx").read_text() == "mine"


def test_a_failure_leaves_the_old_graph_and_nothing_half_written(
    kg: af.KnowledgeGraph, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any) -> str:
        raise OSError("disk full")

    monkeypatch.setattr("afgraph.interop.parquet._hash", fail)
    with pytest.raises(OSError, match="disk full"):
        kg.to_parquet(copy, replace=True)
    monkeypatch.undo()
    assert from_parquet(copy) == kg.store.contents
    assert [each.name for each in copy.parent.iterdir()] == ["copy"]


def test_text_that_is_no_unicode_is_refused(kg: af.KnowledgeGraph, tmp_path: Path) -> None:
    kabul = kg.store.contents.entities["plc:kabul"]
    broken = replace(kg.store.contents, entities={kabul.id: replace(kabul, about="half \ud800")}, claims={}, key="")
    with pytest.raises(af.DataError, match="cannot be written"):
        to_parquet(ClaimStore(broken), tmp_path / "graph")
    assert list(tmp_path.iterdir()) == []


def test_without_pyarrow_the_extra_is_named(
    kg: af.KnowledgeGraph, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(af.MissingExtraError, match=r"afgraph\[arrow\]"):
        kg.to_parquet(tmp_path / "graph")
    with pytest.raises(af.MissingExtraError, match=r"afgraph\[arrow\]"):
        from_parquet(folder)
