"""Kinship said between two names: the second is then somebody else."""

import re
from functools import cache

from afgraph.data import read_table

_FARTHEST = 40  # letters between the names


class Kin:
    """The words for kinship in a text.

    >>> text = "Yar Dostum, son of Dostum"
    >>> Kin(text).between(10, 19), Kin(text).between(0, 3)
    (True, False)
    """

    def __init__(self, text: str) -> None:
        self.text = text

    def between(self, end: int, start: int) -> bool:
        """Whether nothing but a kinship and what leads to it stands between two places."""
        return start - end <= _FARTHEST and _phrases().fullmatch(self.text[end:start]) is not None


@cache
def _phrases() -> re.Pattern[str]:
    phrases = "|".join(re.escape(row["phrase"]) for row in read_table("linking/kin.tsv"))
    return re.compile(rf"[\s,،(–-]*(?:[^\W\d]+\s)?(?:{phrases})(?:\s[^\W\d]+\.?)?[\s’']*", re.IGNORECASE)
