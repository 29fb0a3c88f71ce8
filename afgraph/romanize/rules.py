"""Grapheme tables: which letters sound how, by script, place in the word and orthography."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from afgraph.data import read_table

ORTHOGRAPHIES = ("eng", "tur", "fra", "deu", "uzb")
ALL = "all"


@dataclass(frozen=True, slots=True)
class Rule:
    """One grapheme at one place of a word, and what it may sound like."""

    grapheme: str
    position: str
    sounds: tuple[str, ...]

    def fits(self, word: str, at: int) -> bool:
        """Whether the rule applies to `word` at index `at`."""
        end = at + len(self.grapheme)
        if not word.startswith(self.grapheme, at):
            return False
        match self.position:
            case "initial":
                return at == 0
            case "final":
                return end == len(word) and at > 0
            case "whole":
                return at == 0 and end == len(word)
            case _:
                return True


def orthographies_of(word: str) -> tuple[str, ...]:
    """The orthographies that read a Latin word differently, the rest as one (`all`), likeliest first.

    >>> orthographies_of("kabul"), orthographies_of("panjshir")
    (('all',), ('eng', 'tur', 'fra', 'deu', 'uzb'))
    """
    chosen = (each if any(part in word for part in _own_graphemes(each)) else ALL for each in ORTHOGRAPHIES)
    return tuple(dict.fromkeys(chosen))


@cache
def _own_graphemes(orthography: str) -> tuple[str, ...]:
    return tuple(rule.grapheme for rule in _rules("latn", orthography))


@cache
def rules(table: str, orthography: str = ALL) -> dict[str, tuple[Rule, ...]]:
    """The rules of a table by first letter: longest grapheme, narrowest place, own orthography first."""
    both = [*_rules(table, orthography), *(_rules(table, ALL) if orthography != ALL else ())]
    found = sorted(both, key=lambda rule: (-len(rule.grapheme), rule.position == "any"))
    by_letter: dict[str, list[Rule]] = {}
    for rule in found:
        by_letter.setdefault(rule.grapheme[0], []).append(rule)
    return {letter: tuple(each) for letter, each in by_letter.items()}


def _rules(table: str, orthography: str) -> Iterator[Rule]:
    for row in read_table(f"romanize/{table}.tsv"):
        if row.get("orthography", ALL) == orthography:
            yield Rule(row["grapheme"], row["position"], tuple(row["phonemes"].split("|")))
