"""What stands among many spellings and is none: it is nobody and says why, or is refused."""

import pickle
from typing import Any

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import afgraph as af


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        (None, "NoneType is no text"),
        (3, "int is no text"),
        (float("nan"), "float is no text"),
        (["Kabul"], "list is no text"),
        (b"Kabul", "bytes is no text"),
        ("x" * 1_000_000, "1000000 letters are no name; one has 200 at most"),
    ],
)
def test_what_is_no_name_is_nobody_and_says_why(kg: af.KnowledgeGraph, value: Any, problem: str) -> None:
    kabul, bad, herat = kg.resolve_many(["Kabul", value, "Herat"])
    assert [kabul.id, herat.id] == ["plc:kabul", "plc:herat"]
    assert (bad.outcome, bad.id, bad.problem) == ("nil", None, problem)
    assert problem in bad.explain()
    assert len(bad.explain()) < 200
    assert bad.to_dict()["problem"] == problem
    with pytest.raises(af.BadNameError, match=f"row 2: {problem}.*errors='nil'") as caught:
        kg.resolve_many(["Kabul", value, "Herat"], errors="raise")
    assert caught.value.row == 2
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)  # noqa: S301 - our own bytes


@pytest.mark.parametrize("text", ["\ud800Kabul", "Ka\x00bul", "\u202eKabul", " " * 150, "\U0010ffff"])
def test_odd_letters_are_read_as_any_others(kg: af.KnowledgeGraph, text: str) -> None:
    assert kg.resolve_many([text]) == [kg.resolve(text)]


def test_a_name_without_a_problem_has_none(kg: af.KnowledgeGraph) -> None:
    [found] = kg.resolve_many(["Merkel"], errors="raise")
    assert found.problem is None
    assert "problem" not in found.to_dict()


@pytest.mark.parametrize("texts", [pd.Series(["Kabul", None]), pl.Series(["Kabul", None]), pa.array(["Kabul", None])])
def test_a_column_is_a_list_of_names(kg: af.KnowledgeGraph, texts: Any) -> None:
    assert [each.id for each in kg.resolve_many(texts)] == ["plc:kabul", None]
    assert [each.id for each in kg.resolve_many(iter(["Herat"]))] == ["plc:herat"]


@pytest.mark.parametrize("text", ["Kabul", b"Kabul"])
def test_one_name_in_the_place_of_many_is_refused(kg: af.KnowledgeGraph, text: Any) -> None:
    with pytest.raises(TypeError, match="texts is one text"):
        kg.resolve_many(text)


def test_an_unknown_way_with_errors_is_refused(kg: af.KnowledgeGraph) -> None:
    with pytest.raises(ValueError, match="'nil' or 'raise'"):
        kg.resolve_many(["Kabul"], errors="ignore")  # type: ignore[arg-type]


def test_one_value_that_is_no_text_is_a_type_error(kg: af.KnowledgeGraph) -> None:
    with pytest.raises(TypeError, match="NoneType is no text; resolve a name"):
        kg.resolve(None)  # type: ignore[arg-type]
