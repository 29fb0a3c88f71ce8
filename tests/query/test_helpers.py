"""Bodies, offices, kin, places, changes, switches, contradictions and numbers, on small packs."""

from collections.abc import Callable

import pytest

import afgraph as af
from afgraph.query import Answers

Load = Callable[..., af.KnowledgeGraph]
Ask = Callable[[af.KnowledgeGraph], Answers]
KINDS = {
    "per:": "", "org:f": "Faction", "org:g": "Faction", "org:k": "Coalition", "org:z": "Government",
    "plc:p": "Province", "plc:d": "District", "plc:n": "Country", "evt:e": "Event", "pos:o": "Position",
}  # fmt: skip
IDS = [*(f"per:{name}" for name in ("anna", "boris", "cyril", "dora")), *[each for each in KINDS if each != "per:"]]


def _entry(entity: str) -> str:
    schema = KINDS.get(entity, "")
    kind = f"  schema: {schema}\n" if schema and schema not in ("Event", "Position") else ""
    return f"{entity}:\n{kind}  names:\n    eng: {entity[4:].title()} of {entity[:3].title()}\n"


PACK = "".join(map(_entry, IDS))
CASES: list[tuple[str, list[str], Ask, list[str]]] = [
    ("members at a date", ["org:f member_of org:k 1990/1995", "per:anna leads org:f 1990/.."],
     lambda kg: kg.members("org:k", on="1992"), ["org:f", "per:anna"]),
    ("no members after", ["org:f member_of org:k 1990/1995"], lambda kg: kg.members("org:k", on="1997"), []),
    ("only stated members", ["org:f member_of org:k 1990/1995", "per:anna leads org:f 1990/.."],
     lambda kg: kg.members("org:k", on="1992", derived=False), ["org:f"]),
    ("a denied member answers nothing", ["claim: org:f member_of org:k 1990/1995\n    modality: denied"],
     lambda kg: kg.members("org:k", on="1992"), []),
    ("a leader in office", ["per:anna leads org:f 1990/1992", "per:boris leads org:f 1995/.."],
     lambda kg: kg.leaders("org:f", on="1996"), ["per:boris"]),
    ("nobody in a gap", ["per:anna leads org:f 1990/1992", "per:boris leads org:f 1995/.."],
     lambda kg: kg.leaders("org:f", on="1993"), []),
    ("who claimed answers after who held",
     ["per:anna claims_position pos:o 1990/..", "per:boris holds_position pos:o 1990/.."],
     lambda kg: kg.positions("pos:o", on="1992"), ["per:boris", "per:anna"]),
    ("grandparents are derived", ["per:anna child_of per:boris", "per:boris child_of per:cyril"],
     lambda kg: kg.family("per:anna"), ["per:boris", "per:cyril"]),
    ("grandchildren too", ["per:anna child_of per:boris", "per:boris child_of per:cyril"],
     lambda kg: kg.family("per:cyril"), ["per:boris", "per:anna"]),
    ("siblings by a parent", ["per:anna child_of per:cyril", "per:boris child_of per:cyril"],
     lambda kg: kg.family("per:anna"), ["per:cyril", "per:boris"]),
    ("a child of a leader who leads", ["per:anna child_of per:boris", "per:boris leads org:f 1980/1990",
     "per:anna leads org:g 2000/.."], lambda kg: kg.sons_of_commanders(on="2005"), ["per:anna"]),
    ("not before", ["per:anna child_of per:boris", "per:boris leads org:f 1980/1990", "per:anna leads org:g 2000/.."],
     lambda kg: kg.sons_of_commanders(on="1985"), []),
    ("control at a date", ["org:f controls plc:d 1990/1992", "org:g controls plc:d 1993/.."],
     lambda kg: kg.controls("plc:d", on="1991"), ["org:f"]),
    ("control says nothing of parts", ["plc:d located_in plc:p", "org:f controls plc:p 1990/.."],
     lambda kg: kg.controls("plc:d", on="1991"), []),
    ("the capital of a country", ["plc:d capital_of plc:n", "org:f controls plc:d 1990/.."],
     lambda kg: kg.controls("plc:n", on="1991"), ["org:f"]),
    ("places that changed hands within", ["plc:d located_in plc:p", "org:f controls plc:d 1990-03/1992",
     "org:f controls plc:n 1990-03/1992"],
     lambda kg: kg.changed_hands("1990-01", "1990-06", within="plc:p"), ["plc:d"]),
    ("active in a part", ["plc:d located_in plc:p", "org:f active_in plc:d 1990/.."],
     lambda kg: kg.active_in("plc:p", on="1991"), ["org:f"]),
    ("both who fought there", ["claim: org:f fought org:g 1990/1992\n    place: plc:p"],
     lambda kg: kg.active_in("plc:p", on="1991"), ["org:f", "org:g"]),
    ("who took part", ["per:anna participated_in evt:e 1990", "org:f participated_in evt:e 1990"],
     lambda kg: kg.participants("evt:e"), ["org:f", "per:anna"]),
    ("backers make no allies", ["plc:n supports org:f 1990/1992", "org:f allied_with org:g 1990/1992"],
     lambda kg: kg.backers("org:f", on="1991"), ["plc:n"]),
    ("backers of a government are backers of who controls it",
     ["plc:n recognises org:z 1990/1992", "org:f controls org:z 1990/1992"],
     lambda kg: kg.backers("org:f", on="1991"), ["plc:n"]),
    ("of two new allies the one who broke with a side came over",
     ["per:anna member_of org:f 1980/1990", "per:boris member_of org:g 1980/..", "org:f fought org:g 1985/..",
      "per:anna defected_from org:f 1990", "per:anna allied_with per:boris 1990-05"],
     lambda kg: kg.switched_sides("1990"), ["per:anna"]),
    ("an enemy of all", ["org:f fought org:z 1990/..", "org:g opposes org:z 1990/..", "org:f fought per:dora 1990/.."],
     lambda kg: kg.common_enemies("org:f", "org:g", on="1991"), ["org:z"]),
    ("who defected", ["per:anna defected_from org:f 1990-05"], lambda kg: kg.switched_sides("1990-05"), ["per:anna"]),
    ("who came over to an enemy", ["per:anna member_of org:f 1980/..", "org:f fought org:g 1985/..",
     "per:anna allied_with org:g 1990-05"], lambda kg: kg.switched_sides("1990"), ["per:anna"]),
    ("who turned on an ally", ["org:f allied_with org:g 1985/1990-05", "org:f fought org:g 1990-05/.."],
     lambda kg: kg.switched_sides("1990"), ["org:f"]),
    ("who made peace",
     ["org:f fought org:z 1985/1990", "org:f agreement_with org:z 1990", "per:anna leads org:f 1980/.."],
     lambda kg: kg.switched_sides("1990"), ["per:anna", "org:f"]),
    ("a new ally without a break is no switch", ["per:anna allied_with org:g 1990-05"],
     lambda kg: kg.switched_sides("1990"), []),
]  # fmt: skip


@pytest.mark.parametrize(("claims", "ask", "ids"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_helper_answers_with_whom_it_should(load_pack: Load, claims: list[str], ask: Ask, ids: list[str]) -> None:
    answers = ask(load_pack(PACK, *claims))
    assert sorted(answers.ids) == sorted(ids)
    assert all(answer.claims and answer.evidence and answer.sources for answer in answers)
    assert all(
        answer.basis == "stated" or "[derived: " in str(answer) or answer.sign == "negative" for answer in answers
    )
    assert answers._repr_html_().startswith("<table")
    assert answers.to_json()


def test_a_gap_in_leadership_shows_who_led_before_and_after(load_pack: Load) -> None:
    graph = load_pack(PACK, "per:anna leads org:f 1990/1992", "per:boris leads org:f 1995/..")
    answers = graph.leaders("org:f", on="1993")
    assert [(answer.other.id, answer.verdict) for answer in answers] == [("per:anna", "no"), ("per:boris", "no")]
    assert answers.notes


@pytest.mark.parametrize(
    ("claim", "since", "until", "changes"),
    [
        ("per:anna allied_with per:boris 1990-03/1990-09", "1990-01", "1990-06", [("began", "yes")]),
        ("per:anna allied_with per:boris 1990-03/1990-09", "1990-06", "1990-12", [("ended", "yes")]),
        ("per:anna allied_with per:boris 1990-03/1990-09", "1990", "1990", [("began", "yes"), ("ended", "yes")]),
        ("per:anna allied_with per:boris 1990/..", "1990-03", "1990-06", [("began", "possibly")]),
        ("per:anna allied_with per:boris 1990-03/", "1995", "1996", []),
        ("per:anna met per:boris 1990-03-05", "1990-03", "1990-03", [("happened", "yes")]),
        ("per:anna child_of per:boris", "1990", "1990", []),
        (
            "claim: per:anna allied_with per:boris 1990-03/..\n    modality: denied",
            "1990",
            "1990",
            [("began", "unknown")],
        ),
    ],
)
def test_a_change_is_a_start_or_an_end_in_the_time_and_as_sure_as_its_date(
    load_pack: Load, claim: str, since: str, until: str, changes: list[tuple[str, str]]
) -> None:
    for who in ("per:anna", None):
        answers = load_pack(PACK, claim).changes(who, since, until)
        assert [(answer.change, answer.verdict) for answer in answers] == changes


@pytest.mark.parametrize(
    ("claims", "kinds"),
    [
        (["per:anna allied_with per:boris 1990/1995", "per:boris fought per:anna 1992/1993"], ["signs"]),
        (["per:anna allied_with per:boris 1990/1991", "per:boris fought per:anna 1992/1993"], []),
        (["per:anna killed per:boris 1990", "claim: per:anna killed per:boris 1990\n    id: x\n    modality: denied"],
         ["denied"]),
        (["per:anna killed per:boris 1990", "per:cyril killed per:boris 1990"], ["exclusive"]),
        (["org:f controls plc:d 1990/1995", "org:g controls plc:d 1992/1993"], ["exclusive"]),
        (["org:f controls plc:d 1990/1992", "org:g controls plc:d 1992/1993"], []),
        (["claim: org:f has_strength - 1990\n    id: one\n    quantity: 100 men",
          "claim: org:f has_strength - 1990\n    id: two\n    quantity: 900 men"], ["quantities"]),
        (["per:anna supports per:boris 1990",
          "claim: per:anna supports per:boris 1990\n    id: x\n    polarity: negative"], ["denied"]),
    ],
)  # fmt: skip
def test_claims_that_cannot_all_be_right_come_with_both_sides(
    load_pack: Load, claims: list[str], kinds: list[str]
) -> None:
    answers = load_pack(PACK, *claims).contradictions()
    assert [answer.relation for answer in answers] == kinds
    for answer in answers:
        assert len(answer.claims) == len(answer.evidence) == 2
        assert all(line in str(answer) for line in answer.evidence)


def test_blocs_count_and_list_the_pairs_that_break_the_balance(load_pack: Load) -> None:
    graph = load_pack(
        PACK,
        "org:f allied_with org:g 1990/..",
        "org:f allied_with org:z 1990/..",
        "org:g rival_of org:z 1990/..",
        "org:k fought org:f 1990/..",
    )
    answers = graph.blocs(on="1991")
    assert [{entity.id for entity in bloc} for bloc in answers.blocs] == [{"org:f", "org:g", "org:z"}, {"org:k"}]
    assert answers.frustration == 1
    assert {answers.breaking[0].entity.id, answers.breaking[0].other.id} == {"org:g", "org:z"}
    assert "1 of 4 pairs go against these blocs" in str(answers)
    assert answers.to_dict()["blocs"][1] == ["org:k"]
