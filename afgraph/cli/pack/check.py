"""`afgraph pack check`: what the loader refuses and what lint finds."""

import argparse
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from itertools import groupby
from typing import get_args

from afgraph.cli.exits import CLEAN, WARNED, WRONG
from afgraph.cli.pack.isolate import isolated
from afgraph.cli.tables import print_json
from afgraph.errors import PackError
from afgraph.packs import find_pack, lint_pack, load_contents
from afgraph.packs.find import shipped_packs
from afgraph.packs.lint import Finding, Severity

_PLACED = re.compile(r"(?P<file>.+?):(?P<line>\d+)(?::(?P<column>\d+))?: (?P<message>.*)", re.DOTALL)
_WORST_FIRST: tuple[Severity, ...] = get_args(Severity)


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One finding as this command prints it; `column` is known only of what the loader refuses."""

    severity: Severity
    code: str | None = None
    file: str | None = None
    line: int | None = None
    column: int | None = None
    message: str

    def __str__(self) -> str:
        place = ":".join(str(each) for each in (self.file, self.line, self.column) if each is not None)
        return ": ".join(filter(None, [place, " ".join(filter(None, [self.code, self.message]))]))


def check(arguments: argparse.Namespace) -> int:
    """`afgraph pack check`."""
    packs: list[str] = arguments.packs or shipped_packs()
    groups = [packs] if arguments.together else [[pack] for pack in packs]
    checked = {" + ".join(group): _remarks(group, info=arguments.info) for group in groups}
    for pack, remarks in checked.items():
        if arguments.json:
            for remark in remarks:
                print_json({"pack": pack, **asdict(remark)})
        else:
            _print(pack, remarks)
    found = [remark for remarks in checked.values() for remark in remarks]
    if not arguments.json:
        print(f"{len(packs)} {'pack' if len(packs) == 1 else 'packs'} checked: {_counted(found)}")
    severities = {remark.severity for remark in found}
    return WRONG if "error" in severities else WARNED if "warning" in severities else CLEAN


def _print(pack: str, remarks: Sequence[Remark]) -> None:
    print(isolated(f"{pack}: {_counted(remarks)}"))
    for severity, group in groupby(remarks, key=lambda remark: remark.severity):
        print(f"  {severity}s" if severity != "info" else "  remarks")
        for remark in group:
            print(isolated(f"    {remark}"))


def _counted(remarks: Iterable[Remark]) -> str:
    counts = Counter(remark.severity for remark in remarks)
    said = (_number(counts[severity], severity) for severity in _WORST_FIRST if counts[severity])
    return ", ".join(said) or "clean"


def _number(count: int, severity: Severity) -> str:
    noun = "remark" if severity == "info" else severity
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _remarks(packs: Sequence[str], *, info: bool) -> list[Remark]:
    """All that there is to say about packs read together, the worst first; of what does not load, only why not."""
    try:
        paths = [find_pack(pack) for pack in packs]
        load_contents(paths)
        remarks = [_of_lint(finding) for finding in lint_pack(*paths, info=info)]
    except PackError as error:
        return [_of_loader(problem) for problem in error.problems]
    return sorted(remarks, key=lambda remark: (_WORST_FIRST.index(remark.severity), remark.code or ""))


def _of_lint(finding: Finding) -> Remark:
    return Remark(
        severity=finding.severity,
        code=finding.code,
        file=finding.file or None,
        line=finding.line or None,
        message=finding.message,
    )


def _of_loader(problem: str) -> Remark:
    placed = _PLACED.fullmatch(problem)
    if placed is None:
        return Remark(severity="error", message=problem)
    file, line, column, message = placed.group("file", "line", "column", "message")
    return Remark(severity="error", file=file, line=int(line), column=int(column) if column else None, message=message)
