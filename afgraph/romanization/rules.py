"""Grapheme tables: which letters sound how, by script, place in the word and orthography."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from afgraph.data import read_table

ALL = "all"
UNVOCALISED = "abjad"  # Latin letters that stand for Arabic ones, one by one
_TELLING = frozenset("eiouäöüâêîôûéèáíóúēīōū")
_VOWELS = frozenset("aeiouyäöüâêîôûéèáíóúāēīōū")
_SHORTEST = 4  # letters that an article may stand before
_FURTHER = 0.05  # penalty of another than the first way to sound, if the table says none


@dataclass(frozen=True, slots=True)
class Rule:
    """One grapheme at one place of a word, and what it may sound like, each way with its penalty."""

    grapheme: str
    position: str
    sounds: tuple[tuple[str, float], ...]

    def fits(self, word: str, at: int) -> bool:
        """Whether the rule applies to `word` at index `at`."""
        return word.startswith(self.grapheme, at) and self._stands(word, at, at + len(self.grapheme))

    def _stands(self, word: str, at: int, end: int) -> bool:
        """Whether the place from `at` to `end` is the rule's."""
        match self.position:
            case "initial":
                return at == 0
            case "final":
                return end == len(word) and at > 0
            case "whole":
                return at == 0 and end == len(word)
            case "between":
                return at > 0 and word[at - 1] not in _VOWELS and word[end : end + 1] not in _VOWELS
            case "article":
                return at == 0 and len(word) - end >= _SHORTEST
            case _:
                return True


@dataclass(frozen=True, slots=True)
class Orthography:
    """A press orthography of Latin script: its penalty where nothing shows it, and the graphemes that show it."""

    code: str
    penalty: float
    cues: tuple[str, ...]


@cache
def orthographies() -> tuple[Orthography, ...]:
    """The press orthographies, likeliest first."""
    rows = read_table("romanization/orthographies.tsv")
    return tuple(Orthography(row["code"], float(row["penalty"]), tuple(row["cues"].split())) for row in rows)


def orthographies_of(word: str, lang: str | None = None) -> tuple[tuple[str, float], ...]:
    """The orthographies that read a Latin word differently, with the penalty of each; the rest as one (`all`).

    A known language (ISO 639-3) takes the penalty from its own; so do letters that only some press writes.

    >>> orthographies_of("kabul")
    (('all', 0.0),)
    >>> [code for code, _ in orthographies_of("panjshir")]
    ['eng', 'tur', 'fra', 'uzb', 'deu', 'aze']
    """
    shown = {each.code for each in orthographies() if any(cue in word for cue in each.cues)}
    known = {lang} & {each.code for each in orthographies()} or shown
    found: dict[str, float] = {}
    for each in orthographies():
        code = each.code if _reads_its_own_way(word, each.code) else ALL
        penalty = (0.0 if each.code in known else 0.1 + each.penalty) if known else each.penalty
        found[code] = min(penalty, found.get(code, penalty))
    return tuple(sorted(found.items(), key=lambda item: item[1]))


_LETTERS_ONLY = re.compile(r"[^\W\d_aeiouyw]{3}|[bdfghjklmnpqrstvxz][wy][bdfghjklmnpqrstvxz]|^[^\W\d_aeiouyw]{2}$")
_SINGLE = re.compile(r"sch|tch|[cdgkpstz]h|ck|ts|dz|ng|st|ndr|rg|rd|nd")


def is_unvocalised(word: str) -> bool:
    """Whether a Latin word looks like Arabic letters written one by one: "mhmd", "byglw".

    >>> is_unvocalised("byglw"), is_unvocalised("schmidt")
    (True, False)
    """
    return not any(letter in _TELLING for letter in word) and bool(_LETTERS_ONLY.search(_SINGLE.sub("s", word)))


def _reads_its_own_way(word: str, orthography: str) -> bool:
    """Whether a rule that only this orthography has applies anywhere in the word."""
    return any(
        rule.fits(word, at)
        for rule in _own_rules(orthography)
        if rule.grapheme in word
        for at in range(len(word) - len(rule.grapheme) + 1)
    )


@cache
def _own_rules(orthography: str) -> tuple[Rule, ...]:
    return tuple(_rules("latn", orthography))


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
    for row in read_table(f"romanization/{table}.tsv"):
        if row.get("orthography", ALL) == orthography:
            yield Rule(row["grapheme"], row["position"], _sounds(row["phonemes"]))


def _sounds(cell: str) -> tuple[tuple[str, float], ...]:
    """The ways to sound of a cell: parted by |, a penalty behind ~."""
    found = []
    for at, way in enumerate(cell.split("|")):
        sounds, _, penalty = way.partition("~")
        found.append((sounds, float(penalty) if penalty else _FURTHER * (at > 0)))
    return tuple(found)
