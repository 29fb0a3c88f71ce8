"""Lines of a web page that are no prose."""

import re
from functools import cache

from afgraph.data import read_table


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(row["pattern"], re.IGNORECASE) for row in read_table("text/boilerplate.tsv"))


def boilerplate_spans(text: str) -> list[tuple[int, int]]:
    r"""Start and end of each line of `text` that is markup, code or part of a page's furniture.

    >>> boilerplate_spans('News\nclass = “cf”>\nMore')
    [(5, 18)]
    """
    spans = []
    start = 0
    for line in text.splitlines(keepends=True):
        if any(pattern.search(line[:500]) for pattern in _patterns()):
            spans.append((start, start + len(line.rstrip())))
        start += len(line)
    return spans
