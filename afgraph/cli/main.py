"""`afgraph`: arguments to commands, errors to exit codes."""

import argparse
import os
import sys
from collections.abc import Sequence
from typing import TextIO, TypeAlias

from afgraph import __version__
from afgraph.cli import commands, pack
from afgraph.cli.demo import demo
from afgraph.cli.exits import AMBIGUOUS, NOTHING, WRONG
from afgraph.cli.link import link
from afgraph.errors import AfgraphError, AmbiguousNameError, UnknownNameError

Subparsers: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001 - has no public name

_EPILOG = "Exit codes: 0 found, 1 nothing found, 2 wrong input, 3 ambiguous. Documentation: docs/ of the repository."


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit code. `argv` is without the program's name.

    >>> main(["resolve", "--json", "Angela Merkel"])
    {"text": "Angela Merkel", "outcome": "nil", "id": null, ...}
    1
    """
    for stream in (sys.stdout, sys.stderr):
        _never_fail(stream)
    arguments = _parser().parse_args(argv)
    try:
        return _run(arguments)
    except AmbiguousNameError as error:
        return _complain(error, AMBIGUOUS)
    except UnknownNameError as error:
        return _complain(error, NOTHING)
    except (AfgraphError, OSError, UnicodeDecodeError) as error:
        if isinstance(error, BrokenPipeError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return 0
        return _complain(error, WRONG)


def _run(arguments: argparse.Namespace) -> int:
    code: int = arguments.run(arguments)
    sys.stdout.flush()
    return code


def _complain(error: Exception, code: int) -> int:
    print(f"afgraph: {error}", file=sys.stderr)
    return code


def _never_fail(stream: TextIO) -> None:
    """A terminal that cannot show a letter shows its code instead of breaking off."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="backslashreplace")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="afgraph", description=commands.ABOUT, epilog=_EPILOG)
    parser.add_argument("--version", action="version", version=f"afgraph {__version__}")
    subparsers = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    _add_demo(subparsers)
    _add_resolve(subparsers)
    _add_link(subparsers)
    _add_stance(subparsers, "allies", "who was allied with someone")
    _add_stance(subparsers, "enemies", "who stood against someone")
    _add_relation(subparsers)
    _add_ask(subparsers)
    _add_pack(subparsers)
    return parser


def _command(subparsers: Subparsers, name: str, about: str) -> argparse.ArgumentParser:
    command = subparsers.add_parser(name, help=about, description=about[0].upper() + about[1:] + ".")
    command.add_argument("--json", action="store_true", help="print JSON, one document a line")
    if name != "demo":
        command.add_argument("--pack", action="append", default=[], help="a pack to load instead of the shipped one")
    return command


def _add_demo(subparsers: Subparsers) -> None:
    command = _command(subparsers, "demo", "read a sample article and say who stood with whom")
    command.add_argument("--html", default="afgraph-demo.html", help="page to write (default: %(default)s)")
    command.set_defaults(run=demo)


def _add_resolve(subparsers: Subparsers) -> None:
    command = _command(subparsers, "resolve", "say whom a spelling means")
    command.add_argument("names", nargs="*", help="spellings; without any, one a line from standard input")
    command.add_argument("--date", help="date of the text, such as 2021-08-24")
    command.add_argument("--schema", help="kind of entity wanted, such as Person")
    command.add_argument("--lang", help="language of the text, ISO 639-3")
    command.add_argument("--explain", action="store_true", help="say why")
    command.set_defaults(run=commands.resolve)


def _add_link(subparsers: Subparsers) -> None:
    command = _command(subparsers, "link", "find the names in a text, or all texts of a folder, and say whom they mean")
    command.add_argument("file", help="a UTF-8 text file, - for standard input, or a folder: one line of JSON a text")
    command.add_argument("--date", help="date of the text, such as 2021-08-24")
    command.add_argument("--lang", help="language of the text, ISO 639-3")
    command.add_argument("--html", help="also write the marked text to this page")
    command.add_argument("--glob", default="**/*.txt", help="which files of a folder (default: %(default)s)")
    command.add_argument("--annotations", action="store_true", help="print JSON in the W3C Web Annotation form")
    command.add_argument("--unknown", help="also write who is named and listed nowhere to this file, for a pack")
    command.add_argument("--claims", help="also write the claims that the text suggests into this folder, for a pack")
    command.add_argument("--judgements", help="the file of judgements to respect")
    command.set_defaults(run=link)


def _add_stance(subparsers: Subparsers, name: str, about: str) -> None:
    command = _command(subparsers, name, about)
    command.add_argument("name", help="a spelling or an id")
    _add_question(command)
    command.add_argument("--min-confidence", type=float, help="leave out claims below this, 0 to 1")
    command.set_defaults(run=getattr(commands, name))


def _add_relation(subparsers: Subparsers) -> None:
    command = _command(subparsers, "relation", "say all that is claimed of two entities")
    command.add_argument("one", help="a spelling or an id")
    command.add_argument("other", help="a spelling or an id")
    _add_question(command)
    command.set_defaults(run=commands.relation)


def _add_ask(subparsers: Subparsers) -> None:
    command = _command(subparsers, "ask", "answer a question in English")
    command.add_argument("question", help='such as "who was allied with Dostum in February 1994?"')
    command.set_defaults(run=commands.ask)


def _add_pack(subparsers: Subparsers) -> None:
    about = pack.ABOUT
    pack.add_pack_commands(subparsers.add_parser("pack", help=about, description=about[0].upper() + about[1:] + "."))


def _add_question(command: argparse.ArgumentParser) -> None:
    command.add_argument("--on", help="date, such as 1994-01-15 or 1994")
    command.add_argument("--stated", action="store_true", help="only what claims state, nothing derived")
