"""Words that names are made with."""

from dataclasses import dataclass
from typing import Literal

LexemeKind = Literal["title", "nisba", "generic", "numeral", "given"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexeme:
    """A title, a nisba, a generic word of place names, a numeral or a given name, with its forms.

    `forms` are (language, form) pairs; `means` is an entity's id or plain English.
    """

    id: str
    kind: LexemeKind
    forms: tuple[tuple[str, str], ...]
    means: str | None = None
    note: str | None = None
    origin: str = ""
