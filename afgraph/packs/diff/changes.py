"""Changes as values that can be counted, turned round and read as sentences."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, Literal, get_args, overload

What = Literal["pack", "entity", "name", "source", "claim", "lexeme"]
How = Literal["added", "removed", "renamed", "merged", "split", "changed"]

_TURNED: dict[How, How] = {"added": "removed", "removed": "added", "merged": "split", "split": "merged"}


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """One field before and after; `None` where it was left out. Of a field with several values, one of them."""

    field: str
    old: str | None
    new: str | None

    def __str__(self) -> str:
        if self.old is None:
            return f"{self.field} + {self.new}"
        if self.new is None:
            return f"{self.field} - {self.old}"
        return f"{self.field} {self.old} -> {self.new}"

    def turned(self) -> "FieldChange":
        """The same change seen from the other side."""
        return replace(self, old=self.new, new=self.old)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One side of a change: what stands there, in words, and where. `detail` tells it from others of its like."""

    id: str
    says: str
    detail: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One difference; `old` is `None` where something was added, `new` where it was removed.

    Of an entity that was merged into another, `new` is the other; of one that was split off, `old` is.
    """

    what: What
    how: How
    old: Entry | None
    new: Entry | None
    fields: tuple[FieldChange, ...] = ()

    @property
    def entry(self) -> Entry:
        """What it is about, as it stands in the new pack, or in the old one where it was removed."""
        entry = self.new or self.old
        if entry is None:
            raise ValueError("a change without sides")
        return entry

    def __str__(self) -> str:
        changed = "; ".join(map(str, self.fields))
        if self.old is None or self.new is None:
            return f"{self.what} {self.how}: {self.entry.says} {self.entry.detail}".rstrip()
        if self.how == "changed":
            return f"{self.entry.says}: {changed}"
        link = "from" if self.how == "split" else "into" if self.how == "merged" else "->"
        one, other = (self.new, self.old) if self.how == "split" else (self.old, self.new)
        return f"{self.what} {self.how}: {one.says} {link} {other.says}" + (f"; {changed}" if changed else "")

    def turned(self) -> "Change":
        """The same change seen from the other side: what was added is removed."""
        fields = tuple(each.turned() for each in self.fields)
        return replace(self, how=_TURNED.get(self.how, self.how), old=self.new, new=self.old, fields=fields)

    def to_dict(self) -> dict[str, Any]:
        """The change as plain values, its sentence included."""
        return {
            "what": self.what,
            "how": self.how,
            "id": self.entry.id,
            "old": None if self.old is None else asdict(self.old),
            "new": None if self.new is None else asdict(self.new),
            "fields": [asdict(each) for each in self.fields],
            "sentence": str(self),
        }


def change_between(what: What, old: Entry | None, new: Entry | None, fields: Sequence[FieldChange]) -> Iterator[Change]:
    """The change from one side to the other: added, removed, or changed where some field did; else none."""
    if old is None or new is None:
        yield Change(what=what, how="added" if old is None else "removed", old=old, new=new)
    elif fields:
        yield Change(what=what, how="changed", old=old, new=new, fields=tuple(fields))


class PackDiff(Sequence[Change]):
    """The changes from one state of a pack to another, ordered by what they are about; empty where nothing changed.

    `str()` gives one sentence a change.
    """

    def __init__(self, changes: Sequence[Change]) -> None:
        self._changes = tuple(sorted(changes, key=_order))

    @overload
    def __getitem__(self, at: int) -> Change: ...
    @overload
    def __getitem__(self, at: slice) -> "PackDiff": ...
    def __getitem__(self, at: int | slice) -> "Change | PackDiff":
        return PackDiff(self._changes[at]) if isinstance(at, slice) else self._changes[at]

    def __len__(self) -> int:
        return len(self._changes)

    def __iter__(self) -> Iterator[Change]:
        return iter(self._changes)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PackDiff) and self._changes == other._changes

    def __hash__(self) -> int:
        return hash(self._changes)

    def __repr__(self) -> str:
        return f"<PackDiff: {self.summary}>"

    def __str__(self) -> str:
        return "\n".join(map(str, self._changes))

    def about(self, what: What) -> "PackDiff":
        """Only the changes to entities, names, sources, claims or lexemes."""
        return PackDiff([each for each in self._changes if each.what == what])

    def turned(self) -> "PackDiff":
        """The diff from new to old."""
        return PackDiff([each.turned() for each in self._changes])

    @property
    def summary(self) -> str:
        """How many changes of each sort, in one line.

        >>> PackDiff([]).summary
        'no change'
        """
        counts = Counter((each.what, each.how) for each in self._changes)
        words = {what: "entities" if what == "entity" else f"{what}s" for what in get_args(What)}
        said = [f"{count} {words[what] if count > 1 else what} {how}" for (what, how), count in counts.items()]
        return ", ".join(said) or "no change"

    def to_dict(self) -> dict[str, Any]:
        """The changes as plain values."""
        return {"changes": [each.to_dict() for each in self._changes], "summary": self.summary}


def _order(change: Change) -> tuple[int, int, str, str, str]:
    """By what and how, as the types list them; then by id and words."""
    entry = change.entry
    kind = get_args(What).index(change.what), get_args(How).index(change.how)
    return *kind, entry.id, f"{entry.says} {entry.detail}", str(change)
