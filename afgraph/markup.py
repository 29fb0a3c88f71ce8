"""Pieces of HTML, every value escaped."""

from collections.abc import Iterable, Sequence
from html import escape

STYLE = "border-collapse:collapse;font:14px/1.5 system-ui,'Noto Sans','Noto Naskh Arabic','Noto Sans Arabic',sans-serif"
_CELL = "padding:2px 10px;text-align:start;vertical-align:top;border-bottom:1px solid #ddd"


def text(value: object) -> str:
    """`value` as HTML text whose direction the browser reads off its letters.

    >>> text("<b>")
    '<bdi>&lt;b&gt;</bdi>'
    """
    return f"<bdi>{escape(str(value))}</bdi>"


def table(headers: Sequence[str], rows: Iterable[Sequence[object]], *, caption: str = "") -> str:
    """An HTML table of values; a value that is already HTML comes as `Html`.

    >>> "<td" in table(["name"], [["Kabul"]])
    True
    """
    head = "".join(f'<th style="{_CELL}">{escape(header)}</th>' for header in headers)
    body = "".join(f"<tr>{''.join(_cell(value) for value in row)}</tr>" for row in rows)
    top = f'<caption style="text-align:start;padding:4px 10px">{escape(caption)}</caption>' if caption else ""
    return f'<table style="{STYLE}">{top}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


class Html(str):
    """Text that is HTML already."""

    __slots__ = ()


def unbroken(value: object) -> Html:
    """`value` as HTML text that stays on one line: dates break at their hyphens else."""
    return Html(f'<span style="white-space:nowrap">{text(value)}</span>')


def details(summary: object, lines: Iterable[object]) -> Html:
    """A summary that opens to show some lines; only the summary where there are none."""
    items = "".join(f"<li>{text(line)}</li>" for line in lines)
    if not items:
        return Html(text(summary))
    return Html(f"<details><summary>{text(summary)}</summary><ul>{items}</ul></details>")


def _cell(value: object) -> str:
    return f'<td style="{_CELL}">{value if isinstance(value, Html) else text(value)}</td>'
