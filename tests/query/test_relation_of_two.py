"""What claims say of two entities, side by side."""

from collections.abc import Callable

import afgraph as af

PAIR = """
per:a:
  names:
    eng: Anna Alpha
per:b:
  names:
    eng: Boris Beta
"""
Load = Callable[..., af.KnowledgeGraph]


def test_claims_that_disagree_stand_side_by_side_with_both_signs(load_pack: Load) -> None:
    graph = load_pack(PAIR, "per:a allied_with per:b 1990/1995", "per:b fought per:a 1992/1993")
    answers = graph.relation("Anna Alpha", "Boris Beta", on="1992-06")
    assert {(answer.relation, answer.sign) for answer in answers} == {
        ("allied_with", "positive"),
        ("fought", "negative"),
    }


def test_what_is_denied_is_shown_and_stays_unknown(load_pack: Load) -> None:
    claim = "claim: per:a allied_with per:b 1990/1995\n    modality: denied"
    (answer,) = load_pack(PAIR, claim).relation("per:a", "per:b", on="1992")
    assert answer.verdict == "unknown"
    assert str(answer).startswith("denied: Anna Alpha was allied with Boris Beta")


def test_a_negative_claim_reads_as_one(load_pack: Load) -> None:
    claim = "claim: per:a allied_with per:b 1990/1995\n    polarity: negative"
    (answer,) = load_pack(PAIR, claim).relation("per:b", "per:a")
    assert answer.verdict == "unknown"
    assert "not to be so" in str(answer)


def test_the_order_of_the_two_changes_no_stated_answer(kg: af.KnowledgeGraph) -> None:
    one = kg.relation("Dostum", "Ahmad Shah Massoud", derived=False)
    other = kg.relation("Ahmad Shah Massoud", "Dostum", derived=False)
    assert [answer.says for answer in one] == [answer.says for answer in other]
    assert {answer.sign for answer in one} == {"positive", "negative"}


def test_a_date_leaves_only_what_held_then(kg: af.KnowledgeGraph) -> None:
    stated = kg.relation("Dostum", "Ahmad Shah Massoud", on="1994-06", derived=False)
    assert "fought" in {answer.relation for answer in stated}
    assert "allied_with" not in {answer.relation for answer in stated}


def test_derived_answers_come_last_and_can_be_left_out(kg: af.KnowledgeGraph) -> None:
    answers = kg.relation("Dostum", "Ahmad Shah Massoud")
    bases = [answer.basis for answer in answers]
    assert bases == sorted(bases, reverse=True)
    assert set(bases) == {"stated", "derived"}
    assert {each.basis for each in kg.relation("Dostum", "Ahmad Shah Massoud", derived=False)} == {"stated"}


def test_kinship_holds_whatever_the_date(kg: af.KnowledgeGraph) -> None:
    for on in (None, "1950", "2021-08-24"):
        answers = kg.relation("per:ahmad-massoud", "per:ahmad-shah-massoud", on=on)
        assert {(answer.relation, answer.verdict) for answer in answers} == {("child_of", "yes")}


def test_two_who_have_nothing_to_do_with_each_other_give_nothing(kg: af.KnowledgeGraph) -> None:
    answers = kg.relation("per:ahmad-massoud", "evt:battle-of-kabul-1992-96")
    assert len(answers) == 0
    assert str(answers).endswith("no claim says so.")


def test_an_enmity_reads_from_the_end_that_was_asked(load_pack: Load) -> None:
    graph = load_pack(PAIR, "per:a opposes per:b 1990/1995")
    assert [each.relation for each in graph.enemies("per:a")] == ["opposes"]
    assert [each.relation for each in graph.enemies("per:b")] == ["opposed_by"]
    assert str(graph.enemies("per:b")[0]).startswith("Boris Beta was opposed by Anna Alpha")
