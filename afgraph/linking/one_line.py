"""Text of an article as a line of a pack."""

_JOINERS = "\u200c\u200d"


def one_line(text: str) -> str:
    r"""Some text on one line, with nothing hidden in it but the joiners that belong into Persian words.

    >>> one_line("the\n region\u202e")
    'the region'
    """
    shown = "".join(char if char.isprintable() or char in _JOINERS else " " for char in text)
    return " ".join(shown.split())
