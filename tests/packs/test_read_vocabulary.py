import pytest

from afgraph.errors import DataError
from afgraph.packs import read_vocabulary
from afgraph.packs.read_vocabulary import relation_types, schemas


def test_every_schema_has_a_known_parent_and_no_circle() -> None:
    for schema in schemas().values():
        seen = []
        while schema.parent is not None:
            seen.append(schema.id)
            schema = schemas()[schema.parent]  # noqa: PLW2901 - climbs
            assert schema.id not in seen


def test_every_relation_joins_known_schemas() -> None:
    for relation in relation_types().values():
        assert {*relation.domain, *relation.range} <= schemas().keys(), relation.id


def test_a_symmetric_relation_is_its_own_inverse_and_no_other_is() -> None:
    assert {each.id for each in relation_types().values() if each.symmetric} == {
        each.id for each in relation_types().values() if each.inverse == each.id
    }


def test_an_alliance_is_positive_and_an_enmity_negative() -> None:
    signs = {(each.stance, each.sign) for each in relation_types().values() if each.stance != "none"}
    assert signs == {("alliance", "positive"), ("enmity", "negative")}


@pytest.mark.parametrize("text", ["", "- a\n", "A: &x\n  note: b\n", "A:\n  nota: b\n"])
def test_a_vocabulary_with_a_fault_is_refused(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_vocabulary, "read_text", lambda _: text)
    schemas.cache_clear()
    try:
        with pytest.raises(DataError, match=r"schema/entities\.yml"):
            schemas()
    finally:
        schemas.cache_clear()
