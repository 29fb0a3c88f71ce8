"""The command line. It only reads arguments and prints; exit codes: 0 found, 1 nothing, 2 wrong, 3 ambiguous."""

from afgraph.cli.main import main

__all__ = ["main"]
