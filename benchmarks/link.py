"""How well names in running text are found and told apart: our own articles, and documents with a list of their own.

    python benchmarks/link.py [DIR] [--errors FILE] [--speed]

The articles are those of `tests/gold/articles`, linked to the shipped pack. DIR, if given, holds `docs.jsonl` and
`gazetteer.jsonl`: texts with the names in them, and the list to link to. A name is right where a link to its id
overlaps it. The limits are those of the product, the same for all. `--speed` measures the pass over listed names
instead (`throughput.py`; needs the extra `bench`).
"""

import argparse
import csv
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tabulate import tabulate

sys.path.append(str(Path(__file__).resolve().parents[1]))  # this folder's modules, when run as a script

import afgraph as af
from afgraph.linking import LinkedText, link
from benchmarks import throughput

ARTICLES = Path(__file__).resolve().parents[1] / "tests" / "gold" / "articles"
NOBODY = frozenset({"NIL", "-"})
HEAD = ["texts", "names", "right", "wrong", "left alone", "strangers and traps", "linked to somebody"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A name in a text: where it stands, and whom a link may name; nobody where nobody listed is meant."""

    start: int
    end: int
    text: str
    ids: frozenset[str]


@dataclass(slots=True)
class Score:
    """What became of the names of some texts."""

    right: int = 0
    wrong: int = 0
    alone: int = 0
    strangers: int = 0
    linked: int = 0
    errors: list[list[str]] = field(default_factory=list)

    def row(self, name: str) -> list[object]:
        """The counts as shares."""
        named, strangers = self.right + self.wrong + self.alone, max(1, self.strangers)
        shares = [f"{each / max(1, named):.3f}" for each in (self.right, self.wrong, self.alone)]
        return [name, named, *shares, self.strangers, f"{self.linked / strangers:.3f}"]

    def add(self, where: str, linked: LinkedText, names: Sequence[Named]) -> None:
        """Count the names of one text."""
        for each in names:
            found = {mention.id for mention in linked.mentions if mention.start < each.end and each.start < mention.end}
            self._count(where, each, {entity for entity in found if entity is not None})

    def _count(self, where: str, name: Named, found: set[str]) -> None:
        somebody = name.ids - NOBODY
        if not somebody:
            self.strangers += 1
            self.linked += bool(found)
        elif found & somebody:
            self.right += 1
        elif found:
            self.wrong += 1
        elif name.ids & NOBODY:
            return
        else:
            self.alone += 1
        if bool(found & somebody) != bool(somebody) or (not somebody and found):
            self.errors.append([where, name.text, "|".join(sorted(name.ids)), "|".join(sorted(found))])


def rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a table whose first lines may be comments."""
    with path.open(encoding="utf-8", newline="") as file:
        lines = (line for line in file if not line.startswith("#"))
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def articles() -> dict[str, Score]:
    """Our own articles, by language."""
    kg, scores = af.load(), dict[str, Score]()
    for row in rows(ARTICLES / "articles.tsv"):
        text = (ARTICLES / f"{row['file']}.txt").read_text(encoding="utf-8")
        names = [
            Named(
                start=int(each["start"]), end=int(each["end"]), text=each["text"], ids=frozenset(each["id"].split("|"))
            )
            for each in rows(ARTICLES / f"{row['file']}.tsv")
        ]
        linked = kg.link(text, date=row["date"] or None, lang=row["lang"])
        scores.setdefault(row["lang"], Score()).add(row["file"], linked, names)
    return scores


def documents(folder: Path) -> Score:
    """Documents with a list of their own."""
    with (folder / "gazetteer.jsonl").open(encoding="utf-8") as file:
        listed = {entity["id"]: entity["names"] for entity in map(json.loads, file)}
    resolver, score = af.Resolver.from_names(listed), Score()
    with (folder / "docs.jsonl").open(encoding="utf-8") as file:
        for document in map(json.loads, file):
            names = [
                Named(
                    start=each["start"],
                    end=each["end"],
                    text=each["surface"],
                    ids=frozenset({each["gold"] if each["in_list"] else "NIL"}),
                )
                for each in document["mentions"]
            ]
            score.add(document["doc_id"], link(document["text"], resolver), names)
    return score


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="how well names in running text are found and told apart")
    parser.add_argument("folder", nargs="?", type=Path, metavar="DIR", help="documents with a list of their own")
    parser.add_argument("--errors", type=Path, metavar="FILE", help="write what went wrong, as TSV")
    parser.add_argument("--speed", action="store_true", help="megabytes a second with 100,000 names")
    told = parser.parse_args(arguments)
    if told.speed:
        print(tabulate(throughput.measured(), throughput.HEAD, tablefmt="github"))
        return 0
    scores = {f"articles, {lang}": score for lang, score in articles().items()}
    if told.folder:
        scores[told.folder.name] = documents(told.folder)
    print(tabulate([score.row(name) for name, score in scores.items()], HEAD, tablefmt="github"))
    if told.errors:
        lines = [line for score in scores.values() for line in score.errors]
        told.errors.write_text("".join("\t".join(line) + "\n" for line in lines), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
