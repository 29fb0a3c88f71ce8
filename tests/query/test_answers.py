"""Answers as a sequence, as sentences, as a table and as a frame."""

import pickle
import sys
from collections.abc import Sequence

import pytest

import afgraph as af
from afgraph.query import Answers, stances
from afgraph.query.answer import Answer

_COLUMNS = [
    "entity", "entity_name", "relation", "other", "other_name", "sign", "when", "verdict", "basis", "standing",
    "change", "value", "path", "claims", "ended_by", "sentence", "sources", "evidence",
]  # fmt: skip


@pytest.fixture(scope="session")
def many(kg: af.KnowledgeGraph) -> Answers:
    return kg.who_is_allied_with_whom(on="1994-01-15")


@pytest.fixture(scope="session")
def none(kg: af.KnowledgeGraph) -> Answers:
    return kg.allies("per:ahmad-shah-massoud", on="2021")


def test_answers_are_a_sequence(many: Answers) -> None:
    assert isinstance(many, Sequence)
    listed = list(many)
    assert len(listed) == len(many) > 20
    assert many[0] is listed[0]
    assert many[-1] is listed[-1]
    assert listed[3] in many
    assert many.index(listed[3]) == 3
    assert list(reversed(many)) == listed[::-1]
    with pytest.raises(IndexError):
        many[len(many)]


def test_a_slice_is_answers_to_the_same_question(many: Answers) -> None:
    part = many[2:5]
    assert isinstance(part, Answers)
    assert list(part) == list(many)[2:5]
    assert part.question == many.question


def test_no_answers_are_false_and_say_that_no_claim_says_so(many: Answers, none: Answers) -> None:
    assert not none
    assert many
    assert str(none) == "Allies of Ahmad Shah Massoud on 2021: no claim says so."
    assert repr(none) == "Allies of Ahmad Shah Massoud on 2021: 0"


def test_str_has_one_sentence_for_each_answer_and_all_of_them(many: Answers) -> None:
    assert str(many).splitlines() == [str(answer) for answer in many]


def test_repr_is_cut_and_says_how_many_more_there_are(many: Answers) -> None:
    lines = repr(many).splitlines()
    assert lines[0] == f"Who is allied with whom on 1994-01-15: {len(many)}"
    assert lines[-1] == f"  ... and {len(many) - 20} more; str() and to_frame() give all"
    assert len(lines) == 22
    assert "more" not in repr(many[:20])
    assert f"and {len(many) - 20} more" in many._repr_html_()


def test_ids_name_each_other_entity_once_in_order(kg: af.KnowledgeGraph) -> None:
    answers = kg.allies("Dostum")
    assert len(answers.ids) == len(set(answers.ids))
    assert answers.ids == list(dict.fromkeys(answer.other.id for answer in answers))


def test_blocs_join_whoever_sure_answers_join_and_nobody_else(many: Answers) -> None:
    blocs = [{entity.id for entity in bloc} for bloc in many.blocs]
    assert [len(bloc) for bloc in blocs] == sorted(map(len, blocs), reverse=True)
    assert sum(map(len, blocs)) == len(set.union(*blocs))
    for answer in many:
        together = any({answer.entity.id, answer.other.id} <= bloc for bloc in blocs)
        assert together or answer.verdict != "yes"
    sure = [{answer.entity.id, answer.other.id} for answer in many if answer.verdict == "yes"]
    assert set.union(*blocs) == set.union(*sure)


def test_a_frame_has_a_row_an_answer_and_the_columns_of_to_dict(many: Answers) -> None:
    frame = many.to_frame()
    assert list(frame.columns) == _COLUMNS == list(many[0].to_dict())
    assert frame.to_dict("records") == many.to_dict()["answers"]


def test_a_frame_of_no_answers_has_the_same_columns(none: Answers) -> None:
    frame = none.to_frame()
    assert list(frame.columns) == _COLUMNS
    assert len(frame) == 0


def test_without_pandas_the_error_names_the_extra(
    many: Answers, kg: af.KnowledgeGraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(af.MissingExtraError, match=r"pip install 'afgraph\[frames\]'"):
        many.to_frame()
    with pytest.raises(ImportError, match="pandas is not installed"):
        kg.link("Kabul").to_frame()


def test_to_dict_holds_plain_values_that_name_known_claims(many: Answers, kg: af.KnowledgeGraph) -> None:
    known = kg.store.contents.claims
    for answer in many.to_dict()["answers"]:
        assert set(answer["claims"]) <= set(known)
        assert set(answer["path"]) <= set(answer["claims"])
        assert answer["entity"] in kg.store.contents.entities


@pytest.mark.parametrize("answering", ["allies", "enemies"])
def test_sentences_are_made_only_for_what_is_shown(
    kg: af.KnowledgeGraph, monkeypatch: pytest.MonkeyPatch, answering: str
) -> None:
    """A hub of twenty thousand answers shows twenty."""
    told: list[str] = []

    def counted(answer: Answer, doing: str) -> str:
        told.append(answer.other.id)
        return doing

    monkeypatch.setattr(stances, "_text", counted)
    answers: Answers = getattr(kg, answering)("Taliban", on="1994/2021")
    assert len(answers) > 20
    assert (answers.ids, told) == (list(dict.fromkeys(answers.ids)), [])
    assert str(answers[0]) == answers[0].says
    assert told == [answers[0].other.id]
    repr(answers)
    answers._repr_html_()
    assert len(told) == 20


def test_answers_go_to_another_process_with_their_words(many: Answers) -> None:
    again: Answers = pickle.loads(pickle.dumps(many))  # noqa: S301 - our own
    assert again.to_dict() == many.to_dict()
    assert list(again) == list(many)
    assert [answer.steps for answer in again] == [answer.steps for answer in many]
