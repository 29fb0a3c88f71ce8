"""Makes NAME.txt and NAME.tsv of every NAME.marked beside it: `python tests/gold/articles/make_gold.py`.

A mark is `[[text|id]]` or `[[text|id|note]]`; several right ids stand with ` or ` between them.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
MARK = re.compile(r"\[\[(?P<text>[^\[\]|]+)\|(?P<id>[^\[\]|]+)(?:\|(?P<note>[^\[\]|]+))?\]\]")
COLUMNS = ["start", "end", "text", "id", "note"]


class Row(NamedTuple):
    """One gold span: `text[start:end] == surface`; `id` as in the table (`a|b`, `NIL`, `-`)."""

    start: int
    end: int
    surface: str
    id: str
    note: str


def sources() -> list[Path]:
    """The marked articles, by name."""
    return sorted(HERE.glob("*.marked"))


def read(marked: str) -> tuple[str, list[Row]]:
    """The plain text and its gold spans; a bracket that closes no mark is an error.

    >>> read("In [[Kabul|plc:kabul|city]].")
    ('In Kabul.', [Row(start=3, end=8, surface='Kabul', id='plc:kabul', note='city')])
    """
    text = MARK.sub(lambda mark: mark["text"], marked)
    if "[[" in text or "]]" in text:
        broken = next(line for line in text.splitlines() if "[[" in line or "]]" in line)
        raise ValueError(f"a mark is not [[text|id|note]]: {broken!r}")
    return text, list(_spans(marked))


def _spans(marked: str) -> Iterator[Row]:
    taken = 0
    for mark in MARK.finditer(marked):
        start, surface = mark.start() - taken, mark["text"]
        yield Row(start, start + len(surface), surface, mark["id"].replace(" or ", "|"), mark["note"] or "")
        taken += len(mark[0]) - len(surface)


def table(name: str, spans: list[Row]) -> str:
    """The gold table of one article as it stands in its file."""
    head = [f"# Made by make_gold.py of {name}.marked: change that.", "\t".join(COLUMNS)]
    return "\n".join([*head, *("\t".join(map(str, row)) for row in spans)]) + "\n"


def made() -> Iterator[tuple[Path, str]]:
    """Every file that the marked articles make, with what it should hold."""
    for source in sources():
        text, spans = read(source.read_text(encoding="utf-8"))
        yield source.with_suffix(".txt"), text
        yield source.with_suffix(".tsv"), table(source.stem, spans)


if __name__ == "__main__":
    for file, content in made():
        file.write_text(content, encoding="utf-8", newline="\n")
