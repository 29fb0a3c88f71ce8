"""Which listed names compare best with a text, by whichever way they are found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afgraph import Resolver
from afgraph.matching import similar
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


LISTED = [
    "Ahmad Massoud", "Ahmad Shah Massoud", "Ahmad Zia Massoud", "Abdul Rashid Dostum", "Batur Dostum", "Karim Khalili",
    "Karima Khalil", "Hamid Karzai", "Hamid Karami", "Mohammad Yousuf Sharif", "Muhammad Yusef Sherif", "Yousuf Sharif",
]  # fmt: skip
WORDS = st.sampled_from([*" ".join(LISTED).split(), "Masud", "Ahmet", "Raschid", "Dostam", "Xalili", "Yusup", "Karazi"])


def hits(names: list[str], asked: str) -> dict[str, float]:
    """The log-odds of the names that are found."""
    index = NameIndex([(name, Name(form=name, lang="eng", script="Latn")) for name in names])
    return {hit.entry.entity: hit.log_odds for hit in index.similar(asked)}


@pytest.fixture
def _long_list(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(similar, "_LONG", 1)


@pytest.mark.usefixtures("_long_list")
@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("Abdurraschid Dostom", {"Abdul Rashid Dostum"}),  # it sounds alike
        ("Abdul Rashif Dostum", {"Abdul Rashid Dostum"}),  # a letter is wrong
        ("Mohamad Yusuf Sharif", {"Mohammad Yousuf Sharif", "Muhammad Yusef Sherif"}),  # both sound alike
    ],
)
def test_in_a_long_list_a_sure_name_is_enough(asked: str, found: set[str]) -> None:
    assert hits(LISTED, asked).keys() == found


@pytest.mark.usefixtures("_long_list")
def test_in_a_long_list_other_names_are_looked_at_where_none_is_sure() -> None:
    assert len(hits(LISTED, "Rashid Dustum Khan")) > 1


@given(st.lists(WORDS, min_size=2, max_size=4, unique=True).map(" ".join))
def test_a_long_list_finds_nothing_else_and_nothing_likelier(asked: str) -> None:
    whole = hits(LISTED, asked)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(similar, "_LONG", 1)
        part = hits(LISTED, asked)
    assert part == {name: pytest.approx(whole[name], abs=1e-9) for name in part}
    assert not whole or max(whole.values()) - max(part.values()) < 0.5
