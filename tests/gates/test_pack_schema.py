"""The JSON Schema of packs says what the readers read, what the page says, and what the shipped packs hold."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
READERS = ROOT / "afgraph" / "packs"
SCHEMA: dict[str, Any] = json.loads((ROOT / "afgraph/data/schema/pack.schema.json").read_text(encoding="utf-8"))
FILES = sorted((ROOT / "aliases").rglob("*.yml"))
ASKED = re.compile(r'fields\.(?:text|texts|required|choice|number|interval|date_text|shaped|named|node)\(\s*"(\w+)"')


def test_the_page_is_made_from_the_schema() -> None:
    command = [sys.executable, str(ROOT / "tools" / "pack_reference.py"), "--check"]
    assert subprocess.run(command, check=False).returncode == 0


@pytest.mark.parametrize(
    ("reader", "definitions"),
    [
        ("read_entity.py", ["entity", "detailed_name"]),
        ("read_source.py", ["source"]),
        ("read_claim.py", ["detailed_claim"]),
        ("read_lexeme.py", ["lexeme"]),
    ],
)
def test_the_schema_has_the_fields_that_are_read(reader: str, definitions: list[str]) -> None:
    asked = set(ASKED.findall((READERS / reader).read_text(encoding="utf-8")))
    kinds = {"canonical", "alias", "short", "title", "nickname", "acronym", "former"}
    known = {name for each in definitions for name in SCHEMA["$defs"][each]["properties"]}
    assert known - kinds - {"overrides"} == asked - kinds


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_shipped_files_fit_the_schema(path: Path) -> None:
    document = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506 - text only
    header = {"$ref": "#/$defs/header", "$defs": SCHEMA["$defs"]}
    jsonschema.validate(document, header if path.name == "pack.yml" else SCHEMA)


@pytest.mark.parametrize(
    "document",
    [
        {"per:a": {"names": {"eng": "A"}, "bron": "1960"}},
        {"per:a": {"about": "no name"}},
        {"per:a": {"names": {"english": "A"}}},
        {"xyz:a": {"names": {"eng": "A"}}},
        {"src:a": ["two words"]},
        {"src:a": {"kind": "press"}},
        {"lex:a": {"kind": "tittle", "forms": {"eng": "A"}}},
    ],
)
def test_the_schema_refuses_what_the_loader_refuses(document: dict[str, Any]) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(document, SCHEMA)
