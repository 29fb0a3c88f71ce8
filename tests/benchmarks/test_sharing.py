"""Two processes that open one saved list hold one copy of it."""

import random
from pathlib import Path

import pytest

from afgraph import Resolver
from benchmarks.fuzzy import listed
from benchmarks.sharing import measured

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/smaps").exists(), reason="only Linux says what processes share, in /proc/PID/smaps"
)


def test_a_second_process_shares_the_pages_of_the_first(tmp_path: Path) -> None:
    names = listed(1000, random.Random(1))  # noqa: S311 - names that come out the same
    path = tmp_path / "some.names"
    Resolver.from_names(names).save(path)
    alone, first, second = [tuple(map(float, row[2:])) for row in measured(path, ["Ahmet Mesud", "Khabir Karimi"])]
    assert alone[0] > 0.5  # megabytes
    assert alone[2] == alone[0]  # nobody to share with
    for resident, proportional, private in (first, second):
        assert resident >= alone[0] - 0.1
        assert private <= 0.1 * resident
        assert proportional <= 0.6 * resident
