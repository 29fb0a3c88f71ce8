"""What README and reference say of the shipped packs is what they hold."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_the_counts_of_the_shipped_packs_are_made_again_and_equal() -> None:
    command = [sys.executable, str(ROOT / "tools" / "pack_stats.py"), "--check"]
    result = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")


def test_the_readme_shows_the_first_pack() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    _, marker, rest = readme.partition("<!-- stats: afghanistan -->\n")
    table, end, _ = rest.partition("<!-- end -->")
    assert marker
    assert end
    assert "| entities |  | names |  | claims rest on |  |" in table
    assert "rest on general knowledge" in table
