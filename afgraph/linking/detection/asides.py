"""Names that are not meant as such: a family in the plural, a word cited as a word."""

from functools import cache

from afgraph.data import read_table
from afgraph.linking.detection.spans import Span, SpanFinder
from afgraph.text import name_key

_QUOTES = "\"'“”„«»‘’‚() "
_NEAR = 3  # letters between a cited word and what says so


def means_family(finder: SpanFinder, span: Span) -> bool:
    """Whether a single word is a family name in the plural: "the Karzais"."""
    if span.words > 1:
        return False
    word = finder.words[span.first]
    article = finder.words[span.first - 1].key if finder.joins(span.first - 1) else ""
    for named, ending, put in _families(finder.lang):
        if named and named != article:
            continue
        if not ending or (word.key.endswith(ending) and _bare(word.key, ending, put) == name_key(span.text)):
            return True
    return False


def _bare(key: str, ending: str, put: str) -> str:
    return key[: len(key) - len(ending)] + put


def is_cited(finder: SpanFinder, span: Span) -> bool:
    """Whether a name is cited as a word: "the word dostum"."""
    return _cites(finder, span.first - 1, "before") or _cites(finder, span.last, "after")


def _cites(finder: SpanFinder, at: int, side: str) -> bool:
    if not 0 <= at < len(finder.words):
        return False
    left, right = (at, at + 1) if side == "before" else (at - 1, at)
    between = finder.text[finder.words[left].end : finder.words[right].start]
    if len(between) > _NEAR or between.strip(_QUOTES):
        return False
    return any(form.key in _citing(finder.lang, side) for form in finder.forms(finder.words[at]))


@cache
def _families(lang: str) -> tuple[tuple[str, str, str], ...]:
    rows = [row for row in read_table("linking/families.tsv") if row["lang"] == lang]
    return tuple((name_key(row["article"]), name_key(row["ending"]), name_key(row["put"])) for row in rows)


@cache
def _citing(lang: str, side: str) -> frozenset[str]:
    rows = read_table("linking/cited.tsv")
    return frozenset(name_key(row["word"]) for row in rows if row["lang"] in (lang, "mul") and row["side"] == side)
