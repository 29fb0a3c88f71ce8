"""Packs to findings."""

import re
from pathlib import Path

from afgraph.errors import PackError
from afgraph.packs.collection import collection_paused
from afgraph.packs.find import find_pack
from afgraph.packs.lint.acceptance import apply_acceptances
from afgraph.packs.lint.finding import Finding, Found
from afgraph.packs.lint.material import read_material
from afgraph.packs.lint.registry import RULES

_PROBLEM = re.compile(r"(?P<origin>.+?:\d+)(?::\d+)?: (?P<message>.*)", re.DOTALL)


def lint_pack(*packs: str | Path, info: bool = False) -> list[Finding]:
    """The findings about some packs read together, by code and then by what they are about; none for clean ones.

    What the authors accept is left out. With `info`, remarks that ask for nothing are given too. Packs that do not
    load give each problem of the loader as AF001, and nothing else.

    Raises `PackError` where a pack is not found.

    >>> lint_pack("afghanistan", "tajikistan")
    []
    """
    paths = [find_pack(pack) for pack in packs]
    try:
        material = read_material(paths)
    except PackError as error:
        return _sorted([_unloaded(problem) for problem in error.problems])
    with collection_paused():
        reported = [found for rule in RULES for found in rule(material)]
    findings = _sorted([each.finding() for each in apply_acceptances(material, reported)])
    return [each for each in findings if info or each.severity != "info"]


def _sorted(findings: list[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda each: (each.code, each.about, each.file, each.line, each.message))


def _unloaded(problem: str) -> Finding:
    match = _PROBLEM.fullmatch(problem)
    origin, message = (match["origin"], match["message"]) if match else ("", problem)
    return Found("AF001", (), message, origin).finding()
