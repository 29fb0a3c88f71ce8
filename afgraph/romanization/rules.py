"""Grapheme tables: which letters sound how, by script, place in the word and orthography."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from afgraph.data import read_table
from afgraph.romanization.graphemes import ANY, PLACES, Rule, Rules, applying

ALL = "all"
UNVOCALISED = "abjad"  # Latin letters that stand for Arabic ones, one by one
_TELLING = frozenset("eiouäöüâêîôûéèáíóúēīōū")
VOWELS = "aeiouyäöüâêîôûéèáíóúāēīōū"
_FURTHER = 0.05  # penalty of another than the first way to sound, if the table says none


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
    known = {lang} if lang in _codes() else {code for cue, code in _cues() if cue in word}
    return _penalties(frozenset(known), frozenset(applying(word, _own_rules(), VOWELS)))


@cache
def _penalties(known: frozenset[str | None], own: frozenset[str]) -> tuple[tuple[str, float], ...]:
    """The orthographies that are known to have written a word, and those that read it in their own way, weighed."""
    found: dict[str, float] = {}
    for each in orthographies():
        code = each.code if each.code in own else ALL
        penalty = (0.0 if each.code in known else 0.1 + each.penalty) if known else each.penalty
        found[code] = min(penalty, found.get(code, penalty))
    return tuple(sorted(found.items(), key=lambda item: item[1]))


@cache
def _codes() -> frozenset[str | None]:
    return frozenset(each.code for each in orthographies())


@cache
def _cues() -> tuple[tuple[str, str], ...]:
    return tuple((cue, each.code) for each in orthographies() for cue in each.cues)


_LETTERS_ONLY = re.compile(r"[^\W\d_aeiouyw]{3}|[bdfghjklmnpqrstvxz][wy][bdfghjklmnpqrstvxz]|^[^\W\d_aeiouyw]{2}$")
_SINGLE = re.compile(r"sch|tch|[cdgkpstz]h|ck|ts|dz|ng|st|ndr|rg|rd|nd")


def is_unvocalised(word: str) -> bool:
    """Whether a Latin word looks like Arabic letters written one by one: "mhmd", "byglw".

    >>> is_unvocalised("byglw"), is_unvocalised("schmidt")
    (True, False)
    """
    return _TELLING.isdisjoint(word) and bool(_LETTERS_ONLY.search(_SINGLE.sub("s", word)))


@cache
def _own_rules() -> Rules:
    """The rules of Latin script that only some orthography has, by first letter."""
    return _by_letter(rule for each in orthographies() for rule in _rules("latn", each.code))


@cache
def rules(table: str, orthography: str = ALL) -> Rules:
    """The rules of a table by first letter: longest grapheme, narrowest place, own orthography first."""
    both = [*_rules(table, orthography), *(_rules(table, ALL) if orthography != ALL else ())]
    return _by_letter(sorted(both, key=lambda rule: (-len(rule[0]), rule[1] == ANY)))


def _by_letter(found: Iterable[Rule]) -> Rules:
    by_letter: Rules = {}
    for rule in found:
        by_letter.setdefault(rule[0][0], []).append(rule)
    return by_letter


def _rules(table: str, orthography: str) -> Iterator[Rule]:
    for row in read_table(f"romanization/{table}.tsv"):
        if row.get("orthography", ALL) == orthography:
            yield row["grapheme"], PLACES[row["position"]], _sounds(row["phonemes"]), orthography


def _sounds(cell: str) -> tuple[tuple[str, float], ...]:
    """The ways to sound of a cell: parted by |, a penalty behind ~."""
    found = []
    for at, way in enumerate(cell.split("|")):
        sounds, _, penalty = way.partition("~")
        found.append((sounds, float(penalty) if penalty else _FURTHER * (at > 0)))
    return tuple(found)
