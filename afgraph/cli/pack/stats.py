"""`afgraph pack stats`: counts as tables."""

import argparse

from afgraph.cli.exits import FOUND
from afgraph.cli.tables import print_json, print_table
from afgraph.packs import load_contents
from afgraph.packs.find import shipped_packs
from afgraph.packs.stats import PackStats
from afgraph.packs.stats import stats as count


def stats(arguments: argparse.Namespace) -> int:
    """`afgraph pack stats`."""
    packs: list[str] = arguments.packs or shipped_packs()
    counted = {pack: count(load_contents([pack])) for pack in packs}
    for at, (pack, each) in enumerate(counted.items()):
        if arguments.json:
            print_json({"pack": pack, **each.to_dict()})
        elif arguments.markdown:
            print(f"**{'; '.join(each.titles) or pack}**: {each.to_markdown()}")
        else:
            print("\n" * (at > 0), end="")
            _print(pack, each)
    return FOUND


def _print(pack: str, counted: PackStats) -> None:
    print(f"{'; '.join(counted.titles) or pack}\n{counted.summary}\n{counted.evidence}")
    for table in counted.tables():
        print(f"\n{table.title}")
        cells = [[f"{cell:,}" if isinstance(cell, int) else cell for cell in row] for row in table.rows]
        print_table(table.headers, cells, numbers=table.numbers)
