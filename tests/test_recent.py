"""What was made last is remembered, and no more than twice as much as was asked for."""

from hypothesis import given
from hypothesis import strategies as st

from afgraph.recent import Recent


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 12)), max_size=80), st.integers(1, 4))
def test_the_last_ones_are_there_and_right_and_the_rest_is_bounded(steps: list[tuple[bool, int]], most: int) -> None:
    store = Recent[int, str](most)
    put: list[int] = []
    for puts, key in steps:
        if puts:
            store.put(key, str(key))
            put.append(key)
        else:
            assert store.get(key) in (None, str(key))
            assert key in put or store.get(key) is None
    for key in put[-1:]:
        assert store.get(key) == str(key)
    kept = [key for key in range(13) if store.get(key) is not None]
    assert len(kept) <= 2 * most + 1


def test_what_is_asked_for_stays() -> None:
    store = Recent[int, int](3)
    for number in range(1, 50):
        store.put(0, 0)
        store.put(number, number)
        assert store.get(0) == 0
