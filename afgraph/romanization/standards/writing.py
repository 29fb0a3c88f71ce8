"""Pieces of output put together: capitals where words begin, or where the source has them."""

import unicodedata
from collections.abc import Iterable, Mapping

from afgraph.romanization.standards.rules import in_word

Piece = tuple[str, str]
"""A text, and the case of the rule that wrote it."""


def join_name(pieces: Iterable[Piece], capitals: Mapping[str, str]) -> str:
    """A name of these pieces, each word with a capital but what its rule keeps small.

    `capitals` are letters whose capital depends on the language.

    >>> join_name([("iv", ""), ("-e", "lower"), (" ", ""), ("ra", "")], {"i": "İ"})
    'İv-e Ra'
    """
    written: list[str] = []
    begins = True
    for text, case in pieces:
        first = True
        for char in text:
            small = case == "always" or (case == "lower" and bool(written)) or (case == "first" and not first)
            if _is_letter(char) and begins:
                begins = False
                written.append(char if small else capitals.get(char, char.upper()))
            else:
                begins = not in_word(char) or (begins and not char.isdecimal())
                written.append(char)
            first = first and not _is_letter(char)
    return unicodedata.normalize("NFC", "".join(written))


def _is_letter(char: str) -> bool:
    """Whether a character can be a capital: a letter, and no modifier as those for ayn and hamza are."""
    return char.isalpha() and unicodedata.category(char) != "Lm"


def join_cased(pieces: Iterable[tuple[str, str, bool]]) -> str:
    """The pieces with the capitals of what they were read from: (written, read, whether its neighbour is a capital).

    >>> join_cased([("sh", "Ш", False), ("a", "а", False)]), join_cased([("sh", "Ш", True), ("a", "А", True)])
    ('Sha', 'SHA')
    """
    written = (_cased(text, read, shouted=shouted) for text, read, shouted in pieces)
    return unicodedata.normalize("NFC", "".join(written))


def _cased(text: str, read: str, *, shouted: bool) -> str:
    if read == read.lower():
        return text
    return text.upper() if shouted else text[:1].upper() + text[1:]
