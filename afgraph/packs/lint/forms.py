"""Rules about single names: letters that do not belong, names that would be found everywhere."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from afgraph.data import read_table
from afgraph.packs.lint.finding import Found
from afgraph.packs.lint.material import Material
from afgraph.packs.nodes import shown
from afgraph.text import name_key, script_of, scripts_in

_WORD = re.compile(r"\w+")
_EAST_ASIAN = {"Hang", "Hani", "Hira", "Kana"}  # mixed in one word, and one sign may be a name


def mixed_scripts(material: Material) -> Iterator[Found]:
    """Each form with a word that mixes scripts, such as a Latin letter in a Cyrillic word; lexicon included."""
    for about, origin, _, form in _forms(material):
        for word in () if form.isascii() else _WORD.findall(form):
            scripts = scripts_in(word)
            if len(scripts) > 1 and not _EAST_ASIAN.issuperset(scripts):
                strange = "".join(char for char in word if script_of(char) == scripts[-1])
                message = f"{shown(form)} mixes {' and '.join(scripts)} in one word; retype {shown(strange)}"
                yield Found("AF301", (about,), message, material.place_of(origin, form))


def short_names(material: Material) -> Iterator[Found]:
    """Each name of one letter (AF302), and each that is a common word of its language (AF303)."""
    stopwords = _by_language("lint/stopwords.tsv", "word")
    for entity in material.contents.entities.values():
        for name in entity.names:
            key = name_key(name.form)
            if len(key) == 1 and name.script not in _EAST_ASIAN:
                code, what = "AF302", "one letter"
            elif key in stopwords.get(name.lang, ()):
                code, what = "AF303", f"a common word in {name.lang}"
            else:
                continue
            message = f"{shown(name.form)} is {what}, found in any text; remove it or write a longer form"
            yield Found(code, (entity.id,), message, material.place_of(entity.origin, name.form))


def odd_characters(material: Material) -> Iterator[Found]:
    """Each form with a sign that names do not have, or with space at an end or doubled; lexicon included."""
    for about, origin, _, form in _forms(material):
        odd = next((char for char in form if not _is_usual(char)), None)
        if odd is not None:
            message = f"{shown(form)} holds {shown(odd)} (U+{ord(odd):04X}); write the name without it"
        elif form != " ".join(form.split()):
            message = f"{shown(form)} begins, ends or is parted with more space than one; write one space"
        else:
            continue
        yield Found("AF304", (about,), message, material.place_of(origin, form))


def no_native_name(material: Material) -> Iterator[Found]:
    """Each person with no name in a language that is not written in Latin script."""
    for entity in material.contents.entities.values():
        if material.contents.is_a(entity.schema, "Person") and entity.native_name is None:
            message = f"{entity.id} has no name in a script other than Latin; add it as its bearer writes it"
            yield Found("AF305", (entity.id,), message, entity.origin)


def foreign_scripts(material: Material) -> Iterator[Found]:
    """Each name in a script that its language is not written in; acronyms travel, and are left alone."""
    scripts = _by_language("lint/scripts.tsv", "script")
    for entity in material.contents.entities.values():
        for name in entity.names:
            usual = scripts.get(name.lang)
            found = set(scripts_in(name.form)) if usual and name.kind != "acronym" else set()
            if usual and found - usual:
                message = (
                    f"{shown(name.form)} is {' and '.join(sorted(found))}, and {name.lang} is written in "
                    f"{' or '.join(sorted(usual))}; move it to its language"
                )
                yield Found("AF306", (entity.id,), message, material.place_of(entity.origin, name.form))


def _forms(material: Material) -> Iterator[tuple[str, str, str, str]]:
    """All forms of entities and lexemes: whose, where that stands, language, form."""
    contents = material.contents
    for entity in contents.entities.values():
        yield from ((entity.id, entity.origin, name.lang, name.form) for name in entity.names)
    for lexeme in contents.lexicon.values():
        yield from ((lexeme.id, lexeme.origin, lang, form) for lang, form in lexeme.forms)


@cache
def _by_language(table: str, column: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in read_table(table):
        found[row["lang"]].add(name_key(row[column]) if column == "word" else row[column])
    return dict(found)


@cache
def _is_usual(char: str) -> bool:
    return char == " " or char.isalnum() or unicodedata.category(char)[0] == "M" or char in _signs()


@cache
def _signs() -> frozenset[str]:
    return frozenset(chr(int(row["code"], 16)) for row in read_table("lint/signs.tsv"))
