"""A page that stands alone."""

from afgraph.markup import Html
from afgraph.notebook import page


def test_a_page_escapes_text_and_takes_html_as_it_is() -> None:
    shown = page("a<b", [("h&h", "<i>"), ("second", Html("<i>x</i>"))])
    assert "<title>a&lt;b</title>" in shown
    assert "<h2>h&amp;h</h2>&lt;i&gt;</section>" in shown
    assert "<h2>second</h2><i>x</i></section>" in shown


def test_a_page_allows_no_request() -> None:
    shown = page("t", [])
    assert "default-src 'none'" in shown
    assert "http://" not in shown
    assert "https://" not in shown
