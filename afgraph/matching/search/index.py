"""Listed names by their key and by the words they are made of."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cached_property

from afgraph.data import read_numbers
from afgraph.matching.search.entries import Entries, Entry, NamesOf, entry_sections
from afgraph.matching.search.finding import BEST_FIRST, Finding, Hit, How, tied
from afgraph.matching.search.similar import Similar, compared_sections
from afgraph.model import Name
from afgraph.sections import Sections, Strings
from afgraph.text import name_key, script_of, unmixed

__all__ = ["Entry", "Finding", "Hit", "How", "NameIndex"]


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

    def found_plainly(self, at: int) -> Finding:
        """What `found_exactly` gives where it is the one that `entries.verbatim` says."""
        return self._found(at >> 1, "verbatim" if at & 1 else "folded")

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
        return self.ranked(self._similar.of(text, lang))

    def ranked(self, found: list[Finding]) -> list[Finding]:
        """What was found, best first; of equals by bearer and name. The list is sorted in place."""
        found.sort(key=BEST_FIRST, reverse=True)
        if tied(found):
            owner_of, keys = self.entries.owner_of, self.entries.keys
            found.sort(key=lambda each: (-each.log_odds, owner_of(each.at), keys[each.at]))
        return found

    def found_briefly(self, text: str) -> list[Finding]:
        """As `found_similar`, in no order; where the list is long, one is enough that is as close as can be."""
        return self._similar.of(text, brief=True)

    def _found(self, at: int, how: How) -> Finding:
        """What needed no comparison."""
        return Finding(at, self._odds[how], how)

    @cached_property
    def count(self) -> int:
        """How many entities are listed."""
        return len(self.entries.owners)

    @cached_property
    def _compared_sections(self) -> Sections:
        """What names are compared by."""
        if "posting.starts" in self.listing:
            return self.listing
        forms = [entry.form for entry in self.entries] if self._forms is None else self._forms
        made = compared_sections(forms, self.entries.keys, self.entries.is_acronym)
        self.__dict__["_compared_sections"] = made
        self._forms = None
        if self.keep is not None:
            self.keep(self.sections)
        return made

    @cached_property
    def _similar(self) -> Similar:
        return Similar(self.entries, self._compared_sections)
