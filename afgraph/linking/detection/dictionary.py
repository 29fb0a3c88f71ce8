"""The listed names as a running text may hold them: without their article, turned around a comma, one of two."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from afgraph.linking.detection.sweep import Sweep
from afgraph.linking.words.alphabets import in_other_alphabet
from afgraph.linking.words.beside import is_generic
from afgraph.linking.words.common import is_common
from afgraph.linking.words.once import once_per_index
from afgraph.matching import NameIndex
from afgraph.matching.search.index import Entry
from afgraph.recent import Recent
from afgraph.text import name_key, script_of

_EITHER = re.compile(r" / ")
_TURNED = re.compile(r"([^,]+), ([^,]+)")
_ARTICLES = ("the ",)
_LONGEST_ACRONYM = 5
_FEWEST_WORDS = 3  # of a name that a shorter one is made of
_BARE_SCRIPTS = ("Arab",)
_KEPT = 10_000  # keys that are remembered


@dataclass(frozen=True, slots=True)
class Listed:
    """A listed name under one of its keys: `form` is how it is looked up, `entries` whose it is."""

    form: str
    entries: tuple[Entry, ...]


_NOTHING = Listed("", ())  # no name is listed: that is remembered too


class Dictionary:
    """The names of an index by the keys under which a text may hold them.

    >>> from afgraph.model import Name
    >>> index = NameIndex([("g", Name(form="The Salvation Group", lang="eng", script="Latn"))])
    >>> Dictionary(index).listed("salvation group").form
    'The Salvation Group'
    """

    def __init__(self, index: NameIndex) -> None:
        self._index = index
        self._others: dict[str, list[Entry]] = {}
        self._last = Recent[str, Listed](_KEPT)  # words come again and again in a text
        for entry in index.entries:
            for key in (*_other_keys(entry.form, entry.key), *_other_alphabets(entry)):
                if key and not index.has_key(key):
                    self._others.setdefault(key, []).append(entry)
        for key, entries in _shortened(index.entries).items():
            if not index.has_key(key) and key not in self._others and len({entry.entity for entry in entries}) == 1:
                self._others[key] = entries

    def has(self, key: str) -> bool:
        """Whether a text that holds this key holds a listed name."""
        return self._index.has_key(key) or key in self._others

    def listed(self, key: str) -> Listed | None:
        """The listed name under a key; of several the first by its form, so that no list's order counts."""
        found = self._last.get(key)
        if found is None:
            found = self._listed(key)
            self._last.put(key, found)
        return found if found is not _NOTHING else None

    def _listed(self, key: str) -> Listed:
        entries = self._index.listed(key)
        if entries:
            return Listed(min(entry.form for entry in entries), tuple(entries))
        others = self._others.get(key)
        if not others:
            return _NOTHING
        first = min(others, key=lambda entry: (entry.form, entry.entity))
        return Listed(first.form, tuple(each for each in others if each.key == first.key))

    @cached_property
    def beginnings(self) -> frozenset[str]:
        """What stands in keys before a blank."""
        others = frozenset(key[:at] for key in self._others for at, char in enumerate(key) if char == " ")
        return self._index.beginnings | others

    @cached_property
    def sweep(self) -> Sweep:
        """Finds the keys in a text as they stand."""
        return Sweep([*(entry.key for entry in self._index.entries), *self._others])

    @cached_property
    def firsts(self) -> frozenset[str]:
        """The first words of all keys."""
        return frozenset(key.split(" ", 1)[0] for key in (*(each.key for each in self._index.entries), *self._others))

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The words of all keys."""
        return frozenset(word for entry in self._index.entries for word in entry.key.split())


def _other_keys(form: str, key: str) -> Iterator[str]:
    """Further keys of a name."""
    for article in _ARTICLES:
        if key.startswith(article):
            yield key.removeprefix(article)
    if _EITHER.search(form):
        yield from map(name_key, _EITHER.split(form))
    turned = _TURNED.fullmatch(form)
    if turned is not None:
        yield name_key(f"{turned[2]} {turned[1]}")


def _other_alphabets(entry: Entry) -> Iterator[str]:
    """The key of a name in the other alphabet of its language."""
    other = in_other_alphabet(entry.form, entry.name.lang, entry.name.script)
    if other is not None:
        yield name_key(other)


def _shortened(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    """The names of bodies in scripts without capitals less a first or last word that tells a kind, by their keys.

    "The party of unity" is known from "the Islamic party of unity" there only by such a key.
    """
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        words = entry.key.split()
        if len(words) < _FEWEST_WORDS or script_of(entry.form) not in _BARE_SCRIPTS:
            continue
        if is_generic(words[0]) and not is_common(words[1]):
            found.setdefault(" ".join(words[1:]), []).append(entry)
        if is_generic(words[-1]) and not is_common(words[0]) and not is_common(words[-2]):
            found.setdefault(" ".join(words[:-1]), []).append(entry)
    return found


def is_acronym(form: str) -> bool:
    """Whether a name in capitals is short enough to be made of first letters; a longer one is a list's way to write.

    >>> is_acronym("ISAF"), is_acronym("KABUL CITY"), is_acronym("Kabul")
    (True, False, False)
    """
    return form.isupper() and 1 < len(form) <= _LONGEST_ACRONYM and " " not in form


@once_per_index
def dictionary_of(index: NameIndex) -> Dictionary:
    """The dictionary of an index, made once."""
    return Dictionary(index)
