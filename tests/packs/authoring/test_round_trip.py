"""What an author wrote stays as it is, to the byte, wherever an edit does not concern it."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from afgraph.packs import load_contents
from afgraph.packs.authoring import Pack

Changed = Callable[[str], tuple[list[str], list[str]]]


def files_of(folder: Path) -> dict[Path, bytes]:
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("name", ["afghanistan", "tajikistan"])
def test_a_shipped_pack_opened_and_saved_is_the_same_to_the_byte(name: str) -> None:
    pack = Pack.open(name)
    documents = pack._editor.documents
    assert {each.name: each.content for each in documents} == {each.name: each.original for each in documents}
    assert all(block.node is not None for each in documents for block in each.blocks if each.name != "pack.yml")
    assert pack.changed == ()
    assert pack.save() == []


def test_any_entry_of_the_shipped_pack_can_be_edited_and_edited_back() -> None:
    pack = Pack.open("afghanistan")
    contents = pack.contents()
    chosen = [each for each in contents.entities.values() if each.schema in ("Party", "Position", "EthnicGroup")]
    assert len(chosen) > 60
    for each in chosen:
        pack.set(each.id, qid="Q123456789", former_ids=["per:zzz"])
        assert pack.set(each.id, qid=each.qid, former_ids=each.former_ids or None) == each
    assert pack.changed == ()


def test_one_name_added_to_the_shipped_pack_changes_only_its_line(shipped: Path) -> None:
    before = files_of(shipped)
    pack = Pack.open(shipped)
    pack.add_name("per:ahmad-massoud", "Ahmad Massud", lang="swe")
    [path] = pack.save()
    after = files_of(shipped)
    assert path == shipped / "people" / "a.yml"
    assert {name for name in after if after[name] != before[name]} == {path.relative_to(shipped)}
    old, new = (each[path.relative_to(shipped)].decode().splitlines() for each in (before, after))
    [at] = [at for at, line in enumerate(new) if line == "    swe: Ahmad Massud"]
    assert new[:at] + new[at + 1 :] == old
    assert load_contents([shipped], cache=False).entities["per:ahmad-massoud"].names[-1].form == "Ahmad Massud"


def test_load_save_load_gives_equal_values(shipped: Path) -> None:
    before = load_contents([shipped], cache=False)
    pack = Pack.open(shipped)
    assert pack.contents() == before
    pack.add_person("per:zzz", {"eng": "Zzz"})
    pack.save()
    pack.remove("per:zzz")
    pack.save()
    assert load_contents([shipped], cache=False) == before
    assert Pack.open(shipped).contents() == before


EDITS: list[tuple[str, Callable[[Any], object], list[str], list[str]]] = [
    ("new field", lambda pack: pack.set("per:ahmad", died=2001), [], ["  died: 2001"]),
    ("first field", lambda pack: pack.set("per:ahmad", schema="Person"), [], ["  schema: Person"]),
    (
        "changed field",
        lambda pack: pack.set("per:ahmad", about="a man"),
        ["  about: the elder   # of two"],
        ["  about: a man       # of two"],
    ),
    ("same field", lambda pack: pack.set("per:ahmad", about="the elder", born="1953-09-02"), [], []),
    ("field gone", lambda pack: pack.set("per:ahmad", qid=None), ["  qid: Q1"], []),
    (
        "name in a row",
        lambda pack: pack.add_name("per:ahmad", "Ahmed", lang="eng"),
        ["    eng: [Ahmad, 'No']  # two"],
        ["    eng: [Ahmad, 'No', Ahmed] # two"],
    ),
    ("name in a list", lambda pack: pack.add_name("per:ahmad", "آحمد", lang="prs"), [], ["      - آحمد"]),
    (
        "name with details",
        lambda pack: pack.add_name("per:ahmad", "آحمد", lang="prs", kind="short", when="1994/.."),
        [],
        ["      - short: آحمد", "        when: 1994/.."],
    ),
    ("new language", lambda pack: pack.add_name("per:ahmad", "null", lang="tur"), [], ['    tur: "null"']),
    ("name in a list that hangs left", lambda pack: pack.add_name("per:zia", "Zeya", lang="eng"), [], ["    - Zeya"]),
    (
        "entry in the middle",
        lambda pack: pack.add_person("per:bashir", {"eng": "Bashir"}, born=1960),
        [],
        ["per:bashir:", "  born: 1960", "  names:", "    eng: Bashir", ""],
    ),
    (
        "entry at the end",
        lambda pack: pack.add_person("per:zzz", {"eng": ["A", "B", "C"]}),
        [],
        ["", "per:zzz:", "  names:", "    eng:", "      - A", "      - B", "      - C"],
    ),
    (
        "entry gone",
        lambda pack: (
            pack.remove_claim("c2"),
            pack.remove_claim("per:ahmad allied_with per:zia 1995 @book"),
            pack.remove("per:zia"),
        ),
        ["per:zia:", "  names:", "    eng:", "    - Zia", "    - Ziya"],
        [],
    ),
]


@pytest.mark.parametrize(("edit", "gone", "added"), [each[1:] for each in EDITS], ids=[each[0] for each in EDITS])
def test_an_edit_changes_its_own_lines_alone(
    edit: Callable[[Pack], object], gone: list[str], added: list[str], pack: Pack, lines_changed: Changed
) -> None:
    edit(pack)
    assert lines_changed("people.yml") == (gone, added)


def test_a_row_of_fields_is_opened_where_an_edit_needs_it(pack: Pack, lines_changed: Changed) -> None:
    pack.add_name("per:dawud", "Davud", lang="tur")
    _, added = lines_changed("people.yml")
    assert added == ["  names:", "    eng: Dawud", "    rus: Дауд", "    tur: Davud"]


CLAIM_EDITS: list[tuple[str, Callable[[Pack], object], list[str], list[str]]] = [
    (
        "added",
        lambda pack: pack.add_claim("per:zia opposes  per:ahmad 1996", source="src:book"),
        [],
        ["  - per:zia opposes per:ahmad 1996"],
    ),
    (
        "added with details",
        lambda pack: pack.add_claim("per:zia has_strength - 1996", source="src:book", quantity="~3000 fighters"),
        [],
        ["  - claim: per:zia has_strength - 1996", "    quantity: ~3000 fighters"],
    ),
    (
        "gone with its comment",
        lambda pack: pack.remove_claim("c2"),
        ["  # Uncertain.", "  - claim: per:zia rival_of per:dawud 1994~", "    id: c2"],
        [],
    ),
    (
        "first gone, the next one's comment stays",
        lambda pack: pack.remove_claim("per:ahmad rival_of per:dawud 1994 @book"),
        ["  - per:ahmad rival_of per:dawud 1994"],
        [],
    ),
]


@pytest.mark.parametrize(
    ("edit", "gone", "added"), [each[1:] for each in CLAIM_EDITS], ids=[each[0] for each in CLAIM_EDITS]
)
def test_an_edit_of_claims_changes_its_own_lines_alone(
    edit: Callable[[Pack], object], gone: list[str], added: list[str], pack: Pack, lines_changed: Changed
) -> None:
    edit(pack)
    assert lines_changed("claims.yml") == (gone, added)


def test_the_last_claim_of_a_source_takes_its_list_along(pack: Pack, folder: Path) -> None:
    for each in list(pack.contents().claims):
        pack.remove_claim(each)
    pack.save()
    assert (folder / "claims.yml").read_text(encoding="utf-8") == "# What is said.\n"


def test_line_ends_of_windows_stay(folder: Path) -> None:
    path = folder / "people.yml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    pack = Pack.open(folder)
    pack.add_name("per:ahmad", "Ahmed", lang="tur")
    pack.add_name("per:ahmad", "Ahmat", lang="eng")
    pack.add_person("per:bashir", {"eng": "Bashir"})
    pack.remove("per:bashir")
    pack.add_person("per:bashir", {"eng": "Bashir"})
    pack.save()
    content = path.read_bytes()
    assert content.count(b"\n") == content.count(b"\r\n")
    assert set(load_contents([folder], cache=False).entities) == {"per:ahmad", "per:bashir", "per:dawud", "per:zia"}


def test_a_file_without_a_last_line_end_gets_one(folder: Path) -> None:
    (folder / "sources.yml").write_bytes(b"src:book:\n  title: The Book\n  kind: book")
    pack = Pack.open(folder)
    pack.add_source("src:press", title="The Press")
    pack.save()
    assert (folder / "sources.yml").read_text(encoding="utf-8") == (
        "src:book:\n  title: The Book\n  kind: book\n\nsrc:press:\n  title: The Press\n"
    )


def test_what_is_added_and_taken_back_leaves_no_trace(pack: Pack, folder: Path) -> None:
    kept = shutil.copytree(folder, folder.parent / "kept")
    pack.add_person("per:bashir", {"eng": "Bashir"})
    pack.add_source("src:press", title="The Press")
    pack.add_claim("per:bashir rival_of per:zia", source="src:press")
    pack.add_claim("per:bashir rival_of per:zia 1994", source="src:book")
    pack.remove_claim("per:bashir rival_of per:zia 1994 @book")
    pack.remove_claim("per:bashir rival_of per:zia @press")
    pack.remove("src:press")
    pack.remove("per:bashir")
    assert pack.changed == ()
    assert pack.save() == []
    assert files_of(folder) == files_of(kept)
