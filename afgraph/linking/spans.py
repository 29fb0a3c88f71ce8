"""Where names may stand in a text: listed spellings, and runs of words that look like names."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice

from afgraph.data import read_table
from afgraph.linking.boilerplate import boilerplate_spans
from afgraph.linking.common import is_common
from afgraph.matching import NameIndex
from afgraph.text import Word, name_key, script_of, words

_JOINT = re.compile(r"[ \u00a0\u200c\-\u2010\u2011'’ʻ]{1,2}|\. ?")
_JOINT_OR_LINE = re.compile(rf"{_JOINT.pattern}| ?\r?\n")  # a listed name may be broken over two lines
_SENTENCE_END = re.compile(r"[.!?؟۔:]\W*$|^\W*$")
_LONGEST_RUN = 4


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text that may be a name, and how many words it has. `listed`: some list holds this spelling."""

    start: int
    end: int
    words: int
    listed: bool


class SpanFinder:
    """Finds spans in one text: at each word the longest listed spelling, else a run of capitalised words."""

    def __init__(self, text: str, index: NameIndex) -> None:
        self.text = text
        self.index = index
        self.words = _outside(words(text), boilerplate_spans(text))

    def spans(self) -> Iterator[Span]:
        """The spans in order, without overlap."""
        at = 0
        while at < len(self.words):
            span = self._listed(at) or self._run(at)
            if span is None:
                at += 1
            else:
                yield span
                at += span.words

    def _listed(self, at: int) -> Span | None:
        """The longest listed spelling that starts at a word."""
        start, before, found = self.words[at].start, "", None
        for count, word in enumerate(self._joined(at, _JOINT_OR_LINE), start=1):
            for key, end in ((word.key, word.end), (word.stem, word.stem_end)):
                full = before + key
                if self.index.has_key(full) and self._telling(full, start, end):
                    found = Span(start, end, count, listed=True)
                    break
            if before + word.key not in self.index.beginnings:
                break
            before += f"{word.key} "
        return found

    def _joined(self, at: int, joint: re.Pattern[str]) -> Iterator[Word]:
        """The words from `at` on that may belong to one name: nothing but a joint between any two of them."""
        yield self.words[at]
        for place in range(at + 1, len(self.words)):
            left, right = self.words[place - 1], self.words[place]
            gap = self.text[left.end : right.start]
            if not joint.fullmatch(gap) or (gap.startswith(".") and left.end - left.start > 1):
                return
            yield right

    def _telling(self, key: str, start: int, end: int) -> bool:
        """Whether a stretch is written as some name with this key is; a common word needs a capital of its own."""
        surface = self.text[start:end]
        return any(
            _capitals_fit(entry.form, surface)
            and (not is_common(key, entry.name.lang) or self._own_capital(entry.form, surface, start))
            for entry in self.index.listed(key)
        )

    def _own_capital(self, form: str, surface: str, start: int) -> bool:
        """Whether a word has a capital that neither a sentence nor a single letter gives it, or is an acronym."""
        if len(surface) == 1:
            return False
        first, *others = surface.split()
        own = first[:1].isupper() and not self.opens_sentence(start)
        return own or form.isupper() or any(each[:1].isupper() for each in others)

    def _run(self, at: int) -> Span | None:
        """The longest run of capitalised words from a word on, particles allowed inside; none begins with "Then"."""
        if not self._capital(self.words[at]) or self.words[at].key in _openers():
            return None
        count = 1
        for ahead, word in enumerate(islice(self._joined(at, _JOINT), _LONGEST_RUN)):
            if ahead and self._listed(at + ahead):
                break
            if self._capital(word):
                count = ahead + 1
            elif word.key not in _particles():
                break
        last = self.words[at + count - 1]
        return Span(self.words[at].start, last.stem_end, count, listed=False)

    def _capital(self, word: Word) -> bool:
        return self.text[word.start].isupper() and word.end - word.start > 1

    def opens_sentence(self, start: int) -> bool:
        """Whether a sentence begins at `start`, so that its capital says nothing."""
        return _SENTENCE_END.search(self.text[max(0, start - 4) : start].split("\n")[-1]) is not None


def _outside(found: list[Word], skipped: list[tuple[int, int]]) -> list[Word]:
    """The words outside some stretches of text, which are in order and apart."""
    starts = [start for start, _ in skipped]
    before = [bisect_right(starts, word.start) - 1 for word in found]
    return [word for word, at in zip(found, before, strict=True) if at < 0 or word.start >= skipped[at][1]]


def _capitals_fit(form: str, surface: str) -> bool:
    if script_of(surface) not in ("Latn", "Cyrl"):
        return True
    if form.isupper() and len(form) > 1:
        return surface.isupper()
    return not form[:1].isupper() or surface[:1].isupper()


@cache
def _particles() -> frozenset[str]:
    """Words that may stand within a name in small letters."""
    kinds = {"particle", "article"}
    listed = {row["word"] for row in read_table("matching/words.tsv") if row["kind"] in kinds or row["means"] == "bin"}
    return frozenset(listed)


@cache
def _openers() -> frozenset[str]:
    return frozenset(name_key(row["word"]) for row in read_table("linking/openers.tsv"))
