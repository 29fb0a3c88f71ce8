"""Readings side by side are what each is alone."""

from hypothesis import given
from hypothesis import strategies as st

from afgraph.matching.words.cost import tables
from afgraph.matching.words.distance import room_for
from afgraph.matching.words.readings import ReadingRoom, Readings
from afgraph.matching.words.sounds import alphabet

CODES = st.binary(min_size=1, max_size=9).map(lambda raw: bytes(each % len(alphabet()) for each in raw))
Heard = list[tuple[bytes, float, bool]]
READINGS = st.lists(st.tuples(CODES, st.sampled_from([0.0, 0.05, 0.1, 0.35]), st.booleans()), min_size=1, max_size=4)


@given(st.lists(READINGS, max_size=5))
def test_the_readings_of_words_come_back_as_they_were_given(words: list[Heard]) -> None:
    found = Readings(words)
    assert [found.of(number) for number in range(len(words))] == words
    assert found.longest == max((len(codes) for word in words for codes, _, _ in word), default=0)


@given(st.lists(READINGS, min_size=1, max_size=5), READINGS, st.sampled_from([0.2, 1.1]))
def test_words_side_by_side_cost_what_each_costs_alone(words: list[Heard], other: Heard, limit: float) -> None:
    room, theirs = ReadingRoom(len(words)), Readings([other])
    numbers = [room.add(tuple(word)) for word in words]
    assert numbers == list(range(len(words)))
    for number, word in zip(numbers, words, strict=True):
        assert room.readings.of(number) == [(sounds, penalty, lacks) for sounds, penalty, lacks in word]
        found = tables().least(room.readings, number, theirs, 0, limit, room_for(theirs.longest))
        assert found == tables().cheapest(Readings([word]), theirs, limit)


def test_a_room_that_is_full_takes_no_more_and_keeps_what_it_has() -> None:
    room, word = ReadingRoom(2), ((b"\x01\x02", 0.0, False),)
    assert [room.add(word) for _ in range(4)] == [0, 1, -1, -1]
    assert room.add(((b"\x01" * 10_000, 0.0, False),)) == -1
    assert [room.readings.of(number) for number in (0, 1)] == [list(word)] * 2
