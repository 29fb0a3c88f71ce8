"""Common words of names, and given names with their spellings."""

import re
import unicodedata
from functools import cache, lru_cache
from itertools import chain
from typing import NamedTuple

from afgraph.data import read_table
from afgraph.text import name_key

_SILENT = dict.fromkeys(map(ord, "'ʼʻ’‘ʿʾ`´\u200c"))


class Common(NamedTuple):
    """A common word: its kind (empty for a plain word), what it means, and its weight in a comparison."""

    kind: str
    meanings: frozenset[str]
    weight: float


class GivenName(NamedTuple):
    """A given name or nisba of the lexicon, with its weight in a comparison."""

    name: str
    weight: float


_SERVANT = re.compile(r"abd-u\w+-(.+)")
_PLAIN = Common("", frozenset(), 1.0)


@cache
def _common() -> dict[str, Common]:
    return {
        row["word"]: Common(row["kind"], frozenset(row["means"].split()), float(row["weight"]))
        for row in read_table("matching/words.tsv")
    }


def common_word(key: str) -> Common:
    """What is known of a word by its folded key.

    >>> common_word("mullah").kind, common_word("dostum").weight
    ('title', 1.0)
    """
    return _common().get(key, _PLAIN)


@cache
def _given() -> tuple[dict[str, frozenset[GivenName]], dict[str, frozenset[GivenName]]]:
    """The names by spelling as written, and by folded spelling."""
    written: dict[str, set[GivenName]] = {}
    folded: dict[str, set[GivenName]] = {}
    for row in chain(read_table("matching/given.tsv"), read_table("matching/slavic.tsv")):
        name = GivenName(row["name"], float(row["weight"]))
        for form in row["forms"].split("|"):
            written.setdefault(form, set()).add(name)
            folded.setdefault(name_key(form), set()).add(name)
    return ({form: frozenset(each) for form, each in written.items()}, {k: frozenset(v) for k, v in folded.items()})


@lru_cache(maxsize=20_000)
def given_names(word: str) -> frozenset[GivenName]:
    """The given names and nisbas that a word is a listed spelling of; marks count where the word has them.

    >>> [each.name for each in given_names("Ahmet")], len(given_names("Hamid"))
    (['ahmad'], 2)
    """
    written, folded = _given()
    key = name_key(word)
    form = unicodedata.normalize("NFC", word.replace("İ", "i").lower()).translate(_SILENT)
    return written.get(form) or folded.get(key) or _servants(key)


def plain_word(word: str) -> tuple[Common, frozenset[GivenName]]:
    """`common_word` and `given_names` of a word of ASCII letters in lower case.

    >>> plain_word("ahmad")[0].kind, plain_word("mullah")[1]
    ('', frozenset())
    """
    known = _plain().get(word)
    return (_PLAIN, _servants(word)) if known is None else known


@cache
def _plain() -> dict[str, tuple[Common, frozenset[GivenName]]]:
    """`plain_word` for the words of the lexicon."""
    written, folded = _given()
    words = filter(str.isascii, {**_common(), **folded, **written})
    return {
        word: (_common().get(word, _PLAIN), written.get(word) or folded.get(word) or _servants(word)) for word in words
    }


def servant_of(name: str) -> str | None:
    """The name that Abd al- makes of a given name that is one of God's, as the lexicon calls it.

    >>> servant_of("samad"), servant_of("ahmad")
    ('abd-us-samad', None)
    """
    return _servant_names().get(name)


@cache
def _servant_names() -> dict[str, str]:
    names = (row["name"] for row in read_table("matching/given.tsv"))
    return {found[1]: found[0] for found in map(_SERVANT.fullmatch, names) if found}


def _servants(key: str) -> frozenset[GivenName]:
    """The names that Abd al- makes of a given name, however its article is written: Abdus Samad is read abdulsamad."""
    if not key.startswith(_servant_beginnings()):
        return frozenset()
    head = next(each for each in _servant_beginnings() if key.startswith(each))
    rest = key.removeprefix(head)
    names = _given()[1].get(rest) or _given()[1].get(rest.removeprefix("ال"), frozenset())
    servants = [servant for each in names if (servant := servant_of(each.name)) is not None]
    return frozenset(GivenName(servant, 1.0) for servant in servants) if rest else frozenset()


@cache
def _servant_beginnings() -> tuple[str, ...]:
    """How compounds with Abd al- begin once their words are joined."""
    return tuple(
        row["joined"].removesuffix("+") for row in read_table("romanization/joins.tsv") if row["joined"].endswith("+")
    )
