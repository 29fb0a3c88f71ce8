import pytest
from hypothesis import given
from hypothesis import strategies as st

from afgraph.model import Modality
from afgraph.packs.fields import ID, Fields, check_id
from afgraph.packs.nodes import Mapping, Mark, Problems, Scalar, Sequence

MARK = Mark("x.yml", 1, 1)


def fields(*values: tuple[str, str | list[str]]) -> Fields:
    items = [
        (Scalar(key, MARK), Scalar(value, MARK) if isinstance(value, str) else _list(value)) for key, value in values
    ]
    return Fields(Mapping([*items], MARK), Problems())


def _list(values: list[str]) -> Sequence:
    return Sequence([Scalar(value, MARK) for value in values], MARK)


@pytest.mark.parametrize(
    ("text", "number"),
    [("0", 0.0), ("1", 1.0), ("1.0", 1.0), ("0.8", 0.8), (".75", 0.75), ("0.123456", 0.123456)],
)
def test_a_number_lies_from_nought_to_one(text: str, number: float) -> None:
    found = fields(("confidence", text))
    assert found.number("confidence") == number
    assert found.problems.found == []


@pytest.mark.parametrize("text", ["1.1", "-0.5", "2", "nan", ".inf", "1e-3", "0,8", ".٥", "9" * 5000, "high"])
def test_anything_else_is_no_number(text: str) -> None:
    found = fields(("confidence", text))
    assert found.number("confidence") is None
    assert len(found.problems.found) == 1


@pytest.mark.parametrize(
    ("text", "ok"),
    [
        ("per:ahmad-massoud", True),
        ("plc:badakhshan/argo", True),
        ("org:40th-army", True),
        ("per:", False),
        ("per:A", False),
        ("per:a--b", False),
        ("per:../../etc", False),
        ("per:a/", False),
        ("per:a b", False),
        ("pers:a", False),
        ("per:احمد", False),
        ("per:a\n", False),
    ],
)
def test_an_id_has_one_form(text: str, *, ok: bool) -> None:
    problems = Problems()
    check_id(text, MARK, problems)
    assert (not problems.found) == ok


def test_a_prefix_that_is_not_expected_is_named() -> None:
    problems = Problems()
    check_id("per:a", MARK, problems, ("src",))
    assert problems.found == ["x.yml:1:1: 'per:a' has the prefix 'per'; expected one of src"]


@given(st.from_regex(ID, fullmatch=True))
def test_every_id_of_the_grammar_is_one(text: str) -> None:
    problems = Problems()
    assert check_id(text, MARK, problems) == text
    assert problems.found == []


def test_a_field_is_one_text_or_a_list() -> None:
    found = fields(("one", "а"), ("many", ["ب", "c"]), ("none", []))
    assert (found.texts("one"), found.texts("many"), found.texts("none"), found.texts("no")) == (
        ("а",),
        ("ب", "c"),
        (),
        (),
    )


def test_a_field_left_out_is_nothing_and_a_choice_falls_back() -> None:
    found = fields()
    assert found.text("about") is None
    assert found.interval("when") is None
    assert found.date_text("born") is None
    assert found.number("confidence") is None
    assert found.choice("modality", Modality, "asserted") == "asserted"
    assert found.problems.found == []


def test_a_choice_without_a_near_word_lists_them_all() -> None:
    found = fields(("modality", "кажется"))
    assert found.choice("modality", Modality, "asserted") == "asserted"
    assert "it is one of asserted, reported," in found.problems.found[0]


def test_only_fields_nobody_asked_for_are_unknown() -> None:
    found = fields(("title", "x"), ("titel", "y"))
    found.text("title")
    found.done()
    assert found.problems.found == ["x.yml:1:1: field 'titel' is not known; did you mean 'title'?"]
