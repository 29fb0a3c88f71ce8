"""The sweep: what the automaton finds, against a plain walk over the words."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import afgraph as af
from afgraph.linking.detection.spans import SpanFinder
from afgraph.linking.detection.sweep import Sweep
from afgraph.text import fold, name_key

_KEYS = ["a", "a b", "a b c", "b", "b c d", "c", "kabul", "kabul city", "ahmad shah", "shah massoud", "6 2"]
_TEXTS = st.lists(
    st.sampled_from([*"abcd", "kabul", "city", "Kabuls", "AHMAD", "Shah", "massoud", "6", "2", " ", "  ", ", ", "-",
                     "\n", "\u0301", "ﷲ", "é", "ü", "\u200c", "مسعود"]), max_size=30
).map("".join)  # fmt: skip


def plainly(keys: list[str], text: str) -> list[tuple[int, int, str]]:
    """Leftmost, longest, between blanks, without overlap: word by word."""
    known, found, at = set(keys), [], 0
    folded = fold(text)
    words = list(re.finditer(r"[^ ]+", folded.text))
    starts = [*folded.starts, len(text)]
    while at < len(words):
        best = None
        for last in range(at, len(words)):
            if folded.text[words[at].start() : words[last].end()] in known:
                best = last
        if best is not None:
            start, end = words[at].start(), words[best].end()
            found.append((starts[start], starts[end], folded.text[start:end]))
            at = best
        at += 1
    return found


@given(text=_TEXTS, keys=st.lists(st.sampled_from(_KEYS), max_size=8))
def test_the_sweep_finds_what_a_plain_walk_finds(text: str, keys: list[str]) -> None:
    assert list(Sweep(keys).find(text)) == plainly(keys, text)


@given(text=_TEXTS)
def test_what_is_found_slices_back_to_its_key(text: str) -> None:
    for start, end, key in Sweep(_KEYS).find(text):
        assert name_key(text[start:end]) == key or fold(text[start:end]).text.strip() == key


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("Kabul", ["Kabul"]),
        ("Kabulistan, Kabuls", []),
        ("Kabul Kabul City Kabul", ["Kabul", "Kabul City", "Kabul"]),
        ("Kabul, City", ["Kabul"]),
        ("A B D", ["A B"]),
        ("A B C D", ["A B C"]),
        ("Ahmad\u0301 Shah", ["Ahmad\u0301 Shah"]),
    ],
)
def test_names_stand_between_word_boundaries(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end, _ in Sweep(_KEYS).find(text)] == found


def test_a_long_text_is_read_in_pieces_without_losing_a_name() -> None:
    text = "of Kabul city. " * 40_000
    assert sum(1 for _ in Sweep(["kabul", "kabul city"]).find(text)) == 40_000


_PIECES = st.sampled_from(
    ["Ahmad Shah Massoud", "Massoud", "Kabul", "Kabul's", "Panjshir", "Мазари-Шарифе", "Дустумом", "احمد شاه مسعود",
     "NATO", "Mesud’un", "مسعود", "Hezb-e Islami", "US", "us", "the", ".", ",", "-", "\u200c", " ", "\n"]
)  # fmt: skip


@given(pieces=st.lists(_PIECES, max_size=14), lang=st.sampled_from(["eng", "rus", "tur", "prs", "tgk", "und"]))
def test_with_the_sweep_the_same_names_are_listed_as_by_walking(
    kg: af.KnowledgeGraph, pieces: list[str], lang: str
) -> None:
    finder = SpanFinder(" ".join(pieces), kg.resolver.index, lang)
    assert all(finder.listed(at) == finder.walked(at) for at in range(len(finder.words)))
