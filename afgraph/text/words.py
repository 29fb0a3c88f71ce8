"""Words of a running text with their place in the original."""

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from afgraph.text.fold import APOSTROPHE, fold, is_silent

_ASCII = "\x7f"
_WORD = re.compile(r"[^ ]+")


class Word(NamedTuple):
    """A word: `text[start:end]` of the original, and its folded `key`.

    `stem` is the key before an apostrophe (`mesud` of "Mesud'un"), the whole key where there is none;
    `stem_end` is where that stem ends in the original.
    """

    start: int
    end: int
    key: str
    stem: str
    stem_end: int


def words(text: str) -> list[Word]:
    """The words of `text` in order; offsets are `str` offsets into the untouched text.

    >>> [(word.key, text[word.start : word.end]) for text in ["Dostum’a, Pencşir"] for word in words(text)]
    [('dostuma', 'Dostum’a'), ('pencsir', 'Pencşir')]
    """
    folded = fold(text)
    starts = folded.starts
    found = []
    for match in _WORD.finditer(folded.text):
        raw = match.group()
        if APOSTROPHE in raw:
            inner = raw.strip(APOSTROPHE)
            if inner:
                found.append(_word(inner, match.start() + raw.index(inner), starts, text))
        else:
            begin, last = match.span()
            end = _after(starts[last - 1], text)
            found.append(Word(starts[begin], end, raw, raw, end))
    return found


def _word(inner: str, first: int, starts: Sequence[int], text: str) -> Word:
    stem = inner.split(APOSTROPHE, 1)[0]
    start = starts[first]
    end = _after(starts[first + len(inner) - 1], text)
    stem_end = _after(starts[first + len(stem) - 1], text)
    return Word(start=start, end=end, key=inner.replace(APOSTROPHE, ""), stem=stem, stem_end=stem_end)


def _after(at: int, text: str) -> int:
    """The offset after the letter at `at`, its combining marks taken with it."""
    at += 1
    while at < len(text) and text[at] > _ASCII and _is_mark(text[at]):
        at += 1
    return at


def _is_mark(char: str) -> bool:
    """Whether a character belongs to the letter before it: a mark, or a letter that folds to nothing."""
    return (char.isalpha() or unicodedata.category(char)[0] == "M") and is_silent(char)
