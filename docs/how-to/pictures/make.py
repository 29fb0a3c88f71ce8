"""Draws the pictures of the how-tos: `.venv/bin/python docs/how-to/pictures/make.py`."""  # noqa: INP001 - no package

import csv
from collections.abc import Iterator
from html import escape
from pathlib import Path

import afgraph as af
from afgraph.linking import LinkedText, Mention
from afgraph.notebook import draw

FOLDER = Path(__file__).parent
LETTER, LINE, WIDEST = 8.4, 34, 84  # pixels of a letter and a line, letters of a line
FILLS = {"match": "#d6f0d6", "ambiguous": "#fdeeb5", "nil": "#ececec"}


def pictures(kg: af.KnowledgeGraph) -> Iterator[tuple[Path, str]]:
    """Each file of `pictures.tsv` with its drawing, and each of `texts.tsv`."""
    for row in _rows("pictures.tsv"):
        yield FOLDER / row["file"], f"{draw(kg.ask(row['question']), title=row['question'])}\n"
    for row in _rows("texts.tsv"):
        yield FOLDER / row["file"], f"{_marked(kg.link(row['text'], date=row['date']))}\n"


def _rows(file: str) -> Iterator[dict[str, str]]:
    lines = (FOLDER / file).read_text(encoding="utf-8").splitlines()
    yield from csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t")


def _marked(linked: LinkedText) -> str:
    """A text of Latin letters with its mentions marked as a notebook marks them; the id stands under each."""
    lines = list(_lines(linked.text))
    drawn = [_line(linked, start, end, number) for number, (start, end) in enumerate(lines)]
    width, height = WIDEST * LETTER + 20, len(lines) * LINE + 12
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height}" role="img" '
    return f'{head}style="max-width:{width:g}px;width:100%;font-family:monospace">{"".join(drawn)}</svg>'


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(text):
        end = len(text) if len(text) - start <= WIDEST else text.rindex(" ", start, start + WIDEST)
        yield start, end
        start = end + 1


def _line(linked: LinkedText, start: int, end: int, number: int) -> str:
    y = number * LINE + 20
    marks = (each for each in linked.mentions if start <= each.start and each.end <= end)
    length = f'textLength="{(end - start) * LETTER:g}" lengthAdjust="spacingAndGlyphs"'
    text = f'<text x="10" y="{y}" font-size="14" {length}>{escape(linked.text[start:end])}</text>'
    return "".join(_mark(each, start, y) for each in marks) + text


def _mark(mention: Mention, start: int, y: int) -> str:
    x, width = 10 + (mention.start - start) * LETTER, len(mention.text) * LETTER
    fill = FILLS[mention.resolution.outcome]
    meant = "nobody listed" if mention.resolution.outcome == "nil" else "one of several"
    title = escape(meant if mention.entity is None else f"{mention.entity.name} [{mention.id}]")
    box = f'<rect x="{x:g}" y="{y - 14}" width="{width:g}" height="19" fill="{fill}"><title>{title}</title></rect>'
    label = escape(mention.id or mention.resolution.outcome)
    return f'{box}<text x="{x:g}" y="{y + 13}" font-size="8" fill="#555">{label}</text>'


if __name__ == "__main__":
    for file, drawing in pictures(af.load()):
        file.write_text(drawing, encoding="utf-8")
