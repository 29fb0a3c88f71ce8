"""Grapheme tables: which letters sound how, by script, place in the word and orthography."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from afgraph.data import read_table
from afgraph.romanization.graphemes import ANY, PLACES, Rule, Rules, Ways, applying
from afgraph.romanization.reader import Reader
from afgraph.romanization.rows import Script, Weighed
from afgraph.text import name_key

ALL = "all"
UNVOCALISED = "abjad"  # Latin letters that stand for Arabic ones, one by one
_LOUD = "aeiou"
_TELLING = "eiouäöüâêîôûéèáíóúēīōū"
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
    return not any(map(_TELLING.__contains__, word)) and bool(_LETTERS_ONLY.search(_SINGLE.sub("s", word)))


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


def _rules(table: str, orthography: str) -> Sequence[Rule]:
    return _listed(table).get(orthography, ())


@cache
def _listed(table: str) -> dict[str, list[Rule]]:
    """The rules of a table by orthography, in its order."""
    found: dict[str, list[Rule]] = {}
    for row in read_table(f"romanization/{table}.tsv"):
        orthography = row.get("orthography", ALL)
        rule = row["grapheme"], PLACES[row["position"]], _sounds(row["phonemes"]), orthography
        found.setdefault(orthography, []).append(rule)
    return found


def _sounds(cell: str) -> tuple[tuple[str, float], ...]:
    """The ways to sound of a cell: parted by |, a penalty behind ~."""
    found = []
    for at, way in enumerate(cell.split("|")):
        sounds, _, penalty = way.partition("~")
        found.append((sounds, float(penalty) if penalty else _FURTHER * (at > 0)))
    return tuple(found)


def plain(letter: str, known: Rules) -> Ways:
    """A letter without a rule sounds like the letter that it folds to, or like nothing."""
    folded = name_key(letter)
    found = known.get(folded[:1], ())
    return next((sounds for grapheme, place, sounds, _ in found if grapheme == folded and place == ANY), (("", 0.0),))


@cache
def reader(table: str) -> Reader:
    """The reader of a table."""
    return Reader(script(table))


def script(table: str) -> Script:
    """What a reader has to know of a table.

    Arabic script writes a letter twice only for two sounds, and so do Latin letters that stand for Arabic ones.
    """
    if table != "latn":
        vocalised = table != "arab"
        return Script([(rules(table), vocalised, vocalised)], [], VOWELS, "", "", plain, frozenset(), _only, None)
    read = [(rules(table, code), True, True) for code in _numbered()]
    bits = {each.code: 1 << at for at, each in enumerate(orthographies())}
    signs = [(rule[0], rule[1], bits[rule[3]]) for listed in _own_rules().values() for rule in listed]
    signs += [(cue, ANY, bits[code] << len(bits)) for cue, code in _cues()]
    read.append((rules(table, UNVOCALISED), False, False))
    return Script(read, signs, VOWELS, _TELLING, _LOUD, plain, _codes(), _weighed, is_unvocalised)


@cache
def _numbered() -> tuple[str, ...]:
    """The press orthographies and what all share, by the number that they have in a reader."""
    return (*(each.code for each in orthographies()), ALL)


def _only(_lang: str | None, _shown: int) -> Weighed:
    return ((0, 0.0),)


def _weighed(lang: str | None, shown: int) -> Weighed:
    """What `orthographies_of` says, by numbers: from bits, the lower of own rules, the upper of what shows a press."""
    codes = _numbered()[:-1]
    own = frozenset(code for at, code in enumerate(codes) if shown >> at & 1)
    known = frozenset(code for at, code in enumerate(codes) if shown >> (len(codes) + at) & 1)
    found = _penalties(frozenset((lang,)) if lang in _codes() else known, own)
    return tuple((_numbered().index(code), penalty) for code, penalty in found)
