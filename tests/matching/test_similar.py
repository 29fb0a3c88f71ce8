"""Which listed names compare best with a text, by whichever way they are found."""

import pytest

from afgraph import Resolver


@pytest.mark.parametrize(
    ("asked", "bearer"),
    [
        ("Seyfettn Barakzai", "s"),  # another sounds more like it
        ("Nimatulla Nasirdidia Babakarchel", "n"),
    ],
)
def test_a_slip_of_the_pen_is_no_other_name(asked: str, bearer: str) -> None:
    names = {
        "s": "Seyfettin Barakzai", "t": "Safiettin Barekzey",
        "n": "Nimatulla Nasiriddin Babakarchel", "m": "Nimatulla Babakarkhel",
    }  # fmt: skip
    assert Resolver.from_names(names).resolve(asked).candidates[0].id == bearer
