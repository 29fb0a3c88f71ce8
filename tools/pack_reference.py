"""Fill the tables of docs/reference/pack.md from the JSON Schema of packs; `--check` only compares.

python tools/pack_reference.py [--check]
"""

import json
import re
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
SCHEMA = ROOT / "afgraph" / "data" / "schema" / "pack.schema.json"
PAGE = ROOT / "docs" / "reference" / "pack.md"
TABLE = re.compile(r"<!-- fields: (\w+) -->\n.*?<!-- end -->", re.DOTALL)
HEAD = "| field | holds | when left out |\n|---|---|---|\n"


def table(definition: dict[str, Any]) -> str:
    """The fields of one definition as a Markdown table."""
    rows = [
        f"| `{name}` | {field['description']} | {field['x-when-left-out']} |"
        for name, field in definition["properties"].items()
        if field["x-when-left-out"]
    ]
    return HEAD + "\n".join(rows)


def filled(page: str, schema: dict[str, Any]) -> str:
    """The page with every table made again."""
    definitions = schema["$defs"]
    return TABLE.sub(lambda match: f"<!-- fields: {match[1]} -->\n{table(definitions[match[1]])}\n<!-- end -->", page)


def main(arguments: list[str]) -> int:
    """Write the page, or say whether it is what it should be."""
    page = PAGE.read_text(encoding="utf-8")
    made = filled(page, json.loads(SCHEMA.read_text(encoding="utf-8")))
    if "--check" in arguments:
        return int(page != made)
    PAGE.write_text(made, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
