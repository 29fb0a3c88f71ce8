"""Several packs as one: names add up, what is missing is filled in, what differs is a conflict."""

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any, Literal, TypeVar

from afgraph.model import Claim, Entity, Lexeme, Name, Source
from afgraph.packs.nodes import Problems
from afgraph.packs.read_pack import Draft
from afgraph.packs.read_vocabulary import schemas

OnConflict = Literal["error", "first", "last"]
Value = TypeVar("Value", Entity, Source, Claim, Lexeme)

_FREE = frozenset({"origin", "about", "note"})  # words about a thing may differ; the first pack's are kept


def merge(drafts: list[Draft], on_conflict: OnConflict, problems: Problems) -> Draft:
    """One draft of several packs, in their order.

    Entries of one id become one: names and references add up, a field that one pack leaves out is taken from the
    other. A field that both fill differently is a conflict: a problem, unless `on_conflict` lets the first or the last
    pack win, or the later entry says `overrides: yes` and so replaces the earlier one whole.
    """
    merged = Draft()
    for draft in drafts:
        merged.titles += draft.titles
        for name in ("entities", "sources", "claims", "lexicon"):
            _merge_part(getattr(merged, name), getattr(draft, name), draft.overrides, on_conflict, problems)
        merged.marks.update(draft.marks)
    return merged


def _merge_part(
    known: dict[str, Value], new: Mapping[str, Value], overrides: set[str], on_conflict: OnConflict, problems: Problems
) -> None:
    for key, value in new.items():
        if key in known and key not in overrides:
            known[key] = _joined(known[key], value, on_conflict, problems)
        else:
            known[key] = value


def _joined(one: Value, other: Value, on_conflict: OnConflict, problems: Problems) -> Value:
    """Two entries of one id as one."""
    values: dict[str, Any] = {}
    for field in fields(one):
        first: Any = getattr(one, field.name)
        last: Any = getattr(other, field.name)
        if field.name == "schema" and _narrower(first, last) is not None:
            values["schema"] = _narrower(first, last)
        elif field.name == "names":
            values["names"] = _names(first, last)
        elif isinstance(first, tuple) and not isinstance(one, Claim):
            values[field.name] = tuple(dict.fromkeys([*first, *last]))
        elif field.name not in _FREE and first and last and first != last:
            values[field.name] = last if on_conflict == "last" else first
            if on_conflict == "error":
                _report(one, other, field.name, problems)
        else:
            values[field.name] = first or last
    return replace(one, **{**values, "origin": f"{one.origin}; {other.origin}"})


def _narrower(first: str, last: str) -> str | None:
    """The narrower of two schemas; `None` where neither is a kind of the other."""
    for one, wider in ((first, last), (last, first)):
        kind: str | None = one
        while kind is not None and kind != wider:
            kind = schemas()[kind].parent if kind in schemas() else None
        if kind == wider:
            return one
    return None


def _names(first: tuple[Name, ...], last: tuple[Name, ...]) -> tuple[Name, ...]:
    """The names of both, each once; the first pack's canonical name stays the canonical one."""
    known = {(name.lang, name.form) for name in first}
    added = [name for name in last if (name.lang, name.form) not in known]
    return (*first, *(replace(name, kind="alias") if name.kind == "canonical" else name for name in added))


def _report(one: Value, other: Value, field: str, problems: Problems) -> None:
    first, last = getattr(one, field), getattr(other, field)
    problems.found.append(
        f"{other.origin}:1: {field} of {other.id} is {str(last)!r} here and {str(first)!r} at {one.origin}; "
        "correct one, write 'overrides: yes' in this entry, or load with on_conflict='first' or 'last'"
    )
