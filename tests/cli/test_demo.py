"""The demo: what it prints, and the page that it writes, in a real browser."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from afgraph.cli import demo, main

if TYPE_CHECKING:
    from playwright.sync_api import Page

_CHROMIUM = Path("/usr/bin/chromium")


def test_the_demo_fits_two_screens_and_shows_names_alliances_and_evidence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    html = tmp_path / "demo.html"
    assert main(["demo", "--html", str(html)]) == 0
    printed = capsys.readouterr().out
    assert len(printed.splitlines()) <= 76
    for expected in ("Who stood with whom", "For example: ", "عبدالرشید دوستم", str(html)):
        assert expected in printed


def test_the_demo_as_json_is_one_document(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["demo", "--json", "--html", str(tmp_path / "demo.html")]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert {mention["outcome"] for mention in shown["article"]["mentions"]} >= {"match"}
    assert shown["allied"]["answers"]
    assert shown["against"]["answers"]


def test_a_page_that_cannot_be_written_is_wrong_input(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["demo", "--html", str(tmp_path / "none" / "demo.html")]) == 2
    assert capsys.readouterr().err.startswith("afgraph: ")


@pytest.fixture
def opened(tmp_path: Path) -> "Iterator[tuple[Page, list[str]]]":
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if not _CHROMIUM.exists():
        pytest.skip("chromium is not installed")
    html, requests = tmp_path / "demo.html", list[str]()
    main(["demo", "--html", str(html)])
    with playwright.sync_playwright() as play:
        browser = play.chromium.launch(executable_path=str(_CHROMIUM), args=["--no-sandbox"])
        page = browser.new_page()
        page.on("request", lambda request: requests.append(request.url))
        page.goto(html.as_uri())
        yield page, requests
        browser.close()


@pytest.mark.browser
def test_the_page_shows_marks_a_drawing_and_tables_and_asks_no_network(opened: "tuple[Page, list[str]]") -> None:
    page, requests = opened
    assert [url.split(":")[0] for url in requests] == ["file"]
    assert page.locator("mark").count() >= 15
    assert page.locator("svg path").count() >= 10
    labels = page.locator("svg text").all_text_contents()
    assert any("Abdul Rashid Dostum" in label for label in labels)
    assert page.locator("mark", has_text="عبدالرشید دوستم").count() == 1
    page.locator("details summary").first.click()
    assert page.locator("details li").first.is_visible()


def test_what_stands_on_paper_only_is_told_apart(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two days after Dostum had fled abroad."""
    monkeypatch.setattr(demo, "_DATE", "1997-05-26")
    monkeypatch.setattr(
        demo, "read_text", lambda _: "Abdul Rashid Dostum, Burhanuddin Rabbani and Hibatullah Akhundzada."
    )
    html = tmp_path / "demo.html"
    assert main(["demo", "--json", "--html", str(html)]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert {answer["standing"] for answer in shown["allied"]["answers"]} <= {"effective"}
    assert [answer["standing"] for answer in shown["on_paper"]["answers"]] == ["formal"]
    assert "on paper only" in html.read_text(encoding="utf-8")
