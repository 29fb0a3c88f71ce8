"""Where listed names stand in a text: at each word the longest one, as it stands or inflected."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from afgraph.data import read_table
from afgraph.linking.detection.dictionary import Listed, dictionary_of, is_acronym
from afgraph.linking.words.boilerplate import boilerplate_spans
from afgraph.linking.words.common import is_common
from afgraph.linking.words.inflection import Form, forms, ordinal_forms
from afgraph.linking.words.language import UNKNOWN
from afgraph.matching import NameIndex
from afgraph.matching.search.index import Entry
from afgraph.text import Word, fold, name_key, script_of, words

_JOINT = re.compile(r"[ \u00a0\u200c\-\u2010\u2011'’ʻ+]{1,2}|\. ?")
_JOINT_OR_LINE = re.compile(rf"{_JOINT.pattern}| ?\r?\n")  # a listed name may be broken over two lines
_SENTENCE_END = re.compile(r"[.!?؟۔:]\W*$|^\W*$")
_QUOTES = "\"“”„«‘'"
_CALLS = ",!،"
_SIGNS = "+&"  # signs that make a name of what is none without them: 6+2
_CAPITALS = ("Latn", "Cyrl")
_MOST_READINGS = 12  # of the words up to one of them


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text that may be a name: words `first` to `last`, and what it is looked up as.

    `listed`: some list holds that spelling; `inflected`: only after endings were taken off. `longer` is a longer name
    that it is no more than a part of, `person` whether a person's title stands before it, `shy` whether it is a common
    word as well, so that it names somebody only where the text does so otherwise.
    """

    start: int
    end: int
    first: int
    last: int
    text: str
    listed: bool
    inflected: bool = False
    longer: str = ""
    person: bool = False
    shy: bool = False

    @property
    def words(self) -> int:
        """How many words it has."""
        return self.last - self.first


@dataclass(frozen=True, slots=True)
class _Reading:
    """The words read so far: their key, how much was taken off, and where the last of them ends."""

    key: str
    depth: int
    start: int
    end: int


class SpanFinder:
    """Finds the listed names of one text."""

    def __init__(self, text: str, index: NameIndex, lang: str = UNKNOWN) -> None:
        self.text = text
        self.lang = lang
        self.names = dictionary_of(index)
        self.words = _outside(words(text), boilerplate_spans(text))
        self._swept = {start: key for start, _, key in self.names.sweep.find(text)}

    def listed(self, at: int) -> Span | None:
        """The longest listed name that starts at a word; of equally long ones that with the least taken off."""
        forms = self.forms(self.words[at])
        if not any(form.key in self.names.firsts for form in forms):
            return None
        if not any(form.key in self.names.beginnings for form in forms):
            swept = self._as_it_stands(at)
            if swept is not None:
                return swept
        return self.walked(at)

    def _as_it_stands(self, at: int) -> Span | None:
        """The one word that the sweep found to be a name; `None` where it is none as it stands."""
        word = self.words[at]
        if self._swept.get(word.start) != word.key:
            return None
        reading = _Reading(word.key, 0, word.start, word.end)
        return self._span(reading, at, at + 1) if self._is_name(reading) else None

    def walked(self, at: int) -> Span | None:
        """What `listed` finds, by the words and all their forms alone."""
        found, befores = None, [_Reading("", 0, -1, 0)]
        for count, word in enumerate(self.joined(at, _JOINT_OR_LINE), start=1):
            full = [self._and(before, word, form) for before in befores for form in self.forms(word)]
            best = min((each for each in full if self._is_name(each)), key=lambda each: each.depth, default=None)
            if best is not None:
                found = self._span(best, at, at + count)
            befores = [
                _Reading(f"{each.key} ", each.depth, each.start, each.end)
                for each in full
                if each.key in self.names.beginnings
            ][:_MOST_READINGS]
            if not befores:
                break
        return found

    def forms(self, word: Word) -> tuple[Form, ...]:
        """The readings of a word, as it stands first."""
        found = forms(self.text[word.start : word.end], self.lang)
        return found if not self._ends_number(word) else (*found, *ordinal_forms(found[0]))

    def _ends_number(self, word: Word) -> bool:
        """Whether a word is the ending of a number in figures: "40-й"."""
        before = self.text[max(0, word.start - 2) : word.start]
        return before[1:] == "-" and before[0].isdecimal()

    def joined(self, at: int, joint: re.Pattern[str] = _JOINT) -> Iterator[Word]:
        """The words from `at` on that may belong to one name: nothing but a joint between any two of them."""
        yield self.words[at]
        for place in range(at + 1, len(self.words)):
            if not self.joins(place - 1, joint):
                return
            yield self.words[place]

    def joins(self, at: int, joint: re.Pattern[str] = _JOINT) -> bool:
        """Whether nothing but a joint stands between a word and the next; a full stop joins only behind an initial."""
        if not 0 <= at < len(self.words) - 1:
            return False
        left, right = self.words[at], self.words[at + 1]
        gap = self.text[left.end : right.start]
        if gap == " ":
            return True
        return joint.fullmatch(gap) is not None and not (gap.startswith(".") and left.end - left.start > 1)

    def opens_sentence(self, start: int) -> bool:
        """Whether a sentence begins at `start`, so that its capital says nothing."""
        return _SENTENCE_END.search(self.text[max(0, start - 4) : start].split("\n")[-1]) is not None

    def surface(self, first: int, last: int) -> str:
        """The text of some words and what is between them."""
        return self.text[self.words[first].start : self.words[last - 1].end]

    def cut(self, word: Word, form: Form) -> tuple[int, int]:
        """Where a reading of a word starts and ends in the text."""
        if not form.before and not form.behind:
            return word.start, word.end
        starts = fold(self.text[word.start : word.end]).starts
        end = word.end if not form.behind else word.start + starts[len(starts) - form.behind]
        return word.start + starts[form.before], end

    def _and(self, before: _Reading, word: Word, form: Form) -> _Reading:
        start, end = self.cut(word, form)
        first = start if before.start < 0 else before.start
        depth = before.depth + form.depth + (form.before > 0 and before.start >= 0) * 9
        return _Reading(before.key + form.key, depth, first, end)

    def _is_name(self, reading: _Reading) -> bool:
        listed = self.names.listed(reading.key)
        return listed is not None and self._telling(listed, reading)

    def is_capital(self, at: int) -> bool:
        """Whether a word has a capital, or its script has none."""
        first = self.text[self.words[at].start]
        return first.isupper() or script_of(first) not in _CAPITALS

    def _span(self, reading: _Reading, first: int, last: int) -> Span:
        listed = self.names.listed(reading.key)
        assert listed is not None
        surface = self.text[reading.start : reading.end]
        plain = name_key(surface) == listed.entries[0].key
        single = last - first == 1
        shy = single and self._is_also_word(reading.key, first)
        called = shy and surface[:1].isupper()
        called = called or (single and (self.lang, reading.key) in _also_words() and self._is_called(first))
        return Span(
            reading.start, reading.end, first, last, surface if plain else listed.form,
            listed=True, inflected=reading.depth > 0, shy=shy, longer=surface if called else "",
        )  # fmt: skip

    def _is_also_word(self, key: str, at: int) -> bool:
        """Whether a name is a word of the text's language that means something else here."""
        behind = _also_words().get((self.lang, key))
        if behind is None or (
            self.text[self.words[at].start].isupper() and not self.opens_sentence(self.words[at].start)
        ):
            return False
        return not behind or (at > 0 and self.joins(at - 1) and self.words[at - 1].key in behind)

    def _is_called(self, at: int) -> bool:
        """Whether somebody is spoken to by a word: at the beginning of a quotation, with a comma behind it."""
        word = self.words[at]
        before, behind = self.text[: word.start].rstrip()[-1:], self.text[word.end : word.end + 1]
        return before in _QUOTES and behind in _CALLS and bool(before) and bool(behind)

    def _telling(self, listed: Listed, reading: _Reading) -> bool:
        """Whether a stretch is written as some name with this key is; a common word needs a capital of its own."""
        surface = self.text[reading.start : reading.end]
        return any(
            not _is_aside(entry)
            and _capitals_fit(entry.form, surface, len(reading.key))
            and all(sign in surface for sign in entry.form if sign in _SIGNS)
            and (not is_common(reading.key, entry.name.lang) or self._own_capital(entry.form, surface, reading.start))
            for entry in listed.entries
        )

    def _own_capital(self, form: str, surface: str, start: int) -> bool:
        """Whether a word has a capital that neither a sentence nor a single letter gives it, or is an acronym."""
        if len(surface) == 1:
            return False
        first, *others = surface.split()
        own = first[:1].isupper() and not self.opens_sentence(start)
        return own or is_acronym(form) or any(each[:1].isupper() for each in others)


def _outside(found: list[Word], skipped: list[tuple[int, int]]) -> list[Word]:
    """The words outside some stretches of text, which are in order and apart."""
    starts = [start for start, _ in skipped]
    before = [bisect_right(starts, word.start) - 1 for word in found]
    return [word for word, at in zip(found, before, strict=True) if at < 0 or word.start >= skipped[at][1]]


def _capitals_fit(form: str, surface: str, length: int) -> bool:
    """Whether a stretch has the capitals of a listed form; `length` is how much of it is the name."""
    if script_of(surface) not in _CAPITALS:
        return True
    if is_acronym(form):
        return surface[:length].isupper()
    return not form[:1].isupper() or surface[:1].isupper()


def _is_aside(entry: Entry) -> bool:
    """Whether a word stands in a name's brackets only, and is not its acronym: the country of a branch, say."""
    return entry.form != entry.name.form and " " not in entry.key and not is_acronym(entry.form)


@cache
def _also_words() -> dict[tuple[str, str], frozenset[str]]:
    return {
        (row["lang"], name_key(row["word"])): frozenset(map(name_key, row["behind"].split()))
        for row in read_table("linking/also_words.tsv")
    }
