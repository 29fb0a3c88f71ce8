"""Files written whole or not at all, and never over what somebody else wrote meanwhile."""

import os
import re
import secrets
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from afgraph.errors import PackError

_BESIDE = re.compile(r"\..+\.[0-9a-f]{8}\.afgraph-tmp")
_NOTHING_SAVED = "nothing was saved"


def save_files(folder: Path, files: Mapping[Path, tuple[bytes | None, bytes]]) -> Iterator[Path]:
    """Each file as it is saved; `files` holds what was on disk (`None`: nothing) and what shall be.

    All are first written beside their places and forced to the disk; only then is one after another moved into place,
    so a process that ends at any point leaves each file whole, old or new.

    Raises `PackError` where a file is no longer what it was, and where one cannot be written; the files that were
    given out before are then saved, all others are as they were.
    """
    with locked(folder) as mine:
        if mine:
            sweep(folder)
        _refuse_conflicts(files)
        staged: dict[Path, Path] = {}
        try:
            for path, (_, content) in files.items():
                staged[path] = _write_beside(path, content)
            for path, beside in list(staged.items()):
                _move(beside, path)
                del staged[path]
                _sync_folder(path.parent)
                yield path
        finally:
            for beside in staged.values():
                with suppress(OSError):
                    beside.unlink()


def save_file(path: Path, content: bytes) -> None:
    """Write one new file whole, or not at all. Raises `PackError` where it cannot be written."""
    for _ in save_files(path.parent, {path: (None, content)}):
        pass


def _refuse_conflicts(files: Mapping[Path, tuple[bytes | None, bytes]]) -> None:
    problems = [message for path, (before, _) in files.items() if (message := _conflict(path, before))]
    if problems:
        raise PackError(problems, outcome=_NOTHING_SAVED)


def _conflict(path: Path, before: bytes | None) -> str | None:
    """What is wrong with writing over a file, if anything."""
    try:
        now = path.read_bytes()
    except FileNotFoundError:
        now = None
    except OSError as error:
        return f"{path}: cannot be read: {error.strerror}"
    if now == before:
        return None
    if now is None:
        return f"{path}: was removed since the pack was opened; put it back, or open the pack again and edit anew"
    if before is None:
        return f"{path}: was made by somebody else meanwhile; open the pack again and edit anew"
    return f"{path}: changed on disk since the pack was opened; open the pack again and edit anew, nothing is lost"


def _write_beside(path: Path, content: bytes) -> Path:
    """A new file beside `path` with its content on the disk, and the mode of the file whose place it will take."""
    path = path.resolve()  # a link stays a link
    beside = path.parent / f".{path.name}.{secrets.token_hex(4)}.afgraph-tmp"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        number = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
        try:
            with os.fdopen(number, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            if path.exists():
                beside.chmod(stat.S_IMODE(path.stat().st_mode))
        except OSError:
            with suppress(OSError):
                beside.unlink()
            raise
    except OSError as error:
        raise PackError([f"{path}: cannot be written: {error.strerror}"], outcome=_NOTHING_SAVED) from error
    return beside


def _move(beside: Path, path: Path) -> None:
    try:
        os.replace(beside, path.resolve())  # noqa: PTH105 - one system call, whole or not at all
    except OSError as error:
        raise PackError([f"{path}: cannot be written: {error.strerror}"], outcome="not all was saved") from error


def _sync_folder(folder: Path) -> None:
    """Force a folder's list of files to the disk, where the system can."""
    with suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


@contextmanager
def locked(folder: Path, *, wait: bool = True) -> Iterator[bool]:
    """Whether this process alone saves into a folder for now; `False` where the system has no such lock.

    The lock is the system's own on the folder: it leaves no file behind, and ends with the process.
    """
    try:
        import fcntl

        number = os.open(folder, os.O_RDONLY)
    except (ImportError, OSError):
        yield False
        return
    try:
        fcntl.flock(number, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        yield True
    except BlockingIOError:
        yield False
    finally:
        os.close(number)


def sweep(folder: Path) -> None:
    """Remove what a killed process left beside the files of a folder. Only for the holder of the lock."""
    for path in folder.rglob(".*.afgraph-tmp"):
        if _BESIDE.fullmatch(path.name):
            with suppress(OSError):
                path.unlink()
