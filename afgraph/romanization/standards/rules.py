"""Ordered rules of one table: longest grapheme first, then the narrowest context, then the order of the file."""

import unicodedata
from dataclasses import dataclass
from functools import cache

from afgraph.data import read_table

_FOLDER = "romanization/standards"
_WORD_MARKS = "ʿʾʻʼ‘’'`"


@dataclass(frozen=True, slots=True)
class Alternative:
    """One way to write a grapheme, and how often it is written so."""

    text: str
    weight: float
    note: str
    source: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One grapheme in one context, and the ways to write it: the convention first.

    `case` says which letters of the output stay as the table has them though a word begins with them: `lower`
    (unless the name does), `always`, or `first` (all but the first letter).
    """

    table: str
    grapheme: str
    context: tuple[str, ...]
    alternatives: tuple[Alternative, ...]
    case: str

    def fits(self, text: str, at: int) -> bool:
        """Whether the rule applies to `text` at index `at`."""
        end = at + len(self.grapheme)
        return text.startswith(self.grapheme, at) and all(_holds(each, text, at, end) for each in self.context)


@dataclass(frozen=True, slots=True)
class Fired:
    """What was read at one place of a text: by a rule, or kept as it is where there is none."""

    rule: Rule | None
    at: int
    read: str


def in_word(char: str) -> bool:
    """Whether a character belongs to a word: a letter, a mark on one, an apostrophe.

    >>> [in_word(char) for char in "aʿ- "]
    [True, True, False, False]
    """
    return char.isalnum() or char in _WORD_MARKS or unicodedata.category(char).startswith("M")


def _holds(condition: str, text: str, at: int, end: int) -> bool:
    if condition == "initial":
        return at == 0 or not in_word(text[at - 1])
    if condition == "final":
        return end == len(text) or not in_word(text[end])
    side, _, wanted = condition.partition(":")
    found = members(wanted)
    return text.startswith(found, end) if side == "before" else text.endswith(found, 0, at)


@cache
def members(name: str) -> tuple[str, ...]:
    """The letters of a class of `classes.tsv`; a name that is no class stands for itself.

    >>> members("ā"), "ū" in members("vowel")
    (('ā',), True)
    """
    classes = {row["class"]: tuple(row["members"].split()) for row in table_rows("classes")}
    return classes.get(name, (name,))


def table_rows(name: str) -> list[dict[str, str]]:
    """The rows of a table of this folder, in NFC.

    >>> table_rows("names")[0]["standard"]
    'ala-lc'
    """
    rows = read_table(f"{_FOLDER}/{name}.tsv")
    return [{column: unicodedata.normalize("NFC", cell) for column, cell in row.items()} for row in rows]


@cache
def rules(table: str) -> tuple[Rule, ...]:
    """The rules of a table in the order of its file; rows of one grapheme and context are alternatives of one rule.

    >>> [each.text for rule in rules("press-fra") if rule.grapheme == "sh" for each in rule.alternatives]
    ['ch', 'sh']
    """
    found: dict[tuple[str, tuple[str, ...]], tuple[str, list[Alternative]]] = {}
    for row in table_rows(table):
        key = row["grapheme"].replace("_", " "), tuple(row["context"].split())
        text = row["output"].replace("_", " ")
        weight = float(row.get("weight", "1"))
        alternative = Alternative(text, weight, row["note"], row.get("source", ""))
        found.setdefault(key, (row["case"], []))[1].append(alternative)
    return tuple(Rule(table, key[0], key[1], tuple(each), case) for key, (case, each) in found.items())


@cache
def by_letter(table: str) -> dict[str, tuple[Rule, ...]]:
    """The rules of a table by their first letter, in the order in which they are tried.

    >>> [rule.grapheme for rule in by_letter("bgn-pcgn")["a"]][-3:]
    ['aw', 'a', 'a']
    """
    grouped: dict[str, list[Rule]] = {}
    for rule in sorted(rules(table), key=lambda rule: (-len(rule.grapheme), -len(rule.context))):
        grouped.setdefault(rule.grapheme[0], []).append(rule)
    return {letter: tuple(each) for letter, each in grouped.items()}


def read(text: str, table: str) -> list[Fired]:
    """How a table reads a text from left to right: the rules that fire, and the letters that no rule is for.

    >>> [(each.read, each.rule is None) for each in read("shā!", "press-fra")]
    [('sh', False), ('ā', False), ('!', True)]
    """
    known = by_letter(table)
    fired = []
    at = 0
    while at < len(text):
        rule = next((each for each in known.get(text[at], ()) if each.fits(text, at)), None)
        grapheme = text[at] if rule is None else rule.grapheme
        fired.append(Fired(rule, at, grapheme))
        at += len(grapheme)
    return fired
