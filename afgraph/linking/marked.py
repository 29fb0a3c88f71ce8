"""A text as HTML with its mentions marked; hovering shows whom and why."""

import re
from collections.abc import Iterable
from html import escape

# Outcomes differ by line as well as by colour. A mark has no padding: it would part Arabic letters that join.
_STYLES = {
    "match": "background:#d6f0d6;border-bottom:2px solid #2a7f3f",
    "ambiguous": "background:#fdeeb5;border-bottom:2px dashed #9a6b00",
    "nil": "background:#ececec;border-bottom:2px dotted #666",
}
_FONT = "font:15px/1.9 system-ui,'Noto Sans','Noto Naskh Arabic','Noto Sans Arabic',sans-serif"
_TEXT = f"{_FONT};color:#222;background:#fff;white-space:pre-wrap;overflow-wrap:anywhere;unicode-bidi:plaintext"
_UNSHOWN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_ISOLATE, _END = "\u2068", "\u2069"


def marked_text(text: str, spans: Iterable[tuple[int, int, str, str]]) -> str:
    """`text` as HTML, each span (start, end, outcome, explanation) a mark with a tooltip; spans do not overlap.

    Each line runs in the direction of its own letters, each line of a tooltip too. All is escaped; what HTML cannot
    hold shows as a replacement character. No script, no style sheet, nothing from a network.

    >>> "<mark" in marked_text("in Kabul", [(3, 8, "match", "Kabul")])
    True
    """
    pieces: list[str] = []
    at = 0
    for start, end, outcome, why in spans:
        shown = f'<mark style="color:#222;{_STYLES[outcome]}" title="{_tooltip(why)}">{_safe(text[start:end])}</mark>'
        pieces += [_safe(text[at:start]), shown]
        at = end
    return f'<div dir="auto" style="{_TEXT}">{"".join(pieces)}{_safe(text[at:])}</div>'


def _safe(text: str) -> str:
    return escape(_UNSHOWN.sub("\ufffd", text), quote=True)


def _tooltip(why: str) -> str:
    """Lines for a tooltip, each kept to itself, so that names in right-to-left script turn no other around."""
    return "&#10;".join(f"{_ISOLATE}{_safe(line)}{_END}" for line in why.splitlines())
