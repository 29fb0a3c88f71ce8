"""Counts of packs: they add up, and say what the claims rest on."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afgraph.dates import parse_interval
from afgraph.model import Claim, Contents, Entity, Lexeme, Name, Source
from afgraph.packs import load_contents
from afgraph.packs.counts import by_number, by_size, side_by_side
from afgraph.packs.find import shipped_packs
from afgraph.packs.read_vocabulary import relation_types, schemas
from afgraph.packs.stats import PackStats, stats

EMPTY = Contents(entities={}, sources={}, claims={}, relations=relation_types(), schemas=schemas())
NAMES = st.builds(
    Name,
    form=st.just("A"),
    lang=st.sampled_from(["eng", "prs"]),
    script=st.sampled_from(["Latn", "Arab"]),
    kind=st.sampled_from(["alias", "short"]),
    status=st.sampled_from(["listed", "attested"]),
)
ENTITIES = st.builds(
    Entity,
    id=st.integers(0, 99).map("per:e{}".format),
    schema=st.sampled_from(sorted(schemas())),
    names=st.lists(NAMES, max_size=3).map(tuple),
)
SOURCES = st.builds(
    Source,
    id=st.sampled_from(["src:a", "src:b"]),
    title=st.just("T"),
    kind=st.sampled_from(["press", "general"]),
    confidence=st.sampled_from([None, 0.5]),
)
TIMES = [None, "/", "1992", "1990~", "199X", "/1985", "1979-12/..", "../2001", "2021-08/"]
CLAIMS = st.builds(
    Claim,
    id=st.integers(0, 99).map(str),
    subject=st.just("per:e1"),
    relation=st.sampled_from(["fought", "located_in"]),
    source=st.sampled_from(["src:a", "src:b"]),
    when=st.sampled_from(TIMES).map(lambda text: None if text is None else parse_interval(text)),
    modality=st.sampled_from(["asserted", "denied"]),
    confidence=st.none() | st.floats(0, 1),
)
LEXEMES = st.builds(
    Lexeme, id=st.integers(0, 9).map(str), kind=st.sampled_from(["title", "nisba"]), forms=st.just((("eng", "A"),))
)


@st.composite
def contents(draw: st.DrawFn) -> Contents:
    sources = {each: replace(draw(SOURCES), id=each) for each in ("src:a", "src:b")}
    return replace(
        EMPTY,
        entities={each.id: each for each in draw(st.lists(ENTITIES, max_size=9))},
        sources=sources,
        claims={each.id: each for each in draw(st.lists(CLAIMS, max_size=9))},
        lexicon={each.id: each for each in draw(st.lists(LEXEMES, max_size=3))},
    )


def assert_adds_up(counted: PackStats) -> None:
    for field, value in counted.to_dict().items():
        part, by, _ = field.partition("_by_")
        if by:
            assert sum(value.values()) == getattr(counted, part), field
            assert min(value.values(), default=1) > 0
    tops = [each for each in counted.schemas if each.parent is None]
    assert sum(each.with_kinds for each in tops) == counted.entities
    assert sum(each.itself for each in counted.schemas) == counted.entities
    for each in counted.schemas:
        below = sum(kind.with_kinds for kind in counted.schemas if kind.parent == each.schema)
        assert each.with_kinds == each.itself + below


@given(contents())
def test_every_table_adds_up_to_its_total(drawn: Contents) -> None:
    counted = stats(drawn)
    assert_adds_up(counted)
    kinds = [drawn.sources[claim.source].kind for claim in drawn.claims.values()]
    assert counted.on_general_knowledge == kinds.count("general")
    assert sum(row[1] for table in counted.tables() if table.title == "Names by script" for row in table.rows) == (  # type: ignore[misc]
        counted.names
    )


@pytest.mark.parametrize("pack", shipped_packs())
def test_the_shipped_packs_add_up(pack: str) -> None:
    counted = stats(load_contents([pack]))
    assert_adds_up(counted)
    assert f"{counted.on_general_knowledge} of {counted.claims:,} claims" in counted.evidence
    assert counted.to_markdown(full=True).count("\n### ") >= 9


def test_a_pack_without_anything_has_no_tables_and_no_shares() -> None:
    counted = stats(EMPTY)
    assert list(counted.tables()) == []
    assert counted.to_markdown(full=True) == ""
    assert "0 of 0 claims rest on general knowledge" in counted.to_markdown()


@pytest.mark.parametrize(
    ("when", "decade"),
    [
        ("1992", "1990s"),
        ("1990~", "1990s"),
        ("1999-12-31/2001", "1990s"),
        ("199X", "1990s"),
        ("/1985", "1980s"),
        ("../2001", "2000s"),
        ("/", "undated"),
        (None, "undated"),
    ],
)
def test_a_claim_counts_in_the_decade_of_its_start_else_of_its_end(when: str | None, decade: str) -> None:
    counted = stats(with_claim(when=None if when is None else parse_interval(when)))
    assert counted.claims_by_decade == {decade: 1}


def test_geography_without_time_is_timeless_not_undated() -> None:
    assert stats(with_claim(relation="located_in")).claims_by_decade == {"timeless": 1}


@pytest.mark.parametrize(
    ("own", "of_source", "band"),
    [
        (0.9, 0.1, "0.9 to 1.0"),
        (1.0, None, "0.9 to 1.0"),
        (0.0, 0.9, "0.0 to 0.1"),
        (0.29, None, "0.2 to 0.3"),
        (0.7, None, "0.7 to 0.8"),
        (0.3, None, "0.3 to 0.4"),
        (None, 0.6, "0.6 to 0.7"),
        (None, None, "not said"),
    ],
)
def test_confidence_is_the_claims_own_else_its_sources(own: float | None, of_source: float | None, band: str) -> None:
    assert stats(with_claim(confidence=own, of_source=of_source)).claims_by_confidence == {band: 1}


def with_claim(*, of_source: float | None = None, relation: str = "fought", **fields: object) -> Contents:
    source = Source(id="src:a", title="T", kind="book", confidence=of_source)
    claim = Claim(id="c", subject="per:a", relation=relation, source="src:a", **fields)  # type: ignore[arg-type]
    return replace(EMPTY, sources={"src:a": source}, claims={"c": claim})


def test_counts_come_in_a_fixed_order() -> None:
    assert list(by_size(["b", "c", "a", "c"])) == ["c", "a", "b"]
    assert list(by_number(["undated", "2000s", "timeless", "1990s"])) == ["1990s", "2000s", "timeless", "undated"]


def test_a_bar_in_a_cell_breaks_no_markdown_table() -> None:
    assert r"a\|b" in side_by_side({"x": {"a|b": 1}})
