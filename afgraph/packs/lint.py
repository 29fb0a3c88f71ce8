"""What a pack may hold and yet should not: order, hidden characters, sources that nothing uses."""

from itertools import pairwise
from pathlib import Path

from afgraph.model import Contents
from afgraph.packs.find import pack_files
from afgraph.packs.load import load_contents
from afgraph.packs.nodes import Mapping, Problems
from afgraph.packs.yaml_events import read_yaml

_HIDDEN = {*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x00AD, 0x061C, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF}


def lint_pack(pack: Path) -> list[str]:
    """The findings about a pack that loads, a line each, in file order; none for a clean one.

    Raises `PackError` for a pack that does not load.

    >>> from afgraph.packs import find_pack
    >>> lint_pack(find_pack("afghanistan"))
    []
    """
    contents, problems = load_contents([pack], cache=False), Problems()
    for path in pack_files(pack):
        content = path.read_bytes()
        document = read_yaml(content, str(path), problems)
        if isinstance(document, Mapping) and path.name != "pack.yml":
            _check_order(document, problems)
        _check_characters(path, content.decode("utf-8"), problems)
    return [*problems.found, *_unused_sources(contents)]


def _check_order(document: Mapping, problems: Problems) -> None:
    keys = [key for key, _ in document.items]
    for before, after in pairwise(keys):
        if after.text < before.text:
            problems.add(after.mark, f"{after.text!r} comes after {before.text!r}; keys stand in ascending order")


def _check_characters(path: Path, text: str, problems: Problems) -> None:
    for number, line in enumerate(text.split("\n"), start=1):
        found = [char for char in line if ord(char) in _HIDDEN]
        if found:
            problems.found.append(f"{path}:{number}: hidden character U+{ord(found[0]):04X}; remove it")
        if line.endswith(("\r", " ", "\t")):
            problems.found.append(f"{path}:{number}: space at the end of the line; remove it")


def _unused_sources(contents: Contents) -> list[str]:
    used = {claim.source for claim in contents.claims.values()}
    used |= {speaker for claim in contents.claims.values() for speaker in claim.attribution}
    used |= {name.source for entity in contents.entities.values() for name in entity.names if name.source}
    return [
        f"{source.origin}: source {source.id} is used by nothing"
        for source in contents.sources.values()
        if source.id not in used
    ]
