"""`afgraph pack`: commands for those who write packs. Arguments here, one file a command beside it."""

import argparse

from afgraph.cli.pack.check import check
from afgraph.cli.pack.diff import diff
from afgraph.cli.pack.new import new
from afgraph.cli.pack.show import show
from afgraph.cli.pack.stats import stats

__all__ = ["ABOUT", "add_pack_commands"]

ABOUT = "write, check, count, compare and read packs"
_A_PACK = "a folder, a file, or the name of a shipped pack"


def add_pack_commands(parser: argparse.ArgumentParser) -> None:
    """Give the parser of `afgraph pack` its subcommands."""
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    _add_new(commands.add_parser("new", help="start a pack: one example of each kind of entry"))
    _add_check(commands.add_parser("check", help="say what is wrong in packs, and what is doubtful"))
    _add_stats(commands.add_parser("stats", help="count what packs hold, and what it rests on"))
    _add_diff(commands.add_parser("diff", help="compare two states of a pack by meaning"))
    _add_show(commands.add_parser("show", help="show all that is known of an entity, a source, a word or a claim"))


def _add_new(command: argparse.ArgumentParser) -> None:
    command.add_argument("folder", metavar="FOLDER", help="a new or empty folder")
    command.add_argument("--name", required=True, help="short name in small letters, such as iraqi-kurdistan")
    command.add_argument("--title", required=True, help="one line that says what the pack is about")
    command.set_defaults(run=new)


def _add_check(command: argparse.ArgumentParser) -> None:
    command.epilog = "Exit codes: 0 clean, 1 warnings, 2 errors."
    command.add_argument("packs", nargs="*", metavar="PACK", help=f"{_A_PACK} (default: all shipped)")
    command.add_argument("--together", action="store_true", help="read the packs as one, later ones on earlier ones")
    command.add_argument("--info", action="store_true", help="also what asks for nothing")
    command.add_argument("--json", action="store_true", help="print JSON, one finding a line")
    command.set_defaults(run=check)


def _add_stats(command: argparse.ArgumentParser) -> None:
    command.add_argument("packs", nargs="*", metavar="PACK", help=f"{_A_PACK} (default: all shipped)")
    form = command.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print JSON, one pack a line")
    form.add_argument("--markdown", action="store_true", help="print a compact table in Markdown")
    command.set_defaults(run=stats)


def _add_diff(command: argparse.ArgumentParser) -> None:
    command.epilog = "Exit codes: 0 the same, 1 different, 2 a pack that does not load."
    command.add_argument("old", metavar="OLD", help=_A_PACK)
    command.add_argument("new", metavar="NEW", help=_A_PACK)
    command.add_argument("--base", action="append", default=[], help="a pack that both add to")
    command.add_argument("--json", action="store_true", help="print JSON, one change a line")
    command.set_defaults(run=diff)


def _add_show(command: argparse.ArgumentParser) -> None:
    command.add_argument("what", metavar="ID|NAME", help="an id, or any spelling of an entity's name")
    command.add_argument("--pack", action="append", default=[], help="a pack to load instead of the shipped one")
    command.add_argument("--json", action="store_true", help="print one JSON document")
    command.set_defaults(run=show)
