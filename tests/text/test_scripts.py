import pytest
from hypothesis import given
from hypothesis import strategies as st

from afgraph.data import read_table
from afgraph.text import script_of, scripts_in


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("احمد شاه مسعود", "Arab"),
        ("ښځه", "Arab"),
        ("\ufe8d\ufea3\ufee4\ufeaa", "Arab"),
        ("Масъуд Ғани Ҳаким Қодир Ў", "Cyrl"),
        ("Oʻzbekiston", "Latn"),
        ("Pençşir ḥ ẓ", "Latn"),
        ("ﬁ Ａ", "Latn"),
        ("Μασούντ", "Grek"),
        ("अहमद", "Deva"),
        ("馬蘇德", "Hani"),
        ("1992–1996", "Zyyy"),
        ("", "Zyyy"),
        ("😀 \u0301 \ud800", "Zyyy"),
        ("\u064b\u064c", "Zyyy"),
    ],
)
def test_the_script_of_a_text_is_that_of_most_of_its_letters(text: str, script: str) -> None:
    assert script_of(text) == script


@pytest.mark.parametrize(
    ("text", "scripts"),
    [("Масуд (Massoud), مسعود", ["Latn", "Cyrl", "Arab"]), ("آ A А", ["Arab", "Latn", "Cyrl"]), ("۱۲ — !", [])],
)
def test_scripts_come_commonest_first_and_ties_in_order_of_appearance(text: str, scripts: list[str]) -> None:
    assert scripts_in(text) == scripts


def test_blocks_ascend_and_do_not_overlap() -> None:
    rows = [(int(row["first"], 16), int(row["last"], 16)) for row in read_table("text/scripts.tsv")]
    bounds = [bound for row in rows for bound in row]
    assert bounds == sorted(bounds)
    assert all(first <= last for first, last in rows)
    assert len({first for first, _ in rows}) == len(rows)


def _script_by_scan(char: str) -> str | None:
    """The slow way: every block looked at."""
    for row in read_table("text/scripts.tsv"):
        if char.isalpha() and int(row["first"], 16) <= ord(char) <= int(row["last"], 16):
            return row["script"]
    return None


@given(st.text(max_size=30))
def test_the_look_up_finds_what_a_scan_of_all_blocks_finds(text: str) -> None:
    slow = [script for script in map(_script_by_scan, text) if script]
    assert sorted(scripts_in(text)) == sorted(set(slow))
    assert (script_of(text) == "Zyyy") == (not slow)
    assert all(slow.count(script_of(text)) >= slow.count(script) for script in slow)
