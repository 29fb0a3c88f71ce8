"""Packs: YAML folders to contents, every problem with its file and line, compiled once and kept in a cache."""

from afgraph.packs.find import find_pack
from afgraph.packs.lint import Finding, lint_pack
from afgraph.packs.load import load_contents
from afgraph.packs.merge import OnConflict

__all__ = ["Finding", "OnConflict", "find_pack", "lint_pack", "load_contents"]
