"""When a text was written, by its first lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afgraph.dates import parse_date
from afgraph.linking.words.dateline import guess_date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("HERAT, May 3, 1995. The road is open.", "1995-05-03"),
        ("3 May 1995, Herat. The road is open.", "1995-05-03"),
        ("1995-05-03\nThe road is open.", "1995-05-03"),
        ("Herat, 3 Mayıs 1995 – Yol açık.", "1995-05-03"),
        ("ГЕРАТ, 3 мая 1995 года. Дорога открыта.", "1995-05-03"),
        ("Herat, 3. Mai 1995 – Die Straße ist frei.", "1995-05-03"),
        ("Hérat, le 3 mai 1995. La route est libre.", "1995-05-03"),
        ("ҲИРОТ, 1995 йил 3 май. Йўл очиқ.", "1995-05-03"),
        ("Title\n\nHERAT, May 3, 1995. The road is open.", "1995-05-03"),
        ("هرات، ۱۳ ثور ۱۳۷۴ – راه باز است.", "1374-02-13 SH"),
        ("هرات، د ۱۳۷۴ کال د غويي ۱۳مه", "1374-02-13 SH"),
    ],
)
def test_a_dateline_is_read_in_its_language_and_calendar(text: str, date: str) -> None:
    found, wanted = guess_date(text), parse_date(date)
    assert found is not None
    assert (found.earliest, found.latest) == (wanted.earliest, wanted.latest)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The road is open.",
        "In 1995 the road was open.",
        "May 1995 was warm.",
        "The 3 of May will come.",
        "On 45 May 1995 nothing was.",
        "The road is open. " * 30 + "HERAT, May 3, 1995.",
    ],
)
def test_without_a_full_date_in_the_first_lines_there_is_none(text: str) -> None:
    assert guess_date(text) is None


@given(text=st.text(max_size=400))
def test_any_text_has_a_date_or_none(text: str) -> None:
    found = guess_date(text)
    assert found is None or found.earliest <= found.latest
