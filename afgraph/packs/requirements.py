"""What a pack's header asks for before the pack is used: a library new enough, and files that nobody changed."""

import hashlib
import re
from importlib.metadata import PackageNotFoundError, version
from pathlib import PurePath

from afgraph.packs.fields import Fields
from afgraph.packs.nodes import shown

HEADER = "pack.yml"
_NEEDS = re.compile(r"afgraph ?>= ?([0-9]{1,6}(?:\.[0-9]{1,6}){0,2})")
_DIGEST = "sha256:[0-9a-f]{64}"


def meets_needs(fields: Fields) -> bool:
    """Whether the library is as new as the header's `needs` asks; if not, that goes on the list of problems."""
    text = fields.text("needs")
    if text is None:
        return True
    match = _NEEDS.fullmatch(text)
    if match is None:
        fields.problems.add(fields.at("needs"), f"needs {shown(text)} is not a requirement, such as 'afgraph>=0.2'")
        return True
    installed = _installed()
    if _numbers(installed) >= _numbers(match[1]):
        return True
    fields.problems.add(fields.at("needs"), f"needs afgraph >= {match[1]}, and this is {installed}; upgrade afgraph")
    return False


def check_digest(fields: Fields, files: list[tuple[str, bytes]]) -> None:
    """A problem where the header's `digest` is not that of the pack's files."""
    expected = fields.shaped("digest", _DIGEST, "'sha256:' and 64 hexadecimal digits")
    if expected is None:
        return
    actual = digest_of(files)
    if actual != expected:
        message = f"digest: expected {expected}, actual {actual}; get the files again, or write the actual one if "
        fields.problems.add(fields.at("digest"), message + "you changed them")


def digest_of(files: list[tuple[str, bytes]]) -> str:
    """The digest of a pack's files, `pack.yml` left out; the folder's name and the files' order do not count.

    >>> digest_of([("a/pack.yml", b"..."), ("a/x.yml", b"")]) == digest_of([("b/x.yml", b"")])
    True
    """
    digest = hashlib.sha256()
    inner = (("/".join(PurePath(name).parts[1:]), content) for name, content in files)
    for name, content in sorted(inner):
        if name != HEADER:
            digest.update(f"{name}\0{len(content)}\0".encode("utf-8", "surrogateescape"))
            digest.update(content)
    return f"sha256:{digest.hexdigest()}"


def _installed() -> str:
    try:
        return version("afgraph")
    except PackageNotFoundError:  # run from a checkout that was never installed
        return "0+unknown"


def _numbers(text: str) -> tuple[int, ...]:
    """The first three numbers of a version."""
    found = [int(each) for each in re.findall("[0-9]+", text.partition("+")[0])[:3]]
    return (*found, *[0] * (3 - len(found)))
