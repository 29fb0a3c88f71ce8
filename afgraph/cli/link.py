"""`afgraph link`: one text as a table or as JSON, the texts of a folder as JSON lines."""

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from afgraph.cli.exits import FOUND, NOTHING, WRONG
from afgraph.cli.tables import print_json, print_table
from afgraph.knowledge_graph import KnowledgeGraph, load
from afgraph.linking import LinkedText, unknown
from afgraph.markup import Html
from afgraph.notebook import page


def link(arguments: argparse.Namespace) -> int:
    """`afgraph link`."""
    kg = load(*arguments.pack, judgements=arguments.judgements)
    if arguments.file != "-" and Path(arguments.file).is_dir():
        return _link_folder(kg, arguments)
    linked = kg.link(_text(arguments.file), date=arguments.date, lang=arguments.lang)
    if arguments.html:
        content = page(arguments.file, [("Mentions", Html(linked._repr_html_()))])
        Path(arguments.html).write_text(content, encoding="utf-8")
    _write_more([linked], arguments)
    if arguments.json or arguments.annotations:
        print_json(_json(linked, arguments))
    else:
        print_mentions(linked)
    return FOUND if linked.entities else NOTHING


def _link_folder(kg: KnowledgeGraph, arguments: argparse.Namespace) -> int:
    """Print a line of JSON for each text of a folder once it is linked; what cannot be read is told in its line."""
    if arguments.html or arguments.claims:
        return _refuse("--html and --claims are for one text; link the texts of a folder one by one for them")
    root = Path(arguments.file)
    files = sorted(path for path in root.glob(arguments.glob) if path.is_file())
    linked: list[LinkedText] = []
    found, wrong = False, 0
    for each in kg.link_each(_Files(root, files), progress=True, date=arguments.date, lang=arguments.lang):
        print_json(_json(each, arguments))
        found = found or bool(each.entities)
        wrong += each.error is not None
        if arguments.unknown:
            linked.append(each)
    _write_more(linked, arguments)
    if wrong:
        print(f"afgraph: {wrong} of {len(files)} texts could not be read; their lines have an 'error'", file=sys.stderr)
        return WRONG
    return FOUND if found else NOTHING


class _Files:
    """The texts of some files, each read when its turn comes; one that cannot be read comes with its `error`."""

    def __init__(self, root: Path, files: list[Path]) -> None:
        self.root = root
        self.files = files

    def __len__(self) -> int:
        return len(self.files)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        for path in self.files:
            name = path.relative_to(self.root).as_posix()
            try:
                yield {"id": name, "text": _text(path)}
            except (OSError, UnicodeDecodeError) as error:
                yield {"id": name, "error": f"{path}: {error}"}


def _text(file: str | Path) -> str:
    """The text of a file with its line ends as they are, so that offsets hold; of standard input for `-`."""
    if file == "-":
        return sys.stdin.read()
    with Path(file).open(encoding="utf-8", newline="") as opened:
        return opened.read()


def _json(linked: LinkedText, arguments: argparse.Namespace) -> dict[str, Any]:
    return linked.to_dict() if arguments.annotations and linked.error is None else linked.to_record()


def _write_more(linked: Iterable[LinkedText], arguments: argparse.Namespace) -> None:
    """Write what else was asked for: who is unknown, which claims are suggested."""
    several = list(linked)
    if arguments.unknown:
        found = unknown(several)
        if found:
            found.save(arguments.unknown)
        print(f"afgraph: named and listed nowhere: {len(found)}", file=sys.stderr)
    if arguments.claims:
        suggested = several[0].suggest_claims(title=str(arguments.file))
        if suggested:
            suggested.save(arguments.claims)
        print(f"afgraph: claims suggested: {len(suggested)}", file=sys.stderr)


def _refuse(message: str) -> int:
    print(f"afgraph: {message}", file=sys.stderr)
    return WRONG


def print_mentions(linked: LinkedText) -> None:
    """Print the mentions of a text as a table."""
    rows = []
    for mention in linked.mentions:
        best = mention.resolution.candidates[:1]
        found = mention.entity.name if mention.entity else mention.resolution.outcome
        score = f"{best[0].score:.3f}" if best else ""
        rows.append([f"{mention.start}-{mention.end}", found, mention.id or "", mention.how, score, mention.text])
    print_table(["at", "means", "id", "found as", "probability", "mention"], rows)
