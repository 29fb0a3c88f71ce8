"""Lines, labels and frames of a drawing; every text escaped."""

from html import escape

from afgraph.markup import Html
from afgraph.model import Entity, Sign

WIDTH = 860
_FONT = "font-family:system-ui,'Noto Sans','Noto Naskh Arabic','Noto Sans Arabic',sans-serif"
_COLOURS: dict[Sign, str] = {"positive": "#2a7f3f", "negative": "#b3261e", "neutral": "#777777"}


def colour(sign: Sign) -> str:
    """The colour of a sign: green with, red against, grey neither."""
    return _COLOURS[sign]


def svg(height: float, pieces: list[str], *, title: str) -> Html:
    """A drawing of some pieces, as wide as the page lets it be."""
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:.0f}" role="img" '
        f'style="max-width:{WIDTH}px;width:100%;{_FONT}"><title>{escape(title)}</title>'
    )
    return Html("".join([head, *pieces, "</svg>"]))


def label(
    x: float,
    y: float,
    text: str,
    *,
    anchor: str = "start",
    size: int = 13,
    fill: str = "#222",
    bold: bool = False,
) -> str:
    """A line of text at a point."""
    place = f'x="{x:.1f}" y="{y:.1f}" font-size="{size}" text-anchor="{anchor}" fill="{fill}"'
    weight = ' font-weight="bold"' if bold else ""
    return f"<text {place}{weight}>{escape(text)}</text>"


def name_in_two_scripts(entity: Entity, x: float, right: float, y: float, *, size: int = 12) -> str:
    """The name of an entity from `x` on, and where there is room its name in its own script that ends at `right`.

    Each is a text of its own, so that neither moves the other, whichever way it runs.
    """
    letters = int((right - x) / (size * 0.54))
    text = label(x, y, short(entity.name, letters), size=size)
    native = entity.native_name or ""
    if not native or native == entity.name or len(entity.name) + len(native) + 2 > letters:
        return text
    return text + label(right, y, native, anchor="end", size=size, fill="#666")


def line(x1: float, y1: float, x2: float, y2: float, *, sign: Sign, says: str, style: str = "") -> str:
    """A line between two points in the colour of its sign; hovering over it shows what it says."""
    ends = f'x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"'
    return f'<line {ends} stroke="{colour(sign)}" stroke-width="2"{style}><title>{escape(says)}</title></line>'


def box(x: float, y: float, width: float, height: float, *, fill: str, stroke: str = "none", says: str = "") -> str:
    """A rectangle with round corners; hovering over it shows what it says."""
    place = f'x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}"'
    return f'<rect {place} rx="4" fill="{fill}" stroke="{stroke}"><title>{escape(says)}</title></rect>'


def short(text: str, letters: int) -> str:
    """A text cut to so many letters, dots at the end.

    >>> short("Abdul Rashid Dostum", 8)
    'Abdul R…'
    """
    return text if len(text) <= letters else f"{text[: letters - 1].rstrip()}…"
