"""The ledger of judgements: a file with one line a judgement, that several processes may append to at once."""

import copy
import datetime
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from afgraph.errors import PackError
from afgraph.packs.authoring.saving import locked
from afgraph.packs.nodes import did_you_mean
from afgraph.resolver.judgement import Decision, Judgement, read_line
from afgraph.text import name_key


class Ledger:
    """The judgements of one file, or of this process alone where no file is named.

    A file is read again whenever it has grown or changed, so that what another process judges counts here at once. Of
    two lines on one spelling and entity the later one stands. `ids` maps every id that may be judged, former ones too,
    to the id that it has now; without it any id will do.

    >>> ledger = Ledger()
    >>> str(ledger.add("Mesud", "per:ahmad-massoud", "positive", by="Anna", at="2026-01-05T10:00:00Z"))
    "'Mesud' as per:ahmad-massoud: judged positive by Anna on 2026-01-05T10:00:00Z"
    >>> [each.judgement for each in ledger.about("MESUD")]
    ['positive']
    """

    def __init__(self, path: str | Path | None = None, *, ids: Mapping[str, str] | None = None) -> None:
        self.path = None if path is None else Path(path)
        self._ids = ids
        self._whole: list[Judgement] = []  # on lines that have their end
        self._open: list[Judgement] = []  # on a last line without one, which may still grow
        self._standing: dict[str, dict[str, Judgement]] = {}
        self._state: tuple[int, int, int] | None = None  # of the file when it was last read
        self._read_before = b""
        self._lines = 0
        self._refuse_place()
        self._refresh()

    def __repr__(self) -> str:
        where = "in memory only" if self.path is None else str(self.path)
        return f"<Ledger of {len(self)} judgements, {where}>"

    def __len__(self) -> int:
        return len(self.lines)

    def __iter__(self) -> Iterator[Judgement]:
        return iter(self.lines)

    def over(self, ids: Mapping[str, str]) -> "Ledger":
        """The same judgements on the same entities, whose ids are looked up in a list of another process."""
        found = copy.copy(self)
        found._ids = ids  # noqa: SLF001 - its own
        return found

    @property
    def is_silent(self) -> bool:
        """Whether it holds no judgement and no file that could come to hold one."""
        return self.path is None and not self._whole

    @property
    def lines(self) -> Sequence[Judgement]:
        """All judgements in their order, those that no longer stand among them."""
        self._refresh()
        return [*self._whole, *self._open]

    def about(self, text: str) -> tuple[Judgement, ...]:
        """The judgements that stand on a spelling, however its letters are cased or marked, by their entities' ids.

        Raises `PackError` with file and line where the file has come to hold what is no judgement.
        """
        self._refresh()
        return (
            tuple(each for _, each in sorted(self._standing.get(name_key(text), {}).items())) if self._standing else ()
        )

    @property
    def positive(self) -> list[str]:
        """The spellings that were judged to mean somebody and still are, in ascending order."""
        self._refresh()
        standing = (each for on in self._standing.values() for each in on.values())
        return sorted({each.text for each in standing if each.judgement == "positive"})

    def add(
        self,
        text: str,
        entity: str,
        judgement: Decision,
        *,
        by: str | None = None,
        note: str | None = None,
        at: str | None = None,
    ) -> Judgement:
        """The judgement as it now stands in the ledger, and as the last line of its file, forced to the disk.

        `at` is now when left out. Raises `ValueError` for a value that no line can hold, `OSError` where the file
        cannot be written; nothing is then judged.
        """
        now = datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        made = Judgement(text=text, entity=entity, judgement=judgement, by=by, at=at or now, note=note)
        line = made.to_line()  # refused before anything is written
        problem = self._refused(made)
        if problem:
            raise ValueError(problem)
        if self.path is None:
            self._whole.append(made)
            self._stand(made)
            return made
        append_line(self.path, line)
        self._refresh()
        return next((each for each in reversed(self.lines) if each == made), made)

    def _refuse_place(self) -> None:
        if self.path is None:
            return
        if self.path.is_dir():
            raise PackError([f"{self.path}: is a folder; name a file, such as judgements.yml in it"])
        if not self.path.parent.is_dir():
            raise PackError([f"{self.path}: the folder {self.path.parent} is not there; make it first"])

    def _refresh(self) -> None:
        """Read the file where it is not as it was when it was last read."""
        if self.path is None:
            return
        try:
            found = self.path.stat()
        except FileNotFoundError:
            self._forget()
            return
        state = found.st_ino, found.st_size, found.st_mtime_ns
        if state == self._state:
            return
        try:
            self._read(self.path)
        except PackError:
            with locked(self.path.parent):  # a line that somebody is just writing is whole once he lets go
                self._read(self.path)
        self._state = state

    def _forget(self) -> None:
        self._whole, self._open, self._standing = [], [], {}
        self._state, self._read_before, self._lines = None, b"", 0

    def _read(self, path: Path) -> None:
        """Read what has come to the file behind what was read before; all of it where that has changed."""
        content = path.read_bytes()
        if not content.startswith(self._read_before):
            self._forget()
        fresh = content[len(self._read_before) :]
        *whole, rest = fresh.split(b"\n")
        problems: list[str] = []
        found = self._judgements(path, whole, self._lines, problems)
        last = self._judgements(path, [rest], self._lines + len(whole), problems)
        if problems:
            self._forget()
            raise PackError(problems, outcome="no judgement was read")
        self._whole += found
        self._open = last
        self._read_before = content[: len(content) - len(rest)]
        self._lines += len(whole)
        for each in (*found, *last):
            self._stand(each)

    def _judgements(self, path: Path, lines: list[bytes], before: int, problems: list[str]) -> list[Judgement]:
        """The judgements on some lines that follow others; what is wrong goes on `problems` with file and line."""
        found = []
        for number, raw in enumerate(lines, start=before + 1):
            origin = f"{path}:{number}"
            try:
                read = read_line(raw.decode("utf-8-sig" if number == 1 else "utf-8"), origin)
            except UnicodeDecodeError:
                read = "is not UTF-8; save it as UTF-8"
            if isinstance(read, Judgement):
                read = self._refused(read) or replace(read, entity=self._now(read.entity))
            if isinstance(read, str):
                problems.append(f"{origin}: {read}")
            elif read is not None:
                found.append(read)
        return found

    def _refused(self, judgement: Judgement) -> str | None:
        if not name_key(judgement.text):
            return f"text {judgement.text!r} has no letters; judge a name"
        if self._ids is None or judgement.entity in self._ids:
            return None
        return f"no entity has the id {judgement.entity!r}{did_you_mean(judgement.entity, self._ids.keys())}"

    def _now(self, entity: str) -> str:
        return entity if self._ids is None else self._ids[entity]

    def _stand(self, judgement: Judgement) -> None:
        """Let a judgement stand in the place of an earlier one on the same two."""
        on = self._standing.setdefault(name_key(judgement.text), {})
        on.pop(judgement.entity, None)
        if judgement.judgement != "undo":
            on[judgement.entity] = judgement


def append_line(path: Path, line: str) -> None:
    """Append one line to a file, whole, however many processes do so; a file that lacks its last line end gets it.

    The line goes out in one write to a file opened for appending, while the folder is locked where the system can.
    """
    with locked(path.parent):
        number = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o644)
        try:
            start = b"" if _ends_whole(number) else b"\n"
            content = start + line.encode() + b"\n"
            if os.write(number, content) != len(content):
                raise OSError(f"{path}: the line was not written whole; the disk may be full")
            os.fsync(number)
        finally:
            os.close(number)


def _ends_whole(number: int) -> bool:
    """Whether an open file is empty or ends with a line end."""
    size = os.fstat(number).st_size
    if size == 0:
        return True
    os.lseek(number, size - 1, os.SEEK_SET)
    return os.read(number, 1) == b"\n"
