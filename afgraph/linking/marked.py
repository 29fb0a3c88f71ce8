"""A text as HTML with its mentions marked; hovering shows whom and why."""

from collections.abc import Iterable
from html import escape

_COLOURS = {"match": "#d6f0d6", "ambiguous": "#fdeeb5", "nil": "#e6e6e6"}
_FONT = "font:15px/1.7 system-ui,'Noto Sans','Noto Naskh Arabic','Noto Sans Arabic',sans-serif;white-space:pre-wrap"


def marked_text(text: str, spans: Iterable[tuple[int, int, str, str]]) -> str:
    """`text` as HTML, each span (start, end, outcome, explanation) a mark with a tooltip; spans do not overlap.

    >>> "<mark" in marked_text("in Kabul", [(3, 8, "match", "Kabul")])
    True
    """
    pieces: list[str] = []
    at = 0
    for start, end, outcome, why in spans:
        style = f"background:{_COLOURS[outcome]};border-radius:3px;padding:0 2px"
        pieces += [
            escape(text[at:start]),
            f'<mark style="{style}" title="{escape(why, quote=True)}">{escape(text[start:end])}</mark>',
        ]
        at = end
    return f'<div dir="auto" style="{_FONT}">{"".join(pieces)}{escape(text[at:])}</div>'
