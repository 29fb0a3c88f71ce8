"""A text in plain letters finds at once the name that a look-up by key finds, or says that it cannot tell."""

from collections.abc import Callable
from functools import cache

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from afgraph.matching.search.index import NameIndex
from afgraph.matching.search.verbatim import NOBODY, UNSURE
from afgraph.model import Name

FORMS = [
    "Kabul", "Ahmad Massoud", "AHMAD MASSOUD", "Mas'ud", "Burhan-ud-Din", "کابل", "Раббани", "Zar\u0430nj",
    "Ghazni (city)", "Herāt", "  Zabul", "District 7", "Pul-e  Khumri",
]  # fmt: skip


@cache
def index() -> NameIndex:
    return NameIndex((f"e{at}", Name(form=form, lang="und", script="Latn")) for at, form in enumerate(FORMS))


def agrees(text: str) -> bool:
    """Whether a text was found at once, and as it is by its key."""
    at = index().entries.verbatim(text)
    if at == UNSURE:
        return False
    assert index().found_exactly(text) == ([] if at == NOBODY else [index().found_plainly(at)])
    return True


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("Kabul", "verbatim"),
        ("KABUL", "verbatim"),
        ("\tkabul\n", "verbatim"),
        (" Kabul. ", "folded"),
        ("Ka'bul", "folded"),
        ("district  7", "folded"),
        ("Zabul", None),  # is listed with blanks before it: asked about elsewhere
        ("Kabuli", "nobody"),
    ],
)
def test_a_name_is_found_at_once_with_how_it_is_written(text: str, how: str | None) -> None:
    at = index().entries.verbatim(text)
    if how is None:
        assert at == UNSURE
    elif how == "nobody":
        assert at == NOBODY
    else:
        assert index().found_plainly(at).how == how
    assert agrees(text) or how is None


@pytest.mark.parametrize("text", ["Ahmad Massoud", "کابل", "Zaranj", "herat", "", "...", "Ghazni", "k" * 201])
def test_what_takes_more_than_a_look_is_left_to_others(text: str) -> None:
    assert index().entries.verbatim(text) == UNSURE


@given(
    st.sampled_from(FORMS),
    st.integers(0, 12),
    st.sampled_from(["", " ", "'", "-", "\x1c", "x"]),
    st.sampled_from([str, str.upper, str.lower, str.title]),
)
@example("Kabul", 0, "\x1c", str)
def test_it_is_what_is_found_by_key(form: str, at: int, more: str, written: Callable[[str], str]) -> None:
    agrees(written(form[:at] + more + form[at:]))


@given(st.text("ABab 'ʼ-.\x00\x1f\x7f1", max_size=9))
def test_any_text_is_asked_without_harm(text: str) -> None:
    agrees(text)
