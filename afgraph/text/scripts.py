"""Which script a letter belongs to."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from functools import cache

from afgraph.data import read_table

COMMON = "Zyyy"
_COMMON = {COMMON}


@cache
def _blocks() -> tuple[list[int], list[int], list[str]]:
    rows = read_table("text/scripts.tsv")
    firsts = [int(row["first"], 16) for row in rows]
    lasts = [int(row["last"], 16) for row in rows]
    return firsts, lasts, [row["script"] for row in rows]


@cache
def _script_of_letter(char: str) -> str:
    firsts, lasts, scripts = _blocks()
    at = bisect_right(firsts, ord(char)) - 1
    return scripts[at] if at >= 0 and ord(char) <= lasts[at] and char.isalpha() else COMMON


def scripts_in(text: Iterable[str]) -> list[str]:
    """The scripts (ISO 15924) of the letters of `text`, commonest first; empty where there is no known letter.

    >>> scripts_in("Масуд (Massoud), مسعود")
    ['Latn', 'Cyrl', 'Arab']
    """
    counts = Counter(map(_script_of_letter, text))
    del counts[COMMON]
    return [script for script, _ in counts.most_common()]


def script_of(text: str) -> str:
    """The script (ISO 15924) of most letters of `text`; `Zyyy` where there is no known letter.

    >>> script_of("احمد شاه مسعود"), script_of("Ahmad"), script_of("1992")
    ('Arab', 'Latn', 'Zyyy')
    """
    if text.isascii():
        return "Latn" if text.isalpha() or any(map(str.isalpha, text)) else COMMON
    kinds = set(map(_script_of_letter, text)) - _COMMON
    if len(kinds) > 1:
        return scripts_in(text)[0]
    return kinds.pop() if kinds else COMMON
