"""Listed names by their key and by the skeletons of their words."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from afgraph.data import read_numbers
from afgraph.matching.compare import Comparison, compare_words
from afgraph.matching.tokens import Token, tokens
from afgraph.model import Name
from afgraph.text import name_key, script_of

_RERANKED = 60


@dataclass(frozen=True, slots=True)
class Entry:
    """A listed name: whose it is, the name, and its key."""

    entity: str
    name: Name
    key: str


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that a text may mean, with the log-odds that both are one name.

    `comparison` is `None` for an exact hit; `verbatim` says that case aside not even punctuation differs.
    """

    entry: Entry
    log_odds: float
    verbatim: bool = False
    comparison: Comparison | None = None


class NameIndex:
    """Names to look up. Exact look-ups go by key; similar ones by skeletons of words, then by comparison.

    >>> from afgraph.model import Name
    >>> index = NameIndex([("m", Name(form="Ahmad Massoud", lang="eng", script="Latn"))])
    >>> [hit.entry.entity for hit in index.similar("احمد مسعود")]
    ['m']
    """

    def __init__(self, names: Iterable[tuple[str, Name]]) -> None:
        self.entries = tuple(Entry(entity, name, name_key(name.form)) for entity, name in names)
        by_key: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            by_key[entry.key].append(entry)
        self._by_key = dict(by_key)
        self._odds = read_numbers("matching/exact.tsv")

    def has_key(self, key: str) -> bool:
        """Whether a name with this key is listed."""
        return key in self._by_key

    def listed(self, key: str) -> list[Entry]:
        """The entries with this key."""
        return self._by_key.get(key, [])

    @cached_property
    def longest(self) -> int:
        """How many words the longest listed name has."""
        return max((key.count(" ") + 1 for key in self._by_key), default=0)

    @cached_property
    def first_words(self) -> frozenset[str]:
        """The words that listed names begin with, as they stand in keys."""
        return frozenset(key.split(" ", 1)[0] for key in self._by_key)

    def exact(self, text: str) -> list[Hit]:
        """The entries whose key is the key of `text`; empty where `text` has no letters."""
        key = name_key(text)
        folded = text.strip().casefold()
        hits = []
        for entry in self.listed(key) if key else []:
            verbatim = entry.name.form.casefold() == folded
            hits.append(Hit(entry, self._odds["verbatim" if verbatim else "folded"], verbatim=verbatim))
        return hits

    def carried(self, entity: str, full: str) -> Hit:
        """A hit for an entity that a text has named in full, and now by a part of that name."""
        name = Name(form=full, lang="und", script=script_of(full), kind="short")
        return Hit(Entry(entity, name, name_key(full)), self._odds["carried"])

    def similar(self, text: str) -> list[Hit]:
        """The entries whose words sound like those of `text`, best first."""
        query = tokens(text)
        hits = []
        for at in self._candidates(query):
            comparison = compare_words(query, self._tokens[at])
            if comparison is not None:
                hits.append(Hit(self.entries[at], comparison.log_odds, comparison=comparison))
        return sorted(hits, key=lambda hit: (-hit.log_odds, hit.entry.entity, hit.entry.key))

    def _candidates(self, query: tuple[Token, ...]) -> list[int]:
        """The entries that share most skeletons with the query, rare ones counting more; the shortest first."""
        shared: Counter[int] = Counter()
        for skeleton in self._blocking_keys(query):
            found = self._postings.get(skeleton, [])
            for at in found:
                shared[at] += 1_000_000 // (len(found) + 10)
        ranked = sorted(shared, key=lambda at: (-shared[at], len(self._tokens[at]), at))
        return ranked[:_RERANKED]

    @cached_property
    def _tokens(self) -> list[tuple[Token, ...]]:
        return [tokens(entry.name.form) for entry in self.entries]

    @cached_property
    def _postings(self) -> dict[str, list[int]]:
        postings: dict[str, list[int]] = defaultdict(list)
        for at, words in enumerate(self._tokens):
            for skeleton in self._blocking_keys(words):
                postings[skeleton].append(at)
        return dict(postings)

    @staticmethod
    def _blocking_keys(words: tuple[Token, ...]) -> set[str]:
        """The skeletons of the words that carry weight, and of neighbours written as one."""
        heavy = [word for word in words if word.weight >= 1.0 and word.skeletons] or list(words)
        keys = {skeleton for word in heavy for skeleton in word.skeletons}
        for one, other in pairwise(heavy):
            keys |= {left + right for left in one.skeletons for right in other.skeletons}
        return keys
