"""A page that stands alone."""

from collections.abc import Iterable
from html import escape

from afgraph.markup import Html

_STYLE = (
    "body{max-width:60rem;margin:2rem auto;padding:0 1rem;color:#222;"
    "font:16px/1.6 system-ui,'Noto Sans','Noto Naskh Arabic','Noto Sans Arabic',sans-serif}"
    "h1{font-size:1.6rem}h2{font-size:1.15rem;margin-top:2rem}table{width:100%}"
)


def page(title: str, sections: Iterable[tuple[str, Html | str]]) -> str:
    """An HTML page of sections (heading, body); a body that is not `Html` is text. It asks no network for anything.

    >>> "<script" in page("t", [("h", "<script>")])
    False
    """
    body = "".join(
        f"<section><h2>{escape(heading)}</h2>{content if isinstance(content, Html) else escape(content)}</section>"
        for heading, content in sections
    )
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head><body><h1>{escape(title)}</h1>{body}</body></html>\n"
    )
