"""Which language a text is in, by its commonest words."""

from collections import Counter
from functools import cache

from afgraph.data import read_table
from afgraph.text import name_key, script_of

UNKNOWN = "und"
_READ = 6_000  # letters looked at
_FEWEST = 3  # common words that must be found, however long the text
_SHARE = 0.04  # of the words


def guess_language(text: str) -> str:
    """The language of a text (ISO 639-3), `und` where its common words do not tell.

    >>> guess_language("Dostum ile konuşan general bu sabah ve dün Ankara'da kaldı ama sonra döndü")
    'tur'
    >>> guess_language("Kabul")
    'und'
    """
    words = name_key(text[:_READ]).split()
    counts = Counter(words)
    found: Counter[str] = Counter()
    for word, count in counts.items():
        for lang in _languages().get(word, ()):
            found[lang] += count
    script = script_of(text[:_READ])
    ranked = sorted(
        ((count, lang) for lang, count in found.items() if _may(lang, script)), key=lambda each: (-each[0], each[1])
    )
    if not ranked or ranked[0][0] < max(_FEWEST, _SHARE * len(words)):
        return UNKNOWN
    tied = len(ranked) > 1 and ranked[0][0] == ranked[1][0]
    return UNKNOWN if tied else ranked[0][1]


def _may(lang: str, script: str) -> bool:
    return script in _scripts()[lang]


@cache
def _rows() -> list[tuple[str, str]]:
    rows = [*read_table("lint/stopwords.tsv"), *read_table("linking/function_words.tsv")]
    return [(row["lang"], row["word"]) for row in rows]


@cache
def _languages() -> dict[str, tuple[str, ...]]:
    """The languages by each of their common words."""
    found: dict[str, set[str]] = {}
    for lang, word in _rows():
        for part in [name_key(word)]:
            found.setdefault(part, set()).add(lang)
    return {word: tuple(sorted(langs)) for word, langs in found.items()}


@cache
def _scripts() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for lang, word in _rows():
        found.setdefault(lang, set()).add(script_of(word))
    return {lang: frozenset(scripts) for lang, scripts in found.items()}
