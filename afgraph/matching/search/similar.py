"""The listed names that compare best with a text, found by sound, by letters, with blanks elsewhere, by initials."""

from array import array
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, partial
from typing import NamedTuple

from afgraph.data import read_numbers
from afgraph.matching.arrays.keys import key_table
from afgraph.matching.arrays.tables import parts_of, table_within
from afgraph.matching.scoring.score import NOTHING
from afgraph.matching.scoring.whole import whole_match, whole_odds
from afgraph.matching.search.borne import Beside
from afgraph.matching.search.candidates import Candidates, Reach, candidate_sections
from afgraph.matching.search.entries import Entries
from afgraph.matching.search.finding import Finding, Findings
from afgraph.matching.search.initials import InitialKeys, Initials
from afgraph.matching.search.slips import LONGEST, Slips
from afgraph.matching.search.unspaced import Unspaced, near_keys, same_blanks
from afgraph.matching.words.tokens import Token, all_tokens, by_letters, joined, telling
from afgraph.sections import Sections
from afgraph.text import name_key

_MANY = 200_000  # names of which those that sound alike as one word are not looked for with a consonant less
_LIKELY = 0.0  # log-odds below which more is looked at
_LONG = 50_000  # names of a long list
_SURE = 2.5  # log-odds from which one of the closest is sure
_CLEAR = 3.0  # log-odds by which a name is out of the question
_FIRST = 5  # names that are shown even so
_FEWEST_SLIPPED = 2  # words of a name that is looked for by its letters
_MOST_SLIPS = 2  # letters that are wrong in it
_LETTERS_A_SLIP = 5  # letters of which one may be
_LOOKED_AT = 4_000  # names
_MOST_SLIPPED = 4  # names that are compared
_MOST_ALIKE = 4  # names that are compared as they sound like it as a whole
_MOST_UNSPACED = 4  # names that are compared with blanks elsewhere


class Similar:
    """Listed names that a text may be a spelling of. `sections` are made by `compared_sections`, of the same names."""

    def __init__(self, entries: Entries, sections: Sections) -> None:
        self.entries, self._sections = entries, sections
        self._odds = read_numbers("matching/exact.tsv")

    def of(self, text: str, lang: str | None = None, *, brief: bool = False) -> list[Finding]:
        """The names that compare best with a text, and those that it abbreviates, in no order.

        `brief`: in a long list, one of the closest that is sure is enough, and nothing else is looked for.
        """
        found = [Finding(at, self._odds["initials"], "initials") for at in self._initials.of(text)]
        words = all_tokens(text, lang)
        query = telling(words)
        brief = brief and len(self.entries) >= _LONG
        return found + self._compared(Sought(text, name_key(text), words, query), brief=brief) if query else found

    def _compared(self, sought: "Sought", *, brief: bool) -> list[Finding]:
        """The listed names that compare best with a query.

        Those closest to it as a whole come first; where it is to be `brief`, one of them that is sure is enough. Then
        come those that have words like its words; if nothing is likely, those with the blanks elsewhere; and if nothing
        is likely even so, those whose words are much misspelt.
        """
        found = self._nothing()
        if len(sought.query) >= _FEWEST_SLIPPED:
            self._compare_closest(sought, found)
        if not (brief and found.reach(_SURE)):
            self._compare(sought.query, found, far=False)
            if not found.reach(_LIKELY):
                self._compare_unspaced(sought, found)
            if not found.reach(_LIKELY):
                self._compare_misspelt(sought, found)
        return found.all()

    def _nothing(self) -> Findings:
        """What is found before anything is compared."""
        return Findings()

    def _compare(self, query: Sequence[Token], found: Findings, *, far: bool) -> None:
        """Add what a query finds, the best of each entry."""
        scored = self._candidates.scored(query, self._beside, far=far)
        self._take_best(query, found, scored, "far" if far else "near")

    def _compare_misspelt(self, sought: "Sought", found: Findings) -> None:
        """Add the names that share letters with the words of a query; if none is likely, with its blanks elsewhere."""
        ways = self._candidates.respaced(sought.query)
        for words in ways:
            if not found.reach(_LIKELY):
                self._compare_slipped(sought._replace(query=words), found, self._candidates.written)
        for words in (sought.query, *ways):
            if not found.reach(_LIKELY):
                self._compare(words, found, far=True)

    def _take_best(
        self, query: Sequence[Token], found: Findings, scored: Sequence[tuple[float, int]], reach: Reach
    ) -> None:
        """Add those of some scored names, best first, that are not out of the question."""
        if not scored:
            return
        matches = partial(self._candidates.match, query, self._beside, reach)
        best = -_CLEAR if found.best is None else found.best.log_odds
        least = max(best, scored[0][0]) - _CLEAR
        for rank, (log_odds, at) in enumerate(scored):
            if rank >= _FIRST and log_odds < least:
                break
            found.take(at, log_odds, matches)

    @cached_property
    def _beside(self) -> Beside | None:
        """The places of all entries of the bearer of one; nothing where each bears but one."""
        return None if self.entries.alone else self.entries.beside

    def _compare_closest(self, sought: "Sought", found: Findings) -> None:
        """Add the names that sound like a query as a whole; if none of them is sure, those a slip or two from it."""
        alike = self._slips.nearest(sought.code, self._unspaced.alike(sought.words), _MOST_ALIKE)
        self._take_closest(sought.query, found, alike)
        if not found.reach(_SURE):
            self._compare_slipped(sought, found, self._candidates.written)
        if not found.reach(_SURE) and len(sought.query) <= _MOST_SLIPS:  # each of its words may have one
            self._compare_slipped(sought, found, self._candidates.lettered)

    def _take_closest(self, query: Sequence[Token], found: Findings, places: Sequence[int]) -> None:
        if places:
            self._take_best(query, found, self._candidates.slipped(query, places, self._beside), "slips")

    def _compare_slipped(
        self, sought: "Sought", found: Findings, words: Callable[[Sequence[Token]], list[int]]
    ) -> None:
        """Add the names with one of some words a slip or two from a query, if the best one found is further from it."""
        most, code = min(_MOST_SLIPS, len(sought.key) // _LETTERS_A_SLIP), sought.code
        if most < 1 or len(code) > LONGEST or self._is_near(code, found):
            return
        near = self._slips.near(code, words(sought.query), most, _LOOKED_AT)
        self._take_closest(sought.query, found, [at for _, at in near[:_MOST_SLIPPED]])

    def _compare_unspaced(self, sought: "Sought", found: Findings) -> None:
        """Add what a query as one word finds, compared with the names that sound like it as one word."""
        name, text = self._candidates.vocabulary.name, sought.text
        places = [at for at in self._unspaced.of(sought.words) if not same_blanks(sought.query, name(at))]
        if not places:
            return
        nearest = self._slips.nearest(sought.code, places, _MOST_UNSPACED)
        one, others = joined(text), {at: joined(self.entries[at].form) for at in nearest}
        matches = partial(whole_match, one, others)
        for at, log_odds in zip(others, whole_odds(one, list(others.values())), strict=True):
            if log_odds > NOTHING:
                found.take(at, log_odds, matches)

    @cached_property
    def _candidates(self) -> Candidates:
        return Candidates(self._sections)

    def _is_near(self, code: bytes, found: Findings) -> bool:
        """Whether the best name found is but slips from a key."""
        return found.best is not None and self._slips.between(code, found.best.at) <= _MOST_SLIPS

    @cached_property
    def _slips(self) -> Slips:
        keys, listed = self.entries.keys, self._sections
        return Slips(keys.heap, keys.starts, listed["posting.starts"], listed["posting.members"])

    @cached_property
    def _unspaced(self) -> Unspaced:
        return Unspaced(table_within(self._sections, "unspaced"))

    @cached_property
    def _initials(self) -> Initials:
        return Initials(table_within(self._sections, "initials"), lambda at: self.entries[at].form)


class Sought(NamedTuple):
    """A text that is looked for, with its key, all its words, and those of them that are compared."""

    text: str
    key: str
    words: tuple[Token, ...]
    query: tuple[Token, ...]

    @property
    def code(self) -> bytes:
        """The key as UTF-8."""
        return self.key.encode(errors="surrogatepass")


def compared_sections(forms: Sequence[str], is_acronym: Callable[[int], bool]) -> Sections:
    """What listed names are compared by: their words, their initials, and the sound of them all as one word.

    `is_acronym` says of each by number whether it is told by its letters alone.
    """
    sounding, initial = (array("Q"), array("I")), InitialKeys()
    found = candidate_sections(_read(forms, is_acronym, *sounding, initial))[0]
    keys = key_table(initial.hashes, initial.places)
    parts = {**parts_of("initials", keys), **parts_of("unspaced", key_table(*sounding))}
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
