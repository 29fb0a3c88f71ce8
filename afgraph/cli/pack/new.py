"""`afgraph pack new`: a starter pack."""

import argparse
import sys

from afgraph.cli.exits import FOUND, WRONG
from afgraph.errors import PackError
from afgraph.packs.starter import start_pack


def new(arguments: argparse.Namespace) -> int:
    """`afgraph pack new`."""
    try:
        files = start_pack(arguments.folder, name=arguments.name, title=arguments.title)
    except PackError as error:
        print("\n".join(f"afgraph: {problem}" for problem in error.problems), file=sys.stderr)
        return WRONG
    for file in files:
        print(file)
    print(f"\nEvery entry is an example to replace. Go on with: afgraph pack check {arguments.folder}")
    return FOUND
