"""Words that stand in any text, so that a name which is one of them says nothing there."""

from functools import cache

from afgraph.data import read_table
from afgraph.matching.lexicon import common_word
from afgraph.text import name_key


def is_common(key: str) -> bool:
    """Whether all words of a name are numbers, single letters, particles, articles or function words of a language.

    >>> is_common("the"), is_common("۷"), is_common("در"), is_common("kabul")
    (True, True, True, False)
    """
    return all(map(_is_common, key.split(" ")))


def _is_common(word: str) -> bool:
    plain = word.isdecimal() or len(word) == 1 or word in _function_words()
    return plain or common_word(word).kind in ("particle", "article")


@cache
def _function_words() -> frozenset[str]:
    return frozenset(name_key(row["word"]) for row in read_table("lint/stopwords.tsv"))
