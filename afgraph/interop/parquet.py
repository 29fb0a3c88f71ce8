"""The graph as a folder of Parquet files, and back.

A folder holds one file for each table of `afgraph/data/interop/tables.tsv` and a `manifest.json` with the version, the
packs' titles and each file's rows and checksum. It is written aside and moved into place whole.
"""

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from afgraph.errors import DataError
from afgraph.graph import ClaimStore
from afgraph.interop.record_batches import BATCH, arrow, batches, schema_of
from afgraph.interop.tables import Row, columns, contents_of, rows
from afgraph.model import Contents
from afgraph.packs.cache import cache_key

if TYPE_CHECKING:
    import pyarrow

VERSION = 1
_MANIFEST = "manifest.json"
_KIND = "afgraph tables"
_AGAIN = "write it again with to_parquet"


def to_parquet(store: ClaimStore, folder: str | Path, *, replace: bool = False) -> list[Path]:
    """The files written: entities, names, sources, claims, the lexicon and the vocabulary, as Parquet in a folder.

    Times stay EDTF text, with the four days between which each begins and ends beside it, for engines to ask by;
    docs/reference/parquet.md has all columns. Rows are written in batches. The folder appears whole or not at all; one
    that is there is refused with `DataError`, unless `replace` and it holds nothing but such a graph. Raises
    `MissingExtraError` where pyarrow is not installed (extra `arrow`).

    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> from afgraph.packs import load_contents
    >>> store = ClaimStore(load_contents(["afghanistan"]))
    >>> with TemporaryDirectory() as folder:
    ...     _ = to_parquet(store, Path(folder) / "graph")
    ...     from_parquet(Path(folder) / "graph") == store.contents
    True
    """
    arrow()
    target = Path(folder)
    _refuse_others(target, replace=replace)
    target.parent.mkdir(parents=True, exist_ok=True)
    aside = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name}."))
    try:
        aside.chmod(0o777 & ~_umask())
        _write(store.contents, aside)
        _into_place(aside, target)
    except BaseException:
        shutil.rmtree(aside, ignore_errors=True)
        raise
    return [target / name for name in (*map(_file, columns()), _MANIFEST)]


def from_parquet(folder: str | Path, *, checked: bool = True) -> Contents:
    """The contents that `to_parquet` wrote to a folder, as they were.

    Raises `DataError` with the file's name where one is missing, foreign, damaged, of another version, or says what no
    pack could; `MissingExtraError` where pyarrow is not installed (extra `arrow`). `checked=False` is for files that
    other programs have changed since, or made: their rows are checked as ever, no checksum is compared.
    """
    arrow()
    source = Path(folder)
    manifest = _manifest(source) if checked or (source / _MANIFEST).exists() else {}
    if checked:
        for name, known in manifest["files"].items():
            _check(source / name, known["sha256"])
    names = [(name, known["sha256"].encode()) for name, known in manifest["files"].items()] if checked else []
    try:
        return contents_of(
            lambda table: _read(source / _file(table), table),
            manifest.get("titles", ()),
            key=cache_key([names]) if checked else "",
        )
    except ValueError as error:
        raise error if isinstance(error, DataError) else DataError(f"{source}: {error}; {_AGAIN}") from None


def _schema(table: str) -> "pyarrow.Schema":
    about = json.dumps({"kind": _KIND, "table": table, "version": VERSION})
    return schema_of(columns()[table], {"afgraph": about})


def _file(table: str) -> str:
    return f"{table}.parquet"


def _write(contents: Contents, folder: Path) -> None:
    from tqdm.auto import tqdm

    files = {}
    for table in tqdm(columns(), unit="table", disable=None):
        path = folder / _file(table)
        written = _write_table(contents, table, path)
        files[path.name] = {"rows": written, "sha256": _hash(path)}
    about = {"kind": _KIND, "version": VERSION, "titles": contents.titles, "files": files}
    path = folder / _MANIFEST
    path.write_text(json.dumps(about, ensure_ascii=False, indent=1), encoding="utf-8")
    _to_disk(path)


def _write_table(contents: Contents, table: str, path: Path) -> int:
    parquet, schema = arrow().parquet, _schema(table)
    written = 0
    with parquet.ParquetWriter(path, schema, compression="zstd", write_page_checksum=True) as writer:
        for batch in batches(rows(contents, table), schema):
            writer.write_batch(batch)
            written += batch.num_rows
    _to_disk(path)
    return written


def _to_disk(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _refuse_others(target: Path, *, replace: bool) -> None:
    """Refuse to write where something lies that is not ours to replace."""
    if not (target.exists() or target.is_symlink()):
        return
    if not replace:
        raise DataError(f"{target} is there already; choose another folder, or pass replace=True")
    ours = {*map(_file, columns()), _MANIFEST}
    others = sorted(each.name for each in target.iterdir() if each.name not in ours) if target.is_dir() else [""]
    if others:
        raise DataError(f"{target} is not replaced: {others[0] or 'it'} is no part of a graph; choose another folder")


def _into_place(aside: Path, target: Path) -> None:
    """Move the new folder to its place; the old one, if any, is moved away first, and back where that fails."""
    if not target.exists():
        aside.rename(target)
        return
    old = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name}.")) / "old"
    target.rename(old)
    try:
        aside.rename(target)
    except OSError:
        old.rename(target)
        old.parent.rmdir()
        raise
    shutil.rmtree(old.parent, ignore_errors=True)


def _manifest(folder: Path) -> dict[str, Any]:
    path = folder / _MANIFEST
    try:
        held = json.loads(path.read_text(encoding="utf-8"))
        problem = _problem(held)
    except OSError as error:
        raise DataError(f"{path}: {error.strerror}; {_AGAIN}") from None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        problem = "it is no manifest of a graph, or damaged"
    if problem:
        raise DataError(f"{path}: {problem}; {_AGAIN}")
    return dict(held)


def _problem(held: dict[str, Any]) -> str | None:
    """What is wrong with a manifest."""
    if held["kind"] != _KIND:
        return "it is of something else"
    if held["version"] != VERSION:
        return f"it is of version {held['version']!r}, not {VERSION}"
    titles = all(isinstance(each, str) for each in held["titles"])
    sums = all(isinstance(each["sha256"], str) for each in held["files"].values())
    listed = {*held["files"]} == {*map(_file, columns())}
    return None if titles and sums and listed else "it does not list the files of a graph"


def _check(path: Path, expected: str) -> None:
    try:
        found = _hash(path)
    except OSError as error:
        raise DataError(f"{path}: {error.strerror}; {_AGAIN}") from None
    if found != expected:
        raise DataError(
            f"{path}: it is not what was written: its checksum differs; {_AGAIN}, "
            "or pass checked=False if it was changed on purpose"
        )


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _read(path: Path, table: str) -> Iterator[Row]:
    """The rows of one file, a batch in memory at a time."""
    pa, schema = arrow(), _schema(table)
    try:
        with pa.parquet.ParquetFile(path, page_checksum_verification=True) as file:
            _expect(path, table, file.schema_arrow)
            for batch in file.iter_batches(BATCH, columns=schema.names):
                yield from _fitted(path, batch, schema).to_pylist()
    except (pa.ArrowException, OSError, UnicodeDecodeError) as error:
        raise DataError(f"{path}: it cannot be read: {str(error).splitlines()[0]}; {_AGAIN}") from None


def _expect(path: Path, table: str, found: "pyarrow.Schema") -> None:
    about = json.loads((found.metadata or {}).get(b"afgraph", b"{}"))
    if about.get("version", VERSION) != VERSION:
        raise DataError(f"{path}: it is of version {about['version']!r}, not {VERSION}; {_AGAIN}")
    missing = [column.name for column in columns()[table] if column.name not in found.names]
    if missing:
        raise DataError(f"{path}: it has no column {missing[0]!r}, so it holds no {table}; {_AGAIN}")


def _fitted(path: Path, batch: "pyarrow.RecordBatch", schema: "pyarrow.Schema") -> Any:
    """A batch with the types of a schema, refused where a row lacks what it must have."""
    table = arrow().Table.from_batches([batch]).select(schema.names)
    for field in schema:
        if not field.nullable and table.column(field.name).null_count:
            raise DataError(f"{path}: a row has no {field.name}; {_AGAIN}")
    return table.cast(schema)
