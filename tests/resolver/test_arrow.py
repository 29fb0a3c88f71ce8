"""Record batches in, record batches out."""

import datetime
import sys
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import afgraph as af
from afgraph import Resolver
from afgraph.resolver import Resolution
from afgraph.resolver.table import COLUMNS, NOTHING, Key, NameRows, encoded, row_of

NAMES = {"f": ["Ahmad Shah Massoud", "Massoud"], "s": ["Ahmad Massoud", "Massoud"], "k": ["Kabul"]}
ASKED = ["Ahmet Şah Mesud", "Massoud", "Kaboul", "Merkel", "", None, "x" * 300]
RESOLVED = [f"resolved_{name}" for name in COLUMNS]


@pytest.fixture(scope="module")
def resolver() -> Resolver:
    return Resolver.from_names(NAMES)


def expected(resolver: Resolver, names: list[str | None]) -> list[tuple[Any, ...]]:
    return [tuple(NOTHING if name is None else row_of(resolver.resolve(name))) for name in names]


def rows(batches: list[pa.RecordBatch]) -> list[tuple[Any, ...]]:
    return [tuple(row[name] for name in RESOLVED) for batch in batches for row in batch.to_pylist()]


@settings(max_examples=30)
@given(parts=st.lists(st.lists(st.sampled_from(ASKED), max_size=6), max_size=4))
def test_batches_hold_what_one_by_one_gives_in_their_order(resolver: Resolver, parts: list[list[str | None]]) -> None:
    batches = [pa.record_batch({"n": pa.array(range(len(part))), "name": pa.array(part, "string")}) for part in parts]
    found = list(resolver.resolve_batches(batches))
    assert [len(each) for each in found] == [len(part) for part in parts]
    assert rows(found) == expected(resolver, [name for part in parts for name in part])
    assert all(each.select(["n", "name"]).equals(batch) for each, batch in zip(found, batches, strict=True))
    assert all(each.schema.names == ["n", "name", *RESOLVED] for each in found)


KINDS = ["string", "large_string", "string_view", pa.dictionary(pa.int8(), pa.string())]


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_any_kind_of_text_will_do(resolver: Resolver, kind: Any) -> None:
    batch = pa.record_batch({"name": pa.array(ASKED, "string").cast(kind)})
    assert rows(list(resolver.resolve_batches([batch]))) == expected(resolver, ASKED)
    table = pa.table({"name": pa.chunked_array([batch.column(0), batch.column(0)])})
    assert rows(list(resolver.resolve_batches(table))) == expected(resolver, ASKED * 2)


def test_a_column_of_nothing_gives_nothing(resolver: Resolver) -> None:
    [found] = resolver.resolve_batches([pa.record_batch({"name": pa.nulls(2)})])
    assert rows([found]) == [tuple(NOTHING)] * 2
    assert [field.type for field in found.schema][1:] == [
        pa.float64() if name == "score" else pa.string() for name in COLUMNS
    ]


def test_metadata_stay(resolver: Resolver) -> None:
    batch = pa.record_batch({"name": ["Kabul"]}).replace_schema_metadata({"made": "today"})
    [found] = resolver.resolve_batches([batch])
    assert found.schema.metadata == {b"made": b"today"}


def test_batches_are_resolved_as_they_are_asked_for(resolver: Resolver) -> None:
    taken = []

    def batches() -> Any:
        for at in range(3):
            taken.append(at)
            yield pa.record_batch({"name": ["Kabul"]})

    found = resolver.resolve_batches(batches())
    assert taken == []
    next(found)
    assert taken == [0]


def test_distinct_names_are_resolved_once_over_all_batches() -> None:
    asked = []

    def resolve(text: str, **_: Any) -> Resolution:
        asked.append(text)
        return Resolution(text=text, outcome="nil", candidates=())

    known = NameRows(resolve, remembered=2)
    for _ in range(3):
        known.of([Key("a"), Key("b"), Key("a")])
    assert asked == ["a", "b"]
    known.of([Key("c"), Key("d"), Key("a")])
    assert asked == ["a", "b", "c", "d", "a"]


CONTEXT = pa.record_batch(
    {
        "who": ["Massoud"] * 7,
        "day": ["1999-05-01", "2021-08-24", None, "yesterday", "2021", "1442-11 AH", ""],
        "lang": ["eng", None, "tur", "eng", None, None, None],
        "where": ["Panjshir", None, "plc:panjshir", None, "Nowhere At All", None, None],
    }
)


def test_each_row_brings_its_own_context(kg: af.KnowledgeGraph) -> None:
    asked = {"column": "who", "date_column": "day", "place_column": "where", "lang_column": "lang"}
    [found] = kg.resolve_batches([CONTEXT], date="2021-08-24", **asked)
    wanted = [
        kg.resolve("Massoud", date="1999-05-01", lang="eng", place="Panjshir"),
        kg.resolve("Massoud", date="2021-08-24"),
        kg.resolve("Massoud", date="2021-08-24", lang="tur", place="Panjshir"),
        None,
        None,
        kg.resolve("Massoud", date="1442-11 AH"),
        None,
    ]
    for row, want in zip(rows([found]), wanted, strict=True):
        if want is not None:
            assert row == tuple(row_of(want))
    problems = found.column("resolved_problem").to_pylist()
    assert [problem is None for problem in problems] == [True, True, True, False, False, True, False]
    assert "yesterday" in problems[3]
    assert "Nowhere At All" in problems[4]
    assert found.column("resolved_outcome").to_pylist()[3:5] == ["nil", "nil"]


@pytest.mark.parametrize(
    "days",
    [
        pa.array([datetime.date(1999, 5, 1)] * 2),
        pa.array([datetime.datetime(1999, 5, 1, 12)] * 2),  # noqa: DTZ001 - as tables hold them
        pa.array([1999, 1999]),
        pa.array(["1999-05-01", "1999-05"]),
    ],
    ids=lambda days: str(days.type),
)
def test_dates_come_in_any_kind_of_column(kg: af.KnowledgeGraph, days: Any) -> None:
    batch = pa.record_batch({"name": ["Massoud", None], "day": days})
    [found] = kg.resolve_batches([batch], date_column="day")
    assert found.column("resolved_id").to_pylist() == ["per:ahmad-shah-massoud", None]


@pytest.mark.parametrize(
    ("columns", "asked", "error", "says"),
    [
        ({"nam": ["a"]}, {}, ValueError, r"no column 'name'; 'nam' is meant\? The columns are 'nam'"),
        ({"name": ["a"]}, {"date_column": "day"}, ValueError, "no column 'day'"),
        ({"name": ["a"], "resolved_score": [1]}, {}, ValueError, "'resolved_score' is there already; pass another"),
        ({"name": ["a"]}, {"prefix": ""}, ValueError, "'name' is there already"),
        ({"name": [1]}, {}, TypeError, "'name' is int64, not text; cast it"),
    ],
)
def test_what_cannot_be_read_is_said(
    resolver: Resolver, columns: dict[str, Any], asked: dict[str, Any], error: type[Exception], says: str
) -> None:
    with pytest.raises(error, match=says):
        list(resolver.resolve_batches([pa.record_batch(columns)], **asked))


def test_context_for_all_is_checked_at_once(resolver: Resolver, kg: af.KnowledgeGraph) -> None:
    with pytest.raises(af.DateFormatError):
        resolver.resolve_batches([], date="sometime")
    with pytest.raises(af.UnknownNameError):
        kg.resolve_batches([], place="Nowhere At All")


def test_another_prefix_names_the_columns(resolver: Resolver) -> None:
    [found] = resolver.resolve_batches([pa.record_batch({"who": ["Kabul"]})], column="who", prefix="")
    assert found.schema.names == ["who", *COLUMNS]


def test_halves_of_letters_do_not_stop_a_column() -> None:
    odd = Resolver.from_names({"\ud800k": ["Kabul\ud800"]})
    [found] = odd.resolve_batches([pa.record_batch({"name": ["Kabul"]})])
    assert found.column("resolved_id").to_pylist() == ["?k"]


def test_values_keep_their_places() -> None:
    assert encoded([]) == ([], [])
    assert encoded(["a", None, "a"]) == (["a", None], [0, 1, 0])


def test_the_extra_is_named_where_arrow_is_missing(resolver: Resolver, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(af.MissingExtraError, match=r"afgraph\[arrow\]"):
        list(resolver.resolve_batches([]))
