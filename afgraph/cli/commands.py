"""What each command does: ask the library, print the answer, return the exit code."""

import argparse
import sys

from afgraph.cli.exits import AMBIGUOUS, FOUND, NOTHING
from afgraph.cli.tables import print_json, print_table
from afgraph.knowledge_graph import KnowledgeGraph, load
from afgraph.query import Answer, Answers
from afgraph.resolver import Resolution

ABOUT = "Names in any spelling, and who stood with whom, as of a date, on whose word."


def resolve(arguments: argparse.Namespace) -> int:
    """`afgraph resolve`."""
    names = arguments.names or [line.strip() for line in sys.stdin if line.strip()]
    kg = _graph(arguments)
    context = {"date": arguments.date, "schema": arguments.schema, "lang": arguments.lang}
    resolutions = [kg.resolve(name, **context) for name in names]
    if arguments.json:
        for resolution in resolutions:
            print_json(resolution.to_dict())
    elif arguments.explain:
        print("\n\n".join(resolution.explain() for resolution in resolutions))
    else:
        headers = ["spelling", "outcome", "probability", "id", "name", ""]
        print_table(headers, [row for resolution in resolutions for row in _rows(resolution)])
    return _exit_of(resolutions)


def _rows(resolution: Resolution) -> list[list[object]]:
    """One line for a match or nobody, one for each candidate of an ambiguous name."""
    if resolution.outcome == "nil":
        return [[resolution.text, "nil", "", "", "", ""]]
    shown = resolution.candidates[: 1 if resolution.outcome == "match" else None]
    return [
        [
            resolution.text if at == 0 else "",
            resolution.outcome if at == 0 else "",
            f"{each.score:.3f}",
            each.id,
            each.entity.name,
            each.entity.native_name or "",
        ]
        for at, each in enumerate(shown)
    ]


def _exit_of(resolutions: list[Resolution]) -> int:
    """Found if every name is; else the worst that happened."""
    outcomes = {resolution.outcome for resolution in resolutions}
    if "ambiguous" in outcomes:
        return AMBIGUOUS
    return NOTHING if "nil" in outcomes or not resolutions else FOUND


def allies(arguments: argparse.Namespace) -> int:
    """`afgraph allies`."""
    kg = _graph(arguments)
    answers = kg.allies(
        arguments.name, on=arguments.on, derived=not arguments.stated, min_confidence=arguments.min_confidence
    )
    return _print_answers(answers, json=arguments.json)


def enemies(arguments: argparse.Namespace) -> int:
    """`afgraph enemies`."""
    kg = _graph(arguments)
    answers = kg.enemies(
        arguments.name, on=arguments.on, derived=not arguments.stated, min_confidence=arguments.min_confidence
    )
    return _print_answers(answers, json=arguments.json)


def relation(arguments: argparse.Namespace) -> int:
    """`afgraph relation`."""
    kg = _graph(arguments)
    answers = kg.relation(arguments.one, arguments.other, on=arguments.on, derived=not arguments.stated)
    return _print_answers(answers, json=arguments.json)


def ask(arguments: argparse.Namespace) -> int:
    """`afgraph ask`."""
    answers = _graph(arguments).ask(arguments.question)
    if not arguments.json:
        print("\n".join([f"Understood as {answers.understood}", *answers.notes]))
    return _print_answers(answers, json=arguments.json)


def _print_answers(answers: Answers, *, json: bool) -> int:
    if json:
        print_json(answers.to_dict())
    else:
        print(f"{answers.question}: {len(answers)}")
        if answers:
            print_answers(answers)
    return FOUND if answers else NOTHING


def print_answers(answers: Answers) -> None:
    """Print answers as a table, and under it the evidence of each."""
    rows = [
        [at, answer.entity, answer.relation.replace("_", " "), answer.other, answer.when or "", _held(answer),
         answer.basis, answer.other.native_name or ""]
        for at, answer in enumerate(answers, start=1)
    ]  # fmt: skip
    print_table(["", "", "", "", "when", "held then", "basis", ""], rows)
    print("\nEvidence")
    for at, answer in enumerate(answers, start=1):
        for line in answer.evidence:
            print(f"  {at}. {line}")


def _held(answer: Answer) -> str:
    return f"{answer.verdict}, on paper only" if answer.standing == "formal" else answer.verdict


def _graph(arguments: argparse.Namespace) -> KnowledgeGraph:
    return load(*arguments.pack)
