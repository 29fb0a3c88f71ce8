"""Resolutions as persons judged them."""

from pathlib import Path

import pytest

from afgraph.resolver import Resolver

NAMES = {"f": ["Ahmad Shah Massoud", "Massoud"], "s": ["Ahmad Massoud", "Massoud"], "k": ["Kabul"]}


@pytest.fixture
def resolver(tmp_path: Path) -> Resolver:
    resolver = Resolver.from_names(NAMES)
    resolver.judgements = resolver.ledger(tmp_path / "judgements.yml")
    return resolver


def test_a_positive_judgement_decides_between_namesakes_and_is_shown(resolver: Resolver) -> None:
    assert resolver.resolve("Massoud").outcome == "ambiguous"
    resolver.judgements.add("massoud", "s", "positive", by="Anna", at="2026-01-05T10:00:00Z", note="asked him")
    resolution = resolver.resolve("Massoud")
    assert (resolution.outcome, resolution.id) == ("match", "s")
    assert "judged positive by Anna on 2026-01-05T10:00:00Z (asked him)" in resolution.explain()
    assert resolution.to_dict()["judgements"][0]["by"] == "Anna"
    assert "Anna" in resolution._repr_html_()


def test_a_spelling_that_nobody_lists_means_whom_it_was_judged_to_mean(resolver: Resolver) -> None:
    assert resolver.resolve("The Lion's Cub").outcome == "nil"
    resolver.judgements.add("The Lion's Cub", "s", "positive")
    resolution = resolver.resolve("the lion’s cub")
    assert (resolution.outcome, resolution.id) == ("match", "s")
    assert "a person judged so" in resolution.explain()


def test_a_negative_judgement_leaves_nobody_or_the_next(resolver: Resolver) -> None:
    resolver.judgements.add("Kabul", "k", "negative")
    assert resolver.resolve("KABUL").outcome == "nil"
    resolver.judgements.add("Massoud", "f", "negative")
    assert resolver.resolve("Massoud").id == "s"
    assert resolver.resolve("Ahmad Shah Massoud").id == "f"


def test_an_unsure_judgement_keeps_a_match_open(resolver: Resolver) -> None:
    resolver.judgements.add("Kabul", "k", "unsure", by="Anna")
    resolution = resolver.resolve("Kabul")
    assert (resolution.outcome, resolution.id) == ("ambiguous", None)
    assert "judged unsure by Anna" in resolution.explain()


def test_undone_is_as_if_never_judged(resolver: Resolver) -> None:
    before = resolver.resolve("Kabul")
    resolver.judgements.add("Kabul", "k", "negative")
    resolver.judgements.add("Kabul", "k", "undo")
    assert resolver.resolve("Kabul") == before


def test_two_positive_judgements_leave_the_context_to_decide(resolver: Resolver) -> None:
    for entity in ("f", "s"):
        resolver.judgements.add("The Lion", entity, "positive")
    resolution = resolver.resolve("The Lion")
    assert resolution.outcome == "ambiguous"
    assert {each.id for each in resolution.candidates[:2]} == {"f", "s"}


def test_judgements_go_along_to_other_processes(resolver: Resolver) -> None:
    resolver.judgements.add("Massoud", "s", "positive")
    assert [each.id for each in resolver.resolve_many(["Massoud", "Kabul"], workers=2)] == ["s", "k"]
