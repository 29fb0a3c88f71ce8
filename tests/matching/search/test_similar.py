"""Which listed names compare best with a text, by whichever way they are found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afgraph import Resolver
from afgraph.matching.search import similar
from afgraph.matching.search.index import NameIndex
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


def hits(names: list[str], asked: str, *, brief: bool) -> dict[str, float]:
    """The log-odds of the names that are found in a list, as if it were long."""
    index = NameIndex([(name, Name(form=name, lang="eng", script="Latn")) for name in names])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(similar, "_LONG", 1)
        found = index.found_briefly(asked) if brief else index.found_similar(asked)
        assert [each.match.log_odds_listed for each in found if each.match] == pytest.approx(
            [each.log_odds for each in found if each.match]
        )
        return {index.entries.owner_of(each.at): each.log_odds for each in found}


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("Abdurraschid Dostom", {"Abdul Rashid Dostum"}),  # it sounds alike
        ("Abdul Rashif Dostum", {"Abdul Rashid Dostum"}),  # a letter is wrong
        ("Mohamad Yusuf Sharif", {"Mohammad Yousuf Sharif", "Muhammad Yusef Sherif"}),  # both sound alike
        ("Hamod Karqzai", {"Hamid Karzai"}),  # each word has a slip
        ("Mohammax Yousqf Shxrif", {"Mohammad Yousuf Sharif"}),  # a long name has three
        ("Karimkhalili", {"Karim Khalili"}),  # the blank is one
    ],
)
def test_to_be_brief_a_sure_name_is_enough(asked: str, found: set[str]) -> None:
    assert hits(LISTED, asked, brief=True).keys() == found < hits(LISTED, asked, brief=False).keys()


def test_to_be_brief_any_name_but_slips_away_is_enough_though_another_is_likelier() -> None:
    listed = [*LISTED, "Mahdee Amiri", "Mahdee Umeri", "Mahdi Ameeree", "Mahdiya Imry"]
    found = hits(listed, "Mahde Emeri", brief=True)
    assert max(found, key=found.__getitem__) == "Mahdee Amiri"  # three letters away
    assert "Mahdee Umeri" in found  # two letters away
    assert found.keys() < hits(listed, "Mahde Emeri", brief=False).keys()


def test_other_names_are_looked_at_where_none_is_sure() -> None:
    assert hits(LISTED, "Rashid Dustum Khan", brief=True) == hits(LISTED, "Rashid Dustum Khan", brief=False)


@given(st.lists(WORDS, min_size=2, max_size=4, unique=True).map(" ".join))
def test_what_is_found_briefly_is_what_is_found_at_length(asked: str) -> None:
    whole, part = (hits(LISTED, asked, brief=brief) for brief in (False, True))
    assert part == {name: pytest.approx(whole[name], abs=1e-9) for name in part}
    assert not whole or max(whole.values()) - max(part.values()) < 0.5


def test_a_short_list_is_looked_at_at_length() -> None:
    index = NameIndex([(name, Name(form=name, lang="eng", script="Latn")) for name in LISTED])
    found, briefly = ({each.at for each in way("Ahmet Mesut")} for way in (index.found_similar, index.found_briefly))
    assert found == briefly
    assert len(found) > 1


@pytest.mark.parametrize("brief", [False, True])
def test_what_is_too_long_to_count_its_letters_is_found_by_its_sound(brief: bool) -> None:  # noqa: FBT001
    name = "Sheikh Mohammad Yousuf Abdul Rashid Khalilzad Massoudi Badakhshani Karimi"
    asked = name.replace("Yousuf", "Yusuf").replace("Massoudi", "Masudi")
    assert hits([*LISTED, name], asked, brief=brief)[name] > 2.5


@pytest.mark.parametrize(
    ("asked", "bearer"),
    [("Karimk Halili", "Karim Khalili"), ("Hami Dkarzai", "Hamid Karzai"), ("Batu Rdsotum", "Batur Dostum")],
)
@pytest.mark.parametrize("brief", [False, True])
def test_a_blank_that_moved_is_a_slip_as_others_are(asked: str, bearer: str, brief: bool) -> None:  # noqa: FBT001
    found = hits(LISTED, asked, brief=brief)
    assert max(found, key=found.__getitem__) == bearer
    assert found[bearer] > 0
