"""The small words of each language that have cues, and which language a text is in."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache

from afgraph.data import read_table
from afgraph.text import name_key, words

_LITERAL = re.compile(r"(?<![{\w])\w+(?![}\w])")
_READ = 20_000  # characters that are read to tell the language


@dataclass(frozen=True, slots=True)
class Grammar:
    """The words of one language by the part they play (`afgraph/data/linking/grammar.tsv`)."""

    roles: dict[str, frozenset[str]]

    def of(self, role: str) -> frozenset[str]:
        """The words that play a part."""
        return self.roles.get(role, frozenset())

    @property
    def stops(self) -> frozenset[str]:
        """The words that never stand between a cue and the name that it is about."""
        parts = ("conjunction", "preposition", "subordinator", "negation", "pronoun")
        return frozenset().union(*(self.of(part) for part in parts))


@cache
def grammar(lang: str) -> Grammar:
    """The small words of a language; none where it is not known.

    >>> "the" in grammar("eng").of("article"), grammar("xxx").stops
    (True, frozenset())
    """
    found: dict[str, set[str]] = defaultdict(set)
    for row in read_table("linking/grammar.tsv"):
        if row["lang"] == lang:
            found[row["role"]].add(name_key(row["word"]))
    return Grammar({role: frozenset(held) for role, held in found.items()})


@cache
def _frequent() -> dict[str, tuple[str, ...]]:
    """The languages in which a word is a small one, or one of a cue: of those that have cues."""
    found: dict[str, set[str]] = defaultdict(set)
    forms = [*read_table("linking/relation_cues.tsv"), *read_table("linking/speech_cues.tsv")]
    for row in forms:
        for word in _LITERAL.findall(row["form"]):
            found[name_key(word)].add(row["lang"])
    cued = {row["lang"] for row in forms}
    for row in (*read_table("linking/grammar.tsv"), *read_table("lint/stopwords.tsv")):
        if row["lang"] in cued:
            found[name_key(row["word"])].add(row["lang"])
    return {word: tuple(sorted(langs)) for word, langs in found.items()}


def language_of(text: str) -> str | None:
    """The language (ISO 639-3) most of whose small words and cues a text holds; `None` where it holds none.

    >>> language_of("They fled to the north."), language_of("Он бежал на север."), language_of("او به شمال رفت.")
    ('eng', 'rus', 'prs')
    """
    counts: Counter[str] = Counter()
    for word in words(text[:_READ]):
        counts.update(_frequent().get(word.key, ()))
    return max(sorted(counts), key=lambda lang: counts[lang], default=None)
