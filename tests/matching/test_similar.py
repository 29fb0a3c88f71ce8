"""Which listed names compare best with a text, by whichever way they are found."""

import pytest

from afgraph import Resolver
from afgraph.matching.index import NameIndex
from afgraph.model import Name


@pytest.mark.parametrize(
    ("asked", "bearer"),
    [
        ("Seyfettn Barakzai", "s"),  # another sounds more like it
        ("Nimatulla Nasirdidia Babakarchel", "n"),
    ],
)
def test_a_slip_of_the_pen_is_no_other_name(asked: str, bearer: str) -> None:
    names = {
        "s": "Seyfettin Barakzai", "t": "Safiettin Barekzey",
        "n": "Nimatulla Nasiriddin Babakarchel", "m": "Nimatulla Babakarkhel",
    }  # fmt: skip
    assert Resolver.from_names(names).resolve(asked).candidates[0].id == bearer


ACRONYMS = [("h", "HCR"), ("l", "LeT"), ("n", "NDS"), ("d", "Daesh"), ("i", "HIG")]


@pytest.mark.parametrize(
    ("asked", "bearers"),
    [
        ("the heir", []),
        ("allied", []),
        ("hyg", []),
        ("the NDS", ["n"]),
        ("the hcr", ["h"]),
        ("Dayesh", ["d"]),  # an acronym that is a word sounds like one
    ],
)
def test_an_acronym_is_told_by_its_letters(asked: str, bearers: list[str]) -> None:
    names = [(entity, Name(form=form, lang="eng", script="Latn", kind="acronym")) for entity, form in ACRONYMS]
    assert [hit.entry.entity for hit in NameIndex(names).similar(asked) if hit.log_odds > 0] == bearers
