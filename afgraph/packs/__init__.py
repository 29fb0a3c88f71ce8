"""Packs: YAML folders to contents, every problem with its file and line, compiled once and kept in a cache."""

from afgraph.packs.find import find_pack
from afgraph.packs.lint import lint_pack
from afgraph.packs.load import load_contents

__all__ = ["find_pack", "lint_pack", "load_contents"]
