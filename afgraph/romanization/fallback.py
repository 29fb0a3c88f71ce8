"""Scripts that we have no table for."""


def to_latin(word: str) -> str:
    """A rough Latin spelling of a word in any script.

    Unidecode does it. It drops Arabic vowels and mixes letters up, so the scripts with a table never come here.
    Half characters (lone surrogates) are left out.

    >>> to_latin("Μασούντ")
    'Masount'
    """
    from unidecode import unidecode

    return unidecode(word.encode("utf-8", "ignore").decode("utf-8"))
