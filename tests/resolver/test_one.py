"""Names to entities: three outcomes, probabilities, and what context decides."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

import afgraph as af
from afgraph import Resolver
from afgraph.data import read_numbers

_NAMES = [
    "Ahmad Massoud", "Ahmad Shah Massoud", "Amrullah Saleh", "Abdul Qadir", "Kabul", "کابل", "Ахмад Масуд", "Herat",
    "Dostum", "Gulbuddin Hekmatyar", "Mohammad Fahim", "Ismail Khan", "Karim Khalili", "Balkh", "Baghlan",
]  # fmt: skip
_ANY_TEXT = st.text(max_size=40)


@pytest.mark.parametrize(
    ("text", "outcome", "entity"),
    [
        ("Emrullah Salih", "match", "per:amrullah-saleh"),
        ("امرالله صالح", "match", "per:amrullah-saleh"),
        ("Амрулла Салех", "match", "per:amrullah-saleh"),
        ("Ahmad Shah Massoud", "match", "per:ahmad-shah-massoud"),
        ("AHMAD SHAH MASSOUD", "match", "per:ahmad-shah-massoud"),
        ("US", "match", "plc:united-states"),
        ("U.S.", "match", "plc:united-states"),
        ("UK", "match", "plc:united-kingdom"),
        ("U.K.", "match", "plc:united-kingdom"),
        ("UN", "match", "org:un"),
        ("U.N.", "match", "org:un"),
        ("Abdul Qadir", "ambiguous", None),
        ("Massoud", "ambiguous", None),
        ("Northern Alliance", "ambiguous", None),
        ("Angela Merkel", "nil", None),
        ("", "nil", None),
        ("  \u200c\u0301 ", "nil", None),
        ("?!", "nil", None),
        ("x" * 100_000, "nil", None),
    ],
)
def test_a_spelling_is_a_match_or_ambiguous_or_nobody(
    kg: af.KnowledgeGraph, text: str, outcome: str, entity: str | None
) -> None:
    resolution = kg.resolve(text)
    assert (resolution.outcome, resolution.id) == (outcome, entity)
    assert (resolution.entity is None) == (entity is None)


@pytest.mark.parametrize(
    ("text", "date", "entity"),
    [
        ("Massoud", "2021-08-24", "per:ahmad-massoud"),
        ("Massoud", "1996", "per:ahmad-shah-massoud"),
        ("Northern Alliance", "1992-05", "org:northern-alliance-1992"),
        ("Northern Alliance", "2000", "org:united-front"),
        ("Northern Alliance", "2021-08-24", "org:nrf"),
    ],
)
def test_the_date_decides_between_those_who_bore_one_name(
    kg: af.KnowledgeGraph, text: str, date: str, entity: str
) -> None:
    resolution = kg.resolve(text, date=date)
    assert resolution.id == entity
    assert date in resolution.explain()


def test_the_kind_wanted_decides_between_a_city_and_its_province(kg: af.KnowledgeGraph) -> None:
    assert kg.resolve("Kunduz", schema="Province").id == "plc:kunduz"
    assert kg.resolve("Massoud", schema="Place").id is None


@given(text=st.one_of(_ANY_TEXT, st.sampled_from(_NAMES)))
def test_candidates_and_nobody_share_one_probability(kg: af.KnowledgeGraph, text: str) -> None:
    resolution = kg.resolve(text, limit=1000)
    scores = [candidate.score for candidate in resolution.candidates]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score < 1 for score in scores)
    assert sum(scores) < 1 + 1e-9
    assert resolution.score == (scores[0] if scores else 0)
    nobody = 1 - sum(scores)
    least = read_numbers("matching/decision.tsv")
    unlikely = nobody >= min(least["nil"], least["nil_ahead"] * resolution.score)
    expected = "match" if resolution.score >= least["match"] else "nil" if unlikely else "ambiguous"
    assert resolution.outcome == expected


@given(
    listed=st.lists(st.sampled_from(_NAMES), min_size=1, max_size=5, unique=True),
    added=st.sampled_from(["Zzyzx Qwop", "Peru", "Иван Грозный", "北京"]),
    text=st.sampled_from([*_NAMES, "Ahmad Masud", "Hirat", "Massoud"]),
)
def test_an_unrelated_entity_never_raises_the_score_of_another(listed: list[str], added: str, text: str) -> None:
    names = {f"n{at}": [name] for at, name in enumerate(listed)}
    before = {each.id: each.score for each in Resolver.from_names(names).resolve(text, limit=99).candidates}
    after = {
        each.id: each.score for each in Resolver.from_names({**names, "x": [added]}).resolve(text, limit=99).candidates
    }
    assert all(after.get(entity, 0) <= score + 1e-12 for entity, score in before.items())
    assert set(after) <= {*before, "x"}


@given(text=st.one_of(_ANY_TEXT, st.sampled_from(_NAMES)))
def test_a_resolution_explains_itself_and_turns_to_plain_values(kg: af.KnowledgeGraph, text: str) -> None:
    resolution = kg.resolve(text)
    plain = resolution.to_dict()
    assert plain["text"] == text
    assert plain["outcome"] == resolution.outcome
    assert [each["id"] for each in plain["candidates"]] == [each.id for each in resolution.candidates]
    explained = resolution.explain()
    assert explained.startswith(str(resolution))
    assert all(reason.says in explained for each in resolution.candidates[:1] for reason in each.evidence)
    assert all(f"[{each.id}]" in explained for each in resolution.candidates)


def test_the_evidence_of_a_candidate_adds_up_to_its_odds(kg: af.KnowledgeGraph) -> None:
    one, other = kg.resolve("Massoud", date="1996").candidates[:2]
    gap = sum(each.weight for each in one.evidence) - sum(each.weight for each in other.evidence)
    assert math.log(one.score / other.score) == pytest.approx(gap)


@pytest.mark.parametrize("text", ["Emrulla Saleh", "Kabul", "KABUL", "Массуд", "Hikmatyar", "ANA"])
def test_a_candidate_keeps_its_hit_and_its_context_apart(kg: af.KnowledgeGraph, text: str) -> None:
    for each in kg.resolve(text, date="1996").candidates:
        named = each.evidence[: len(each.evidence) - len(each.context)]
        assert each.evidence == (*named, *each.context)
        assert named[0].feature == "name"
        assert sum(reason.weight for reason in named) == pytest.approx(each.hit.log_odds, abs=0.15)
        assert (each.hit.entry.entity, each.hit.entry.name) == (each.id, each.name)
        assert (each.hit.match is None) == (len(named) == 1)


def test_who_is_named_beside_it_counts_as_evidence(kg: af.KnowledgeGraph) -> None:
    alone = {each.id: each.score for each in kg.resolve("Massoud").candidates}
    beside = kg.resolve("Massoud", near="Amrullah Saleh")
    assert beside.candidates[0].id == "per:ahmad-massoud"
    assert beside.candidates[0].score > alone["per:ahmad-massoud"]
    assert beside == kg.resolve("Massoud", near=["per:amrullah-saleh"])
    assert "named beside it" in beside.explain()


def test_one_id_beside_a_name_is_no_row_of_letters() -> None:
    resolver = Resolver.from_names({"a": ["Kabul"]})
    assert resolver.resolve("Kabul", near="abc") == resolver.resolve("Kabul", near=["abc"])


@pytest.mark.parametrize("limit", [0, -1])
def test_a_result_without_room_for_a_candidate_is_refused(kg: af.KnowledgeGraph, limit: int) -> None:
    with pytest.raises(ValueError, match="at least 1"):
        kg.resolve("Kabul", limit=limit)


def test_limit_cuts_the_candidates_and_changes_no_score(kg: af.KnowledgeGraph) -> None:
    whole, cut = kg.resolve("Northern Alliance"), kg.resolve("Northern Alliance", limit=1)
    assert cut.candidates == whole.candidates[:1]
    assert cut.outcome == whole.outcome


@pytest.mark.parametrize("date", ["yesterday", "2021-13-45", "24.08.2021", ""])
def test_a_date_that_is_none_is_refused(kg: af.KnowledgeGraph, date: str) -> None:
    with pytest.raises(af.DateFormatError):
        kg.resolve("Kabul", date=date)


def test_what_is_remembered_is_what_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("afgraph.resolver.one._REMEMBERED", 2)
    resolver = Resolver.from_names({"k": ["Kabul"], "h": ["Herat"]})
    for text in ["Kabul", "Herat", "Kaboul", "Kabul", "Paris", "Herat", "Kabul"]:
        assert resolver.resolve(text) == Resolver.from_names({"k": ["Kabul"], "h": ["Herat"]}).resolve(text)
    assert resolver.resolve("Kabul") is resolver.resolve("Kabul")


def test_a_judgement_counts_for_a_spelling_that_was_resolved_before() -> None:
    resolver = Resolver.from_names({"k": ["Kabul"], "h": ["Herat"]})
    assert resolver.resolve("Kabul").id == "k"
    resolver.judgements.add("Kabul", "k", "negative")
    assert resolver.resolve("Kabul").id != "k"
    assert resolver.resolve_many(["Kabul"])[0].id != "k"
