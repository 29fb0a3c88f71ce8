"""What is left of a reading when what varies between spellings is taken away."""

from functools import cache, lru_cache

from afgraph.data import read_table
from afgraph.romanization.readings import read_aloud
from afgraph.romanization.shapes import Shapes


@cache
def shapes() -> Shapes:
    """The classes of the phonemes."""
    rows = read_table("romanization/phonemes.tsv")
    return Shapes({row["code"]: row["initial"] for row in rows}, {row["code"]: row["later"] for row in rows})


@cache
def _vowels() -> frozenset[str]:
    return frozenset(row["code"] for row in read_table("romanization/phonemes.tsv") if row["kind"] != "consonant")


def skeleton(reading: str) -> str:
    """The consonant classes of a reading, neighbours that are alike written once.

    >>> skeleton("masud"), skeleton("ms'Wd")
    ('mst', 'mst')
    """
    return shapes().of(reading)


def consonants(reading: str) -> str:
    """A reading without vowels and weak letters: all that unvocalised Arabic script writes for sure.

    >>> consonants("amrula")
    'mrl'
    """
    return "".join(sound for sound in reading if sound not in _vowels())


@lru_cache(maxsize=20_000)
def skeletons(word: str) -> frozenset[str]:
    """The skeletons of all readings of a word; empty where it has no consonant.

    >>> sorted(skeletons("Mesud") & skeletons("Масуд") & skeletons("مسعود"))
    ['mst']
    """
    return shapes().of_all(read_aloud(word))
