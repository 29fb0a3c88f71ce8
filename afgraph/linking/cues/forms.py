"""The forms of cues as patterns over the words of a sentence."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from afgraph.data import read_table
from afgraph.linking.cues.grammar import Grammar, grammar
from afgraph.linking.cues.sentences import NAME
from afgraph.model import Modality
from afgraph.text import words

Reach = Literal["whole", "rest", "verb"]
Slot = Literal["s", "o", "by"]

_WORD = "[^ ,;:\\-\ue000-\uf8ff]+"
_GAP = rf"(?:{_WORD} ){{0,4}}"
_GAPS = {"*": _GAP, "**": rf"(?:(?:{_WORD}|{NAME}) ){{0,6}}?", "...": "(?:[^ ]+ ){0,15}?"}
_PIECE = re.compile(r"\[[^\]]*\]|\S+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form of cue. `walked` is the slot of a name that stands somewhere before, with other words between."""

    lang: str
    regex: re.Pattern[str]
    walked: Slot | None
    relation: str = ""
    modality: Modality = "asserted"
    reach: Reach = "rest"


@cache
def relation_forms(lang: str) -> tuple[Form, ...]:
    r"""The forms of a language that relate two names, in the order of their table.

    >>> relation_forms("eng")[0].regex.search(" \ue000 the son of \ue001 ").group("o")
    '\ue001'
    """
    small = grammar(lang)
    rows = (row for row in read_table("linking/relation_cues.tsv") if row["lang"] == lang)
    return tuple(
        Form(lang=lang, regex=_regex(row["form"], small), walked=_walked(row["form"]), relation=row["relation"])
        for row in rows
    )


@cache
def speech_forms(lang: str) -> tuple[Form, ...]:
    """The forms of a language that say on whose word, or how firmly."""
    small = grammar(lang)
    rows = (row for row in read_table("linking/speech_cues.tsv") if row["lang"] == lang)
    return tuple(
        Form(
            lang=lang,
            regex=_regex(row["form"], small),
            walked=_walked(row["form"]),
            modality=cast("Modality", row["modality"]),
            reach=cast("Reach", row["reach"]),
        )
        for row in rows
    )


def _walked(form: str) -> Slot | None:
    first, _, rest = form.partition(" ")
    return cast("Slot", first.strip("{}")) if rest.startswith("...") else None


def _regex(form: str, small: Grammar) -> re.Pattern[str]:
    """A form as an expression; a name that is walked to is not part of it. What is said stands in group `cue`."""
    pieces = _PIECE.findall(form)
    kept = pieces[2:] if _walked(form) else pieces
    parts = [_part(piece, small, first=at == 0) for at, piece in enumerate(kept)]
    opened = [at for at, piece in enumerate(kept) if not piece.startswith("{")]
    parts.insert(opened[-1] + 1, ")")
    parts.insert(opened[0], "(?P<cue>")
    return re.compile("(?<= )" + "".join(parts))


def _part(piece: str, small: Grammar, *, first: bool) -> str:
    if piece.startswith("["):
        return f"(?:{_part(piece.strip('[]'), small, first=False)})?"
    if piece == "{by}":
        return _speaker(small)
    if piece.startswith("{"):
        return f"{'' if first else _filling(small) + _others(small)}(?P<{piece.strip('{}')}>{NAME}) "
    if piece in _GAPS:
        return _GAPS[piece]
    return f"(?:{'|'.join(_literal(each) for each in piece.split('|'))}) "


def _literal(piece: str) -> str:
    if piece in (",", ";", ":"):
        return piece
    return re.escape(" ".join(word.key for word in words(piece.replace("_", " "))))


def _filling(small: Grammar) -> str:
    """What may stand before a name: few words that join nothing, or what it is named among."""
    free = f"(?:{_none_of(small.stops)}{_WORD} )"
    listing = f"(?:, (?:{_any_of(small.of('listing'))}) {free}{{0,2}})?" if small.of("listing") else ""
    return f"{free}{{0,3}}{listing}"


def _others(small: Grammar) -> str:
    """Names that a conjunction joins to the one that follows."""
    joint = f"(?:, )?(?:{_any_of(small.of('conjunction'))}) (?:(?:{_any_of(small.of('article')) or '(?!)'}) )?"
    return f"(?:{NAME} (?:, {NAME} )*{joint})?"


def _speaker(small: Grammar) -> str:
    """A name with what stands before it, or the words up to the next mark."""
    free = f"(?:{_none_of(small.of('conjunction') | small.of('subordinator'))}{_WORD} )"
    return f"(?:{free}{{0,5}}(?P<by>{NAME}) |(?P<words>{free}{{1,4}})(?=[,:;]|$))"


def _any_of(keys: frozenset[str]) -> str:
    return "|".join(re.escape(key) for key in sorted(keys, key=len, reverse=True))


def _none_of(keys: frozenset[str]) -> str:
    return f"(?!(?:{_any_of(keys)}) )" if keys else ""
