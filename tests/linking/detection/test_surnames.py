"""Family names of strangers in scripts without capitals."""

import pytest

import afgraph as af
from afgraph.linking.detection.surnames import surnames
from afgraph.text import words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("فرید رهنورد نانوا است. رهنورد می‌گوید", {"رهنورد"}),
        ("فرید شینواری راغی. شینواری وویل", {"شینواری"}),
        ("فرید رهنورد نانوا است. نانوا رفت", set()),
        ("رهنورد می‌گوید", set()),
        ("فرید گفت. گفت نام", set()),
        ("فرید جنرال است. جنرال گفت", set()),
        ("", set()),
    ],
)
def test_a_word_behind_a_given_name_that_speaks_elsewhere_is_a_family_name(text: str, found: set[str]) -> None:
    assert surnames(text, words(text)) == found


def test_a_listed_short_name_before_it_is_a_strangers(kg: af.KnowledgeGraph) -> None:
    text = "مسعود رهنورد نانوا است. رهنورد می‌گوید نان گران است."
    assert [each.id for each in kg.link(text, lang="prs").mentions if each.id] == []
