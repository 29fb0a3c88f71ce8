import dataclasses

import pytest

from afgraph.model import Entity, Name


def entity(*names: Name) -> Entity:
    return Entity(id="per:a", schema="Person", names=names)


LATIN = Name(form="Ahmad Massoud", lang="eng", script="Latn")
CANONICAL = Name(form="Ahmad Masud", lang="eng", script="Latn", kind="canonical")
DARI = Name(form="احمد مسعود", lang="prs", script="Arab")
RUSSIAN = Name(form="Ахмад Масуд", lang="rus", script="Cyrl")


@pytest.mark.parametrize(
    ("names", "name", "native"),
    [
        ((LATIN, CANONICAL, DARI), "Ahmad Masud", "احمد مسعود"),
        ((LATIN, RUSSIAN, DARI), "Ahmad Massoud", "Ахмад Масуд"),
        ((DARI, LATIN), "احمد مسعود", "احمد مسعود"),
        ((LATIN,), "Ahmad Massoud", None),
    ],
)
def test_an_entity_goes_by_its_canonical_name_else_its_first(
    names: tuple[Name, ...], name: str, native: str | None
) -> None:
    assert entity(*names).name == str(entity(*names)) == name
    assert entity(*names).native_name == native


def test_names_and_entities_are_values() -> None:
    assert entity(LATIN) == entity(dataclasses.replace(LATIN))
    assert len({entity(LATIN), entity(dataclasses.replace(LATIN))}) == 1
    with pytest.raises(dataclasses.FrozenInstanceError):
        LATIN.form = "x"  # type: ignore[misc]
    assert str(DARI) == "احمد مسعود"
