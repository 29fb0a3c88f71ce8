"""What encoding some bytes that are not UTF-8 may have, for the message that refuses them."""

import codecs

from afgraph.text import script_of

_SCRIPT_OF = {"windows-1256": "Arab", "windows-1251": "Cyrl"}  # in this order: Arabic read as Cyrillic is all letters
_SAMPLE = 4096  # bytes
_FEWEST = 4  # letters that tell an encoding
_SHARE = 0.8  # of the letters beyond ASCII that must be of its script


def likely_encoding(content: bytes) -> str:
    r"""The encoding that some bytes look like; empty where nothing tells.

    >>> likely_encoding("name: احمد مسعود".encode("windows-1256")), likely_encoding(b"Ahm\xff\xfead")
    ('windows-1256', '')
    """
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "UTF-16"
    for encoding, script in _SCRIPT_OF.items():
        letters = [char for char in content[:_SAMPLE].decode(encoding, "replace") if not char.isascii()]
        fit = sum(script_of(char) == script for char in letters)
        if fit >= _FEWEST and fit >= _SHARE * len(letters):
            return encoding
    return ""
