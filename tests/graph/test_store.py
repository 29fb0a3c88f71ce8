"""The claim store against plain scans over all claims."""

import pickle
from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import afgraph as af
from afgraph.dates import parse_date, parse_when
from afgraph.errors import DataError
from afgraph.graph import ClaimStore
from afgraph.model import Claim, Contents


def _ends(claim: Claim) -> set[str]:
    return {end for end in (claim.subject, claim.object) if end is not None}


@given(data=st.data())
def test_lookups_give_what_a_scan_of_all_claims_gives(
    data: st.DataObject, random_contents: st.SearchStrategy[Contents]
) -> None:
    contents = data.draw(random_contents)
    store, claims = ClaimStore(contents), list(contents.claims.values())
    for entity in contents.entities:
        assert list(store.claims_of(entity)) == [claim for claim in claims if entity in _ends(claim)]
        joined = {end for claim in claims if entity in _ends(claim) for end in _ends(claim)}
        assert store.neighbours(entity) == joined - {entity}
    for one, other in product(contents.entities, repeat=2):
        assert store.between(one, other) == [claim for claim in claims if _ends(claim) == {one, other}]


def test_lookups_of_the_shipped_pack_give_what_a_scan_gives(kg: af.KnowledgeGraph) -> None:
    claims = list(kg.store.contents.claims.values())
    for entity in kg.store.contents.entities:
        assert list(kg.store.claims_of(entity)) == [claim for claim in claims if entity in _ends(claim)]


@given(data=st.data(), on=st.sampled_from([None, "1991", "1993-01-15", "1994", "2000"]))
def test_edges_are_the_claims_that_state_something_and_may_have_held(
    data: st.DataObject, random_contents: st.SearchStrategy[Contents], on: str | None
) -> None:
    store = ClaimStore(data.draw(random_contents))
    date = None if on is None else parse_date(on)
    claims = list(store.contents.claims.values())
    edges = store.edges(claims, date)
    assert [claim for claim, _ in edges] == [
        claim for claim in claims if claim.modality != "denied" and store.verdict(claim, date) in ("yes", "possibly")
    ]
    assert all(store.verdict(claim, date) == verdict for claim, verdict in edges)


PACK = """
per:a:
  born: 1950
  died: 1994-03-01
  names:
    eng: Anna Alpha
per:b:
  names:
    eng: Boris Beta
"""


@pytest.mark.parametrize(
    ("claim", "on", "verdict"),
    [
        ("per:a allied_with per:b 1990/1995", "1992", "yes"),
        ("per:a allied_with per:b 1990/1995", "1990-06", "possibly"),
        ("per:a allied_with per:b 1990/1995", "1989", "no"),
        ("per:a allied_with per:b /1995", "1992", "possibly"),
        ("per:a allied_with per:b 1990/", "1992", "possibly"),
        ("per:a allied_with per:b", "1992", "possibly"),
        ("per:a allied_with per:b", None, "yes"),
        ("per:a allied_with per:b 1990/..", "1994-03-01", "yes"),
        ("per:a allied_with per:b 1990/..", "1994-03-02", "no"),
        ("per:a allied_with per:b", "1949", "no"),
        ("per:a child_of per:b", "2024", "yes"),
    ],
)
def test_a_claim_is_judged_by_its_time_and_by_its_ends_lives(
    load_pack: Callable[..., af.KnowledgeGraph], claim: str, on: str | None, verdict: str
) -> None:
    store = load_pack(PACK, claim).store
    (stated,) = store.contents.claims.values()
    assert store.verdict(stated, None if on is None else parse_date(on)) == verdict


def test_confidence_is_the_claims_own_word_else_its_sources(load_pack: Callable[..., af.KnowledgeGraph]) -> None:
    entries = PACK + "src:r:\n  title: R\n  kind: book\n  confidence: 0.6\n"
    store = load_pack(
        entries, "claim: per:a allied_with per:b 1990\n    confidence: 0.9", "per:a fought per:b 1991"
    ).store
    assert [store.confidence(claim) for claim in store.contents.claims.values()] == [0.9, None]


def test_an_unknown_entity_has_no_claims_and_no_neighbours(kg: af.KnowledgeGraph) -> None:
    assert kg.store.claims_of("per:nobody") == ()
    assert kg.store.neighbours("per:nobody") == set()
    with pytest.raises(KeyError):
        kg.store.entity("per:nobody")


WHENS = [None, "1991", "1993-01-15", "1994", "2000", "1992/1993", "1993/", "/1992", "../1993", "1993~"]


@given(data=st.data(), on=st.sampled_from(WHENS))
def test_the_columns_give_the_edges_that_claims_one_by_one_give(
    data: st.DataObject, random_contents: st.SearchStrategy[Contents], on: str | None
) -> None:
    store = ClaimStore(data.draw(random_contents))
    when = None if on is None else parse_when(on)
    view = store.as_of(on)
    for entity in store.contents.entities:
        expected = store.edges(store.claims_of(entity), when)
        assert store.edges_of(entity, on) == view.edges(entity) == expected
        fought = [(claim, verdict) for claim, verdict in expected if claim.relation == "fought"]
        assert store.edges_of(entity, on, relation="fought") == view.edges(entity, "fought") == fought
        joined = {end for claim, _ in expected for end in _ends(claim)} - {entity}
        assert view.neighbours(entity) == store.neighbours(entity, on=on, edges_only=True) == joined
        possible = [each for each in store.claims_of(entity) if store.verdict(each, when) != "no"]
        assert store.neighbours(entity, on=on) == {end for each in possible for end in _ends(each)} - {entity}


@given(data=st.data(), on=st.sampled_from(["1991", "1993-01-15", "1994"]))
def test_a_date_asks_as_its_text_does(
    data: st.DataObject, random_contents: st.SearchStrategy[Contents], on: str
) -> None:
    store = ClaimStore(data.draw(random_contents))
    claims = list(store.contents.claims.values())
    assert store.edges(claims, parse_date(on)) == store.edges(claims, parse_when(on))
    for entity in store.contents.entities:
        assert store.edges_of(entity, on) == store.edges_of(entity, parse_date(on))
        assert store.as_of(parse_date(on)).edges(entity) == store.edges_of(entity, on)


@given(data=st.data(), on=st.sampled_from(WHENS))
def test_a_path_is_a_chain_of_edges_that_held(
    data: st.DataObject, random_contents: st.SearchStrategy[Contents], on: str | None
) -> None:
    store = ClaimStore(data.draw(random_contents))
    when = None if on is None else parse_when(on)
    for one, other in product(store.contents.entities, repeat=2):
        at = one
        for claim, verdict in store.as_of(on).path(one, other) or []:
            assert claim.makes_edge
            assert verdict == store.verdict(claim, when)
            assert at in _ends(claim)
            (at,) = _ends(claim) - {at}
        assert store.as_of(on).path(one, other) is None or at == other


def test_a_saved_store_answers_as_the_built_one_and_fetches_no_claim_before_it_is_asked(
    kg: af.KnowledgeGraph, tmp_path: Path
) -> None:
    kg.store.save(tmp_path / "graph", key="k")
    opened = ClaimStore.open(tmp_path / "graph", kg.store.contents, key="k")
    for entity in kg.store.contents.entities:
        assert opened.claims_of(entity) == kg.store.claims_of(entity)
        assert opened.edges_of(entity, "1994-01") == kg.store.edges_of(entity, "1994-01")


def test_columns_of_other_contents_are_refused_by_name(
    kg: af.KnowledgeGraph, load_pack: Callable[..., af.KnowledgeGraph], tmp_path: Path
) -> None:
    kg.store.save(tmp_path / "graph")
    with pytest.raises(DataError, match=r"graph: it holds \d+ claims, not 1"):
        ClaimStore.open(tmp_path / "graph", load_pack(PACK, "per:a child_of per:b").store.contents)
    with pytest.raises(DataError, match=r"graph: it was built from something else"):
        ClaimStore.open(tmp_path / "graph", kg.store.contents, key="other")


def test_another_process_gets_a_store_that_answers_alike(kg: af.KnowledgeGraph) -> None:
    copy = pickle.loads(pickle.dumps(kg.store))  # noqa: S301
    assert copy.neighbours("per:ahmad-massoud") == kg.store.neighbours("per:ahmad-massoud") != set()
