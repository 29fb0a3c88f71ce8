"""Hostile names in a real browser: nothing runs, nothing leaves the page, right-to-left names stay in order."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import afgraph as af
from afgraph.markup import Html
from afgraph.notebook import draw, draw_answers, page

if TYPE_CHECKING:
    from playwright.sync_api import Browser

_CHROMIUM = Path("/usr/bin/chromium")
_EVIL = "<script>window.PWNED=1</script><img src=https://example.org/x onerror=window.PWNED=1>"
_PACK = f"""
per:a:
  about: 'a {_EVIL}'
  names:
    eng: 'Anna {_EVIL}'
    prs: 'انا "><script>window.PWNED=1</script>'
per:b:
  names:
    eng: Boris
src:t:
  title: 'T {_EVIL}'
  kind: book
"""
_CLAIM = f"claim: per:a allied_with per:b 1990/..\n    by: src:t\n    note: 'n {_EVIL}'"


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if not _CHROMIUM.exists():
        pytest.skip("chromium is not installed")
    with playwright.sync_playwright() as play:
        opened = play.chromium.launch(executable_path=str(_CHROMIUM), args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def graph(load_pack: Callable[..., af.KnowledgeGraph]) -> af.KnowledgeGraph:
    return load_pack(_PACK, _CLAIM)


_SHOWN: dict[str, Callable[[af.KnowledgeGraph], str]] = {
    "answers": lambda graph: graph.allies("per:a")._repr_html_(),
    "resolution": lambda graph: graph.resolve(f"Anna {_EVIL}")._repr_html_(),
    "linked text": lambda graph: graph.link(f"Boris, Anna {_EVIL} and\nBoris")._repr_html_(),
    "drawing": lambda graph: draw_answers(graph.allies("per:a"), title=_EVIL),
    "blocs": lambda graph: graph.blocs(on="1992")._repr_html_(),
    "timeline": lambda graph: graph.timeline("per:a")._repr_html_(),
    "path": lambda graph: graph.path("per:a", "per:b")._repr_html_(),
    "drawn alone": lambda graph: draw(graph.path("per:a", "per:b"), title=_EVIL),
    "contradictions": lambda graph: graph.relation("per:a", "per:b")._repr_html_(),
    "page": lambda graph: page(_EVIL, [(_EVIL, _EVIL), ("h", Html(graph.allies("per:a")._repr_html_()))]),
}


@pytest.mark.browser
@pytest.mark.parametrize("show", _SHOWN.values(), ids=_SHOWN.keys())
def test_hostile_values_are_shown_as_text_and_never_run(
    browser: "Browser", graph: af.KnowledgeGraph, tmp_path: Path, show: Callable[[af.KnowledgeGraph], str]
) -> None:
    shown, file = show(graph), tmp_path / "shown.html"
    assert "<script" not in shown
    file.write_text(f'<meta charset="utf-8">{shown}', encoding="utf-8")
    opened, requests = browser.new_page(), list[str]()
    opened.on("request", lambda request: requests.append(request.url))
    opened.goto(file.as_uri())
    opened.mouse.move(200, 60)
    assert opened.evaluate("window.PWNED") is None
    assert requests == [file.as_uri()]
    assert opened.evaluate("document.querySelectorAll('script, img, iframe').length") == 0
    assert "window.PWNED" in opened.content()
    opened.close()


@pytest.mark.browser
def test_labels_do_not_overlap_and_stay_in_the_drawing(browser: "Browser", kg: af.KnowledgeGraph) -> None:
    opened = browser.new_page(viewport={"width": 1000, "height": 900})
    opened.set_content(page("t", [("1994", draw_answers(kg.who_is_allied_with_whom(on="1994-01-15")))]))
    boxes: list[list[float]] = opened.evaluate(
        "[...document.querySelectorAll('svg text')].map(each => each.getBoundingClientRect())"
        ".filter(box => box.width).map(box => [box.left, box.top, box.right, box.bottom])"
    )
    frame = opened.evaluate("(box => [box.left, box.right])(document.querySelector('svg').getBoundingClientRect())")
    opened.close()
    assert len(boxes) > 30
    for at, (left, top, right, bottom) in enumerate(boxes):
        assert frame[0] <= left < right <= frame[1]
        for left2, top2, right2, bottom2 in boxes[:at]:
            assert right <= left2 or right2 <= left or bottom <= top2 + 1 or bottom2 <= top + 1


@pytest.mark.browser
@pytest.mark.parametrize("on", ["1985-06", "1994-01-15", "1997-01-01", "2021-08-24"])
def test_the_blocs_stand_side_by_side_on_a_page_that_asks_for_nothing(
    browser: "Browser", kg: af.KnowledgeGraph, tmp_path: Path, on: str
) -> None:
    answers, file = kg.blocs(on=on), tmp_path / "blocs.html"
    file.write_text(page("Blocs", [(on, draw(answers)), ("why", Html(answers._repr_html_()))]), encoding="utf-8")
    opened, requests = browser.new_page(viewport={"width": 1000, "height": 900}), list[str]()
    opened.on("request", lambda request: requests.append(request.url))
    opened.goto(file.as_uri())
    script = (
        "all => all.map(each => each.getBoundingClientRect()).map(box => [box.left, box.right, box.top, box.bottom])"
    )
    frame = opened.eval_on_selector_all("section:first-of-type svg", script)[0]
    boxes = opened.eval_on_selector_all("section:first-of-type svg rect", script)
    labels = opened.eval_on_selector_all("section:first-of-type svg text", script)
    names = opened.eval_on_selector_all("section:first-of-type svg text[text-anchor=start]", script)
    opened.close()
    assert requests == [file.as_uri()]
    assert len(boxes) == min(len(answers.blocs), 4)
    assert all(before[1] <= after[0] for before, after in pairwise(boxes))
    assert all(frame[0] <= left and right <= frame[1] for left, right, _, _ in labels)
    for bloc, (left, right, top, bottom) in zip(answers.blocs, boxes, strict=False):
        inside = [name for name in names if left <= name[0] <= name[1] <= right and top <= name[2] <= name[3] <= bottom]
        assert len(inside) == 1 + min(len(bloc), 22) + (len(bloc) > 22)
    assert len(labels) > len(names) + 3, "no name in its own script"
    for at, one in enumerate(labels):
        for other in labels[:at]:
            beside = one[1] <= other[0] or other[1] <= one[0]
            assert beside or one[3] <= other[2] + 1 or other[3] <= one[2] + 1, (one, other)
