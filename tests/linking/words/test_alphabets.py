"""Names in the other alphabet of their language."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afgraph.linking.detection.dictionary import Dictionary
from afgraph.linking.words.alphabets import in_other_alphabet
from afgraph.matching import NameIndex
from afgraph.model import Name
from afgraph.text import name_key


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [
        ("toshkent", "тошкент"),
        ("do‘stum", "дўстум"),
        ("g‘ani", "ғани"),
        ("eron", "эрон"),
        ("yevropa ittifoqi", "европа иттифоқи"),
        ("chorikor", "чорикор"),
        ("qunduz", "қундуз"),
        ("jalolobod", "жалолобод"),
    ],
)
def test_uzbek_is_written_in_both(latin: str, cyrillic: str) -> None:
    assert in_other_alphabet(latin.title(), "uzb", "Latn") == cyrillic
    assert in_other_alphabet(cyrillic.title(), "uzb", "Cyrl") == latin


@given(form=st.text(max_size=20), lang=st.sampled_from(["eng", "rus", "tgk", "prs"]))
def test_a_language_with_one_alphabet_has_no_other(form: str, lang: str) -> None:
    assert in_other_alphabet(form, lang, "Latn") is None


def test_a_name_listed_in_one_alphabet_is_found_in_the_other() -> None:
    index = NameIndex([("c", Name(form="Chorikor yoʻli", lang="uzb", script="Latn"))])
    listed = Dictionary(index).listed(name_key("чорикор йўли"))
    assert listed is not None
    assert listed.form == "Chorikor yoʻli"


def test_a_name_of_another_language_is_not() -> None:
    index = NameIndex([("c", Name(form="Chorikor", lang="deu", script="Latn"))])
    assert Dictionary(index).listed(name_key("чорикор")) is None
