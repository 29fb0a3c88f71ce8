"""What a person decided about a spelling and an entity, and the one line in which a ledger keeps it."""

import json
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field, fields
from functools import cache
from typing import Any, Literal, cast, get_args

from afgraph.packs.nodes import did_you_mean, shown

Decision = Literal["positive", "negative", "unsure", "undo"]

_DECISIONS: tuple[str, ...] = get_args(Decision)
_REQUIRED = ("text", "entity", "judgement")
_HIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")
_LONGEST = 10_000  # letters of a line


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A person's word that a spelling means an entity (`positive`), does not (`negative`), or that nobody can say.

    `unsure` keeps the spelling from being taken for the entity without being asked; `undo` takes back what was judged
    of the two before. `by` is who judged, `at` when (ISO 8601, UTC), `origin` the file and line where it stands.
    """

    text: str
    entity: str
    judgement: Decision
    by: str | None = None
    at: str | None = None
    note: str | None = None
    origin: str = field(default="", compare=False)

    def __str__(self) -> str:
        who = f" by {self.by}" if self.by else ""
        when = f" on {self.at}" if self.at else ""
        note = f" ({self.note})" if self.note else ""
        return f"{self.text!r} as {self.entity}: judged {self.judgement}{who}{when}{note}"

    def to_dict(self) -> dict[str, Any]:
        """The judgement as plain values; what is not known is left out."""
        return {name: value for name, value in asdict(self).items() if value not in (None, "")}

    def to_line(self) -> str:
        """The judgement as one line of YAML, without its end; every value is quoted, so that it stays text.

        Raises `ValueError` where a value is empty, holds hidden characters, or is longer than a line may be.

        >>> Judgement(text="Mesud", entity="per:ahmad-massoud", judgement="positive", by="Anna").to_line()
        '- {text: "Mesud", entity: "per:ahmad-massoud", judgement: "positive", by: "Anna"}'
        """
        held = {name: value for name, value in self.to_dict().items() if name != "origin"}
        problem = next(_wrong(held), None)
        if problem:
            raise ValueError(problem)
        line = ", ".join(f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in held.items())
        if len(line) > _LONGEST:
            raise ValueError(f"a judgement of {len(line)} letters; at most {_LONGEST}, shorten its note")
        return f"- {{{line}}}"


def read_line(line: str, origin: str) -> Judgement | str | None:
    r"""The judgement on one line of a ledger; `None` for an empty line or a comment, or what is wrong with it.

    >>> read_line("- {text: Mesud, entity: per:ahmad-massoud, judgement: positiv}\n", "ledger.yml:1")
    "judgement 'positiv' is not known; did you mean 'positive'?"
    """
    if not line.strip() or line.lstrip().startswith("#"):
        return None
    held = _mapping(line)
    if isinstance(held, str):
        return held
    return next(_wrong(held), None) or Judgement(**cast("dict[str, Any]", held), origin=origin)


def _mapping(line: str) -> dict[str, str] | str:
    """The fields on a line, or what is wrong with it."""
    import yaml

    if len(line) > _LONGEST + 10:
        return f"{len(line)} letters on one line; at most {_LONGEST}"
    try:
        document = yaml.load(line, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))  # noqa: S506 - makes only text
    except yaml.YAMLError as error:
        return f"is not YAML: {getattr(error, 'problem', None) or 'a character that it does not allow'}"
    match document:
        case [dict(held)] if all(isinstance(each, str) for pair in held.items() for each in pair):
            return cast("dict[str, str]", held)
    return f"{shown(line.strip())} is no judgement; write - {{text: ..., entity: ..., judgement: positive}}"


def _wrong(held: dict[str, str]) -> Iterator[str]:
    """What is wrong with the fields of a judgement."""
    for name in _REQUIRED:
        if not held.get(name, "").strip():
            yield f"{name!r} is missing"
    for name, value in held.items():
        if name not in _known():
            yield f"field {shown(name)} is not known{did_you_mean(name, _known())}"
        elif _HIDDEN.search(value):
            yield f"{name} {shown(value)} holds a hidden character; remove it"
    if held.get("judgement", "positive") not in _DECISIONS:
        hint = did_you_mean(held["judgement"], _DECISIONS) or f"; it is one of {', '.join(_DECISIONS)}"
        yield f"judgement {shown(held['judgement'])} is not known{hint}"


@cache
def _known() -> tuple[str, ...]:
    return tuple(each.name for each in fields(Judgement) if each.name != "origin")
