"""Questions in English: what is understood, what is refused, and that both say so."""

import json
from pathlib import Path

import pytest

import afgraph as af
from afgraph.cli import main
from afgraph.knowledge_graph.asked import Pattern, patterns, time_of, times_of


@pytest.mark.parametrize("pattern", patterns(), ids=lambda pattern: pattern.form)
def test_each_form_reads_its_example_as_its_own_call(kg: af.KnowledgeGraph, pattern: Pattern) -> None:
    answers = kg.ask(pattern.example)
    assert answers.understood.split("(")[0] in {call[0] for call in pattern.calls}
    assert answers or "Dostum" in pattern.example or pattern.calls[0][0] == "relation"


def test_each_form_stands_in_the_reference() -> None:
    page = Path(__file__).resolve().parents[2] / "docs" / "reference" / "queries.md"
    text = page.read_text(encoding="utf-8")
    assert [pattern.example for pattern in patterns() if f"| {pattern.example} |" not in text] == []


@pytest.mark.parametrize(
    ("question", "understood"),
    [
        ("who was allied with Dostum in February 1994?", "allies('per:abdul-rashid-dostum', on='February 1994')"),
        ("WHO WAS  ALLIED WITH Dostum", "allies('per:abdul-rashid-dostum')"),
        (
            "who was allied with Dostum in early August 2021",
            "allies('per:abdul-rashid-dostum', on='2021-08-01/2021-08-10')",
        ),
        ("Who were the allies of the Taliban on 2021-08-24?", "allies('org:taliban', on='2021-08-24')"),
        ("Who is allied with Ahmad Massoud 2021-08-24", "allies('per:ahmad-massoud', on='2021-08-24')"),
        ("Who led the Taliban on 1 January 2014?", "leaders('org:taliban', on='1 January 2014')"),
        (
            "common enemies of the NRF and ISKP in 2022",
            "common_enemies('org:nrf', 'org:iskp', on='2022')",
        ),
        (
            "What changed between December 1993 and February 1994?",
            "changes(since='December 1993', until='February 1994')",
        ),
        (
            "Which states backed the United Front before 11 September 2001?",
            "backers('org:united-front', on='../2001-09-10')",
        ),
        ("Did the Taliban control Kabul on 1 October 1996?", "controls('plc:kabul', on='1 October 1996')"),
        ("Who switched sides from 2014 to 2016?", "switched_sides(since='2014', until='2016')"),
        ("Whom was Dostum allied with in 1994?", "allies('per:abdul-rashid-dostum', on='1994')"),
        ("Who were Dostum\u2019s allies in 1994?", "allies('per:abdul-rashid-dostum', on='1994')"),
        (
            "Who was allied with Dostum between December 1993 and 1994?",
            "allies('per:abdul-rashid-dostum', on='1993-12-01/1994-12-31')",
        ),
        ("Who supported the Taliban in the 1990s?", "backers('org:taliban', on='199X')"),
        ("Who was Prime Minister in July 1993?", "positions('pos:pm-afghanistan', on='July 1993')"),
        ("Who held Kabul in 1993?", "controls('plc:kabul', on='1993')"),
        ("Who is the son of Ahmad Shah Massoud?", "family('per:ahmad-shah-massoud', relation='parent_of')"),
        (
            "Who are the ancestors of Ahmad Massoud?",
            "family('per:ahmad-massoud', relation=['child_of', 'descendant_of'])",
        ),
        ("What's the relationship between Pakistan and the Taliban?", "relation('plc:pakistan', 'org:taliban')"),
        ("Who controlled Kabul on 25 Asad 1400?", "controls('plc:kabul', on='25 Asad 1400')"),
    ],
)
def test_a_question_says_how_it_was_understood(kg: af.KnowledgeGraph, question: str, understood: str) -> None:
    answers = kg.ask(question)
    assert answers.understood == understood
    assert answers.to_dict()["understood"] == understood


@pytest.mark.parametrize(
    "question", ["", "?", "Is it raining?", "who", "Dostum", "'; drop table", "who was allied", "x" * 5000]
)
def test_what_has_no_known_form_is_refused_with_those_that_have(kg: af.KnowledgeGraph, question: str) -> None:
    with pytest.raises(af.QuestionError) as refused:
        kg.ask(question)
    assert sorted(refused.value.forms) == sorted(pattern.example for pattern in patterns())
    said = str(refused.value).splitlines()
    assert [line.strip() for line in said[1:]] == list(refused.value.forms[:8])
    assert len(said[0]) < 600


@pytest.mark.parametrize(
    ("question", "understood", "form"),
    [
        (
            "Why did Dostum defect from Massoud in January 1994?",
            (
                "Dostum (Abdul Rashid Dostum [per:abdul-rashid-dostum])",
                "Massoud (Ahmad Shah Massoud [per:ahmad-shah-massoud])",
                "the time January 1994",
            ),
            "Who defected from the Taliban?",
        ),
        (
            "When will the Taliban lead?",
            ("Taliban (Taliban [org:taliban])",),
            "Which sons of commanders led in September 2021?",
        ),
        ("Is it raining?", (), ""),
    ],
)
def test_a_refusal_says_what_was_read_and_shows_the_nearest_forms(
    kg: af.KnowledgeGraph, question: str, understood: tuple[str, ...], form: str
) -> None:
    with pytest.raises(af.QuestionError) as refused:
        kg.ask(question)
    assert refused.value.understood == understood
    assert all(each in str(refused.value) for each in understood)
    assert form in refused.value.forms[:8] or not form


@pytest.mark.parametrize(
    ("question", "error"),
    [
        ("Who was allied with Angela Merkel in 2014?", af.UnknownNameError),
        ("Who was allied with Abdul Qadir?", af.AmbiguousNameError),
    ],
)
def test_a_known_form_with_a_name_that_means_nobody_or_several_says_so(
    kg: af.KnowledgeGraph, question: str, error: type[Exception]
) -> None:
    with pytest.raises(error):
        kg.ask(question)


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("in 1994", "1994"),
        ("on the 26 May 1997", "26 May 1997"),
        ("early August 2021", "2021-08-01/2021-08-10"),
        ("in mid February 1994", "1994-02-11/1994-02-20"),
        ("late February 1994", "1994-02-21/1994-02-28"),
        ("in mid 1996", "1996-05/1996-08"),
        ("before 11 September 2001", "../2001-09-10"),
        ("until 1994", "../1994-12-31"),
        ("after 1994", "1995-01-01/.."),
        ("since February 1994", "1994-02-01/.."),
        ("on 20-23 August 2021", "20 August 2021/23 August 2021"),
    ],
)
def test_a_time_loses_its_preposition_and_thirds_become_ranges(text: str, on: str) -> None:
    assert time_of(text) == on


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("between 14 and 24 August 2021", ("14 August 2021", "24 August 2021")),
        ("from May to November 1997", ("May 1997", "November 1997")),
        ("between 1992 and 1996", ("1992", "1996")),
        ("in May 1997", ("May 1997", "May 1997")),
        ("on 20-23 August 2021", ("20 August 2021", "23 August 2021")),
        ("since 2020", ("2020-01-01", "9999")),
    ],
)
def test_two_times_share_what_the_first_lacks(text: str, times: tuple[str, str]) -> None:
    assert times_of(text) == times


@pytest.mark.parametrize("text", ["early 1994/1996", "late last week 2021x", "in sometime 19999"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(af.DateFormatError):
        time_of(text)


def test_the_command_line_asks_and_says_what_it_understood(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "who was allied with Dostum in February 1994?"]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("Understood as allies('per:abdul-rashid-dostum', on='February 1994')\n")
    assert "Gulbuddin" in printed


@pytest.mark.parametrize(
    ("question", "code", "stream"),
    [
        ("Who led the Taliban on 1 January 2014?", 0, "out"),
        ("Who was allied with Ahmad Shah Massoud in 2021?", 1, "out"),
        ("Is it raining?", 2, "err"),
        ("Who was allied with Abdul Qadir?", 3, "err"),
    ],
)
def test_the_command_line_tells_found_nothing_wrong_and_ambiguous_apart(
    capsys: pytest.CaptureFixture[str], question: str, code: int, stream: str
) -> None:
    assert main(["ask", question]) == code
    captured = capsys.readouterr()
    assert (captured.out if stream == "out" else captured.err).strip()


def test_the_command_line_prints_on_paper_and_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "who was allied with Dostum on 26 May 1997?"]) == 0
    assert "on paper" in capsys.readouterr().out
    assert main(["ask", "--json", "who was allied with Dostum on 26 May 1997?"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert {answer["standing"] for answer in document["answers"]} == {"formal"}
