"""One finding, and the table of codes."""

from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple, cast

from afgraph.data import read_table

Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something in a pack that should not stand there: its code, what ids it is about, what and where it is.

    Codes never change their meaning; `docs/reference/lint.md` explains each. `line` counts from 1.
    """

    code: str
    severity: Severity
    about: tuple[str, ...]
    message: str
    file: str
    line: int

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}: " if self.file else ""
        return f"{where}{self.code} {self.message}"


class Found(NamedTuple):
    """What a rule reports: the code, the ids, the message, and the place as `file:line`."""

    code: str
    about: tuple[str, ...]
    message: str
    origin: str

    def finding(self) -> Finding:
        """The finding, with the severity that the table gives its code; of several places the last."""
        file, _, line = self.origin.rpartition("; ")[2].rpartition(":")
        return Finding(
            code=self.code,
            severity=codes()[self.code].severity,
            about=self.about,
            message=self.message,
            file=file,
            line=int(line) if line.isdecimal() else 0,
        )


class Code(NamedTuple):
    """A row of the table of codes."""

    code: str
    severity: Severity
    title: str
    why: str


@cache
def codes() -> dict[str, Code]:
    """The codes of all rules, as the table lists them.

    >>> codes()["AF101"].title
    'keys out of order'
    """
    rows = (
        Code(row["code"], cast("Severity", row["severity"]), row["title"], row["why"])
        for row in read_table("schema/lint.tsv")
    )
    return {row.code: row for row in rows}
