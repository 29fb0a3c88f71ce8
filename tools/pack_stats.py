"""Writes what the shipped packs hold into README.md and docs/reference/packs.md; `--check` only says what is stale."""

import sys
from pathlib import Path

from afgraph.packs import load_contents
from afgraph.packs.find import shipped_packs
from afgraph.packs.stats import PackStats, stats

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
PAGE = ROOT / "docs" / "reference" / "packs.md"
END = "<!-- end -->"
INTRODUCTION = """\
# The shipped packs, counted

Made by `python tools/pack_stats.py`; `afgraph pack stats` prints the same of any pack. A claim's evidence is the kind
of its source; `general` is general knowledge: what its author knew and no page shows yet. Where a claim does not say
how sure it is, its source does. A claim counts in the decade in which it began, or else ended; kinship and geography
are timeless. Languages are ISO 639-3, scripts ISO 15924. A name without a source of its own is `listed`: the author's
word.
"""


def main() -> int:
    """Write both files, or with `--check` say which of them is stale: then 1, else 0."""
    counted = {pack: stats(load_contents([pack])) for pack in shipped_packs()}
    texts = {README: readme(README.read_text(encoding="utf-8"), counted), PAGE: page(counted)}
    stale = [path for path, text in texts.items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    for path in stale:
        print(f"{path.relative_to(ROOT)}: {'stale; run: python tools/pack_stats.py' if _checking() else 'written'}")
        if not _checking():
            path.write_text(texts[path], encoding="utf-8", newline="\n")
    return 1 if stale and _checking() else 0


def _checking() -> bool:
    return "--check" in sys.argv[1:]


def readme(text: str, counted: dict[str, PackStats]) -> str:
    """The text with each pack's compact table between its markers."""
    for pack, each in counted.items():
        before, marker, rest = text.partition(f"<!-- stats: {pack} -->\n")
        if marker:
            _, end, after = rest.partition(END)
            text = f"{before}{marker}{each.to_markdown()}{end}{after}"
    return text


def page(counted: dict[str, PackStats]) -> str:
    """The page of all statistics."""
    return "\n".join([INTRODUCTION, *(_section(pack, each) for pack, each in counted.items())])


def _section(pack: str, counted: PackStats) -> str:
    head = f"## {pack}\n\n{'; '.join(counted.titles)}: {counted.summary}.\n{counted.evidence}\n"
    return f"{head}\n{counted.to_markdown(full=True)}"


if __name__ == "__main__":
    sys.exit(main())
