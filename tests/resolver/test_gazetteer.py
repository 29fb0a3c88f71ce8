"""Anyone's list of names, in all the forms a list may have."""

from typing import Any

import pandas as pd
import pytest

from afgraph import Resolver


@pytest.mark.parametrize(
    "rows",
    [
        {"k": ["Kabul", "کابل"], "h": "Herat"},
        {"k": ("Kabul", "کابل"), "h": ["Herat"]},
        [("k", "Kabul"), ("k", "کابل"), ("h", "Herat")],
        [["k", "Kabul"], ["h", "Herat"], ["k", "کابل"]],
        iter([("k", "Kabul"), ("k", "کابل"), ("h", "Herat")]),
        [{"id": "k", "name": "Kabul"}, {"id": "k", "name": "کابل", "lang": "prs"}, {"id": "h", "name": "Herat"}],
        [{"id": "k", "name": "Kabul", "type": "City", "lang": "eng"}, ("k", "کابل"), ("h", " Herat ")],
    ],
)
def test_rows_may_be_a_mapping_pairs_or_mappings(rows: Any) -> None:
    resolver = Resolver.from_names(rows)
    assert [each.id for each in resolver.resolve_many(["KABUL", "کابل", "Herat", "Paris"])] == ["k", "k", "h", None]
    kabul = resolver.entity("k")
    assert kabul is not None
    assert [(name.form, name.kind) for name in kabul.names] == [("Kabul", "canonical"), ("کابل", "alias")]


def test_numbers_are_ids_too_zero_as_well() -> None:
    assert Resolver.from_names([{"id": 0, "name": "Kabul"}]).resolve("Kabul").id == "0"


def test_type_and_language_are_used() -> None:
    rows = [{"id": "c", "name": "Kunduz", "type": "City"}, {"id": "p", "name": "Kunduz", "type": "Province"}]
    assert Resolver.from_names(rows).resolve("Kunduz").outcome == "ambiguous"
    assert Resolver.from_names(rows).resolve("Kunduz", schema="Province").id == "p"


def test_empty_cells_of_a_frame_are_no_values() -> None:
    frame = pd.DataFrame([{"id": "a", "name": "Kabul", "lang": None}, {"id": "b", "name": "Herat", "type": "City"}])
    resolver = Resolver.from_names(frame.to_dict("records"))
    kabul = resolver.entity("a")
    assert kabul is not None
    assert (kabul.schema, kabul.names[0].lang) == ("", "und")


@pytest.mark.parametrize(
    ("rows", "complaint"),
    [
        ([("a", "Kabul"), ("b",)], "row 2: .* is no"),
        ([("a", "b", "c")], "row 1: .* is no"),
        (["ab"], "row 1: 'ab' is no"),
        ("ab", "row 1: 'a' is no"),
        ([{"id": "a"}], "row 1: .* needs an 'id' and a 'name'"),
        ([{"name": "Kabul"}], "row 1: .* needs"),
        ([("a", "Kabul"), ("b", "  ")], "row 2: .* needs"),
        ([("", "Kabul")], "row 1: .* needs"),
        ({"a": "Kabul", "b": []}, "row 2: .* needs"),
        ({"a": None}, "row 1: .* needs"),
        ([{"id": "a", "name": float("nan")}], "row 1: .* needs"),
    ],
)
def test_a_row_without_id_or_name_is_refused_with_its_number(rows: Any, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        Resolver.from_names(rows)
