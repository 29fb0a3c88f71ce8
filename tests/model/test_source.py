import pytest

from afgraph.model import Source


@pytest.mark.parametrize(
    ("title", "locator", "published", "says"),
    [
        ("Maley, The Afghanistan Wars", "p. 214", None, "Maley, The Afghanistan Wars, p. 214"),
        ("8am", None, "2021-08-24", "8am, 2021-08-24"),
        ("Report of 2021", None, "2021-08", "Report of 2021"),
        ("هشت صبح", "ص ۲", "2021", "هشت صبح, ص ۲, 2021"),
        ("Книга", None, None, "Книга"),
    ],
)
def test_a_source_is_named_by_title_locator_and_a_date_that_the_title_lacks(
    title: str, locator: str | None, published: str | None, says: str
) -> None:
    assert str(Source(id="src:x", title=title, kind="press", locator=locator, published=published)) == says
