from pathlib import Path

import pytest

from afgraph.errors import PackError
from afgraph.model import Entity
from afgraph.packs import load_contents


def entity(folder: Path, text: str) -> Entity:
    (folder / "x.yml").write_text(text, encoding="utf-8")
    [found] = load_contents([folder], cache=False).entities.values()
    return found


def test_names_stay_the_text_that_was_written(tmp_path: Path) -> None:
    forms = ["No", "null", "1e3", "12:30:45", "2021-01-01", "0x1F", "يكم مسعود", "Ахмад", "True"]
    (tmp_path / "x.yml").write_text(
        "per:a:\n  names:\n    eng:\n" + "".join(f"      - {form}\n" for form in forms), encoding="utf-8"
    )
    entity = load_contents([tmp_path]).entities["per:a"]
    assert [name.form for name in entity.names] == forms


@pytest.mark.parametrize(
    ("yaml", "canonical"),
    [
        ("eng: [A, B]\n    prs: ج", "A"),
        ("eng:\n      - short: A\n      - B\n    prs: ج", "B"),
        ("eng:\n      - A\n      - canonical: B\n    prs: ج", "B"),
        ("prs: ج\n    eng: A", "ج"),
        ("eng:\n      - alias: A\n        status: disputed\n      - B", "A"),
    ],
)
def test_the_canonical_name_is_the_one_that_says_so_else_the_first_alias(
    yaml: str, canonical: str, tmp_path: Path
) -> None:
    (tmp_path / "x.yml").write_text(f"per:a:\n  names:\n    {yaml}\n", encoding="utf-8")
    entity = load_contents([tmp_path]).entities["per:a"]
    assert entity.name == canonical
    assert [name.form for name in entity.names if name.kind == "canonical"] == [canonical]


@pytest.mark.parametrize(
    ("key", "schema"),
    [
        ("per", "Person"),
        ("org", "Organization"),
        ("plc", "Place"),
        ("evt", "Event"),
        ("pos", "Position"),
        ("grp", "Group"),
    ],
)
def test_the_prefix_tells_the_schema_where_none_is_named(key: str, schema: str, tmp_path: Path) -> None:
    assert entity(tmp_path, f"{key}:a:\n  names:\n    eng: A\n").schema == schema
    assert entity(tmp_path, f"{key}:a:\n  schema: City\n  names:\n    eng: A\n").schema == "City"


@pytest.mark.parametrize(
    ("fields", "lifespan"),
    [
        ("born: 1953-09-02\n  died: 2001-09-09", "1953-09-02/2001-09-09"),
        ("born: 1989-07-10", "1989-07-10/"),
        ("died: 2001", "/2001"),
        ("when: 1994/..", "1994/.."),
        ("about: x", None),
    ],
)
def test_dates_of_birth_and_death_bound_a_life(fields: str, lifespan: str | None, tmp_path: Path) -> None:
    found = entity(tmp_path, f"per:a:\n  {fields}\n  names:\n    eng: A\n").lifespan
    assert (None if found is None else str(found)) == lifespan


def test_a_name_holds_its_kind_period_source_and_script(tmp_path: Path) -> None:
    text = "per:a:\n  names:\n    prs:\n      - short: مسعود\n        when: 2019/..\n      - title: آمر صاحب\n"
    names = entity(tmp_path, f"{text}        status: disputed\n        script: Latn\n").names
    assert [(name.kind, str(name.when), name.status, name.script) for name in names] == [
        ("short", "2019/..", "listed", "Arab"),
        ("title", "None", "disputed", "Latn"),
    ]


@pytest.mark.parametrize(
    "form",
    ["a" + "\u0301" * 100_000, "a" + "\u0301\u0323" * 50_000, "م" * 201, "\ufdfa" * 5_000_000],
    ids=["marks", "mixed marks", "long", "ligatures"],
)
def test_a_name_beyond_any_name_is_refused_without_being_shown(form: str, tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"x\.yml:3:10: a name ") as caught:
        entity(tmp_path, f"per:a:\n  names:\n    eng: {form}\n")
    assert len(str(caught.value)) < 300
