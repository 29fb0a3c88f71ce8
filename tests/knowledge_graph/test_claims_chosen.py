"""Claims chosen by what they say and who says it, against a plain filter."""

from collections.abc import Callable
from typing import Any

import pytest

import afgraph as af
from afgraph.dates import parse_date
from afgraph.model import Claim


def _filter(kg: af.KnowledgeGraph, fits: Callable[[Claim], bool]) -> tuple[Claim, ...]:
    return tuple(claim for claim in kg.store.contents.claims.values() if fits(claim))


@pytest.mark.parametrize(
    ("conditions", "fits"),
    [
        ({}, lambda _: True),
        ({"relation": "leads"}, lambda claim: claim.relation == "leads"),
        ({"relation": ["leads", "member_of"]}, lambda claim: claim.relation in ("leads", "member_of")),
        ({"subject": "Emrullah Salih"}, lambda claim: claim.subject == "per:amrullah-saleh"),
        ({"object": "Dostum"}, lambda claim: claim.object == "per:abdul-rashid-dostum"),
        (
            {"subject": ["Dostum", "per:gulbuddin-hekmatyar"], "relation": "fought"},
            lambda claim: (
                claim.subject in ("per:abdul-rashid-dostum", "per:gulbuddin-hekmatyar") and claim.relation == "fought"
            ),
        ),
        ({"source": "src:seed-article"}, lambda claim: claim.source == "src:seed-article"),
        ({"modality": ("denied", "unknown")}, lambda claim: claim.modality in ("denied", "unknown")),
        ({"relation": []}, lambda _: False),
    ],
)
def test_each_condition_is_one_value_or_several(
    kg: af.KnowledgeGraph, conditions: dict[str, Any], fits: Callable[[Claim], bool]
) -> None:
    assert kg.claims(**conditions) == _filter(kg, fits)


@pytest.mark.parametrize("on", ["1994-01-15", "2021-08-24"])
def test_a_date_leaves_claims_that_may_have_held_then(kg: af.KnowledgeGraph, on: str) -> None:
    date = parse_date(on)
    expected = _filter(kg, lambda claim: kg.store.verdict(claim, date) in ("yes", "possibly"))
    assert kg.claims(on=on) == expected
    assert 0 < len(expected) < len(kg.claims())


def test_speakers_are_found_anywhere_in_the_chain(kg: af.KnowledgeGraph) -> None:
    found = kg.claims(attribution="Interfax")
    assert found
    assert all(any(kg.entity("Interfax").id == each for each in claim.attribution) for claim in found)


def test_the_place_of_a_claim_may_be_any_spelling(kg: af.KnowledgeGraph) -> None:
    places = {claim.place for claim in kg.claims() if claim.place}
    assert places
    for place in sorted(places):
        expected = _filter(kg, lambda claim, place=place: claim.place == place)  # type: ignore[misc]
        assert kg.claims(place=place) == expected


@pytest.mark.parametrize(
    ("condition", "message"),
    [
        ({"relation": "alied_with"}, "no relation is called 'alied_with'; did you mean 'allied_with'?"),
        ({"modality": "hedge"}, "no modality is called 'hedge'; did you mean 'hedged'?"),
        ({"source": "src:seed-artikel"}, "did you mean 'src:seed-article'?"),
    ],
)
def test_a_word_that_no_claim_can_bear_is_an_error_and_no_empty_answer(
    kg: af.KnowledgeGraph, condition: dict[str, Any], message: str
) -> None:
    with pytest.raises(af.UnknownNameError) as error:
        kg.claims(**condition)
    assert message in str(error.value)
