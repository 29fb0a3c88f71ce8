"""Acronyms and the names that they stand for."""

import pytest

from afgraph import Resolver
from afgraph.matching.search.initials import initials
from afgraph.matching.words.tokens import all_tokens

NAMES = {
    "aqi": "Al-Qaida in Iraq",
    "mak": "Makhtab al-Khidamat",
    "huji": "Harakat-ul Jihad Islami",
    "ana": "Afghan National Army",
    "let": "Lashkar-e Tayyiba",
}


@pytest.mark.parametrize(
    ("asked", "bearer"),
    [
        ("AQI", "aqi"),
        ("MAK", "mak"),
        ("HuJI", "huji"),
        ("A.N.A.", "ana"),
        ("LeT", "let"),
        ("AN", None),
        ("A Q I", None),
    ],
)
def test_an_acronym_finds_its_name(asked: str, bearer: str | None) -> None:
    found = Resolver.from_names(NAMES).resolve(asked)
    assert (found.candidates[0].id if found.outcome == "match" else None) == bearer


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Afghan National Army", {"ana"}),
        ("Al-Qaida in the Arabian Peninsula", {"qap", "aqap"}),
        ("Islamic State of Iraq and the Levant", {"isil"}),
        ("Kabul", set()),
        ("", set()),
        ("حزب وحدت اسلامی", {"حوا"}),
    ],
)
def test_particles_count_or_do_not_and_articles_never(name: str, letters: set[str]) -> None:
    assert initials(all_tokens(name)) == letters
