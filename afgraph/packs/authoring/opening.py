"""Packs on disk as documents."""

from pathlib import Path

from afgraph.errors import PackError
from afgraph.packs.authoring.document import Document
from afgraph.packs.authoring.emit import Layout, field_lines
from afgraph.packs.authoring.plain import given
from afgraph.packs.authoring.reading import read_documents
from afgraph.packs.authoring.saving import locked, save_file, sweep
from afgraph.packs.find import find_pack, pack_files, read_file

HEADER = "pack.yml"
_FIELDS = ("name", "title", "version", "license")


def create_folder(folder: Path, fields: dict[str, object]) -> None:
    """Make a pack's folder with its `pack.yml`. Raises `PackError` where something is there, or cannot be made."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        problem = f"{folder}: exists already; open it with Pack.open, or name a new folder"
        raise PackError([problem], outcome="nothing was made")
    header = given(fields, _FIELDS, HEADER)
    lines = [line for key, value in header.items() for line in field_lines(key, value, Layout())]
    content = "".join(lines).encode("utf-8", "surrogatepass")
    _, problems = read_documents(folder.name, [Document(HEADER, content, opaque=True)], None)
    if problems:
        raise PackError(problems, outcome="nothing was made")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise PackError([f"{folder}: cannot be made: {error.strerror}"], outcome="nothing was made") from error
    save_file(folder / HEADER, content)


def open_folder(pack: str | Path) -> tuple[Path, list[Document]]:
    """A pack's folder and its files. Raises `PackError` where there is none."""
    folder = find_pack(pack)
    if not folder.is_dir():
        raise PackError([f"{folder}: is a file; a pack that can be edited is a folder with a {HEADER}"])
    with locked(folder, wait=False) as mine:
        if mine:
            sweep(folder)
    paths = pack_files(folder)
    if not paths:
        raise PackError([f"{folder}: holds no .yml file; make a pack with Pack.create"])
    return folder, [Document.read(path.relative_to(folder).as_posix(), read_file(path)) for path in paths]


def file_name(file: str, folder: Path) -> str:
    """The name in a pack of a file that was asked for. Raises `PackError` where it is outside or no YAML file."""
    path = Path(file)
    if path.is_absolute() or ".." in path.parts or path.suffix not in (".yml", ".yaml") or path.name == HEADER:
        message = f"{file!r}: name a .yml file below {folder.name}/, such as people.yml or people/a.yml"
        raise PackError([message], outcome="nothing was changed")
    return path.as_posix()
