"""Listed names by their key and by the words they are made of."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from afgraph.data import read_numbers
from afgraph.matching.candidates import Candidates
from afgraph.matching.compare import Match, compare_words
from afgraph.matching.tokens import Token, tokens
from afgraph.matching.unspaced import Unspaced, joined
from afgraph.model import Name
from afgraph.text import name_key, script_of, unmixed

_ASIDE = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
_FEWEST_INITIALS = 3
_LIKELY = 0.0  # log-odds below which more is looked at
_CLEAR = 3.0  # log-odds by which a name is out of the question
_BEHIND = 3  # names in a row that are, after which no more are compared

How = Literal["verbatim", "folded", "lookalike", "initials", "carried", "similar", "judged"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A listed name: whose it is, the name, its key, and the part of the form that is meant."""

    entity: str
    name: Name
    key: str
    form: str


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


class NameIndex:
    """Names to look up. Exact look-ups go by key; similar ones by their words, then by comparison.

    >>> from afgraph.model import Name
    >>> index = NameIndex([("m", Name(form="Ahmad Massoud", lang="eng", script="Latn"))])
    >>> [hit.entry.entity for hit in index.similar("احمد مسعود")]
    ['m']
    """

    def __init__(self, names: Iterable[tuple[str, Name]]) -> None:
        self.entries = tuple(
            Entry(entity, name, name_key(form), form) for entity, name in names for form in _forms(name.form)
        )
        self._by_key: dict[str, list[Entry]] = defaultdict(list)
        self._mixed: dict[str, list[Entry]] = defaultdict(list)  # by the key they would have if their letters were not
        for entry in self.entries:
            self._by_key[entry.key].append(entry)
            plain = unmixed(entry.form)
            if plain != entry.form:
                self._mixed[name_key(plain)].append(entry)
        self._odds = read_numbers("matching/exact.tsv")

    def has_key(self, key: str) -> bool:
        """Whether a name with this key is listed."""
        return key in self._by_key

    def listed(self, key: str) -> list[Entry]:
        """The entries with this key."""
        return self._by_key.get(key, [])

    @cached_property
    def beginnings(self) -> frozenset[str]:
        """What stands in keys before a blank: the beginnings of the listed names of several words."""
        return frozenset(key[:at] for key in self._by_key for at, char in enumerate(key) if char == " ")

    def exact(self, text: str) -> list[Hit]:
        """The entries whose key is the key of `text`; empty where `text` has no letters."""
        key = name_key(text)
        folded = text.strip().casefold()
        hits = [
            self._hit(entry, "verbatim" if entry.name.form.casefold() == folded else "folded")
            for entry in (self.listed(key) if key else ())
        ]
        return [*hits, *self._lookalikes(text, key)]

    def _lookalikes(self, text: str, key: str) -> list[Hit]:
        """The entries that look like `text`, though a word of one of them mixes Latin and Cyrillic letters."""
        plain = name_key(unmixed(text))
        listed = [*self._mixed.get(plain, ()), *(self.listed(plain) if plain != key else ())]
        return [self._hit(entry, "lookalike") for entry in listed if entry.key != key]

    def carried(self, entity: str, full: str) -> Hit:
        """A hit for an entity that a text has named in full, and now by a part of that name."""
        name = Name(form=full, lang="und", script=script_of(full), kind="short")
        return self._hit(Entry(entity, name, name_key(full), full), "carried")

    def similar(self, text: str, lang: str | None = None) -> list[Hit]:
        """The entries whose words sound like those of `text`, or that it abbreviates, best first."""
        query = tokens(text, lang)
        hits = [self._hit(entry, "initials") for entry in self._abbreviated(text)]
        hits += self._compared(query, text)
        return sorted(hits, key=lambda hit: (-hit.log_odds, hit.entry.entity, hit.entry.key))

    def _compared(self, query: Sequence[Token], text: str) -> list[Hit]:
        """The listed names that compare best with a query; if none is likely, those with its blanks elsewhere too."""
        if not query:
            return []
        found: dict[int, Hit] = {}
        self._compare(query, found, far=False)
        if max([hit.log_odds for hit in found.values()], default=_LIKELY - 1) < _LIKELY:
            for words in (query, *self._candidates.respaced(query)):
                self._compare(words, found, far=True)
            self._compare_unspaced(text, found)
        return list(found.values())

    def _compare(self, query: Sequence[Token], found: dict[int, Hit], *, far: bool) -> None:
        """Add the hits of a query, the best of each entry."""
        best, behind = max([hit.log_odds for hit in found.values()], default=-_CLEAR), 0
        for at in self._candidates.of(query, far=far):
            match = self._candidates.compared(query, at, self._places[self.entries[at].entity], far=far)
            if match is None:
                continue
            log_odds = self._take(found, at, match)
            best = max(best, log_odds)
            behind = behind + 1 if log_odds < best - _CLEAR else 0
            if behind == _BEHIND:
                break

    def _compare_unspaced(self, text: str, found: dict[int, Hit]) -> None:
        """Add the hits of a query as one word, compared with the names that sound like it as one word."""
        word = joined(text)
        for at in self._unspaced.of(text):
            match = compare_words((word,), (joined(self.entries[at].form),))
            if match is not None:
                self._take(found, at, match)

    def _take(self, found: dict[int, Hit], at: int, match: Match) -> float:
        """Keep a comparison with a listed name if it is the best one of it; its log-odds."""
        log_odds = match.log_odds_listed
        if at not in found or log_odds > found[at].log_odds:
            found[at] = Hit(self.entries[at], log_odds, "similar", match)
        return log_odds

    def _hit(self, entry: Entry, how: How) -> Hit:
        """A hit that needed no comparison."""
        return Hit(entry, self._odds[how], how)

    def _abbreviated(self, text: str) -> list[Entry]:
        letters = name_key(text.replace(".", ""))
        return self._initials.get(letters, []) if len(letters) >= _FEWEST_INITIALS else []

    @cached_property
    def count(self) -> int:
        """How many entities are listed."""
        return len({entry.entity for entry in self.entries})

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """The places of each entity's entries."""
        found: dict[str, list[int]] = defaultdict(list)
        for at, entry in enumerate(self.entries):
            found[entry.entity].append(at)
        return dict(found)

    @cached_property
    def _tokens(self) -> list[tuple[Token, ...]]:
        return [tokens(entry.form) for entry in self.entries]

    @cached_property
    def _candidates(self) -> Candidates:
        return Candidates(self._tokens)

    @cached_property
    def _unspaced(self) -> Unspaced:
        return Unspaced([entry.form for entry in self.entries])

    @cached_property
    def _initials(self) -> dict[str, list[Entry]]:
        found: dict[str, list[Entry]] = defaultdict(list)
        for entry, words in zip(self.entries, self._tokens, strict=True):
            if len(words) >= _FEWEST_INITIALS:
                found["".join(word.key[0] for word in words)].append(entry)
        return dict(found)


def _forms(form: str) -> Iterator[str]:
    """A form, and what it says without and within its brackets: "Afghan National Army (ANA)" is three names."""
    yield form
    within = [inside for pair in _ASIDE.findall(form) for inside in pair if inside.strip()]
    if within:
        bare = " ".join(_ASIDE.sub(" ", form).split())
        yield from dict.fromkeys(each for each in (bare, *within) if name_key(each) and each != form)
