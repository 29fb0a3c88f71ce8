"""Every error that afgraph raises on purpose, as one tree.

```
AfgraphError
├── DateFormatError     (ValueError)   a date that is not EDTF
├── DataError           (ValueError)   a table of the package, or a file that it wrote, that cannot be read
├── PackError           (ValueError)   a pack with problems, all of them, with file and line
├── UnknownStandardError (ValueError)  a romanization standard, or its table for a language, that does not exist
├── QuestionError       (ValueError)   a question in words of no known form; the message lists the forms
├── TextTooLongError    (ValueError)   a text of more words than are linked at once
├── BadNameError        (ValueError)   a value among many names that is no name; the message has its row
├── WorkerError         (RuntimeError) a worker process that died; the message has the way out
├── UnknownNameError    (LookupError)  a name that no entity bears
├── AmbiguousNameError  (LookupError)  a name that several entities bear
└── MissingExtraError   (ImportError)  an optional library that is not installed
```
"No match" and "ambiguous" are results of `resolve`; they become errors only where a question needs one entity.
"""

from collections.abc import Sequence
from functools import partial
from typing import Any

_LONGEST = 200  # letters of a question in a message
_NEAREST = 8  # forms of questions in a message


class AfgraphError(Exception):
    """The root: `except af.AfgraphError` catches whatever the library raises on purpose."""


class DateFormatError(AfgraphError, ValueError):
    """A date that is not EDTF."""


class DataError(AfgraphError, ValueError):
    """A table that ships with the package, or a file that it wrote, that cannot be read, or not be written there."""


class PackError(AfgraphError, ValueError):
    """A pack with problems; nothing of it was loaded, or changed, or saved, as `outcome` says.

    `problems` holds one line each: file, line, what was found, what to do.
    """

    def __init__(self, problems: Sequence[str], *, outcome: str = "nothing was loaded") -> None:
        self.problems = tuple(problems)
        count = len(self.problems)
        noun = "problem" if count == 1 else "problems"
        self._outcome = outcome
        super().__init__(f"{count} {noun}; {outcome}\n" + "\n".join(self.problems))

    def __reduce__(self) -> tuple[Any, ...]:
        """Another process gets the same problems."""
        return partial(PackError, outcome=self._outcome), (self.problems,)


class UnknownStandardError(AfgraphError, ValueError):
    """A romanization standard that does not exist, or has no table for a language; the message lists what there is."""


class QuestionError(AfgraphError, ValueError):
    """A question in words that has no known form.

    `forms` lists an example of each form that is known, nearest first; the message shows the first few. `understood`
    says what was read of the question: whom it names, its time.
    """

    def __init__(self, question: str, forms: Sequence[str], understood: Sequence[str] = ()) -> None:
        self.question = question
        self.forms = tuple(forms)
        self.understood = tuple(understood)
        asked = question if len(question) <= _LONGEST else f"{question[:_LONGEST]}..."
        read = f" It speaks of {'; '.join(self.understood)}." if understood else ""
        listed = "\n".join(f"  {form}" for form in self.forms[:_NEAREST])
        more = f"the nearest of {len(self.forms)}, all in docs/reference/queries.md"
        super().__init__(
            f"{asked!r} is not understood: no form asks that.{read} Ask in a form like these, {more}:\n{listed}"
        )


class TextTooLongError(AfgraphError, ValueError):
    """A text of more words than are linked at once; the message has both numbers and the way out."""


class BadNameError(AfgraphError, ValueError):
    """A value among many names that is no name; `row` counts from 1, and the message says what stands there."""

    def __init__(self, row: int, problem: str) -> None:
        self.row, self.problem = row, problem
        super().__init__(
            f"row {row}: {problem}; leave it out or correct it, or pass errors='nil' to resolve it to nobody"
        )

    def __reduce__(self) -> tuple[Any, ...]:
        return BadNameError, (self.row, self.problem)


class WorkerError(AfgraphError, RuntimeError):
    """A worker process that died before its work was done; nothing it was to do is lost but the time."""


class UnknownNameError(AfgraphError, LookupError):
    """A name or id that no entity bears."""


class AmbiguousNameError(AfgraphError, LookupError):
    """A name that several entities bear; `candidates` lists them as (id, name), best first."""

    def __init__(self, text: str, candidates: Sequence[tuple[str, str]]) -> None:
        self.text = text
        self.candidates = tuple(candidates)
        listed = "\n".join(f"  {name}  [{entity_id}]" for entity_id, name in self.candidates)
        super().__init__(
            f"{text!r} can be {len(self.candidates)} entities; pass an id, a fuller name, or a date:\n{listed}"
        )


class MissingExtraError(AfgraphError, ImportError):
    """An optional library that is not installed; the message names the extra that brings it."""

    def __init__(self, library: str, extra: str) -> None:
        super().__init__(f"{library} is not installed; install it with: pip install 'afgraph[{extra}]'")
