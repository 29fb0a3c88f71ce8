# cython: annotation_typing=False
"""The listed names that compare best with a text, found by sound, by letters, with blanks elsewhere, by initials.

This module may be compiled, as it is.
"""

from array import array
from bisect import bisect
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, partial
from typing import NamedTuple

from jellyfish import damerau_levenshtein_distance

from afgraph.data import read_numbers
from afgraph.matching.arrays.keys import key_table
from afgraph.matching.arrays.tables import parts_of, table_within
from afgraph.matching.scoring.score import NOTHING, Beside
from afgraph.matching.scoring.whole import whole_match, whole_odds
from afgraph.matching.search.candidates import Candidates, Reach, candidate_sections
from afgraph.matching.search.entries import Entries
from afgraph.matching.search.finding import Finding, Findings
from afgraph.matching.search.initials import InitialKeys, Initials
from afgraph.matching.search.slips import LONGEST, Slips, marks_of
from afgraph.matching.search.unspaced import Unspaced, near_keys, same_blanks
from afgraph.matching.words.tokens import Token, all_tokens, by_letters, joined, passing_tokens, spelled, telling
from afgraph.sections import Sections, Strings
from afgraph.text import name_key

_MANY = 200_000  # names of which those that sound alike as one word are not looked for with a consonant less
_LIKELY = 0.0  # log-odds below which more is looked at
_LONG = 50_000  # names of a long list
_SURE = 2.5  # log-odds from which one of the closest is sure
_CLEAR = 3.0  # log-odds by which a name is out of the question
_FIRST = 5  # names that are shown even so
_FEWEST_SLIPPED = 2  # words of a name that is looked for by its letters
_SLIPS = 5, 10, 21  # letters of a name of which one may be wrong, two, and three
_FEW = 2  # words of a name of which each may have a slip
_LOOKED_AT = 20_000  # names
_MOST_SLIPPED = 4  # names that are compared
_MOST_ALIKE = 4  # names that are compared as they sound like it as a whole
_BEHIND = 2  # letters by which one of them may be further from it than the nearest
_MOST_UNSPACED = 4  # names that are compared with blanks elsewhere


class Similar:
    """Listed names that a text may be a spelling of. `sections` are made by `compared_sections`, of the same names."""

    def __init__(self, entries: Entries, sections: Sections) -> None:
        self.entries, self._sections = entries, sections
        self._long = len(entries) >= _LONG
        self._odds = read_numbers("matching/exact.tsv")

    def of(self, text: str, lang: str | None = None, *, brief: bool = False) -> list[Finding]:
        """The names that compare best with a text, and those that it abbreviates, in no order.

        `brief`: in a long list, one of the closest that is sure, or but slips from it, is enough.
        """
        brief = brief and self._long
        words = passing_tokens(text) if brief else all_tokens.__wrapped__(text, lang)  # who asks remembers both
        query = telling(words)
        found = self._abbreviated(text) if len(words) < _FEWEST_SLIPPED or "." in text else []
        return found + self._compared(_sought(text, words, query), brief=brief) if query else found

    def _abbreviated(self, text: str) -> list[Finding]:
        """The names that a text may be the initials of."""
        return [Finding(at, self._odds["initials"], "initials") for at in self._initials.of(text)]

    def _compared(self, sought: "Sought", *, brief: bool) -> list[Finding]:
        """The listed names that compare best with a query.

        Those closest to it as a whole come first; where it is to be `brief`, one of them that is sure, or but slips
        from it, is enough. Then come those that have words like its words; if nothing is likely, those with the blanks
        elsewhere; and if nothing is likely even so, those whose words are much misspelt.
        """
        found = self._nothing()
        if len(sought.query) >= _FEWEST_SLIPPED:
            self._compare_closest(sought, found)
        elif brief:
            self._compare_respaced(sought, found)
            self._compare_moved(sought, found)
        if not (brief and self._is_settled(sought, found)):
            self._compare(sought.query, found, far=False)
            if not found.reach(_LIKELY):
                self._compare_whole(sought, found)
            if not found.reach(_LIKELY):
                self._compare_misspelt(sought, found)
        return found.all()

    def _is_settled(self, sought: "Sought", found: Findings) -> bool:
        """Whether the best name found is sure, or one is but slips from a query: no other is likelier then."""
        return found.reach(_SURE) or self._is_near(sought, found)

    def _nothing(self) -> Findings:
        """What is found before anything is compared."""
        return Findings()

    def _compare(self, query: Sequence[Token], found: Findings, *, far: bool) -> None:
        """Add what a query finds, the best of each entry."""
        scored = self._candidates.scored(query, self._beside, far=far)
        self._take_best(query, found, scored, "far" if far else "near")

    def _compare_misspelt(self, sought: "Sought", found: Findings) -> None:
        """Add the names that share letters with the words of a query; if none is likely, with its blanks elsewhere."""
        for words in (sought.query, *self._compare_respaced(sought, found)):
            if not found.reach(_LIKELY):
                self._compare(words, found, far=True)

    def _compare_respaced(self, sought: "Sought", found: Findings) -> list[tuple[Token, ...]]:
        """Add the names but slips from a query that have a word of it with its blanks elsewhere; where these may be."""
        ways = self._candidates.respaced(sought.query)
        for words in ways:
            if not found.reach(_LIKELY) and not self._is_near(sought, found):
                self._take_closest(words, found, self._slipped(sought._replace(query=words), self._candidates.written))
        return ways

    def _take_best(
        self, query: Sequence[Token], found: Findings, scored: Sequence[tuple[float, int]], reach: Reach
    ) -> None:
        """Add those of some scored names, best first, that are not out of the question."""
        if not scored:
            return
        matches = partial(self._candidates.match, spelled(query), self._beside, reach)
        least = max(-_CLEAR, found.odds, scored[0][0]) - _CLEAR
        for rank, (log_odds, at) in enumerate(scored):
            if rank >= _FIRST and log_odds < least:
                break
            found.take(at, log_odds, matches)

    @cached_property
    def _beside(self) -> Beside | None:
        """The places of all entries of the bearer of one; nothing where each bears but one."""
        return None if self.entries.alone else self.entries.beside

    def _compare_closest(self, sought: "Sought", found: Findings) -> None:
        """Add the names that sound like a query as a whole; if none is but slips from it, those that are by letters."""
        closest = self._slips.nearest(sought.code, self._unspaced.alike(sought.words), _MOST_ALIKE, _BEHIND)
        if sought.slips and not (closest and self._slips.between(sought.code, closest[0]) <= sought.slips):
            near = self._slipped(sought, self._candidates.written)
            closest = near + [at for at in (closest[:1] if near else closest) if at not in near]
        self._take_closest(sought.query, found, closest)
        if self._may_be_misspelt(sought, found):
            self._take_closest(sought.query, found, self._slipped(sought, self._candidates.lettered))
        self._compare_moved(sought, found)

    def _may_be_misspelt(self, sought: "Sought", found: Findings) -> bool:
        """Whether each word of a query may have a slip, for all that was found so far."""
        few = len(sought.query) <= _FEW or found.best is None
        return few and not found.reach(_SURE) and not self._is_near(sought, found)

    def _compare_moved(self, sought: "Sought", found: Findings) -> None:
        """Where nothing is likely, compare names that have their blanks elsewhere as one word: those but slips away.

        If none of these is likely even so, the others that were found.
        """
        if found.reach(_LIKELY) or not self._is_near(sought, found):
            return
        slips = {each.at: self._slips.between(sought.code, each.at) for each in found.all()}
        moved = [at for at in slips if self._has_moved(sought, at, slips[at])]
        self._take_whole(sought, found, [at for at in moved if slips[at] <= sought.slips])
        if not found.reach(_LIKELY):
            self._take_whole(sought, found, [at for at in moved if slips[at] > sought.slips])

    def _has_moved(self, sought: "Sought", at: int, slips: int) -> bool:
        """Whether a name that is so many slips from a query is further from it word by word: blanks are elsewhere."""
        one, other = sought.code.decode(errors="surrogatepass").split(), self.entries.keys[at].split()
        return len(one) != len(other) or sum(map(damerau_levenshtein_distance, one, other)) > slips

    def _take_closest(self, query: Sequence[Token], found: Findings, places: Sequence[int]) -> None:
        if places:
            self._take_best(query, found, self._candidates.slipped(query, places, self._beside), "slips")

    def _slipped(self, sought: "Sought", words: Callable[[Sequence[Token]], list[int]]) -> list[int]:
        """The places of the names with one of some words that are but slips from a query, the nearest first."""
        if not sought.slips:
            return []
        near = self._slips.near(sought.code, words(sought.query), sought.slips, _LOOKED_AT)
        return [at for _, at in near[:_MOST_SLIPPED]]

    def _compare_whole(self, sought: "Sought", found: Findings) -> None:
        """Add the names that sound like a query as one word but have their blanks elsewhere."""
        name = self._candidates.vocabulary.name
        places = [at for at in self._unspaced.of(sought.words) if not same_blanks(sought.query, name(at))]
        self._take_whole(sought, found, self._slips.nearest(sought.code, places, _MOST_UNSPACED))

    def _take_whole(self, sought: "Sought", found: Findings, places: Sequence[int]) -> None:
        """Add the names at some places, compared with a query as one word."""
        if not places:
            return
        forms = {at: self.entries.spelling(at) for at in places}
        matches = partial(whole_match, sought.text, forms)
        for at, log_odds in zip(forms, whole_odds(joined(sought.text), list(map(joined, forms.values()))), strict=True):
            if log_odds > NOTHING:
                found.take(at, log_odds, matches)

    @cached_property
    def _candidates(self) -> Candidates:
        return Candidates(self._sections)

    def _is_near(self, sought: "Sought", found: Findings) -> bool:
        """Whether a name found is but slips from a query: the best, or another one that is less likely."""
        if found.best is None or not sought.slips:
            return False
        if found.slips < 0:
            found.slips = self._slips.between(sought.code, found.best.at)
            if found.slips > sought.slips:
                found.slips = min([self._slips.between(sought.code, each.at) for each in found.all()])
        return found.slips <= sought.slips

    @cached_property
    def _slips(self) -> Slips:
        keys, listed = self.entries.keys, self._sections
        return Slips(keys.heap, keys.starts, *(listed[f"posting.{each}"] for each in ("starts", "members", "marks")))

    @cached_property
    def _unspaced(self) -> Unspaced:
        return Unspaced(table_within(self._sections, "unspaced"))

    @cached_property
    def _initials(self) -> Initials:
        return Initials(table_within(self._sections, "initials"), lambda at: self.entries[at].form)


class Sought(NamedTuple):
    """A text that is looked for, with its key as UTF-8, all its words, and those of them that are compared.

    `slips` is how many of its letters may be wrong; none where it is too long to say.
    """

    text: str
    code: bytes
    slips: int
    words: tuple[Token, ...]
    query: tuple[Token, ...]


def _sought(text: str, words: tuple[Token, ...], query: tuple[Token, ...]) -> Sought:
    key = name_key(text)
    code = key.encode(errors="surrogatepass")
    slips = bisect(_SLIPS, len(key)) if len(code) <= LONGEST else 0
    return Sought(text, code, slips, words, query)


def compared_sections(forms: Sequence[str], keys: Strings, is_acronym: Callable[[int], bool]) -> Sections:
    """What listed names, with their keys, are compared by: their words, their initials, their sound as one word.

    `is_acronym` says of each by number whether it is told by its letters alone.
    """
    sounding, initial = (array("Q"), array("I")), InitialKeys()
    found = candidate_sections(_read(forms, is_acronym, *sounding, initial))[0]
    parts = {
        "posting.marks": marks_of(keys.heap, keys.starts, found["posting.members"]),
        **parts_of("initials", key_table(initial.hashes, initial.places)),
        **parts_of("unspaced", key_table(*sounding)),
    }
    return Sections({**found.parts, **parts}, found.about)


def _read(
    forms: Sequence[str],
    is_acronym: Callable[[int], bool],
    hashes: "array[int]",
    places: "array[int]",
    initial: InitialKeys,
) -> Iterator[tuple[Token, ...]]:
    """The telling words of each form; the keys of all of them as one word, and by initials, are added."""
    whole = len(forms) > _MANY
    for at, form in enumerate(forms):
        words = all_tokens.__wrapped__(form)
        if is_acronym(at):
            yield tuple(map(by_letters, words))
            continue
        keys = near_keys(words, whole=whole)
        hashes.extend(keys)
        places.extend([at] * len(keys))
        initial.add(at, words)
        yield telling(words)
