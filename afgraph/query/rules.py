"""The derivation rules, read from their data file."""

from dataclasses import dataclass, fields
from functools import cache

from afgraph.data import read_table


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """Relations and schemas by the part they play in a derivation; the head of the data file explains each."""

    acts_for: frozenset[str]
    belongs_to: frozenset[str]
    binds: frozenset[str]
    joins: frozenset[str]
    ends: frozenset[str]
    breaks: frozenset[str]
    leaves: frozenset[str]
    backs: frozenset[str]
    comes_over: frozenset[str]
    makes_peace: frozenset[str]


@cache
def rules() -> Rules:
    """The rules that ship with the package.

    >>> "leads" in rules().acts_for
    True
    """
    rows = read_table("schema/derivation.tsv")
    parts = {each.name: frozenset(row["word"] for row in rows if row["part"] == each.name) for each in fields(Rules)}
    return Rules(**parts)
