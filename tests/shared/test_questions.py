"""The questions of the development set, each answered through public helpers, from the folder `AFGRAPH_DATA` names."""

import json
import os
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import afgraph as af
from afgraph.model import Claim
from afgraph.query import Answers

needs_data = pytest.mark.skipif("AFGRAPH_DATA" not in os.environ, reason="AFGRAPH_DATA names no folder")
Ask = Callable[[af.KnowledgeGraph], Iterable[str]]
ARTICLE = "src:seed-article"


@cache
def _questions() -> dict[str, dict[str, Any]]:
    path = Path(os.environ["AFGRAPH_DATA"]) / "seed" / "questions_dev.jsonl"
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return {row["id"]: row for row in rows}


def _ids(*several: Answers) -> list[str]:
    return [each for answers in several for each in answers.ids]


def _named(*several: Answers) -> list[str]:
    return [each for answers in several for each in answers.named]


def _claims(claims: Iterable[Claim]) -> list[str]:
    return [claim.id for claim in claims]


def _resolved(kg: af.KnowledgeGraph, *spellings: str, **context: Any) -> list[str]:
    return [found.id for found in kg.resolve_many(spellings, **context) if found.id is not None]


ASKED: dict[str, Ask] = {
    "q01": lambda kg: _ids(kg.who_is_allied_with_whom(on="2021-08-22")),
    "q03": lambda kg: _resolved(kg, "Balgan", date="2021-08-24"),
    "q05": lambda kg: _resolved(kg, "Emrullah Salih", "Saleh", date="2021-08-24"),
    "q07": lambda kg: [kg.entity("Northern Alliance", date=day).id for day in ("2001-11", "2021-08-24")],
    "q09": lambda kg: _claims(kg.claims(attribution=["unnamed", "social"], source=ARTICLE)),
    "q11": lambda kg: _claims(kg.claims(modality="hedged", source=ARTICLE)),
    "q13": lambda kg: kg.relation("Russia", "NRF", on="2021-08").ids,
    "q15": lambda kg: kg.quantities(unit="killed", on="2021-08-20").claim_ids,
    "q17": lambda kg: kg.contradictions(source=ARTICLE).claim_ids,
    "q19": lambda kg: _ids(kg.controls("Panjshir", on="2021-09-06")),
    "q21": lambda kg: _ids(kg.allies("Dostum", on="1994-02")),
    "q23": lambda kg: _ids(kg.allies("Dostum", on="1997-05-26")),
    "q25": lambda kg: _ids(kg.allies("Dostum", on="2021-08-01/2021-08-10")),
    "q27": lambda kg: [
        kg.entity("Hezb-e Wahdat", date="1992").id,
        *_ids(*(kg.allies("Hezb-e Wahdat", on=year) for year in ("1992", "1993"))),
    ],
    "q29": lambda kg: _ids(*(kg.controls("Kabul", on=day) for day in ("1996-10-01", "2001-12-01", "2021-08-20"))),
    "q31": lambda kg: _ids(
        kg.positions("pos:president-afghanistan", on="2021-08-20"), kg.controls("Kabul", on="2021-08-20")
    ),
    "q33": lambda kg: _ids(kg.switched_sides("1997-05", "1997-05")),
    "q35": lambda kg: _ids(kg.switched_sides(joined="ISKP").where(lambda each: "org:taliban" in each.ids)),
    "q37": lambda kg: _ids(kg.switched_sides("2016", "2016", joined="Islamic Republic of Afghanistan")),
    "q39": lambda kg: _ids(kg.sons_of_commanders(on="2021-09")),
    "q41": lambda kg: _ids(kg.family("Ahmad Shah Massoud")),
    "q43": lambda kg: _ids(kg.relation("Homayoun Jareer", "Hekmatyar")),
    "q45": lambda kg: [
        each.entity.id for each in kg.controls(on="2021-08-20", schema="Province") if each.other.id != "org:taliban"
    ],
    "q47": lambda kg: _ids(kg.changed_hands("2021-08-20", "2021-08-23", within="Baghlan")),
    "q49": lambda kg: _ids(kg.active_in("Nangarhar", on="2016")),
    "q51": lambda kg: _named(kg.relation("Hekmatyar", "Dostum")),
    "q53": lambda kg: _named(kg.path("Sirajuddin Haqqani", "Osama bin Laden")),
    "q55": lambda kg: _ids(kg.common_enemies("NRF", "AFF", "ISKP", on="2022")),
    "q57": lambda kg: _ids(kg.blocs(on="1994-01-15")),
    "q59": lambda kg: _ids(kg.blocs(on="1985")),
    "q61": lambda kg: _ids(kg.members("United Front")),
    "q63": lambda kg: _named(kg.changes("Dostum", "1993-12-15", "1994-02-01")),
    "q65": lambda kg: _ids(kg.changes(since="2021-08-14", until="2021-08-24")),
    "q67": lambda kg: _ids(kg.relation("Pakistan", "Taliban")),
    "q69": lambda kg: _ids(kg.backers("United Front", on="2000")),
    "q71": lambda kg: _ids(
        *(kg.backers(each, on="1993") for each in ("Hezb-e Wahdat", "Ittehad-e Islami", "org:hig", "Junbish"))
    ),
    "q73": lambda kg: _named(kg.timeline("Abdul Ali Mazari", relation="killed")),
    "q75": lambda kg: _named(*(kg.leaders("Taliban", on=day) for day in ("2014-01-01", "2016-01-01", "2020-01-01"))),
    "q77": lambda kg: _ids(kg.leaders("Afghanistan Freedom Front")),
    "q79": lambda kg: [
        mention.id for mention in kg.link("This guide guides gastronomy enthusiasts").mentions if mention.id
    ],
    "q81": lambda kg: _named(kg.path("Pakistan", "United Front", on="1999", signed=True)),
}  # fmt: skip


@pytest.mark.shared
@needs_data
@pytest.mark.parametrize("number", sorted(ASKED))
def test_each_question_is_answered_with_all_that_is_expected_and_nothing_that_must_not_be(
    kg: af.KnowledgeGraph, number: str
) -> None:
    question = _questions()[number]
    found, expected = list(ASKED[number](kg)), set(question["expected_entities"])
    if question["match"] == "exact":
        assert set(found) == expected
    else:
        assert expected - set(found) == set(), question["question"]
    assert set(question["must_not_include"]) & set(found) == set()


@pytest.mark.shared
@needs_data
def test_no_question_of_the_set_is_left_out() -> None:
    assert set(ASKED) == set(_questions())


@pytest.mark.parametrize("on", ["2022", "2022-06", None])
def test_a_common_enemy_makes_no_ally(kg: af.KnowledgeGraph, on: str | None) -> None:
    assert "org:nrf" not in kg.allies("ISKP", on=on).named
    assert "org:iskp" not in kg.allies("NRF", on=on).named


def test_on_26_may_1997_dostum_has_allies_on_paper_only(kg: af.KnowledgeGraph) -> None:
    answers = kg.allies("Dostum", on="1997-05-26")
    assert answers.effective.named == [] == answers.ids
    on_paper = {"per:ahmad-shah-massoud", "per:burhanuddin-rabbani", "per:karim-khalili", "org:united-front"}
    assert on_paper <= {answer.other.id for answer in answers.formal}
    assert all(answer.ended_by and "on paper only" in str(answer) for answer in answers)


@pytest.mark.parametrize(
    ("number", "ally"), [("q21", "org:hig"), ("q21", "org:wahdat"), ("q21", "org:shura-hamahangi")]
)
def test_what_no_claim_states_is_derived_and_prints_its_path(kg: af.KnowledgeGraph, number: str, ally: str) -> None:
    (answer,) = (each for each in kg.allies("Dostum", on="1994-02") if each.other.id == ally)
    assert answer.basis == "derived"
    assert "[derived: Abdul Rashid Dostum led Junbish-e Milli" in str(answer)
    assert len(answer.steps) == len(answer.path) > 1


def test_russia_is_expected_to_refuse_and_that_makes_no_edge(kg: af.KnowledgeGraph) -> None:
    answers = kg.relation("Russia", "NRF", on="2021-08")
    assert "c49" in answers.claim_ids
    assert {answer.verdict for answer in answers} <= {"unknown"} | {
        answer.verdict for answer in answers if answer.relation == "requested_support_from"
    }
    assert "plc:russia" not in kg.backers("NRF", on="2021-08").ids


def test_saleh_claimed_and_did_not_hold_the_presidency(kg: af.KnowledgeGraph) -> None:
    answers = kg.positions("pos:president-afghanistan", on="2021-08-20")
    assert {(answer.relation, answer.other.id) for answer in answers} == {("claimed_by", "per:amrullah-saleh")}


@pytest.mark.parametrize(
    "pair",
    [
        ("per:abdul-rashid-dostum", "org:dra"),
        ("per:abdul-malik-pahlawan", "org:junbish"),
        ("per:abdul-malik-pahlawan", "org:taliban"),
        ("per:abdullah-abdullah", "per:ashraf-ghani"),
        ("org:iskp", "org:taliban"),
    ],
)
def test_the_five_legitimate_contradictions_come_with_both_sides(kg: af.KnowledgeGraph, pair: tuple[str, str]) -> None:
    found = [each for each in kg.contradictions(pair[0]) if {each.entity.id, each.other.id} == set(pair)]
    assert [each.relation for each in found] == ["signs"]
    (answer,) = found
    assert {kg.store.relation(claim).sign for claim in answer.claims} == {"positive", "negative"}
    assert all(line in str(answer) for line in answer.evidence)
    stated = {claim.id for each in kg.relation(*pair) for claim in each.claims}
    assert set(answers := [claim.id for claim in answer.claims]) <= stated
    assert len(answers) == 2


BLOCS = {
    "1985-06": [
        {"org:dra", "org:pdpa", "plc:soviet-union"},
        {"org:peshawar-seven", "org:jamiat", "org:hig", "org:ittehad", "plc:pakistan", "plc:united-states",
         "plc:saudi-arabia"},
    ],
    "1994-01-15": [
        {"org:isa", "org:jamiat", "org:shura-e-nazar", "org:ittehad", "org:harakat-islami"},
        {"org:shura-hamahangi", "org:hig", "org:junbish", "org:wahdat", "org:jebh-e-nejat"},
    ],
    "1997-01-01": [
        {"org:united-front", "org:jamiat", "org:junbish", "org:wahdat", "org:ittehad", "org:harakat-islami",
         "plc:iran", "plc:russia"},
        {"org:taliban", "org:al-qaeda", "plc:pakistan"},
    ],
    "2021-08-24": [
        {"org:nrf", "per:ahmad-massoud", "per:amrullah-saleh"},
        {"org:taliban", "org:haqqani-network", "org:al-qaeda"},
        {"org:iskp"},
    ],
}  # fmt: skip


@pytest.mark.parametrize("on", BLOCS)
def test_the_blocs_are_what_history_says(kg: af.KnowledgeGraph, on: str) -> None:
    blocs = [{entity.id for entity in bloc} for bloc in kg.blocs(on=on).blocs]
    homes = [[at for at, bloc in enumerate(blocs) if side <= bloc] for side in BLOCS[on]]
    assert all(len(home) == 1 for home in homes), blocs
    assert len({home[0] for home in homes}) == len(homes)
