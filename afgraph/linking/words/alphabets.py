"""A name in the other alphabet of its language."""

import re
from functools import cache

from afgraph.data import read_table

_APOSTROPHES = dict.fromkeys(map(ord, "'ʻʼ`"), "‘")


def in_other_alphabet(form: str, lang: str, script: str) -> str | None:
    """A name of a language that is written in two alphabets in the other one; `None` where it has but one.

    >>> in_other_alphabet("Shimoliy ittifoq", "uzb", "Latn"), in_other_alphabet("Дўстум", "uzb", "Cyrl")
    ('шимолий иттифоқ', 'do‘stum')
    >>> in_other_alphabet("Kabul", "eng", "Latn") is None
    True
    """
    letters = _letters(lang, script)
    if not letters:
        return None
    return _pattern(lang, script).sub(lambda match: letters[match.group(), match[1] is not None], _lowered(form))


def _lowered(form: str) -> str:
    return form.lower().translate(_APOSTROPHES)


@cache
def _letters(lang: str, script: str) -> dict[tuple[str, bool], str]:
    """What letters become, at the beginning of a word (true) and elsewhere."""
    rows = [row for row in read_table("linking/alphabets.tsv") if (row["lang"], row["from"]) == (lang, script)]
    return {(row["letters"], row["initial"] == "yes"): row["written"] for row in rows}


@cache
def _pattern(lang: str, script: str) -> re.Pattern[str]:
    """The letters, longest first; those of a beginning in a group."""
    letters = sorted(_letters(lang, script), key=lambda each: (-len(each[0]), each))
    beginning = "|".join(re.escape(letter) for letter, initial in letters if initial)
    others = "|".join(re.escape(letter) for letter, initial in letters if not initial)
    return re.compile(rf"(?<!\w)({beginning})|(?:{others})" if beginning else others)
