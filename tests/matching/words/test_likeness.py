"""What a word is like in one compiled pass against the same step by step."""

import random
from array import array
from collections.abc import Iterable
from functools import cache

import pytest
from jellyfish import damerau_levenshtein_distance

from afgraph.data import read_table
from afgraph.matching.arrays.keys import Keys, KeyTable, hashed
from afgraph.matching.arrays.tables import table_within
from afgraph.matching.words.cost import UNLIKE, at_most, size_of, tables, word_cost
from afgraph.matching.words.likeness import Likeness
from afgraph.matching.words.likes import Likes
from afgraph.matching.words.tokens import Token, token, tokens
from afgraph.matching.words.vocabulary import Vocabulary
from afgraph.matching.words.word_keys import KEY, NAME, near_keys, same_keys

SLACK, SURE, SLIP = 0.5, 0.12, 2.2
UNLISTED = ["Mesut", "Hikmatyar", "Карзай", "پنجشیر", "Djalal", "mhmd", "Abdurahmn", "7", "M", "Khlilzad", "Urrahi"]


@cache
def vocabulary() -> Vocabulary:
    rows = read_table("matching/given.tsv")
    forms = [form for row in rows for form in row["forms"].split("|")]
    return Vocabulary.of([tokens(form) for form in [*forms, "7", "M", "Mullah", "ملا"]])


@cache
def parts() -> tuple[Likeness, KeyTable]:
    found = vocabulary()
    table = table_within(found.sections, "key")
    return Likeness(found.words, found.heard, found.sections["plain"], table, tables()), table


@cache
def asked() -> list[Token]:
    """Every 50th listed word with a letter less, and words that are not listed."""
    rng = random.Random(1)  # noqa: S311 - the same words each time
    words = [word.word for word in vocabulary().words[::50]]
    less = [word[:at] + word[at + 1 :] for word in words for at in [rng.randrange(len(word))] if len(word) > 2]
    return [token(word) for word in dict.fromkeys([*words, *less, *UNLISTED])]


def under(keys: Keys) -> list[int]:
    table = parts()[1]
    return list(dict.fromkeys(number for key in keys.all() for number in table.under(key)))


def sounding(word: Token, listed: Token) -> float:
    root = size_of(word, listed)
    return tables().cheapest(word.heard, listed.heard, UNLIKE * root) / root


def costs(word: Token, numbers: Iterable[int], most: float = UNLIKE) -> dict[int, float]:
    """Plain words cost no more than the best of them and the slack."""
    odd = not word.sounds or bool(word.meanings) or word.initial
    plain = {number for number in numbers if not odd and vocabulary().sections["plain"][number]}
    compared = {number: sounding if number in plain else word_cost for number in numbers}
    found = {number: cost(word, vocabulary().words[number]) for number, cost in compared.items()}
    bound = min([most, *(found[number] + SLACK for number in plain)])
    return {number: cost for number, cost in found.items() if cost < (bound if number in plain else UNLIKE)}


def like(word: Token) -> dict[int, float]:
    numbers = under(same_keys(word))
    found = costs(word, numbers)
    table = parts()[1]
    keys = [hashed(KEY, word.key), *(hashed(NAME, each.name) for each in word.names)]
    for number in {number for key in keys for number in table.under(key)} & set(numbers):
        cost = min(found.get(number, UNLIKE), at_most(word, vocabulary().words[number]))
        found.update({number: cost} if cost < UNLIKE else {})
    best = min(found.values(), default=UNLIKE)
    if best >= SURE:
        near = [number for number in under(near_keys(word)) if number not in found]
        found.update(costs(word, near, min(UNLIKE, best + SLACK)))
    return found


def letters(word: Token, listed: Token) -> float:
    slips = damerau_levenshtein_distance(word.key, listed.key)
    return SLIP * slips / max(len(word.key), len(listed.key)) if word.script == listed.script else UNLIKE


def test_words_are_alike_as_step_by_step() -> None:
    for word in asked():
        found = vocabulary().like(word).pairs()
        assert dict(found) == pytest.approx(like(word)), word
        assert found == sorted(found, key=lambda each: each[::-1])


def test_further_words_are_alike_as_step_by_step_in_any_order() -> None:
    rng = random.Random(2)  # noqa: S311 - the same words each time
    everything = range(len(vocabulary().words))
    for word in [each for each in asked() if not each.initial][::3]:
        near = vocabulary().like(word)
        numbers = rng.sample(everything, 200)
        expected = {**costs(word, numbers), **dict(near)}
        for number in numbers:
            cost = letters(word, vocabulary().words[number])
            if cost < expected.get(number, UNLIKE):
                expected[number] = cost
        found = parts()[0].further(word, near, numbers).pairs()
        assert dict(found) == pytest.approx(expected)
        assert parts()[0].further(word, near, sorted(numbers)).pairs() == found


def test_likes_are_ordered_and_looked_up() -> None:
    costs = {7: 0.5, 3: 0.25, 9: 0.25, 1: 1.0, 4: 0.0}
    found = Likes(len(costs))
    for number, cost in costs.items():
        found.put(number, cost)
    found.order()
    assert list(found) == [(4, 0.0), (3, 0.25), (9, 0.25), (7, 0.5), (1, 1.0)] == [found[at] for at in range(5)]
    assert found.by_number() == costs
    assert (len(found), found.least(), found.by_number()[9]) == (5, 0.0, 0.25)
    assert 2 not in found.by_number()
    assert Likes(0).least() > UNLIKE
    assert found.worth(array("d", [1.0] * 8 + [0.5] * 2), 0.8, 1.0) == [
        (0.8, 4),
        (0.8 * 0.75, 3),
        (0.4, 7),
        (0.375, 9),
        (0.0, 1),
    ]
