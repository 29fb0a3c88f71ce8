"""What ships as data is clean: no hidden characters, no BOM, sorted where it is looked up, sources named."""

from pathlib import Path

import pytest

from afgraph.data import read_table
from afgraph.packs import find_pack, lint_pack
from afgraph.packs.nodes import Mapping, Problems
from afgraph.packs.yaml_events import read_yaml

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "afgraph" / "data"
TABLES = sorted(DATA.rglob("*.tsv"))
TEMPLATE = sorted((DATA / "pack_template").glob("*.yml"))
VOCABULARIES = sorted({*DATA.rglob("*.yml")} - {*TEMPLATE})
SHIPPED = [*TABLES, *VOCABULARIES, *TEMPLATE, *sorted((ROOT / "aliases").rglob("*.yml")), *sorted(DATA.rglob("*.txt"))]
HIDDEN = {*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C, 0xFEFF, 0x0640}


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_data_files_hide_nothing(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    allowed = 0x0640 if path.name == "fold.tsv" else None
    assert {hex(ord(char)) for char in text if ord(char) in HIDDEN and ord(char) != allowed} == set()
    assert text.endswith("\n")
    assert "\r" not in text


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.name)
def test_tables_read_and_say_where_they_come_from(path: Path) -> None:
    assert read_table(str(path.relative_to(DATA)))
    head = " ".join(line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#"))
    assert "Source: " in head


@pytest.mark.parametrize("path", VOCABULARIES, ids=lambda path: path.name)
def test_vocabularies_are_sorted(path: Path) -> None:
    problems = Problems()
    document = read_yaml(path.read_bytes(), path.name, problems)
    assert isinstance(document, Mapping)
    keys = [key.text for key, _ in document.items]
    assert keys == sorted(keys)
    assert problems.found == []


def test_the_shipped_pack_is_clean() -> None:
    assert lint_pack(find_pack("afghanistan")) == []
