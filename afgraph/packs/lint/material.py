"""What the rules look at: the packs as read, with their text and places."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from afgraph.errors import PackError
from afgraph.model import Contents
from afgraph.packs.check import check
from afgraph.packs.collection import collection_paused
from afgraph.packs.find import pack_files, read_file
from afgraph.packs.merge import merge
from afgraph.packs.nodes import Problems
from afgraph.packs.read_acceptance import Acceptance
from afgraph.packs.read_pack import Draft, read_pack

_KEY = re.compile(r"""^\ufeff?(['"]?)([^\s#].*?)\1\s*:(?:\s|$)""")

Pair = tuple[str, str]


@dataclass(frozen=True, kw_only=True)
class Material:
    """The contents of some packs, what their authors accept, and the lines of each file by its name."""

    contents: Contents
    acceptances: tuple[Acceptance, ...]
    lines: dict[str, list[str]]

    @cached_property
    def keys(self) -> dict[str, list[tuple[int, str]]]:
        """The keys at the left edge of each file, with their lines."""
        return {file: list(_keys(lines)) for file, lines in self.lines.items()}

    @cached_property
    def guards(self) -> frozenset[Pair]:
        """The pairs of ids that `different_from`, in an entity or as a claim, keeps apart."""
        stated = (pair(each.id, other) for each in self.contents.entities.values() for other in each.different_from)
        claimed = (
            pair(claim.subject, claim.object)
            for claim in self.contents.claims.values()
            if claim.relation == "different_from" and claim.object is not None
        )
        return frozenset((*stated, *claimed))

    def entry_at(self, file: str, line: int) -> tuple[str, ...]:
        """The key of the entry that a line of a file belongs to, alone in a tuple; empty above the first."""
        before = [key for at, key in self.keys[file] if at <= line]
        return (before[-1],) if before else ()

    def place_of(self, origin: str, form: str) -> str:
        """Where a form stands within the entry at `origin`, as `file:line`; `origin` where it is not found.

        An entry that several packs fill has several places, and the last with the form is given.
        """
        return next((place for each in reversed(origin.split("; ")) if (place := self._place(each, form))), origin)

    def _place(self, origin: str, form: str) -> str | None:
        file, _, first = origin.rpartition(":")
        lines = self.lines.get(file, [])
        for at in range(int(first), len(lines)):
            if _KEY.match(lines[at]):
                break
            if form in lines[at]:
                return f"{file}:{at + 1}"
        return None


def pair(one: str, other: str) -> Pair:
    """Two ids in ascending order.

    >>> pair("per:b", "per:a")
    ('per:a', 'per:b')
    """
    return (one, other) if one <= other else (other, one)


def _keys(lines: Iterable[str]) -> Iterable[tuple[int, str]]:
    for number, line in enumerate(lines, start=1):
        match = _KEY.match(line)
        if match:
            yield number, match[2]


def read_material(packs: Sequence[Path]) -> Material:
    """The packs, read together. Raises `PackError` with every problem where they do not load."""
    problems = Problems()
    drafts: list[Draft] = []
    lines: dict[str, list[str]] = {}
    with collection_paused():
        for pack in packs:
            files = [(str(path.relative_to(pack.parent)), read_file(path)) for path in pack_files(pack)]
            if not files:
                raise PackError([f"{pack}: holds no .yml file"])
            drafts.append(Draft())
            read_pack(files, drafts[-1], problems)
            lines |= {name: content.decode("utf-8", "replace").split("\n") for name, content in files}
        contents = check(merge(drafts, "error", problems), problems)
    if problems.found:
        raise PackError(problems.found)
    accepted = tuple(each for draft in drafts for each in draft.acceptances)
    return Material(contents=contents, acceptances=accepted, lines=lines)
