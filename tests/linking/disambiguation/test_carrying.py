"""Short forms: for whom named in full they may stand."""

import pytest

from afgraph import Resolver, link
from afgraph.linking.words.beside import shortens

_LIST = {
    "z": ["Karim Zhoblani"],
    "q": ["Haji Abdul Qadir Jowdari"],
    "n": ["Mohammad Najibullah"],
    "m": ["Asadullah Mujahid"],
    "w": ["Ahmad Shah Wozhgar", "Lion of Wozhgar"],
    "o": ["Jowdar Unity Party"],
}


def _found(text: str, lang: str = "eng") -> list[tuple[str, str | None]]:
    return [(each.text, each.id) for each in link(text, Resolver.from_names(_LIST), lang=lang).mentions]


@pytest.mark.parametrize(
    ("text", "short", "entity"),
    [
        ("Karim Zhoblani came. Zhoblani left.", "Zhoblani", "z"),
        ("Karim Zhoblani came. We saw Joblani.", "Joblani", "z"),
        ("Haji Abdul Qadir Jowdari came. We saw Abdul Qadir.", "Abdul Qadir", "q"),
        ("Haji Abdul Qadir Jowdari came. We saw Qadir.", "Qadir", "q"),
        ("Mohammad Najibullah came. We saw Najib.", "Najib", "n"),
        ("Asadullah Mujahid came. Mujahid left.", "Mujahid", "m"),
        ("Ahmad Shah Wozhgar came. We saw Ahmad Shah.", "Ahmad Shah", "w"),
    ],
)
def test_a_part_of_a_full_name_stands_for_it(text: str, short: str, entity: str) -> None:
    assert _found(text)[-1] == (short, entity)


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Karim came. Zhoblani left.", "Karim"),
        ("Karim Zhoblani came. Karim left.", "Karim"),
        ("Asadullah Mujahid came. The mujahid left.", "mujahid"),
        ("Karim Zhoblani came. Rahim Zhoblani, a baker, came too. Zhoblani left.", "Zhoblani"),
    ],
)
def test_what_many_bear_or_a_stranger_nearer_bears_stands_for_nobody(text: str, short: str) -> None:
    assert [entity for surface, entity in _found(text) if surface == short and entity is not None] == []


def test_the_last_named_is_meant_unless_named_as_a_father_only() -> None:
    listed = {"f": ["Ahmad Shah Wozhgar"], "s": ["Karim Wozhgar"]}
    plain = link("Karim Wozhgar met Ahmad Shah Wozhgar. Wozhgar left.", Resolver.from_names(listed), lang="eng")
    father = link("Karim Wozhgar, son of Ahmad Shah Wozhgar, came. Wozhgar left.", Resolver.from_names(listed))
    his = link("Karim Wozhgar spoke of his father, Ahmad Shah Wozhgar. Wozhgar left.", Resolver.from_names(listed))
    assert [each.mentions[-1].id for each in (plain, father, his)] == ["f", "s", "s"]


@pytest.mark.parametrize(
    ("short", "long", "is_short"),
    [
        ("qadir", "abd-ul-qadir", True),
        ("najib", "najibullah", True),
        ("najibullah", "najib", False),
        ("rahim", "rahima", False),
        ("", "", False),
    ],
)
def test_a_given_name_is_short_for_its_compound(short: str, long: str, is_short: bool) -> None:  # noqa: FBT001
    assert shortens(short, long) == is_short
