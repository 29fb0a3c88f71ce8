"""Packs to edit: a small one with all that authors leave in files, and a copy of the shipped one."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from afgraph.packs import find_pack
from afgraph.packs.authoring import Pack

PEOPLE = """\
# People of the valley.

# The elder.
per:ahmad:   # the first
  about: the elder   # of two
  born: 1953-09-02

  # As the papers write it.
  names:
    eng: [Ahmad, 'No']  # two
    prs:
      - alias: احمد
        source: src:book
      # The short form.
      - short: اح  # rare
  qid: Q1

# Section two

per:dawud:
  names: {eng: Dawud, rus: Дауд}
per:zia:
  names:
    eng:
    - Zia
    - Ziya
# The end.
"""
SOURCES = """\
src:book:
  title: "The Book"
  kind: book
"""
CLAIMS = """\
# What is said.
src:book:
  - per:ahmad rival_of per:dawud 1994
  # Uncertain.
  - claim: per:zia rival_of per:dawud 1994~
    id: c2

  # The last.
  - per:ahmad allied_with per:zia 1995
"""
FILES = {
    "pack.yml": "name: valley\ntitle: The valley\n",
    "people.yml": PEOPLE,
    "sources.yml": SOURCES,
    "claims.yml": CLAIMS,
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "valley"
    path.mkdir()
    for name, text in FILES.items():
        (path / name).write_bytes(text.encode())
    return path


@pytest.fixture
def pack(folder: Path) -> Pack:
    return Pack.open(folder)


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    return Path(shutil.copytree(find_pack("afghanistan"), tmp_path / "afghanistan"))


@pytest.fixture
def lines_changed(pack: Pack, folder: Path) -> Callable[[str], tuple[list[str], list[str]]]:
    """The lines of a file that a save takes away, and those that it adds, in order."""

    def changed(name: str) -> tuple[list[str], list[str]]:
        from difflib import ndiff

        before = (folder / name).read_text(encoding="utf-8").splitlines()
        pack.save()
        found = list(ndiff(before, (folder / name).read_text(encoding="utf-8").splitlines()))
        return [each[2:] for each in found if each[0] == "-"], [each[2:] for each in found if each[0] == "+"]

    return changed
