"""Words that stand in any text, so that a name which is one of them says nothing there."""

from functools import cache, lru_cache

from afgraph.data import read_table
from afgraph.matching.words.lexicon import common_word
from afgraph.text import name_key

_UNKNOWN = "und"


@lru_cache(maxsize=100_000)
def is_common(key: str, lang: str = _UNKNOWN) -> bool:
    """Whether a name, given as its key, is a number, a letter, a particle or function words and nothing else.

    One word is looked up in all languages, for a text need not be in that of the name; several only in `lang`, the
    name's own, as far as that is known: two words of two languages are no phrase. Several numbers are a name.

    >>> is_common("the"), is_common("۷"), is_common("در"), is_common("kabul"), is_common("9 11")
    (True, True, True, False, False)
    """
    words = key.split(" ")
    if len(words) == 1:
        return key.isdecimal() or _joins(key, _UNKNOWN)
    return all(_joins(word, lang) for word in words)


def _joins(word: str, lang: str) -> bool:
    """Whether a word is of the kind that joins others; a numeral that sounds like one is not."""
    kind = common_word(word).kind
    if word.isdecimal() or (kind == "numeral" and lang != _UNKNOWN):
        return False
    return len(word) == 1 or kind in ("particle", "article") or word in _function_words(lang)


@cache
def _function_words(lang: str) -> frozenset[str]:
    """The function words of a language, of all where it is unknown."""
    rows = read_table("lint/stopwords.tsv")
    return frozenset(name_key(row["word"]) for row in rows if lang in (_UNKNOWN, row["lang"]))
