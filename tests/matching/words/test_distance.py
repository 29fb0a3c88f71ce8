"""The fast distance against the plain one, and what costs may look like."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afgraph.data import read_table
from afgraph.matching.words.cost import tables
from afgraph.matching.words.distance import Tables
from afgraph.matching.words.readings import Readings
from afgraph.matching.words.sounds import KINDS, UNLIKE, Costs, alphabet, costs, encoded, read_costs, vowels
from afgraph.matching.words.steps import steps
from tests.romanization.plainly import numbered, placed


def distance(one: bytes, other: bytes, table: Costs, limit: float) -> float:
    return Tables([table]).distance(one, other, 0, limit)


CODES = st.binary(max_size=9).map(lambda raw: bytes(each % len(alphabet()) for each in raw))
Heard = list[tuple[bytes, float, bool]]
READINGS = st.lists(
    st.tuples(CODES.filter(bool), st.sampled_from([0.0, 0.05, 0.1, 0.35]), st.booleans()), min_size=1, max_size=4
)
TABLES = ["matching/costs.tsv", "matching/costs_prior.tsv"]


@given(CODES, CODES, st.sampled_from(KINDS), st.sampled_from([0.3, 1.0, 2.5, 50.0]))
def test_the_fast_distance_is_the_plain_one_up_to_its_limit(one: bytes, other: bytes, kind: str, limit: float) -> None:
    plain, _ = steps(one, other, costs()[kind])
    assert distance(one, other, costs()[kind], limit) == pytest.approx(min(plain, limit))


@given(
    st.lists(READINGS, min_size=2, max_size=2),
    st.sampled_from([0.2, 0.5, 1.1, 9.0]),
)
def test_the_cheapest_readings_are_those_that_the_plain_distance_finds(words: list[Heard], limit: float) -> None:
    """No bound leaves out what is less than the limit."""
    one, other = words
    least = limit
    for i, (mine, penalty, lacks) in enumerate(one):
        for j, (theirs, further, lacking) in enumerate(other):
            cost = 0.0 if mine == theirs else steps(mine, theirs, costs()[KINDS[lacks + lacking]])[0]
            if not i or not j or mine == theirs:
                least = min(least, penalty + further + cost)
    found = tables().cheapest(Readings([one]), Readings([other]), limit)
    assert found == pytest.approx(least)


@given(CODES, CODES, st.sampled_from(KINDS))
def test_the_distance_is_mutual_and_nothing_from_a_word_to_itself(one: bytes, other: bytes, kind: str) -> None:
    table = costs()[kind]
    assert distance(one, one, table, 9.0) == 0
    assert distance(one, other, table, 9.0) == pytest.approx(distance(other, one, table, 9.0))


@given(CODES, CODES, st.sampled_from(KINDS))
def test_the_steps_add_up_and_use_every_sound_once(one: bytes, other: bytes, kind: str) -> None:
    total, taken = steps(one, other, costs()[kind])
    assert sum(cost for _, _, cost in taken) == pytest.approx(total)
    assert bytes(a for a, _, _ in taken if a >= 0) == one
    assert bytes(b for _, b, _ in taken if b >= 0) == other


@pytest.mark.parametrize("table", TABLES)
def test_every_cost_is_of_known_phonemes_and_listed_once(table: str) -> None:
    seen = set()
    for row in read_table(table):
        assert {row["one"], row["other"]} - {""} <= set(alphabet()), row
        assert row["kind"] in {*KINDS, "all"}, row
        assert 0 <= float(row["cost"]) <= 1.5, row
        key = (frozenset((row["one"], row["other"])), row["kind"])
        assert key not in seen, row
        seen.add(key)


def test_what_no_table_lists_costs_a_consonant() -> None:
    numbers = alphabet()
    table = read_costs("matching/costs_prior.tsv")["vocalised"]
    assert table.sub[numbers["b"]][numbers["l"]] == UNLIKE
    assert table.gap[numbers["l"]] == UNLIKE


@pytest.mark.parametrize(
    ("one", "other", "kind", "most"),
    [
        ("masud", "mesut", "vocalised", 0.3),
        ("ahmad", "hmd", "mixed", 0.5),
        ("karim", "krYm", "mixed", 0.2),
        ("baGlan", "balgan", "vocalised", 0.9),
        ("farid", "farida", "vocalised", 0.9),
    ],
)
def test_what_varies_between_spellings_is_cheap(one: str, other: str, kind: str, most: float) -> None:
    assert distance(encoded(one), encoded(other), costs()[kind], 9.0) <= most


@pytest.mark.parametrize(("one", "other"), [("habib", "najib"), ("salih", "salim"), ("farid", "farida")])
def test_what_parts_names_costs_more(one: str, other: str) -> None:
    assert distance(encoded(one), encoded(other), costs()["vocalised"], 9.0) >= 0.4


@pytest.mark.parametrize(
    ("reading", "expected"), [("mesud", "mesuQ"), ("karzay", "karzaI"), ("t", "t"), ("", ""), ("farida", "faridF")]
)
def test_sounds_that_vary_by_place_have_codes_of_their_own(reading: str, expected: str) -> None:
    assert encoded(reading) == bytes(alphabet()[code] for code in expected)


@given(st.text(st.sampled_from([*alphabet(), "1", "ş"])), st.booleans())
def test_phonemes_get_their_numbers_by_their_place(reading: str, inner: bool) -> None:  # noqa: FBT001
    rows = read_table("matching/places.tsv")
    final, later = (
        {row["code"]: row["becomes"] for row in rows if row["place"] == each} for each in ("final", "after_vowel")
    )
    plain = placed(reading, final, later, "".join(vowels()), "ie" if inner else "")
    assert encoded(reading, inner=inner) == numbered(plain, alphabet())
