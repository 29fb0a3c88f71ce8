"""Claims as columns of plain numbers: who, what, when; and for each entity its own, beside the days they held."""

import sys
import zlib
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping

from afgraph.dates import Verdict
from afgraph.graph.span import Span

NO_EDGE = 0x8000  # added to the relation of a claim that makes no edge, so that these stand last
NOBODY = " "  # no id; the other end of a claim that has a value in its place
_ANY = 10**9  # days; beyond any span
TYPES = {
    "claim_start_max": "i",
    "claim_end_min": "i",
    "begin": "i",
    "stated": "i",
    "entry_claim": "i",
    "entry_other": "i",
    "entry_kind": "H",
    "entry_since": "i",
    "entry_until": "i",
    "id_text": "B",
    "id_begin": "i",
    "id_slots": "i",
}


class Columns:
    """Numbered entities and claims as columns, immutable; built by `build_columns` or opened by `open_columns`.

    `entry_*` hold each claim once for each of its ends: those of entity `n` from `begin[n]` on, edges first (up to
    `stated[n]`), sorted by relation and first day; `since` and `until` are the outermost days on which the claim may
    have held. `claim_*` hold the days between which it surely did, in the packs' order: the last on which it can have
    started, the first on which it can have ended.
    """

    def __init__(self, sections: "Mapping[str, memoryview[int]]", relations: Collection[str], key: str = "") -> None:
        self.sections = sections
        self.relations = tuple(relations)
        self.key = key
        self.begin, self.stated = sections["begin"], sections["stated"]
        self.claim, self.other = sections["entry_claim"], sections["entry_other"]
        self.kind, self.since, self.until = sections["entry_kind"], sections["entry_since"], sections["entry_until"]
        self._start_max, self._end_min = sections["claim_start_max"], sections["claim_end_min"]
        self._codes = {relation: code for code, relation in enumerate(self.relations)}
        self._wanted: dict[frozenset[str], frozenset[int]] = {}
        self._names = _Names(sections["id_text"], sections["id_begin"])
        self._numbers = _Numbers(self._names, sections["id_slots"])

    def __reduce__(self) -> tuple[object, ...]:
        """Another process gets the bytes."""
        return _columns, ({name: part.tobytes() for name, part in self.sections.items()}, self.relations, self.key)

    @property
    def claims(self) -> int:
        """How many claims there are."""
        return len(self._start_max)

    @property
    def entities(self) -> int:
        """How many entities there are."""
        return len(self.stated)

    @property
    def nbytes(self) -> int:
        """How many bytes all columns take."""
        return sum(section.nbytes for section in self.sections.values())

    def number(self, entity_id: str) -> int | None:
        """The number of an entity, `None` where it has none."""
        found = self._numbers[entity_id]
        return None if found < 0 else found

    def name(self, number: int) -> str:
        """The id of the entity with this number."""
        return self._names[number]

    def verdict(self, claim: int, asked: Span | None) -> Verdict:
        """How surely a claim held at what is asked, if it possibly did: `claims_of` and `edges_at` give only such."""
        if asked is None or (self._start_max[claim] <= asked.end_min and asked.start_max <= self._end_min[claim]):
            return "yes"
        return "possibly"

    def neighbours(
        self, entity_id: str, relation: str | None = None, asked: Span | None = None, *, edges_only: bool = False
    ) -> set[str]:
        """The ids that claims join to an entity: of one relation, possibly holding at what is asked."""
        at = self._numbers[entity_id]
        if at < 0:
            return set()
        known, decode = self._names.known, self._names.__getitem__
        found: set[str] = set()
        for low, high in self._slices(at, relation, edges_only=edges_only):
            others = self.other[low:high]
            if asked is None:
                found.update([known[other] or decode(other) for other in others])
            else:
                first, last = asked.start_min, asked.end_max
                days = zip(others, self.since[low:high], self.until[low:high], strict=True)
                found.update(
                    [known[other] or decode(other) for other, since, until in days if since <= last and until >= first]
                )
        found.discard(NOBODY)
        found.discard(entity_id)
        return found

    def claims_of(
        self, entity_id: str, relation: str | None = None, asked: Span | None = None, *, edges_only: bool = False
    ) -> list[int]:
        """The claims at an entity, in the packs' order; with a question, those that possibly held at it."""
        at = self._numbers[entity_id]
        if at < 0:
            return []
        found: list[int] = []
        for low, high in self._slices(at, relation, edges_only=edges_only):
            claims = self.claim[low:high]
            if asked is None:
                found.extend(claims)
            else:
                first, last = asked.start_min, asked.end_max
                days = zip(claims, self.since[low:high], self.until[low:high], strict=True)
                found.extend([claim for claim, since, until in days if since <= last and until >= first])
        return sorted(found)

    def edges_of_any(self, entity_id: str, relations: frozenset[str]) -> list[int]:
        """The edges at an entity that are of one of some relations, at any time, in the packs' order."""
        at = self._numbers[entity_id]
        if at < 0:
            return []
        wanted = self._wanted.get(relations)
        if wanted is None:
            wanted = self._wanted[relations] = self.kinds(relations)
        low, high = self.begin[at], self.stated[at]
        kinds = self.kind[low:high]
        if wanted.isdisjoint(kinds):
            return []
        return sorted(claim for kind, claim in zip(kinds, self.claim[low:high], strict=True) if kind in wanted)

    def count(self, entity_id: str) -> int:
        """How many claims an entity has, edges or not."""
        at = self._numbers[entity_id]
        return 0 if at < 0 else self.begin[at + 1] - self.begin[at]

    def degree(self, at: int) -> int:
        """How many edges a numbered entity has, at any time."""
        return self.stated[at] - self.begin[at]

    def others_at(self, at: int, asked: Span | None, kinds: frozenset[int] | None = None) -> Iterable[int]:
        """The other ends of the edges at a numbered entity, possibly holding at what is asked; some more than once."""
        low, high = self.begin[at], self.stated[at]
        others = self.other[low:high]
        if asked is None and kinds is None:
            return others
        first, last = (-_ANY, _ANY) if asked is None else (asked.start_min, asked.end_max)
        days = zip(others, self.since[low:high], self.until[low:high], strict=True)
        if kinds is None:
            return [other for other, since, until in days if since <= last and until >= first]
        sorts = zip(self.kind[low:high], days, strict=True)
        return [other for kind, (other, since, until) in sorts if kind in kinds and since <= last and until >= first]

    def between(self, near: int, far: int, asked: Span | None = None, kinds: frozenset[int] | None = None) -> list[int]:
        """The edges between two numbered entities, possibly holding at what is asked, in the packs' order."""
        if self.degree(far) < self.degree(near):
            near, far = far, near
        low, high = self.begin[near], self.stated[near]
        first, last = (-_ANY, _ANY) if asked is None else (asked.start_min, asked.end_max)
        found = [
            self.claim[at]
            for at in _places(self.other[low:high], far, low)
            if self.since[at] <= last and self.until[at] >= first and (kinds is None or self.kind[at] in kinds)
        ]
        return sorted(found)

    def kinds(self, relations: Collection[str]) -> frozenset[int]:
        """The codes of some relations, as the edges bear them; what no claim has is left out."""
        return frozenset(self._codes[each] for each in relations if each in self._codes)

    def _slices(self, at: int, relation: str | None, *, edges_only: bool) -> list[tuple[int, int]]:
        """Where the claims of an entity stand: all, or those of one relation."""
        low, high = self.begin[at], self.stated[at] if edges_only else self.begin[at + 1]
        if relation is None:
            return [(low, high)]
        code = self._codes.get(relation)
        if code is None:
            return []
        codes = (code,) if edges_only else (code, code | NO_EDGE)
        return [(bisect_left(self.kind, each, low, high), bisect_right(self.kind, each, low, high)) for each in codes]


def _columns(parts: Mapping[str, bytes], relations: Collection[str], key: str) -> Columns:
    return Columns({name: column(memoryview(part), name) for name, part in parts.items()}, relations, key)


def column(part: "memoryview[int]", name: str) -> "memoryview[int]":
    """Some bytes as the numbers of the column of that name."""
    return part.cast(TYPES[name])  # type: ignore[call-overload,no-any-return]  # one of its literals


def _places(others: "memoryview[int]", far: int, low: int) -> Iterator[int]:
    """Where a number stands among others that begin at `low`: its bytes are sought, at every fourth byte."""
    text, sought = others.tobytes(), far.to_bytes(4, sys.byteorder)
    at = text.find(sought)
    while at >= 0:
        if at % 4 == 0:
            yield low + at // 4
        at = text.find(sought, at + 4 - at % 4)


class _Names:
    """Ids by number, each decoded when it is first asked for; `known` holds those that were, `NOBODY` stands last."""

    def __init__(self, text: "memoryview[int]", begin: "memoryview[int]") -> None:
        self.known: list[str | None] = [None] * (len(begin) - 1)
        self.known.append(NOBODY)
        self._text, self._begin = text, begin

    def __getitem__(self, number: int) -> str:
        known = self.known[number]
        if known is None:
            text = self._text[self._begin[number] : self._begin[number + 1]]
            known = self.known[number] = str(text, "utf-8", "surrogatepass")
        return known


class _Numbers(dict[str, int]):
    """Numbers by id, found in a table of slots; -1 for what has none."""

    def __init__(self, names: _Names, slots: "memoryview[int]") -> None:
        super().__init__()
        self._names, self._slots = names, slots

    def __missing__(self, name: str) -> int:
        for slot in probe(name, len(self._slots)):
            number = self._slots[slot]
            if number < 0:
                return -1
            known = self._names[number]
            if known == name:
                self[known] = number
                return number
        return -1


def probe(name: str, slots: int) -> Iterator[int]:
    """The slots in which an id may stand, in the order in which they are tried; `slots` is a power of two."""
    first = zlib.crc32(name.encode("utf-8", "surrogatepass"))
    return ((first + step) & (slots - 1) for step in range(slots))
