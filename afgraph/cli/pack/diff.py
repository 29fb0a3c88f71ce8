"""`afgraph pack diff`: changes by meaning, a sentence each."""

import argparse
from itertools import groupby

from afgraph.cli.exits import DIFFERENT, SAME
from afgraph.cli.pack.isolate import isolated
from afgraph.cli.tables import print_json
from afgraph.packs import load_contents
from afgraph.packs.diff import PackDiff
from afgraph.packs.diff import diff as compare


def diff(arguments: argparse.Namespace) -> int:
    """`afgraph pack diff`."""
    old, new = (load_contents([*arguments.base, pack]) for pack in (arguments.old, arguments.new))
    changes = compare(old, new)
    if arguments.json:
        for change in changes:
            print_json(change.to_dict())
    else:
        _print(changes)
    return DIFFERENT if changes else SAME


def _print(changes: PackDiff) -> None:
    for what, group in groupby(changes, key=lambda change: change.what):
        print(changes.about(what).summary)
        for change in group:
            place = f"  {change.entry.at}" if change.entry.at else ""
            print(isolated(f"  {change}{place}"))
        print()
    print(changes.summary)
