"""Words that mix Latin and Cyrillic letters which look alike."""

from functools import cache

from afgraph.data import read_table
from afgraph.text.scripts import script_of


@cache
def _latin() -> dict[int, str]:
    rows = read_table("text/lookalikes.tsv")
    lower = {ord(row["cyrillic"]): row["latin"] for row in rows}
    return lower | {ord(row["cyrillic"].upper()): row["latin"].upper() for row in rows}


def unmixed(text: str) -> str:
    """`text` with its words that mix Latin and Cyrillic letters written in Latin ones, where they look alike.

    Words in one script stay as they are.

    >>> unmixed("M\u0430ssoud, Масуд")
    'Massoud, Масуд'
    """
    return text if text.isascii() else " ".join(_unmixed(word) for word in text.split(" "))


def _unmixed(word: str) -> str:
    if word.isascii() or not any(char.isascii() and char.isalpha() for char in word):
        return word
    if not any(script_of(char) == "Cyrl" for char in word):
        return word
    latin = word.translate(_latin())
    return word if any(script_of(char) == "Cyrl" for char in latin) else latin
