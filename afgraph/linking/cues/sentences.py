"""A text as sentences of words, marks and names, for patterns to be looked for."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from afgraph.linking.mention import Mention
from afgraph.text import words

FIRST_NAME = 0xE000  # names stand in a sentence's pattern as private-use letters, from this one on
NAME = "[\ue000-\uf8ff]"
_MARKS = {",": ",", "،": ",", ";": ";", "؛": ";", ":": ":", "-": "-", "‐": "-", "(": ";", ")": ";", "–": ";", "—": ";"}
_END = re.compile(r"""[.!?؟۔][”"»’)\]]*(?=\s|$)(?!\s+[”"»’)\]]*[a-zа-яçşğıöü])|\n\s*\n""")
_INITIAL = re.compile(r"(?:^|[\s.])\w$")
_LONGEST = 300  # tokens; a longer sentence is cut


@dataclass(frozen=True, slots=True)
class Token:
    """A word by its key, a mark (`,` `;` `:` `-`), or a name, with its place in the text."""

    key: str
    start: int
    end: int
    mention: Mention | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """The tokens of a sentence, and its pattern: keys between blanks, names as private-use letters.

    `at` maps each place in the pattern where a token begins to the token's number.
    """

    tokens: Sequence[Token]
    pattern: str = field(init=False)
    at: dict[int, int] = field(init=False)

    def __post_init__(self) -> None:
        pieces, at, place = [" "], {}, 1
        for number, token in enumerate(self.tokens):
            piece = token.key if token.mention is None else chr(FIRST_NAME + number)
            at[place] = number
            pieces.append(f"{piece} ")
            place += len(piece) + 1
        at[place] = len(self.tokens)
        object.__setattr__(self, "pattern", "".join(pieces))
        object.__setattr__(self, "at", at)


def number_of(name: str) -> int:
    """The number of the token that a letter of a pattern stands for."""
    return ord(name) - FIRST_NAME


def sentences(text: str, mentions: Sequence[Mention]) -> Iterator[Sentence]:
    """The sentences of a text in order, its mentions as names; one that is very long comes in pieces.

    >>> [[token.key for token in each.tokens] for each in sentences("He left, she said. Why?", ())]
    [['he', 'left', ',', 'she', 'said'], ['why']]
    """
    held: list[Token] = []
    for token in _tokens(text, mentions):
        if token is None or len(held) >= _LONGEST:
            if held:
                yield Sentence(held)
            held = []
        if token is not None:
            held.append(token)
    if held:
        yield Sentence(held)


def _tokens(text: str, mentions: Sequence[Mention]) -> Iterator[Token | None]:
    """The tokens of a text, `None` where a sentence ends."""
    at = 0
    for mention in mentions:
        yield from _between(text, at, mention.start)
        yield Token("", mention.start, mention.end, mention)
        at = mention.end
    yield from _between(text, at, len(text))


def _between(text: str, start: int, end: int) -> Iterator[Token | None]:
    """The words and marks of a stretch without names."""
    stretch = text[start:end]
    at = 0
    for word in words(stretch):
        yield from _marks(text, start + at, start + word.start)
        yield Token(word.key, start + word.start, start + word.end)
        at = word.end
    yield from _marks(text, start + at, end)


def _marks(text: str, start: int, end: int) -> Iterator[Token | None]:
    """The marks between two words, and the end of a sentence where one lies between them."""
    if start == end:
        return
    ends = (
        [match.start() for match in _END.finditer(text, start) if match.start() < end]
        if _may_end(text, start, end)
        else []
    )
    for at in range(start, end):
        if at in ends and not _INITIAL.search(text[max(0, at - 2) : at]):
            yield None
        elif text[at] in _MARKS and (text[at] != "-" or not text[at - 1 : at].isspace()):
            yield Token(_MARKS[text[at]], at, at + 1)


def _may_end(text: str, start: int, end: int) -> bool:
    return any(char in ".!?؟۔\n" for char in text[start:end])
