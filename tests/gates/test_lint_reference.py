"""Every code of lint has a row, a rule that gives it, and a section of the page that explains it."""

import re
from pathlib import Path
from typing import get_args

import pytest

from afgraph.data import read_table
from afgraph.packs.lint.finding import Severity, codes

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "reference" / "lint.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^### (AF\d{3}): (.*?)(?=^##|\Z)", PAGE, re.MULTILINE | re.DOTALL))
RULES = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "afgraph/packs/lint").glob("*.py"))


def test_codes_stand_once_and_in_order() -> None:
    listed = [row["code"] for row in read_table("schema/lint.tsv")]
    assert listed == sorted(set(listed)) == list(SECTIONS)


@pytest.mark.parametrize("code", codes().values(), ids=lambda code: code.code)
def test_a_code_is_given_by_a_rule_and_explained(code: object) -> None:
    assert isinstance(code, tuple)
    name, severity, title, why = code
    assert f'"{name}"' in RULES
    assert severity in get_args(Severity)
    section = SECTIONS[name]
    assert section.startswith(f"{title} ({severity})\n")
    assert len(why) > 20
    for part in ("Finds", "Why", "Mend", "Accept"):
        assert f"**{part}**" in section
    assert "```yaml" in section


def test_no_rule_gives_a_code_that_is_not_listed() -> None:
    assert set(re.findall(r'"(AF\d{3})"', RULES)) == set(codes())
