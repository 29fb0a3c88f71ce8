"""Questions of the kinds that the development set asks, over other people and days: a table, asked as typed."""

import ast
import csv
from pathlib import Path
from typing import NamedTuple

import pytest

import afgraph as af
from afgraph.query import Answers

TABLE = Path(__file__).with_name("more_questions.tsv")


class Question(NamedTuple):
    """A row of the table."""

    kind: str
    question: str
    call: str
    all: str
    never: str


def rows() -> list[Question]:
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return [Question(**row) for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)]


def asked(kg: af.KnowledgeGraph, call: str) -> Answers:
    """The answers to a call as it is typed, its arguments plain values."""
    node = ast.parse(call, mode="eval").body
    assert isinstance(node, ast.Call)
    assert isinstance(node.func, ast.Name)
    arguments = [ast.literal_eval(each) for each in node.args]
    named = {str(each.arg): ast.literal_eval(each.value) for each in node.keywords}
    answers: Answers = getattr(kg, node.func.id)(*arguments, **named)
    return answers


@pytest.mark.parametrize("row", rows(), ids=lambda row: row.question)
def test_the_answer_has_all_that_it_must_and_nothing_that_it_must_not(kg: af.KnowledgeGraph, row: Question) -> None:
    answers = asked(kg, row.call)
    wanted, never = set(row.all.split()), set(row.never.split())
    found = set(answers.ids)
    assert wanted - found == set(), str(answers)
    assert never & found == set(), str(answers)
    if not (wanted or never):
        assert found == set(), str(answers)


def test_every_id_of_the_table_is_known_and_no_question_stands_twice(kg: af.KnowledgeGraph) -> None:
    listed = [each for row in rows() for each in (*row.all.split(), *row.never.split())]
    assert set(listed) - set(kg.store.contents.entities) == set()
    assert len({row.call for row in rows()}) == len(rows()) > 80


@pytest.mark.parametrize("row", [row for row in rows() if "on=" in row.call and row.all], ids=lambda row: row.question)
def test_what_answers_for_a_date_says_on_whose_word(kg: af.KnowledgeGraph, row: Question) -> None:
    for answer in asked(kg, row.call):
        assert answer.sources or row.kind == "alive"
        assert answer.basis == "stated" or "[derived: " in str(answer) or answer.relation == "common_enemy"
