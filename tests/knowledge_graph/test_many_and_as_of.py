"""Bulk questions, frames in and out, and the view as of a date."""

import pandas as pd
import pytest

import afgraph as af


def test_a_list_gives_answers_in_its_order_the_same_as_one_by_one(kg: af.KnowledgeGraph) -> None:
    names = ["Dostum", "Ahmad Shah Massoud", "Nobody At All", "Abdul Qadir"]
    several = kg.allies_many(names, on="1994-02")
    assert [str(each) for each in several[:2]] == [str(kg.allies(name, on="1994-02")) for name in names[:2]]
    assert [len(each) for each in several[2:]] == [0, 0]
    assert all("Nobody" in each.notes[0] or "can be" in each.notes[0] for each in several[2:])


def test_a_frame_gives_a_frame_with_what_was_asked_and_what_went_wrong(kg: af.KnowledgeGraph) -> None:
    asked = pd.DataFrame({"who": ["Dostum", "Massoud", "Nobody At All"], "day": ["1994-02", "1993", None]})
    found = kg.allies_many(asked, column="who", on_column="day", on="1994")
    assert list(found.columns[:3]) == ["asked", "asked_on", "problem"]
    assert list(dict.fromkeys(found["asked"])) == ["Dostum", "Massoud", "Nobody At All"]
    assert list(found[found["asked"] == "Dostum"]["other"]) == kg.allies("Dostum", on="1994-02").ids
    assert found[found["asked"] == "Nobody At All"]["problem"].notna().all()


def test_polars_goes_in_and_comes_out(kg: af.KnowledgeGraph) -> None:
    polars = pytest.importorskip("polars", reason="polars is not installed")
    found = kg.enemies_many(polars.DataFrame({"name": ["NRF"]}), on="2022-06")
    assert type(found).__module__.startswith("polars")
    assert "org:taliban" in found["other"].to_list()
    assert kg.enemies("NRF", on="2022-06").to_frame(engine="polars").columns[0] == "entity"


def test_a_view_asks_for_its_date_unless_another_is_named(kg: af.KnowledgeGraph) -> None:
    then = kg.as_of("1994-01-15")
    assert str(then.allies("Dostum")) == str(kg.allies("Dostum", on="1994-01-15"))
    assert str(then.allies("Dostum", on="1993")) == str(kg.allies("Dostum", on="1993"))
    assert then.resolve("Northern Alliance").id == kg.resolve("Northern Alliance", date="1994-01-15").id
    assert then.blocs().frustration == kg.blocs(on="1994-01-15").frustration
    assert then["Dostum"].id == "per:abdul-rashid-dostum"
    assert "allies" in dir(then)
    assert "1994-01-15" in repr(then)
    with pytest.raises(af.DateFormatError):
        kg.as_of("sometime")
    with pytest.raises(AttributeError):
        then.nothing  # noqa: B018 - the look-up is the test
