"""Who is named as ally or enemy, when, and on whose word."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

import afgraph as af
from afgraph.dates import Date, parse_date
from afgraph.graph import ClaimStore
from afgraph.model import Claim, Contents
from afgraph.query import Answers, allies, enemies, who_is_allied_with_whom

PAIR = """
per:a:
  born: 1950
  died: 1996-03-01
  names:
    eng: Anna Alpha
per:b:
  names:
    eng: Boris Beta
"""
Load = Callable[..., af.KnowledgeGraph]


def _stated(store: ClaimStore, entity: str, relation: str, on: Date | None) -> dict[str, set[str]]:
    """The plain reference: one loop over all claims."""
    found: dict[str, set[str]] = {}
    for claim in store.contents.claims.values():
        held = claim.modality != "denied" and store.verdict(claim, on) in ("yes", "possibly")
        if claim.relation == relation and held and entity in (claim.subject, claim.object):
            other = claim.object if claim.subject == entity else claim.subject
            found.setdefault(other or "", set()).add(claim.id)
    return found


@given(data=st.data(), on=st.sampled_from([None, "1991", "1993-01-15", "1994", "1996-06"]))
def test_stated_answers_are_those_that_a_loop_over_all_claims_finds(
    data: st.DataObject, random_contents: st.SearchStrategy[Contents], on: str | None
) -> None:
    store = ClaimStore(data.draw(random_contents))
    date = None if on is None else parse_date(on)
    for entity in store.contents.entities:
        for ask, relation in ((allies, "allied_with"), (enemies, "fought")):
            found: dict[str, set[str]] = {}
            for answer in ask(store, entity, on=date, derived=False):
                assert answer.basis == "stated"
                found.setdefault(answer.other.id, set()).update(claim.id for claim in answer.claims)
            assert found == _stated(store, entity, relation, date)


@given(data=st.data(), on=st.sampled_from([None, "1991", "1993-01-15", "1994"]), derived=st.booleans())
def test_all_alliances_are_those_of_each_entity_and_each_pair_comes_once(
    data: st.DataObject, random_contents: st.SearchStrategy[Contents], *, on: str | None, derived: bool
) -> None:
    store = ClaimStore(data.draw(random_contents))
    date = None if on is None else parse_date(on)
    pairs = who_is_allied_with_whom(store, on=date, derived=derived)
    joined = [(frozenset((pair.entity.id, pair.other.id)), pair.when and pair.when.text) for pair in pairs]
    assert len(joined) == len(set(joined))
    expected = {
        frozenset((entity, answer.other.id))
        for entity in store.contents.entities
        for answer in allies(store, entity, on=date, derived=derived)
    }
    assert {ends for ends, _ in joined} == expected


@given(data=st.data(), minimum=st.sampled_from([0.0, 0.5, 0.8, 1.0]))
def test_no_claim_below_the_least_confidence_supports_an_answer(
    data: st.DataObject, random_contents: st.SearchStrategy[Contents], minimum: float
) -> None:
    store = ClaimStore(data.draw(random_contents))

    def sure(claim: Claim) -> bool:
        return (store.confidence(claim) or 0) >= minimum

    for entity in store.contents.entities:
        answers = [*allies(store, entity, min_confidence=minimum), *enemies(store, entity, min_confidence=minimum)]
        assert all(sure(claim) for answer in answers for claim in answer.claims)


@pytest.mark.parametrize(
    ("claim", "on", "verdicts"),
    [
        ("per:a allied_with per:b 1990/1995", "1992", ["yes"]),
        ("per:a allied_with per:b /1995", "1992", ["possibly"]),
        ("per:a allied_with per:b", "1992", ["possibly"]),
        ("per:a allied_with per:b 1990/..", "1996-03-02", []),
        ("per:a allied_with per:b", "2020", []),
        ("per:a supports per:b 1990/1995", "1992", []),
        ("per:a agreement_with per:b 1992", "1992", []),
        ("claim: per:a allied_with per:b 1990/1995\n    modality: denied", "1992", []),
        ("claim: per:a allied_with per:b 1990/1995\n    modality: predicted", "1992", []),
        ("claim: per:a allied_with per:b 1990/1995\n    modality: unknown", "1992", []),
        ("claim: per:a allied_with per:b 1990/1995\n    polarity: negative", "1992", []),
        ("claim: per:a allied_with per:b 1990/1995\n    modality: hedged", "1992", ["yes"]),
    ],
)
def test_one_claim_makes_an_ally_only_where_it_states_one_for_that_time(
    load_pack: Load, claim: str, on: str, verdicts: list[str]
) -> None:
    graph = load_pack(PAIR, claim)
    for who in ("per:a", "per:b"):
        assert [answer.verdict for answer in graph.allies(who, on=on)] == verdicts


def test_a_hedged_claim_says_so_unless_another_asserts_it(load_pack: Load) -> None:
    hedged = "claim: per:a allied_with per:b 1990/1995\n    modality: hedged\n    id: h"
    assert "(by a hedged report)" in str(load_pack(PAIR, hedged).allies("per:a", on="1992"))
    both = load_pack(PAIR, hedged, "per:a allied_with per:b 1990/1995").allies("per:a", on="1992")
    assert str(both[0]).startswith("Anna Alpha was allied with Boris Beta")
    assert len(both) == 1
    assert len(both[0].claims) == len(both[0].evidence) == 2


def test_without_a_date_each_time_is_an_answer_with_its_own_dates(load_pack: Load) -> None:
    graph = load_pack(PAIR, "per:a allied_with per:b 1990/1991", "per:a allied_with per:b 1993/1994")
    assert [str(answer.when) for answer in graph.allies("per:a")] == ["1990/1991", "1993/1994"]


def test_least_confidence_leaves_out_claims_that_are_less_sure_or_do_not_say(load_pack: Load) -> None:
    graph = load_pack(PAIR, "claim: per:a allied_with per:b 1990/1995\n    confidence: 0.5")
    assert len(graph.allies("per:a", on="1992", min_confidence=0.5)) == 1
    assert len(graph.allies("per:a", on="1992", min_confidence=0.51)) == 0
    assert len(load_pack(PAIR, "per:a allied_with per:b 1990/1995").allies("per:a", min_confidence=0.1)) == 0


def _others(answers: Answers) -> set[str]:
    return {answer.other.id for answer in answers}


def test_in_the_hamahangi_dostum_stood_with_hekmatyar_and_not_with_massoud(kg: af.KnowledgeGraph) -> None:
    found = kg.allies("Dostum", on="1994-01-15").ids
    assert "per:gulbuddin-hekmatyar" in found
    assert "per:ahmad-shah-massoud" not in found
    assert "per:ahmad-shah-massoud" in kg.enemies("Dostum", on="1994-01-15").ids
    (bloc,) = [
        {entity.id for entity in bloc}
        for bloc in kg.who_is_allied_with_whom(on="1994-01-15").blocs
        if "per:abdul-rashid-dostum" in {entity.id for entity in bloc}
    ]
    assert "per:gulbuddin-hekmatyar" in bloc
    pairs = kg.who_is_allied_with_whom(on="1994-01-15")
    joined = [{pair.entity.id, pair.other.id} for pair in pairs]
    assert {"per:abdul-rashid-dostum", "per:gulbuddin-hekmatyar"} in joined
    assert {"per:abdul-rashid-dostum", "per:ahmad-shah-massoud"} not in joined


@pytest.mark.parametrize("spelling", ["Ahmed Masud", "Ahmad Massoud", "احمد مسعود", "Ахмад Масуд", "Ahmed Mesud"])
def test_in_august_2021_the_son_stood_with_saleh_and_never_with_his_dead_father(
    kg: af.KnowledgeGraph, spelling: str
) -> None:
    found = kg.allies(spelling, on="2021-08-24").ids
    assert "per:amrullah-saleh" in found
    assert "per:ahmad-shah-massoud" not in found


@pytest.mark.parametrize("on", ["2001-09-10", "2005", "2021-08-24"])
def test_the_dead_have_neither_allies_nor_enemies(kg: af.KnowledgeGraph, on: str) -> None:
    assert len(kg.allies("per:ahmad-shah-massoud", on=on)) == 0
    assert len(kg.enemies("per:ahmad-shah-massoud", on=on)) == 0
    named = {end.id for pair in kg.who_is_allied_with_whom(on=on) for end in (pair.entity, pair.other)}
    assert "per:ahmad-shah-massoud" not in named


@pytest.mark.parametrize("on", [None, "1994-01-15", "2001-11-12", "2021-08-24"])
def test_each_answer_carries_its_claims_and_a_line_of_evidence_for_each(kg: af.KnowledgeGraph, on: str | None) -> None:
    answers = kg.who_is_allied_with_whom(on=on)
    assert len(answers) > 20
    for answer in answers:
        assert len(answer.claims) == len(answer.evidence) > 0
        assert answer.sources
        assert answer.sign == "positive"


@pytest.mark.parametrize("on", ["1992-06", "1994-01-15", "1997", "2021-08-24"])
def test_of_the_shipped_pack_all_alliances_are_those_of_each_entity(kg: af.KnowledgeGraph, on: str) -> None:
    pairs = {frozenset((pair.entity.id, pair.other.id)) for pair in kg.who_is_allied_with_whom(on=on)}
    expected = {frozenset((each.id, ally)) for each in kg.entities() for ally in _others(kg.allies(each, on=on))}
    assert pairs == expected
