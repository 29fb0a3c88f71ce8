"""`afgraph demo`: a sample article read, and who of those it names stood with whom that day."""

import argparse
from pathlib import Path
from textwrap import shorten

from afgraph.cli.exits import FOUND
from afgraph.cli.link import print_mentions
from afgraph.cli.tables import print_json, print_table
from afgraph.data import read_text
from afgraph.knowledge_graph import KnowledgeGraph, load
from afgraph.linking import LinkedText
from afgraph.markup import Html
from afgraph.notebook import draw_answers, page
from afgraph.query import Answer, Answers

_DATE = "2001-11-12"
_ARTICLE = "demo/article.txt"
_ROWS = 5
_SOURCE = 32  # letters of a source's title


def demo(arguments: argparse.Namespace) -> int:
    """`afgraph demo`."""
    kg = load()
    linked = kg.link(read_text(_ARTICLE), date=_DATE)
    allied = kg.who_is_allied_with_whom(on=_DATE)
    together = _among_named(allied.effective, linked, "Who stood with whom")
    on_paper = _among_named(allied.formal, linked, "Who was allied on paper only")
    against = _among_named(_enmities(kg, linked), linked, "Who stood against whom")
    content = _page(linked, together, against, on_paper)
    Path(arguments.html).write_text(content, encoding="utf-8")
    if arguments.json:
        answers = {"allied": together.to_dict(), "on_paper": on_paper.to_dict(), "against": against.to_dict()}
        print_json({"article": linked.to_record(), **answers, "page": arguments.html})
    else:
        _print(kg, linked, together, against, on_paper)
        print(f"\nThe same with the article and a drawn graph: {arguments.html}")
    return FOUND


def _print(kg: KnowledgeGraph, linked: LinkedText, together: Answers, against: Answers, on_paper: Answers) -> None:
    print(f"{kg!r}\n\nNames in an article of {_DATE}, in the spellings of several languages\n")
    print_mentions(linked)
    unclear = [mention.resolution for mention in linked.mentions if mention.resolution.outcome == "ambiguous"]
    print("\n" + "\n".join(resolution.explain() for resolution in unclear))
    for answers in (together, against):
        print(f"\n{answers.question} on {_DATE}: {len(answers)} pairs\n")
        rows = [[each.entity, each.other, each.basis, each.when or "", _word_of(each)] for each in answers[:_ROWS]]
        print_table(["", "", "basis", "when", "on whose word"], rows)
        if len(answers) > _ROWS:
            print(f"... and {len(answers) - _ROWS} more on the page")
    for answer in on_paper[:1]:
        print(f"\n{on_paper.question}: {len(on_paper)}, for example: {answer}")
    derived = [answer for answer in together if answer.basis == "derived"]
    print(f"\nFor example: {derived[0]}")


def _word_of(answer: Answer) -> str:
    return shorten(answer.sources[0], _SOURCE, placeholder="…")


def _among_named(answers: Answers, linked: LinkedText, question: str) -> Answers:
    """The sure pairs among the entities that the article names, each pair once."""
    named = {entity.id for entity in linked.entities}
    pairs: dict[frozenset[str], Answer] = {}
    for answer in answers:
        if answer.verdict == "yes" and {answer.entity.id, answer.other.id} <= named:
            pairs.setdefault(frozenset((answer.entity.id, answer.other.id)), answer)
    return Answers(question, list(pairs.values()))


def _enmities(kg: KnowledgeGraph, linked: LinkedText) -> Answers:
    found = [answer for entity in linked.entities for answer in kg.enemies(entity, on=_DATE, derived=False)]
    return Answers("", found)


def _page(linked: LinkedText, together: Answers, against: Answers, on_paper: Answers) -> str:
    sections = [
        ("The article, its names marked", Html(linked._repr_html_())),
        (f"Who stood with whom on {_DATE}", draw_answers(together, against, title="Alliances and enmities")),
        ("Alliances", Html(together._repr_html_())),
        ("Enmities", Html(against._repr_html_())),
    ]
    if on_paper:
        sections.append(("Allied on paper only", Html(on_paper._repr_html_())))
    return page("afgraph demo", sections)
