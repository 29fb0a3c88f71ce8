"""Family names of strangers in scripts without capitals, by what the text does with them."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from afgraph.data import read_table
from afgraph.linking.words.beside import is_generic, is_given, is_role, is_title
from afgraph.linking.words.common import is_common
from afgraph.text import Word, name_key

_SHORTEST = 3


def surnames(text: str, words: Sequence[Word]) -> frozenset[str]:
    """The keys of words that stand behind a given name once, and once before a word that only a person stands before.

    >>> from afgraph.text import words
    >>> text = "فرید رهنورد نانوا است. رهنورد می‌گوید"
    >>> sorted(surnames(text, words(text)))
    ['رهنورد']
    """
    behind = {
        at: words[at].key
        for at in range(1, len(words))
        if text[words[at - 1].end : words[at].start] == " " and is_given(text[words[at - 1].start : words[at - 1].end])
    }
    told = {at: one.key for at, (one, other) in enumerate(pairwise(words)) if other.key in _tells_person()}
    found = {key for at, key in behind.items() if any(key == other for place, other in told.items() if place != at)}
    return frozenset(key for key in found if len(key) >= _SHORTEST and not _says_else(key))


def _says_else(key: str) -> bool:
    return is_common(key) or is_title(key) or is_role(key) or is_generic(key)


@cache
def _tells_person() -> frozenset[str]:
    return frozenset(name_key(row["word"]).split()[0] for row in read_table("linking/tells_person.tsv"))
