import pytest
from hypothesis import given
from hypothesis import strategies as st

from afgraph.data import read_table
from afgraph.romanization import consonants, readings, skeleton, skeletons

ROWS = {row["code"]: row for row in read_table("romanization/phonemes.tsv")}
SOUNDS = st.text(st.sampled_from(sorted(ROWS)), max_size=12)


@pytest.mark.parametrize(
    "spellings",
    [
        ("Massoud", "Mesud", "Масуд", "مسعود", "Mas'ud", "Massud"),
        ("Hekmatyar", "Hikmatyar", "Хекматияр", "حکمتیار"),
        ("Rabbani", "Раббани", "ربانی", "Rabbanî"),
        ("Dostum", "Dustum", "Достум", "دوستم"),
        ("Khalili", "Xalili", "Халили", "خلیلی"),
    ],
    ids=lambda each: each[0],
)
def test_spellings_of_one_word_in_any_script_share_a_skeleton(spellings: tuple[str, ...]) -> None:
    assert frozenset.intersection(*map(skeletons, spellings))


@pytest.mark.parametrize(
    ("one", "other"), [("Karzai", "Khalili"), ("Массуд", "Махсум"), ("کابل", "هرات"), ("Mazari", "Nazari")]
)
def test_other_words_share_none(one: str, other: str) -> None:
    assert not skeletons(one) & skeletons(other)


def _slow_skeleton(reading: str) -> str:
    """Class by class, each compared with the last one kept."""
    kept: list[str] = []
    for at in range(len(reading)):
        each = ROWS[reading[at]]["initial" if at == 0 else "later"]
        if each and kept[-1:] != [each]:
            kept.append(each)
    return "".join(kept)


@given(SOUNDS)
def test_a_skeleton_is_the_classes_in_order_without_doubles(reading: str) -> None:
    assert skeleton(reading) == _slow_skeleton(reading)


@given(SOUNDS)
def test_consonants_are_what_is_neither_vowel_nor_weak(reading: str) -> None:
    left = list(reading)
    assert all(left.pop(left.index(each)) == each for each in consonants(reading))
    assert all(ROWS[each]["kind"] != "consonant" for each in left)
    assert consonants(consonants(reading)) == consonants(reading)


@given(st.text(max_size=20))
def test_the_skeletons_of_a_word_are_those_of_its_readings(word: str) -> None:
    assert skeletons(word) == {skeleton(reading) for reading in readings(word)} - {""}


@given(SOUNDS, st.sampled_from("aeiouAWYELV"), st.integers(1, 12))
def test_a_vowel_more_or_less_leaves_the_skeleton(reading: str, vowel: str, at: int) -> None:
    at = min(at, len(reading))
    assert at == 0 or skeleton(reading[:at] + vowel + reading[at:]) == skeleton(reading)
