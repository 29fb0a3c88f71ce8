"""The marked text: what it shows, what it must never do."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

import afgraph as af
from afgraph.linking.marked import marked_text


class _Read(HTMLParser):
    """What a browser would read: the tags with their attributes, the text, the tooltips."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.names: set[str] = set()
        self.text = ""
        self.titles: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.names |= {name for name, _ in attrs}
        self.titles += [value or "" for name, value in attrs if name == "title"]

    def handle_data(self, data: str) -> None:
        self.text += data


SPANS = st.lists(st.integers(0, 30), max_size=6, unique=True).map(sorted)


@given(st.text(max_size=30), SPANS, st.text(max_size=30))
def test_any_text_reads_back_whole_and_makes_nothing_but_marks(text: str, cuts: list[int], why: str) -> None:
    inside = [at for at in cuts if at <= len(text)]
    spans = [(start, end, "match", why) for start, end in zip(inside[::2], inside[1::2], strict=False)]
    read = _Read(marked_text(text, spans))
    assert read.tags == ["div"] + ["mark"] * len(spans)
    assert read.names <= {"dir", "style", "title"}
    shown = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]", "\ufffd", text)
    assert read.text.replace("\r\n", "\n").replace("\r", "\n") == shown.replace("\r\n", "\n").replace("\r", "\n")
    marked_text(text, spans).encode("utf-8")


def test_hostile_text_and_explanations_stay_text() -> None:
    html = marked_text('"><script>alert(1)</script>', [(0, 2, "nil", '"><img src=x onerror=alert(1)>')])
    assert _Read(html).tags == ["div", "mark"]
    assert "<script" not in html
    assert "<img" not in html


def test_a_tooltip_says_who_and_why_each_line_in_its_own_direction(kg: af.KnowledgeGraph) -> None:
    linked = kg.link("امرالله صالح در کابل", date="2021-08-24")
    read = _Read(linked._repr_html_())
    lines = read.titles[0].split("\n")
    assert "Amrullah Saleh [per:amrullah-saleh]" in lines[0]
    assert all(line.startswith("\u2068") and line.endswith("\u2069") for line in lines)


@pytest.mark.parametrize("text", ["In Kabul\nدر کابل", "کابل (Kabul)"])
def test_each_line_runs_in_the_direction_of_its_letters_and_marks_part_no_letters(
    kg: af.KnowledgeGraph, text: str
) -> None:
    html = kg.link(text)._repr_html_()
    assert "unicode-bidi:plaintext" in html
    assert "padding" not in html
    assert text.split("\n", maxsplit=1)[0].split(maxsplit=1)[0] in _Read(html).text


def test_the_notebook_lists_who_is_named_in_which_spellings(kg: af.KnowledgeGraph) -> None:
    read = _Read(kg.link("Emrullah Salih, Amrullah Saleh, Abdul Qadir.", date="2021-08-24")._repr_html_())
    assert "3 mentions: 2 resolved, 1 ambiguous, 0 of nobody listed" in read.text
    assert "Amrullah Saleh [per:amrullah-saleh], 2: Emrullah Salih, Amrullah Saleh" in read.text
    assert not {"src", "href"} & read.names
