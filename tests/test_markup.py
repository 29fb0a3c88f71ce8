from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afgraph.markup import Html, details, table, text


class Reader(HTMLParser):
    """The tags and the text of a page, as a browser would take them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.content: list[str] = []

    def handle_starttag(self, tag: str, _: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.content.append(data)


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    reader.close()
    return reader


HOSTILE = ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</bdi></td></table>", "&lt;b&gt;", "a'b"]


@pytest.mark.parametrize("value", [*HOSTILE, "احمد شاه مسعود", "Масуд", "", "\u202eevil"])
def test_text_shows_a_value_as_it_is_and_makes_no_tag_of_it(value: str) -> None:
    reader = read(text(value))
    assert reader.tags == ["bdi"]
    assert "".join(reader.content) == value


@given(st.text(st.characters(exclude_characters="\r\x00", exclude_categories=["Cs"])))
def test_any_text_survives_escaping(value: str) -> None:
    escaped = text(value)
    assert unescape(escaped.removeprefix("<bdi>").removesuffix("</bdi>")) == value
    assert escaped.count("<") == 2


@pytest.mark.parametrize("value", HOSTILE)
def test_a_table_escapes_headers_caption_and_cells(value: str) -> None:
    reader = read(table([value], [[value], [7]], caption=value))
    allowed = {"table", "caption", "thead", "tbody", "tr", "th", "td", "bdi"}
    assert set(reader.tags) <= allowed
    assert "".join(reader.content) == f"{value}{value}{value}7"


def test_a_table_has_a_row_for_each_and_a_cell_for_each_value() -> None:
    reader = read(table(["name", "since"], [["Kabul", 1992], ["هرات", 1995]]))
    assert reader.tags.count("tr") == 3
    assert reader.tags.count("th") == 2
    assert reader.tags.count("td") == 4
    assert "caption" not in reader.tags


def test_what_is_html_already_stays_html() -> None:
    assert "<b>Kabul</b></td>" in table(["x"], [[Html("<b>Kabul</b>")]])


def test_a_table_of_nothing_has_only_its_headers() -> None:
    assert read(table(["name"], [])).content == ["name"]


def test_details_list_their_lines_escaped() -> None:
    reader = read(details("<1994>", ["a & b", "<i>", "مسعود"]))
    assert reader.tags == ["details", "summary", "bdi", "ul", "li", "bdi", "li", "bdi", "li", "bdi"]
    assert reader.content == ["<1994>", "a & b", "<i>", "مسعود"]


def test_details_of_no_lines_are_their_summary() -> None:
    assert details("Kabul", []) == text("Kabul")
    assert isinstance(details("Kabul", []), Html)
