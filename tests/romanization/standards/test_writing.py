import pytest

from afgraph.romanization.standards.writing import Piece, join_cased, join_name


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        ([("ʿ", ""), ("alī", "")], "ʿAlī"),
        ([("mazār", ""), ("-e", "lower"), (" ", ""), ("sharīf", "")], "Mazār-e Sharīf"),
        ([("al ", "lower"), ("qā", "")], "Al Qā"),
        ([("al-", "always"), ("qā", "")], "al-Qā"),
        ([("abd al-", "first"), ("ra", "")], "Abd al-Ra"),
        ([("abdul", "first"), ("ra", "")], "Abdulra"),
        ([("s", ""), (" allāh", "")], "S Allāh"),
        ([("3", ""), ("a", "")], "3a"),
        ([], ""),
    ],
)
def test_words_begin_with_capitals_but_where_a_rule_keeps_them_small(pieces: list[Piece], expected: str) -> None:
    assert join_name(pieces, {}) == expected


def test_a_language_has_its_own_capitals() -> None:
    assert join_name([("islam", "")], {"i": "İ"}) == "İslam"


def test_capitals_follow_the_source() -> None:
    assert join_cased([("kh", "Х", False), ("a", "а", False)]) == "Kha"
    assert join_cased([("a", "А", True), ("kh", "Х", True)]) == "AKH"
