"""Lines that are no prose, and words that tell a kind of place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afgraph.linking.detection.spans import SpanFinder
from afgraph.linking.words.boilerplate import boilerplate_spans
from afgraph.linking.words.kinds import end_with_kind, kind_word
from afgraph.matching import NameIndex
from afgraph.model import Name
from afgraph.text import words

_LINES = st.sampled_from(
    ["{x Kabul", "Kabul", "", "<a>Kabul", "Share this", "a = b", 'id="Kabul"', "\u2028", "Kabul\r"]
)


@given(lines=st.lists(_LINES, max_size=12))
def test_the_words_left_are_those_outside_every_skipped_line(lines: list[str]) -> None:
    text = "\n".join(lines)
    skipped = boilerplate_spans(text)
    index = NameIndex([("k", Name(form="Kabul", lang="eng", script="Latn"))])
    expected = [word for word in words(text) if not any(start <= word.start < end for start, end in skipped)]
    assert SpanFinder(text, index).words == expected


@pytest.mark.parametrize(
    ("line", "skipped"),
    [
        ("class = “cf”>", True),
        ("data-id  =  'x'", True),
        ("</div>", True),
        ("; var x", True),
        ("Share this article", True),
        ("Share prices fell in Kabul, and they went on to fall for a whole week.", False),
        ("a < b and c > d", False),
        ("He said: Kabul = capital", False),
    ],
)
def test_a_line_is_prose_or_not(line: str, *, skipped: bool) -> None:
    assert (boilerplate_spans(line) != []) is skipped


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        ("in Parwan province", "Parwan", ("province", "Province")),
        ("in PARWAN PROVINCE", "PARWAN", ("province", "Province")),
        ("the city of Herat", "Herat", ("city of", "City")),
        ("the province of Herat city", "Herat", ("city", "City")),
        ("in Parwan provinces", "Parwan", None),
        ("velocity of Herat", "Herat", None),
        ("Herat", "Herat", None),
    ],
)
def test_a_word_beside_a_place_tells_its_kind(text: str, name: str, found: tuple[str, str] | None) -> None:
    start = text.index(name)
    assert kind_word(text, start, start + len(name)) == found


@pytest.mark.parametrize(("text", "end"), [("Parwan province", 15), ("Parwan, province", 6), ("Parwan", 6)])
def test_the_kind_word_behind_a_place_is_taken_in(text: str, end: int) -> None:
    assert end_with_kind(text, 6) == end
