"""A first pack to go on from: one example of each kind of entry, with comments."""

import json
import re
from importlib.resources import files
from pathlib import Path

from afgraph.errors import PackError

_TEMPLATE = "pack_template"
_ZWNJ = "\u200c"  # belongs into Persian words, and is not printable


def start_pack(folder: str | Path, *, name: str, title: str) -> list[Path]:
    """The files of a starter pack, written into a folder that is new or empty.

    It loads as it is; its entries are fictional and stand there to be replaced. Raises `PackError` where the folder
    holds files, or the name or the title can be none; nothing is then written.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     [path.name for path in start_pack(folder, name="my-region", title="My region")][:2]
    ['claims.yml', 'lexicon.yml']
    """
    folder = Path(folder)
    problems = [*_refused_words(name, title), *_refused_folder(folder)]
    if problems:
        raise PackError(problems)
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for file, text in _template(name, title).items():
        path = folder / file
        path.write_text(text, encoding="utf-8", newline="\n")
        written.append(path)
    return written


def _refused_words(name: str, title: str) -> list[str]:
    refused = []
    if not re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", name):
        refused.append(f"name {name!r}: small letters, digits and single hyphens, such as iraqi-kurdistan")
    if not title.strip() or not title.replace(_ZWNJ, "").isprintable():
        refused.append(f"title {title!r}: one line of text without hidden characters")
    return refused


def _refused_folder(folder: Path) -> list[str]:
    if folder.is_dir():
        return [f"{folder}: holds files; name a new or empty folder"] if any(folder.iterdir()) else []
    return [f"{folder}: is a file; name a new or empty folder"] if folder.exists() else []


def _template(name: str, title: str) -> dict[str, str]:
    """The text of each file. A JSON text is a quoted YAML text, so any title will do."""
    found = (each for each in files("afgraph.data").joinpath(_TEMPLATE).iterdir() if each.name.endswith(".yml"))
    texts = {each.name: each.read_text(encoding="utf-8") for each in sorted(found, key=lambda each: each.name)}
    texts["pack.yml"] = (
        texts["pack.yml"].replace("@name@", name).replace("@title@", json.dumps(title, ensure_ascii=False))
    )
    return texts
