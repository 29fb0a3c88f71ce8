"""Words beside a place name that tell its kind: "city of Herat", "Parwan province"."""

import re
from functools import cache, lru_cache

from afgraph.data import read_table

_WIDEST = 20  # letters looked at on either side


@cache
def _kinds(side: str) -> tuple[tuple[re.Pattern[str], str, str], ...]:
    """The words of one side as patterns, each with the word and its schema."""
    rows = [row for row in read_table("linking/kinds.tsv") if row["side"] == side]
    shape = r"(?<!\w){}(?:(?<=’)| )$" if side == "before" else r"(?:[’']\w+)? {}(?!\w)"
    return tuple(
        (re.compile(shape.format(re.escape(row["word"])), re.IGNORECASE), row["word"], row["schema"]) for row in rows
    )


def kind_word(text: str, start: int, end: int) -> tuple[str, str] | None:
    """The word beside `text[start:end]` that tells a kind of place, and the schema; `None` where there is none.

    >>> kind_word("in Parwan province", 3, 9)
    ('province', 'Province')
    """
    return _kind_between(text[max(0, start - _WIDEST) : start], text[end : end + _WIDEST])


@lru_cache(maxsize=20_000)
def _kind_between(before: str, after: str) -> tuple[str, str] | None:
    for pattern, word, schema in _kinds("after"):
        if pattern.match(after):
            return word, schema
    for pattern, word, schema in _kinds("before"):
        if pattern.search(before):
            return word, schema
    return None


def end_with_kind(text: str, end: int) -> int:
    """Where a place name that ends at `end` ends with the word for its kind taken in.

    >>> end_with_kind("in Parwan province", 9)
    18
    """
    after = text[end : end + _WIDEST]
    ends = [match.end() for pattern, _, _ in _kinds("after") if (match := pattern.match(after))]
    return end + max(ends, default=0)
