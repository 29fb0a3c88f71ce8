"""The claim store against plain scans over all claims."""

from collections.abc import Callable
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

import afgraph as af
from afgraph.dates import parse_date
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
