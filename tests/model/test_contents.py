import pytest

from afgraph.model import Contents, Schema

SCHEMAS = {
    "Place": Schema(id="Place", parent=None),
    "City": Schema(id="City", parent="Place"),
    "Capital": Schema(id="Capital", parent="City"),
    "Orphan": Schema(id="Orphan", parent="Nowhere"),
}
CONTENTS = Contents(entities={}, sources={}, claims={}, relations={}, schemas=SCHEMAS)


@pytest.mark.parametrize(
    ("schema", "wider", "is_one"),
    [
        ("Capital", "Place", True),
        ("Capital", "City", True),
        ("City", "City", True),
        ("Place", "City", False),
        ("Capital", "Person", False),
        ("Orphan", "Place", False),
        ("Orphan", "Nowhere", True),
        ("", "Place", False),
    ],
)
def test_a_schema_is_itself_and_every_wider_kind(schema: str, wider: str, *, is_one: bool) -> None:
    assert CONTENTS.is_a(schema, wider) == is_one


def test_contents_are_shown_by_their_counts() -> None:
    assert repr(CONTENTS) == "<Contents of 0 entities, 0 claims, 0 sources>"
