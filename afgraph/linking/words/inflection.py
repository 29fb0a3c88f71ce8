"""A word of a text as it would stand in a list: without case endings, clitics, or what is written together with it."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from afgraph.data import read_table
from afgraph.text import APOSTROPHE, fold, name_key, script_of

_SLOTS = (3, 2, 1)
_LONGEST = 40  # letters of a word that may be inflected
_LONGEST_READ = 300  # letters of a word that are looked at, with all marks; no name has longer ones
_LEAST_BEFORE_APOSTROPHE = 2
_BEHIND_APOSTROPHE = re.compile(rf"(.+){APOSTROPHE}([^{APOSTROPHE} ]*)")


@dataclass(frozen=True, slots=True)
class Form:
    """A reading of a word: its key without what was taken off, how many original letters that was on either side.

    `before` and `behind` count folded letters that stand outside the name, apostrophes with them; an ending that is
    one with its word stays part of the mention and counts for nothing. `taken` is what was taken off, `depth` how many
    times.
    """

    key: str
    before: int = 0
    behind: int = 0
    taken: str = ""
    depth: int = 0


@dataclass(frozen=True, slots=True)
class _Ending:
    text: str
    put: str
    least: int


@lru_cache(maxsize=100_000)
def forms(word: str, lang: str) -> tuple[Form, ...]:
    """The readings of a word in a language (ISO 639-3), as it stands first, the least taken off next.

    >>> [each.key for each in forms("Масудом", "rus")][:3]
    ['масудом', 'масудо', 'масуд']
    >>> [(each.key, each.behind) for each in forms("Dostum’a", "tur")][1]
    ('dostum', 2)
    """
    folded = fold(word[:_LONGEST_READ]).text.strip(APOSTROPHE)
    bare = Form(folded.replace(APOSTROPHE, ""))
    if not bare.key or len(folded) > _LONGEST:
        return (bare,)
    found = {bare.key: bare}
    for form in (*_apart(folded), *_elided(folded, lang)):
        found.setdefault(form.key, form)
    for form in list(found.values()):
        for shorter in _shorter(form, lang):
            found.setdefault(shorter.key, shorter)
    return tuple(
        sorted(
            found.values(), key=lambda each: (each.depth, not bare.key.startswith(each.key), -len(each.key), each.key)
        )
    )


def ordinal_forms(ending: Form) -> tuple[Form, ...]:
    """The other endings of an ordinal in figures, where this is one: all cases and genders of "40-й" are one name.

    >>> "я" in [each.key for each in ordinal_forms(Form("й"))], ordinal_forms(Form("город"))
    (True, ())
    """
    by_lang = _ordinals()
    same = {key for endings in by_lang.values() if ending.key in endings for key in endings} - {ending.key}
    return tuple(Form(key, 0, 0, ending.key, 1) for key in sorted(same))


@cache
def _ordinals() -> dict[str, frozenset[str]]:
    """The endings of ordinals in figures by language."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in read_table("matching/ordinals.tsv"):
        found[row["language"]].add(name_key(row["ending"]))
    return {lang: frozenset(endings) for lang, endings in found.items()}


def _apart(folded: str) -> Iterator[Form]:
    """The word before an ending that an apostrophe parts from it, in whatever language."""
    match = _BEHIND_APOSTROPHE.fullmatch(folded)
    if match is None:
        return
    stem, rest = match[1].replace(APOSTROPHE, ""), match[2]
    if len(stem) >= _LEAST_BEFORE_APOSTROPHE and rest in _behind_apostrophe():
        yield Form(stem, 0, len(rest) + 1, rest, 1)


def _elided(folded: str, lang: str) -> Iterator[Form]:
    before, mark, name = folded.partition(APOSTROPHE)
    if mark and name and (lang, before) in _elisions():
        yield Form(name.replace(APOSTROPHE, ""), len(before) + 1, 0, before, 1)
        yield from (Form(each.key, len(before) + 1, each.behind, each.taken, 2) for each in _apart(name))
    for beginning in _joined_beginnings(lang) if not mark else ():
        if folded.startswith(beginning) and len(folded) - len(beginning) > _LEAST_BEFORE_APOSTROPHE:
            yield Form(folded[len(beginning) :], len(beginning), 0, beginning, 1)


def _shorter(form: Form, lang: str) -> Iterator[Form]:
    """The form with endings taken off: one of each slot at most, from the outside in."""
    script = script_of(form.key)
    layers = [form]
    for slot in _SLOTS:
        for each in list(layers):
            for ending in _endings(lang, script, slot, each.key[-1:]):
                if each.key.endswith(ending.text) and len(each.key) - len(ending.text) >= ending.least:
                    stem = each.key[: len(each.key) - len(ending.text)] + ending.put
                    layers.append(Form(stem, form.before, form.behind, ending.text + each.taken, each.depth + 1))
    yield from layers[1:]


def _endings(lang: str, script: str, slot: int, last: str) -> tuple[_Ending, ...]:
    return _table().get((lang, script, slot, last), ())


@cache
def _table() -> dict[tuple[str, str, int, str], tuple[_Ending, ...]]:
    """The endings by language, script, slot and last letter."""
    found: dict[tuple[str, str, int, str], list[_Ending]] = defaultdict(list)
    for row in read_table("linking/endings.tsv"):
        text = name_key(row["ending"])
        ending = _Ending(text, name_key(row["put"]), int(row["least"]))
        found[(row["lang"], row["script"], int(row["slot"]), text[-1])].append(ending)
    return {place: tuple(each) for place, each in found.items()}


@cache
def _behind_apostrophe() -> frozenset[str]:
    """What may stand behind an apostrophe: nothing, or endings, of several slots as well."""
    by_lang: dict[str, list[set[str]]] = defaultdict(lambda: [set() for _ in _SLOTS])
    for row in read_table("linking/endings.tsv"):
        if not row["put"]:
            by_lang[row["lang"]][int(row["slot"]) - 1].add(name_key(row["ending"]))
    found = {""}
    for plural, inner, outer in by_lang.values():
        found |= plural | inner | outer | {one + two for one in plural | inner for two in outer}
    return frozenset(found)


@cache
def _elisions() -> frozenset[tuple[str, str]]:
    rows = read_table("linking/beginnings.tsv")
    return frozenset((row["lang"], name_key(row["beginning"])) for row in rows if row["apostrophe"] == "yes")


@cache
def _joined_beginnings(lang: str) -> tuple[str, ...]:
    rows = read_table("linking/beginnings.tsv")
    return tuple(name_key(row["beginning"]) for row in rows if row["apostrophe"] == "no" and row["lang"] == lang)
