from itertools import permutations
from pathlib import Path

import pytest

import afgraph as af
from afgraph.errors import PackError
from afgraph.packs import load_contents

ONE = """
per:a:
  about: first words
  born: 1950
  names:
    eng: [Ahmad, Ahmed]
per:b:
  names: {prs: مسعود}
src:s:
  title: A book
  kind: book
  url: https://example.org/a
"""
OTHER = """
per:a:
  about: other words
  qid: Q1
  different_from: per:b
  names:
    rus: Ахмад
    eng: [Ahmad, Achmad]
src:s:
  title: A book
  kind: book
  locator: p. 3
src:s2:
  - per:a rival_of per:b
"""
SECOND_SOURCE = "src:s2:\n  title: t\n"


def _packs(folder: Path, *contents: str) -> list[Path]:
    paths = [folder / f"{number}.yml" for number in range(len(contents))]
    for path, content in zip(paths, contents, strict=True):
        path.write_text(content, encoding="utf-8")
    return paths


def test_names_and_missing_fields_add_up(tmp_path: Path) -> None:
    contents = load_contents(_packs(tmp_path, ONE, OTHER, SECOND_SOURCE))
    entity = contents.entities["per:a"]
    assert [(name.form, name.kind) for name in entity.names] == [
        ("Ahmad", "canonical"),
        ("Ahmed", "alias"),
        ("Ахмад", "alias"),
        ("Achmad", "alias"),
    ]
    assert (entity.about, entity.qid, str(entity.lifespan), entity.different_from) == (
        "first words",
        "Q1",
        "1950/",
        ("per:b",),
    )
    assert (contents.sources["src:s"].url, contents.sources["src:s"].locator) == ("https://example.org/a", "p. 3")
    assert list(contents.claims) == ["per:a rival_of per:b @s2"]


def test_every_value_says_where_it_stands(tmp_path: Path) -> None:
    entity = load_contents(_packs(tmp_path, ONE, OTHER, SECOND_SOURCE)).entities["per:a"]
    assert entity.origin == "0.yml:2; 1.yml:2"
    assert [name.origin for name in entity.names] == ["0.yml:6", "0.yml:6", "1.yml:7", "1.yml:8"]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ("per:a:\n  schema: Group\n  names: {eng: A}\n", "schema of per:a is 'Group' here and 'Person' at 0.yml:2"),
        ("per:a:\n  born: 1951\n  names: {eng: A}\n", "lifespan of per:a is '1951/' here and '1950/' at 0.yml:2"),
        ("src:s:\n  title: Another book\n  kind: book\n", "title of src:s is 'Another book' here and 'A book' at"),
    ],
)
def test_what_two_packs_fill_differently_is_a_conflict_with_both_places(
    change: str, field: str, tmp_path: Path
) -> None:
    packs = _packs(tmp_path, ONE, change)
    with pytest.raises(PackError) as error:
        load_contents(packs)
    (problem,) = error.value.problems
    assert problem.startswith("1.yml:1:1: ")
    assert field in problem
    assert "overrides: yes" in problem


@pytest.mark.parametrize("names", ["{}", "{eng: []}", "[]"])
def test_an_entity_without_a_name_is_refused(names: str, tmp_path: Path) -> None:
    with pytest.raises(PackError, match="must list at least one name"):
        load_contents(_packs(tmp_path, f"per:a:\n  names: {names}\n"))


def test_the_narrower_schema_stands(tmp_path: Path) -> None:
    place, province = "plc:a:\n  names: {eng: A}\n", "plc:a:\n  schema: Province\n  names: {eng: A}\n"
    for order in ((place, province), (province, place)):
        assert load_contents(_packs(tmp_path, *order)).entities["plc:a"].schema == "Province"


def test_the_first_or_the_last_pack_may_win(tmp_path: Path) -> None:
    packs = _packs(tmp_path, ONE, "per:a:\n  born: 1951\n  names: {eng: A}\n")
    first, last = (load_contents(packs, on_conflict=each).entities["per:a"] for each in ("first", "last"))
    assert (str(first.lifespan), str(last.lifespan)) == ("1950/", "1951/")


def test_an_entry_may_replace_the_earlier_one_whole(tmp_path: Path) -> None:
    entry = "per:a:\n  overrides: yes\n  born: 1951\n  names: {eng: A}\n"
    entity = load_contents(_packs(tmp_path, ONE, entry)).entities["per:a"]
    assert (entity.about, str(entity.lifespan), [name.form for name in entity.names]) == ("", "1951/", ["A"])


def test_overrides_is_yes_or_left_out(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"0\.yml:\d:\d+: overrides is 'yes' or left out"):
        load_contents(_packs(tmp_path, "per:a:\n  overrides: no\n  names: {eng: A}\n"))


def test_without_conflict_the_order_changes_only_whose_words_stand(tmp_path: Path) -> None:
    packs = _packs(tmp_path, ONE, OTHER, SECOND_SOURCE)
    found = {
        (str(entity.lifespan), entity.qid, frozenset(name.form for name in entity.names))
        for order in permutations(packs)
        for entity in [load_contents(order).entities["per:a"]]
    }
    assert len(found) == 1


def test_one_pack_twice_is_that_pack(tmp_path: Path) -> None:
    (pack,) = _packs(tmp_path, ONE)
    once, twice = load_contents([pack]), load_contents([pack, pack])
    assert [entity.names for entity in twice.entities.values()] == [each.names for each in once.entities.values()]


def test_the_shipped_packs_load_together() -> None:
    kg = af.load("afghanistan", "tajikistan")
    assert kg.entity("Rahmonov").id == "per:emomali-rahmon"
    assert kg.entity("Emrullah Salih").id == "per:amrullah-saleh"
