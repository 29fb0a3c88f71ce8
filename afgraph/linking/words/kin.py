"""Kinship said between two names: the second is then somebody else."""

import re
from functools import cache, lru_cache

from afgraph.data import read_table

FARTHEST = 40  # letters between the names


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
        return start - end <= FARTHEST and _is_kin(self.text[end:start])

    def leads_to(self, end: int, start: int) -> bool:
        """Whether what stands between makes the first name the kin of the second: "Massoud's son Ahmad Massoud".

        >>> text = "Mesud'un oğlu Ahmed Mesud"
        >>> Kin(text).leads_to(5, 14), Kin(text).between(5, 14)
        (True, False)
        """
        return start - end <= FARTHEST and _turned().fullmatch(self.text[end:start].casefold()) is not None

    def is_forebear(self, start: int) -> bool:
        """Whether a name is introduced as somebody's father, and so is not whom the text goes on with.

        >>> Kin("his father, Ahmad Shah Massoud").is_forebear(12), Kin("the father left Ahmad").is_forebear(16)
        (True, False)
        """
        return _forebears().search(self.text[max(0, start - FARTHEST) : start].casefold()) is not None


@lru_cache(maxsize=20_000)
def _is_kin(between: str) -> bool:
    return _phrases().fullmatch(between) is not None


@cache
def _forebears() -> re.Pattern[str]:
    words = "|".join(re.escape(row["word"]) for row in read_table("linking/forebears.tsv"))
    return re.compile(rf"(?<!\w)(?:{words})[\s,،]*$")


@cache
def _turned() -> re.Pattern[str]:
    words = "|".join(re.escape(row["word"]) for row in read_table("linking/kin_behind.tsv"))
    return re.compile(rf"(?:[’'ʼ]?[^\W\d]{{1,4}})?\s+(?:{words})[\s,،]+")


@cache
def _phrases() -> re.Pattern[str]:
    phrases = "|".join(re.escape(row["phrase"]) for row in read_table("linking/kin.tsv"))
    return re.compile(rf"[\s,،(–-]*(?:[^\W\d]+\s)?(?:{phrases})(?:\s[^\W\d]+\.?)?[\s’']*", re.IGNORECASE)
