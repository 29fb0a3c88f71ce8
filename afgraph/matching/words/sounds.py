"""Phonemes as small numbers, and what it costs to read one for another."""

import math
from array import array
from dataclasses import dataclass, field
from functools import cache

from afgraph.data import Row, read_table
from afgraph.matching.words.encoder import Encoder

KINDS = ("vocalised", "mixed", "abjad")
UNLIKE = 1.0  # a consonant for another that is not listed, or for none
_VOWEL_FOR_VOWEL = 0.6
_VOWEL_FOR_CONSONANT = 1.2
_IZAFE = "ie"
_SWAP = 0.7  # two neighbours in the other order
_STEPS = (0.0, 0.1, 0.25, 0.5)  # costs up to which sounds are about as near
NEAR = 0.1  # neighbours that cost no more are the same two in the other order


@dataclass(frozen=True, slots=True)
class Costs:
    """Costs by phoneme number: `sub[a][b]` of one for another, `gap[a]` of one for none, `swap` of neighbours.

    `flat` is both as one table, row by row, each `width` long with the gap at its end.
    """

    sub: tuple[tuple[float, ...], ...]
    gap: tuple[float, ...]
    swap: float = _SWAP
    flat: "array[float]" = field(init=False, repr=False, compare=False)
    width: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        rows = (cost for row, lost in zip(self.sub, self.gap, strict=True) for cost in (*row, lost))
        object.__setattr__(self, "flat", array("d", rows))
        object.__setattr__(self, "width", len(self.gap) + 1)


@cache
def alphabet() -> dict[str, int]:
    """The number of each phoneme, from 0, with those that stand at one place only."""
    codes = [row["code"] for row in read_table("romanization/phonemes.tsv")]
    placed_codes = [row["becomes"] for row in read_table("matching/places.tsv")]
    return {code: at for at, code in enumerate(dict.fromkeys([*codes, *placed_codes]))}


@cache
def vowels() -> frozenset[str]:
    """The codes of vowels, at any place."""
    plain = {row["code"] for row in read_table("romanization/phonemes.tsv") if row["kind"] == "vowel"}
    return frozenset(plain | {row["becomes"] for row in read_table("matching/places.tsv") if row["code"] in plain})


@cache
def final_vowels() -> frozenset[int]:
    """The numbers of vowels that a spelling writes at the end of a word."""
    numbers = alphabet()
    places = [row for row in read_table("matching/places.tsv") if row["place"] == "final" and row["code"] in vowels()]
    return frozenset(numbers[code] for code in (*(row["becomes"] for row in places), "E", "V", "A", "W", "Y"))


@cache
def _places() -> tuple[dict[str, str], dict[str, str]]:
    """What stands for phonemes at the end of a word, and behind a vowel."""
    rows = read_table("matching/places.tsv")
    return (
        {row["code"]: row["becomes"] for row in rows if row["place"] == "final"},
        {row["code"]: row["becomes"] for row in rows if row["place"] == "after_vowel"},
    )


@cache
def encoder() -> Encoder:
    """What makes phoneme numbers of readings.

    A word that is not its name's last has no vowel of its own at the end that an izafe may be (Pul-e Khumri).
    """
    return Encoder(alphabet(), *_places(), vowels(), _IZAFE)


def encoded(reading: str, *, inner: bool = False) -> bytes:
    """A reading as phoneme numbers; digits and what is no phoneme are left out.

    Phonemes that vary by place have a number of their own there. An `inner` word is no name's last.

    >>> [code for code, number in alphabet().items() if number in encoded("mesud")[-1:]]
    ['Q']
    """
    return encoder().encoded(reading, inner)


def read_costs(table: str) -> dict[str, Costs]:
    """The costs of a table by kind of pair."""
    rows = read_table(table)
    return {kind: _costs([row for row in rows if row["kind"] in (kind, "all")]) for kind in KINDS}


@cache
def costs() -> dict[str, Costs]:
    """The costs in use."""
    return read_costs("matching/costs.tsv")


def _costs(rows: list[Row]) -> Costs:
    numbers = alphabet()
    codes = list(numbers)
    sub = [[unlisted(one, other) for other in codes] for one in codes]
    gap = [UNLIKE] * len(codes)
    for row in rows:
        one, cost = numbers[row["one"]], float(row["cost"])
        if row["other"]:
            other = numbers[row["other"]]
            sub[one][other] = sub[other][one] = cost
        else:
            gap[one] = cost
    return Costs(tuple(map(tuple, sub)), tuple(gap))


def unlisted(one: str, other: str) -> float:
    """The cost of a pair that no table lists."""
    if one == other:
        return 0.0
    loud = (one in vowels()) + (other in vowels())
    return (UNLIKE, _VOWEL_FOR_CONSONANT, _VOWEL_FOR_VOWEL)[loud]


def nearest(costs: Costs, one: int) -> list[tuple[int, float]]:
    """For a phoneme the sounds that are about as near to it, a bit for each, with what they cost at least or its loss.

    The nearest come first; behind the last, which has what is left, nothing more is to be looked for.
    """
    found = []
    left = set(range(len(costs.gap)))
    for step in (*_STEPS, math.inf):
        here = {other for other in left if costs.sub[one][other] <= step}
        left -= here
        found.append((sum(1 << other for other in here), min([costs.gap[one], *(costs.sub[one][at] for at in here)])))
    return found
