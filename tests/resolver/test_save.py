"""A resolver in a file."""

import pickle
from pathlib import Path

import pytest

import afgraph as af
from afgraph import Resolver
from afgraph.errors import DataError
from afgraph.packs import load_contents

NAMES = {
    "m": ["Ahmad Shah Massoud", "احمد شاه مسعود"],
    "s": ["Amrullah Saleh", "Амрулла Салех"],
    "k": ["Kabul (city)"],
    "n": ["Afghan National Army (ANA)"],
    "d": ["District 7", "Раbul"],
}
ASKED = [
    "AHMAD SHAH MASSOUD",
    "Ahmet Şah Mesud",
    "Emrullah Salih",
    "Kabul",
    "Kaboul",
    "ANA",
    "Rabul",
    "Merkel",
    "",
    "ب",
]


def plain(resolver: Resolver) -> list[dict[str, object]]:
    return [resolver.resolve(each).to_dict() for each in ASKED]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    Resolver.from_names(NAMES).save(tmp_path / "some.names")
    return tmp_path / "some.names"


def test_a_resolver_that_was_saved_answers_as_it_did(path: Path) -> None:
    opened = Resolver.open(path)
    assert plain(opened) == plain(Resolver.from_names(NAMES))
    assert opened.entity("m") == Resolver.from_names(NAMES).entity("m")
    assert opened.entity("nobody") is None
    assert opened.judgements.lines == []


def test_one_that_has_answered_before_is_saved_the_same(path: Path) -> None:
    used = Resolver.from_names(NAMES)
    plain(used)
    used.save(path.parent / "used.names")
    assert (path.parent / "used.names").read_bytes() == path.read_bytes()


def test_one_that_was_opened_is_saved_again_the_same(path: Path) -> None:
    Resolver.open(path).save(path.parent / "again.names")
    assert plain(Resolver.open(path.parent / "again.names")) == plain(Resolver.open(path))


def test_one_that_was_opened_goes_to_other_processes(path: Path) -> None:
    opened = Resolver.open(path)
    assert plain(pickle.loads(pickle.dumps(opened))) == plain(opened)  # noqa: S301 - our own bytes
    found = opened.resolve_many(ASKED, workers=2)
    assert [each.to_dict() for each in found] == plain(opened)


def test_types_and_languages_are_kept(tmp_path: Path) -> None:
    rows = [
        {"id": "c", "name": "Kunduz", "type": "City", "lang": "prs"},
        {"id": "p", "name": "Kunduz", "type": "Province"},
    ]
    Resolver.from_names(rows).save(tmp_path / "some.names")
    opened = Resolver.open(tmp_path / "some.names")
    assert opened.resolve("Kunduz", schema="Province").id == "p"
    city = opened.entity("c")
    assert city is not None
    assert (city.schema, city.names[0].lang) == ("City", "prs")


def test_an_empty_list_is_saved_too(tmp_path: Path) -> None:
    Resolver.from_names({}).save(tmp_path / "none.names")
    assert Resolver.open(tmp_path / "none.names").resolve("Kabul").outcome == "nil"


def test_a_damaged_file_is_refused_by_name(path: Path) -> None:
    content = path.read_bytes()
    refused = 0
    for at in range(0, len(content), len(content) // 60):
        path.write_bytes(content[:at] + bytes([content[at] ^ 255]) + content[at + 1 :])
        try:
            found = plain(Resolver.open(path))
        except DataError as error:
            refused += 1
            assert "some.names" in str(error)  # noqa: PT017
        else:  # what was damaged is between sections, or was not asked for
            assert found == plain(Resolver.from_names(NAMES))
    assert refused > 20


def test_a_file_made_with_other_tables_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("afgraph.resolver.resolver.tables_key", lambda: "other")
    with pytest.raises(DataError, match=r"some\.names: it was made by another version"):
        Resolver.open(path)


def test_the_resolver_of_a_graph_is_not_saved(kg: af.KnowledgeGraph, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"afgraph\.load"):
        kg.resolver.save(tmp_path / "some.names")


def test_a_folder_that_is_not_there_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="none"):
        Resolver.from_names(NAMES).save(tmp_path / "none" / "some.names")


def test_the_names_of_a_graph_are_kept_and_made_again_where_they_are_damaged(tmp_path: Path) -> None:
    entities = dict(list(load_contents(["afghanistan"]).entities.items())[::100])
    kept = tmp_path / "some.names", "key"
    asked = "Ahmet Mesudi"
    first = Resolver(entities, kept=kept).resolve(asked).to_dict()
    whole = kept[0].read_bytes()
    again = Resolver(entities, kept=kept)
    assert again.resolve(asked).to_dict() == first
    assert kept[0].read_bytes() == whole
    assert [path.name for path in tmp_path.iterdir()] == ["some.names"]
    for content in (b"", whole[:-100], whole[:5000] + b"\1" + whole[5001:]):
        kept[0].write_bytes(content)
        assert Resolver(entities, kept=kept).resolve(asked).to_dict() == first
    assert kept[0].read_bytes() == whole


def test_names_of_something_else_are_not_taken(tmp_path: Path) -> None:
    entities = dict(list(load_contents(["afghanistan"]).entities.items())[:3])
    name = next(iter(entities.values())).name
    Resolver(entities, kept=(tmp_path / "some.names", "key")).resolve(name)
    assert Resolver({}, kept=(tmp_path / "some.names", "other")).resolve(name).outcome == "nil"


def test_a_folder_that_cannot_be_written_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    kept = tmp_path / "file" / "some.names", "key"
    assert Resolver({}, kept=kept).resolve("Kabul").outcome == "nil"
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_what_is_opened_is_read_when_somebody_asks(path: Path) -> None:
    opened = Resolver.open(path)
    assert "verbatim" not in vars(opened.index.entries)
    assert opened.resolve("Kabul").id == "k"
    assert "verbatim" in vars(opened.index.entries)
