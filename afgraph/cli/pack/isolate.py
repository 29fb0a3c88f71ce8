"""Right-to-left names inside a line that runs left to right."""

import re
import sys

_RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_RUN = re.compile(f"[{_RIGHT_TO_LEFT}](?:[^A-Za-z\\n]*[{_RIGHT_TO_LEFT}])?")


def isolated(text: str) -> str:
    """The text, each right-to-left stretch between marks that keep it from moving what stands beside it.

    A terminal obeys the marks and shows none; what goes to a file or a pipe stays plain.

    >>> isolated("احمد 1994") == "احمد 1994" or sys.stdout.isatty()
    True
    """
    return _RUN.sub("\u2068\\g<0>\u2069", text) if sys.stdout.isatty() else text
