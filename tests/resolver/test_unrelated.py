"""A list that grows by strangers says the same of those whom it named before."""

from random import Random

from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import cdist

import afgraph as af
from afgraph.text import name_key
from tests.gold.make_pairs import rows

UNRELATED = 10_000
MOST_CHANGED = 0.005
EVERY = 3  # spellings of the gold set, to keep the test short
_FIRST = ["k", "t", "s", "w", "y", "n", "m", "r", "l", "p", "ch", "sh", "b", "g", "d", "z", "j", "h", "f"]
_SECOND = ["a", "e", "i", "o", "u", "aa", "ai", "ou", "an", "en", "in", "on", "ar", "el"]


def invented(count: int) -> list[str]:
    """Names that nobody bears, of one to three words out of four thousand."""
    random = Random(5)  # noqa: S311
    words = ["".join(map(random.choice, [_FIRST, _SECOND] * random.choice([2, 2, 3, 3, 4]))) for _ in range(4_000)]
    return [" ".join(random.choices(words, k=random.choice([1, 2, 2, 3]))) for _ in range(count)]


def unrelated(known: list[str]) -> list[str]:
    """Invented names but for those that are a known spelling, or one letter from it: a few happen to be."""
    keys = [key for key in map(name_key, known) if key.isascii()]
    names = invented(UNRELATED)
    nearest = cdist([name_key(name) for name in names], keys, scorer=Levenshtein.distance, score_cutoff=1).min(axis=1)
    return [name for name, letters in zip(names, nearest, strict=True) if letters > 1]


def gold() -> tuple[dict[str, list[str]], list[str]]:
    """The first spelling of each name of the gold set, listed; and its other spellings."""
    listed, others = {}, []
    for at, row in enumerate(rows("names.tsv")):
        spellings = [each for lang, cell in row.items() if len(lang) == 3 for each in (cell or "").split("|")]
        spellings = [each for each in spellings if each and not each.startswith("~")]
        if len(spellings) > 1:
            listed[f"gold-{at}"] = spellings[:1]
            others += spellings[1:]
    return listed, others[::EVERY]


def outcomes(names: dict[str, list[str]], asked: list[str]) -> list[tuple[str, str | None]]:
    resolver = af.Resolver.from_names(names)
    return [(found.outcome, found.id) for found in map(resolver.resolve, asked)]


def test_ten_thousand_unrelated_names_change_hardly_any_outcome() -> None:
    listed, asked = gold()
    alone = outcomes(listed, asked)
    known = [*asked, *(form for forms in listed.values() for form in forms)]
    strangers = {f"stranger-{at}": [name] for at, name in enumerate(unrelated(known))}
    assert len(strangers) > 0.999 * UNRELATED
    among = outcomes(listed | strangers, asked)
    changed = sum(before != after for before, after in zip(alone, among, strict=True))
    assert len(asked) > 1_500
    assert sum(outcome == "match" for outcome, _ in alone) > 0.9 * len(asked)
    assert changed <= MOST_CHANGED * len(asked)
