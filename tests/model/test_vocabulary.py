import dataclasses

import pytest

from afgraph.model import RelationType, Schema

RELATION = RelationType(
    id="leads",
    says="led",
    inverse="led_by",
    says_inverse="was led by",
    symmetric=False,
    sign="positive",
    stance="none",
    time="interval",
    domain=("Person",),
    range=("Organization",),
    core=True,
    note="",
)


def test_the_vocabulary_is_made_of_values() -> None:
    assert Schema(id="City", parent="Place") == Schema(id="City", parent="Place", note="")
    assert dataclasses.replace(RELATION) == RELATION
    assert hash(dataclasses.replace(RELATION)) == hash(RELATION)
    with pytest.raises(dataclasses.FrozenInstanceError):
        RELATION.sign = "negative"  # type: ignore[misc]
