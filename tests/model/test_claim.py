import dataclasses
from typing import get_args

import pytest

from afgraph.model import Claim, Modality, Polarity, Quantity
from afgraph.model.claim import Comparator


def claim(modality: Modality = "asserted", polarity: Polarity = "positive", target: str | None = "org:b") -> Claim:
    return Claim(
        id="c", subject="per:a", relation="leads", object=target, source="src:s", modality=modality, polarity=polarity
    )


@pytest.mark.parametrize("modality", get_args(Modality))
def test_what_is_denied_predicted_or_open_never_makes_an_edge(modality: Modality) -> None:
    assert claim(modality).makes_edge == (modality not in {"unknown", "predicted", "denied"})
    assert not claim(modality, "negative").makes_edge
    assert not claim(modality, target=None).makes_edge


@pytest.mark.parametrize(
    ("comparator", "value", "unit", "says"),
    [
        ("=", 50, "km", "50 km"),
        ("~", 10000, "fighters", "~10,000 fighters"),
        (">", 100, "killed", ">100 killed"),
        ("<=", 1.5, "", "<=1.5"),
        ("=", 123456789012345, "؋", "123,456,789,012,345 ؋"),
        ("=", 0, "", "0"),
    ],
)
def test_a_quantity_reads_as_the_source_gave_it(comparator: Comparator, value: float, unit: str, says: str) -> None:
    assert str(Quantity(comparator=comparator, value=value, unit=unit)) == says


def test_a_claim_cannot_be_changed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        claim().subject = "per:b"  # type: ignore[misc]
