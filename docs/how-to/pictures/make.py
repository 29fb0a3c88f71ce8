"""Draws the pictures of the how-tos: `.venv/bin/python docs/how-to/pictures/make.py`."""  # noqa: INP001 - no package

import csv
from collections.abc import Iterator
from pathlib import Path

import afgraph as af
from afgraph.notebook import draw

FOLDER = Path(__file__).parent


def pictures(kg: af.KnowledgeGraph) -> Iterator[tuple[Path, str]]:
    """Each file of `pictures.tsv` with its drawing."""
    lines = (FOLDER / "pictures.tsv").read_text(encoding="utf-8").splitlines()
    for row in csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t"):
        yield FOLDER / row["file"], f"{draw(kg.ask(row['question']), title=row['question'])}\n"


if __name__ == "__main__":
    for file, drawing in pictures(af.load()):
        file.write_text(drawing, encoding="utf-8")
