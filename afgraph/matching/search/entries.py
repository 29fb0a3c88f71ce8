"""Listed names by number, with their keys; what is known of each lies in arrays, and the rest is asked for."""

import re
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import overload

from afgraph.matching.arrays.keys import KeyTable, Lookup, hashed, key_table
from afgraph.matching.arrays.postings import inverted
from afgraph.matching.arrays.tables import parts_of, table_within
from afgraph.matching.search.verbatim import Verbatim
from afgraph.model import Name
from afgraph.recent import Recent
from afgraph.sections import Sections, Strings
from afgraph.text import ascii_folds, name_key, unmixed

_ASIDE = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
_KEPT = 50_000  # entries that are remembered
_LETTERS = 5  # of an acronym that is read letter by letter

NamesOf = Callable[[str], Sequence[Name]]  # the names of the one with an id


@dataclass(frozen=True, slots=True)
class Entry:
    """A listed name: whose it is, the name, its key, and the part of the form that is meant."""

    entity: str
    name: Name
    key: str
    form: str


class Entries(Sequence[Entry]):
    """Listed names, each made when it is first asked for; made by `entry_sections`.

    `keys` are their keys. The bearers and their names come from `names_of`.
    """

    def __init__(self, sections: Sections, names_of: NamesOf) -> None:
        self._sections, self._names_of = sections, names_of
        self._made = Recent[int, Entry](_KEPT)

    @cached_property
    def keys(self) -> Strings:
        """The key of each."""
        return Strings.within(self._sections, "entry.key")

    @cached_property
    def owners(self) -> Strings:
        """The ids of the bearers."""
        return Strings.within(self._sections, "owner")

    @cached_property
    def _columns(self) -> "tuple[memoryview[int], memoryview[int], memoryview[int]]":
        owner, name, variant = (self._sections[f"entry.{each}"] for each in ("owner", "name", "variant"))
        return owner, name, variant

    @cached_property
    def _plain(self) -> "memoryview[int]":
        return self._sections["entry.plain"]

    @cached_property
    def _acronyms(self) -> "memoryview[int]":
        return self._sections["entry.acronym"]

    @cached_property
    def _of_owner(self) -> "tuple[memoryview[int], memoryview[int]]":
        return self._sections["owner.entries.starts"], self._sections["owner.entries.members"]

    @cached_property
    def _table(self) -> KeyTable:
        return table_within(self._sections, "exact")

    @cached_property
    def _by_key(self) -> Lookup:
        return Lookup(self._table, self.keys.heap, self.keys.starts)

    def __len__(self) -> int:
        return len(self.keys)

    @overload
    def __getitem__(self, at: int) -> Entry: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Entry]: ...
    def __getitem__(self, at: int | slice) -> Entry | Sequence[Entry]:
        if isinstance(at, slice):
            return [self[each] for each in range(*at.indices(len(self)))]
        made = self._made.get(at)
        if made is None:
            made = self._make(at)
            self._made.put(at, made)
        return made

    def _make(self, at: int) -> Entry:
        owners, names, variants = self._columns
        owner, variant = self.owners[owners[at]], variants[at]
        name = self._names_of(owner)[names[at]]
        form = [*forms_of(name.form)][variant] if variant else name.form
        return Entry(owner, name, self.keys[at], form)

    def beside(self, at: int) -> "Sequence[int]":
        """The places of all entries of the bearer of one, that one among them."""
        starts, members = self._of_owner
        owner = self._columns[0][at]
        start, end = starts[owner], starts[owner + 1]
        return members[start:end] if end - start > 1 else (at,)

    @cached_property
    def alone(self) -> bool:
        """Whether every bearer bears but one name."""
        return len(self.owners) == len(self)

    @property
    def bearers(self) -> "memoryview[int]":
        """The number of the bearer of each: the same for all entries of one bearer."""
        return self._columns[0]

    def owner_of(self, at: int) -> str:
        """The id of the bearer of one."""
        return self.owners[self._columns[0][at]]

    def is_written(self, at: int, folded: str, key: str) -> bool:
        """Whether the name of one, which has this key, is written like `folded` but for case."""
        if self._plain[at]:  # its name is its key
            return folded == key
        return self[at].name.form.casefold() == folded

    def spelling(self, at: int) -> str:
        """The form of one; its key where both are the same plain letters, which is quicker to have."""
        key = self.keys[at] if self._plain[at] else ""
        return key if key and key.isascii() else self[at].form

    def is_acronym(self, at: int) -> bool:
        """Whether one is letters that stand for words, which nobody would spell otherwise."""
        return bool(self._acronyms[at])

    @cached_property
    def verbatim(self) -> Callable[[str], int]:
        """What gives twice the place of the one entry that a text is, 1 more where it is written so: `Verbatim.of`."""
        return Verbatim(self._table, self.keys.heap, self.keys.starts, self._plain, ascii_folds()).of

    def keyed(self, key: str) -> list[int]:
        """The places of the entries with a key."""
        return self._by_key.of("=", key)

    def has_key(self, key: str) -> bool:
        """Whether an entry has a key."""
        return bool(self.keyed(key))

    def mixed(self, key: str) -> list[int]:
        """The places of the entries that would have a key if each of their words were of one script."""
        return self._table.under(hashed("~", key))


def entry_sections(names: Iterable[tuple[str, Name]]) -> tuple[Sections, Strings]:
    """The sections of some names with the ids of their bearers, and the form of each entry."""
    owners: dict[str, int] = {}
    borne = array("I")  # names of each so far
    owner, name_at, variants, plain_forms, acronyms = array("I"), array("I"), bytearray(), bytearray(), bytearray()
    keys, places = array("Q"), array("I")
    listed: list[str] = []
    forms: list[str] = []
    for entity, name in names:
        number = owners.setdefault(entity, len(owners))
        if number == len(borne):
            borne.append(0)
        for variant, form in enumerate(forms_of(name.form)):
            at = len(owner)
            owner.append(number)
            name_at.append(borne[number])
            variants.append(min(variant, 255))
            key = name_key(form)
            listed.append(key)
            plain_forms.append(variant == 0 and form.casefold() == key)
            acronyms.append(name.kind == "acronym" and _is_spelled(form))
            forms.append(form)
            keys.append(hashed("=", key))
            places.append(at)
            plain = unmixed(form)
            if plain != form:
                keys.append(hashed("~", name_key(plain)))
                places.append(at)
        borne[number] += 1
    starts, members = inverted(array("I", range(len(owner) + 1)), owner, len(owners))
    sections = Sections(
        {
            **Strings.of(listed).sections("entry.key"),
            **Strings.of(owners).sections("owner"),
            "entry.owner": owner,
            "entry.name": name_at,
            "entry.variant": bytes(variants),
            "entry.plain": bytes(plain_forms),
            "entry.acronym": bytes(acronyms),
            "owner.entries.starts": starts,
            "owner.entries.members": members,
            **parts_of("exact", key_table(keys, places)),
        },
        {},
    )
    return sections, Strings.of(forms)


def _is_spelled(form: str) -> bool:
    """Whether an acronym is letters rather than a word: HCR, but not Daesh."""
    return len(form) <= _LETTERS and sum(map(str.isupper, form)) > 1


def forms_of(form: str) -> Iterator[str]:
    """A form, and what it says without and within its brackets: "Afghan National Army (ANA)" is three names."""
    yield form
    if "(" not in form and "[" not in form:
        return
    within = [inside for pair in _ASIDE.findall(form) for inside in pair if inside.strip()]
    if within:
        bare = " ".join(_ASIDE.sub(" ", form).split())
        yield from dict.fromkeys(each for each in (bare, *within) if name_key(each) and each != form)
