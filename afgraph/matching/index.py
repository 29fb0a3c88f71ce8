"""Listed names by their key and by the words they are made of."""

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from operator import attrgetter
from typing import Literal, NamedTuple

from afgraph.data import read_numbers
from afgraph.matching.candidates import Candidates, Reach, candidate_sections
from afgraph.matching.compare import Match, compare_words
from afgraph.matching.entries import Entries, Entry, NamesOf, entry_sections
from afgraph.matching.keys import KeyTable, hashed, key_table
from afgraph.matching.slips import LONGEST, Slips
from afgraph.matching.tables import parts_of, table_of, table_within
from afgraph.matching.tokens import Token, all_tokens, joined, telling, tokens
from afgraph.matching.unspaced import Unspaced, near_keys, same_blanks
from afgraph.model import Name
from afgraph.sections import Sections, Strings
from afgraph.text import name_key, script_of, unmixed

__all__ = ["Entry", "Finding", "Hit", "How", "NameIndex"]

_FEWEST_INITIALS = 3
_MANY = 200_000  # names of which those that sound alike as one word are not looked for with a consonant less
_LIKELY = 0.0  # log-odds below which more is looked at
_CLEAR = 3.0  # log-odds by which a name is out of the question
_FIRST = 5  # names that are shown even so
_FEWEST_SLIPPED = 2  # words of a name that is looked for by its letters
_MOST_SLIPS = 2  # letters that are wrong in it
_LETTERS_A_SLIP = 5  # letters of which one may be
_LOOKED_AT = 4_000  # names
_MOST_SLIPPED = 4  # names that are compared
_MOST_UNSPACED = 6  # names that are compared with blanks elsewhere

How = Literal["verbatim", "folded", "lookalike", "initials", "carried", "similar", "judged"]


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that a text may mean, how it was found, and the log-odds that both are one name.

    `verbatim`: written alike, but for case; `folded`: but for marks and punctuation too; `lookalike`: but for letters
    of two scripts that look alike; `initials`: the first letters of its words; `carried`: a part of a name that the
    text holds in full; `similar`: compared, with the `match`; `judged`: by nothing but a person's word.
    """

    entry: Entry
    log_odds: float
    how: How
    match: Match | None = None


class Finding(NamedTuple):
    """A hit before its entry is made: the place of the entry, and the rest of the hit."""

    at: int
    log_odds: float
    how: How
    match: Match | None = None


_BEST_FIRST = attrgetter("log_odds")


class NameIndex:
    """Names to look up. Exact look-ups go by key; similar ones by their words, then by comparison.

    >>> from afgraph.model import Name
    >>> index = NameIndex([("m", Name(form="Ahmad Massoud", lang="eng", script="Latn"))])
    >>> [hit.entry.entity for hit in index.similar("احمد مسعود")]
    ['m']
    """

    def __init__(self, names: Iterable[tuple[str, Name]]) -> None:
        borne: dict[str, list[Name]] = defaultdict(list)
        for entity, name in names:
            borne[entity].append(name)
        named = ((entity, each) for entity in borne for each in borne[entity])
        self._open(*entry_sections(named), borne.__getitem__)

    @classmethod
    def over(cls, names: Iterable[tuple[str, Name]], names_of: NamesOf) -> "NameIndex":
        """An index of names, all of one bearer together, that keeps none of them: `names_of` is asked again."""
        index = cls.__new__(cls)
        index._open(*entry_sections(names), names_of)  # noqa: SLF001 - its own
        return index

    @classmethod
    def opened(cls, sections: Sections, names_of: NamesOf) -> "NameIndex":
        """The names of `sections`, as an index has them, with those that have the ids in them."""
        index = cls.__new__(cls)
        index._open(sections, None, names_of)  # noqa: SLF001 - its own
        return index

    def _open(self, sections: Sections, forms: Strings | None, names_of: NamesOf) -> None:
        self.listing, self._names_of = sections, names_of
        self._forms = forms  # until they are read
        self.keep: Callable[[Sections], object] | None = None  # told of the sections when the last of them are made
        self.entries = Entries(sections, names_of)
        self._odds = read_numbers("matching/exact.tsv")

    def __reduce__(self) -> tuple[object, ...]:
        """Another process gets the numbers, or opens the file that they are in."""
        return NameIndex.opened, (self.sections, self._names_of)

    @property
    def sections(self) -> Sections:
        """All that the index is made of, but for the names themselves; made in full where it was not yet."""
        if self._compared_sections is self.listing:
            return self.listing
        return Sections(
            {**self.listing.parts, **self._compared_sections.parts},
            {**self.listing.about, **self._compared_sections.about},
        )

    def has_key(self, key: str) -> bool:
        """Whether a name with this key is listed."""
        return self.entries.has_key(key)

    def listed(self, key: str) -> list[Entry]:
        """The entries with this key."""
        return [self.entries[at] for at in self.entries.keyed(key)]

    @cached_property
    def beginnings(self) -> frozenset[str]:
        """What stands in keys before a blank: the beginnings of the listed names of several words."""
        return frozenset(key[:at] for key in self.entries.keys for at, char in enumerate(key) if char == " ")

    def exact(self, text: str) -> list[Hit]:
        """The entries whose key is the key of `text`; empty where `text` has no letters."""
        return [self.hit(each) for each in self.found_exactly(text)]

    def found_exactly(self, text: str) -> list[Finding]:
        """As `exact`, by number."""
        key = name_key(text)
        places = self.entries.keyed(key) if key else []
        if places:
            folded = text.strip().casefold()
            exact = [
                self._found(at, "verbatim" if self.entries.is_written(at, folded, key) else "folded") for at in places
            ]
            return [*exact, *self._lookalikes(text, key)]
        return self._lookalikes(text, key)

    def _lookalikes(self, text: str, key: str) -> list[Finding]:
        """The entries that look like `text`, though a word of one of them mixes Latin and Cyrillic letters."""
        plain = key if text.isascii() else name_key(unmixed(text))
        listed = [*self.entries.mixed(plain), *(self.entries.keyed(plain) if plain != key else ())]
        return [self._found(at, "lookalike") for at in listed if self.entries.keys[at] != key]

    def hit(self, found: Finding) -> Hit:
        """What was found, with its entry."""
        return Hit(self.entries[found.at], found.log_odds, found.how, found.match)

    def carried(self, entity: str, full: str) -> Hit:
        """A hit for an entity that a text has named in full, and now by a part of that name."""
        name = Name(form=full, lang="und", script=script_of(full), kind="short")
        return Hit(Entry(entity, name, name_key(full), full), self._odds["carried"], "carried")

    def similar(self, text: str, lang: str | None = None) -> list[Hit]:
        """The entries whose words sound like those of `text`, or that it abbreviates, best first."""
        return [self.hit(each) for each in self.found_similar(text, lang)]

    def found_similar(self, text: str, lang: str | None = None) -> list[Finding]:
        """As `similar`, by number."""
        found = [self._found(at, "initials") for at in self._abbreviated(text)]
        found += self._compared(tokens(text, lang), text)
        found.sort(key=_BEST_FIRST, reverse=True)
        if any(one.log_odds == other.log_odds for one, other in pairwise(found)):
            owner_of, keys = self.entries.owner_of, self.entries.keys
            found.sort(key=lambda each: (-each.log_odds, owner_of(each.at), keys[each.at]))
        return found

    def _compared(self, query: Sequence[Token], text: str) -> list[Finding]:
        """The listed names that compare best with a query; if none is likely, those with its blanks elsewhere too."""
        if not query:
            return []
        found: dict[int, Finding] = {}
        self._compare(query, found, far=False)
        self._compare_slipped(query, text, found)
        if not _likely(found):
            self._compare(query, found, far=True)
            for words in self._candidates.respaced(query) if not _likely(found) else ():
                self._compare(words, found, far=True)
            self._compare_unspaced(query, text, found)
        return list(found.values())

    def _compare(self, query: Sequence[Token], found: dict[int, Finding], *, far: bool) -> None:
        """Add what a query finds, the best of each entry."""
        scored = self._candidates.scored(query, self.entries.beside, far=far)
        self._take_best(query, found, scored, "far" if far else "near")

    def _take_best(
        self, query: Sequence[Token], found: dict[int, Finding], scored: Sequence[tuple[float, int]], reach: Reach
    ) -> None:
        """Add those of some scored names, best first, that are not out of the question."""
        best = max([each.log_odds for each in found.values()], default=-_CLEAR)
        best = max(best, scored[0][0]) if scored else best
        for rank, (log_odds, at) in enumerate(scored):
            if rank >= _FIRST and log_odds < best - _CLEAR:
                break
            self._take(found, at, log_odds, self._candidates.match(query, at, self.entries.beside, reach))

    def _compare_slipped(self, query: Sequence[Token], text: str, found: dict[int, Finding]) -> None:
        """Add the names a slip or two from a query of several words, if the best one found is further from it."""
        key = name_key(text)
        most = min(_MOST_SLIPS, len(key) // _LETTERS_A_SLIP)
        code = key.encode(errors="surrogatepass")
        if len(query) < _FEWEST_SLIPPED or most < 1 or len(code) > LONGEST or self._is_near(code, found):
            return
        places = [at for _, at in self._slips.near(code, self._candidates.lettered(query, most), most, _LOOKED_AT)]
        scored = self._candidates.slipped(query, places[:_MOST_SLIPPED], self.entries.beside) if places else ()
        self._take_best(query, found, scored, "slips")

    def _compare_unspaced(self, query: Sequence[Token], text: str, found: dict[int, Finding]) -> None:
        """Add what a query as one word finds, compared with the names that sound like it as one word."""
        name = self._candidates.vocabulary.name
        places = [at for at in self._unspaced.of(text) if not same_blanks(query, name(at))]
        for at in self._nearest(text, places):
            match = compare_words((joined(text),), (joined(self.entries[at].form),))
            if match is not None:
                self._take(found, at, match.log_odds_listed, match)

    def _take(self, found: dict[int, Finding], at: int, log_odds: float, match: Match) -> None:
        """Keep a comparison with a listed name if it is the best one of it."""
        if at not in found or log_odds > found[at].log_odds:
            found[at] = Finding(at, log_odds, "similar", match)

    def _found(self, at: int, how: How) -> Finding:
        """What needed no comparison."""
        return Finding(at, self._odds[how], how)

    def _abbreviated(self, text: str) -> list[int]:
        letters = name_key(text.replace(".", ""))
        if len(letters) < _FEWEST_INITIALS:
            return []
        return [at for at in self._initials.under(hashed("a", letters)) if self._initials_of(at) == letters]

    def _initials_of(self, at: int) -> str:
        return "".join([word.key[0] for word in self._candidates.vocabulary.name(at)])

    @cached_property
    def count(self) -> int:
        """How many entities are listed."""
        return len(self.entries.owners)

    @cached_property
    def _compared_sections(self) -> Sections:
        """What names are compared by."""
        if "posting.starts" in self.listing:
            return self.listing
        made = self.__dict__["_compared_sections"] = compared_sections(
            [entry.form for entry in self.entries] if self._forms is None else self._forms
        )
        self._forms = None
        if self.keep is not None:
            self.keep(self.sections)
        return made

    @cached_property
    def _candidates(self) -> Candidates:
        return Candidates(self._compared_sections)

    def _nearest(self, text: str, places: list[int]) -> list[int]:
        """Of some names those that have the most letters of a text."""
        code = name_key(text).encode(errors="surrogatepass")
        if len(places) <= _MOST_UNSPACED or not code or len(code) > LONGEST:
            return places
        return sorted(places, key=lambda at: self._slips.between(code, at))[:_MOST_UNSPACED]

    def _is_near(self, code: bytes, found: dict[int, Finding]) -> bool:
        """Whether the best name found is but slips from a key."""
        best = max(found.values(), key=_BEST_FIRST, default=None)
        return best is not None and self._slips.between(code, best.at) <= _MOST_SLIPS

    @cached_property
    def _slips(self) -> Slips:
        keys, listed = self.entries.keys, self._compared_sections
        return Slips(keys.heap, keys.starts, listed["posting.starts"], listed["posting.members"])

    @cached_property
    def _unspaced(self) -> Unspaced:
        return Unspaced(table_within(self._compared_sections, "unspaced"))

    @cached_property
    def _initials(self) -> KeyTable:
        return table_within(self._compared_sections, "initials")


def compared_sections(forms: Sequence[str]) -> Sections:
    """What listed names are compared by: their words, their initials, and the sound of them all as one word."""
    sounding = array("Q"), array("I")
    found, words = candidate_sections(_read(forms, *sounding))
    heads = [word.key[0] for word in words]
    starts, named = found["name.starts"], found["name.words"]
    initials = ("".join([heads[number] for number in named[start:end]]) for start, end in pairwise(starts))
    keys = table_of([hashed("a", each)] if len(each) >= _FEWEST_INITIALS else [] for each in initials)
    parts = {**parts_of("initials", keys), **parts_of("unspaced", key_table(*sounding))}
    return Sections({**found.parts, **parts}, found.about)


def _read(forms: Sequence[str], hashes: "array[int]", places: "array[int]") -> Iterator[tuple[Token, ...]]:
    """The telling words of each form; the keys of all of them as one word are added to the arrays."""
    whole = len(forms) > _MANY
    for at, form in enumerate(forms):
        words = all_tokens.__wrapped__(form)
        keys = near_keys(words, whole=whole)
        hashes.extend(keys)
        places.extend([at] * len(keys))
        yield telling(words)


def _likely(found: dict[int, Finding]) -> bool:
    """Whether a name is found that is likelier than nobody."""
    return any(each.log_odds >= _LIKELY for each in found.values())
