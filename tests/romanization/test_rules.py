import pytest

from afgraph.data import read_table
from afgraph.romanization.graphemes import ANY, PLACES
from afgraph.romanization.graphemes import fits as fits_at
from afgraph.romanization.rules import UNVOCALISED, VOWELS, is_unvocalised, orthographies, orthographies_of, rules

TABLES = ["arab", "cyrl", "latn"]
ORTHOGRAPHIES = [*(each.code for each in orthographies()), UNVOCALISED]
CODES = {row["code"] for row in read_table("romanization/phonemes.tsv")}


@pytest.mark.parametrize("table", TABLES)
def test_every_rule_sounds_in_known_phonemes_at_a_known_place(table: str) -> None:
    for row in read_table(f"romanization/{table}.tsv"):
        ways = [way.partition("~") for way in row["phonemes"].split("|")]
        assert set("".join(sounds for sounds, _, _ in ways)) <= CODES, row
        assert [penalty for _, mark, penalty in ways if mark and not 0 < float(penalty) <= 0.5] == [], row
        assert row["position"] in {"any", "initial", "final", "whole", "between", "article"}, row
        assert row.get("orthography", "all") in {"all", *ORTHOGRAPHIES}, row
        assert row["grapheme"], row


@pytest.mark.parametrize("table", TABLES)
def test_no_two_rules_say_how_one_grapheme_sounds_at_one_place(table: str) -> None:
    keys = [
        (row["grapheme"], row["position"], row.get("orthography", "all"))
        for row in read_table(f"romanization/{table}.tsv")
    ]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    ("position", "word", "at", "fits"),
    [
        ("any", "xabx", 1, True),
        ("any", "xabx", 0, False),
        ("initial", "abx", 0, True),
        ("initial", "xab", 1, False),
        ("final", "xab", 1, True),
        ("final", "ab", 0, False),
        ("final", "xabx", 1, False),
        ("whole", "ab", 0, True),
        ("whole", "abx", 0, False),
        ("whole", "xab", 1, False),
        ("between", "xabx", 1, True),
        ("between", "xab", 1, True),
        ("between", "abx", 0, False),
        ("between", "oabx", 1, False),
        ("between", "xabo", 1, False),
    ],
)
def test_a_rule_fits_at_its_place_only(position: str, word: str, at: int, *, fits: bool) -> None:
    assert fits_at("ab", PLACES[position], word, at, VOWELS) == fits


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("orthography", ["all", *ORTHOGRAPHIES])
def test_longer_graphemes_and_narrower_places_come_first(table: str, orthography: str) -> None:
    for letter, found in rules(table, orthography).items():
        assert all(grapheme.startswith(letter) for grapheme, _, _, _ in found)
        ranks = [(-len(grapheme), place == ANY) for grapheme, place, _, _ in found]
        assert ranks == sorted(ranks)


def test_an_orthography_goes_before_what_all_share() -> None:
    turkish = [sounds for grapheme, _, sounds, _ in rules("latn", "tur")["h"] if grapheme == "h"]
    assert turkish == [(("h", 0.0), ("x", 0.05)), (("h", 0.0),)]


def test_every_orthography_has_a_code_of_its_own_and_likelier_ones_come_first() -> None:
    codes = [each.code for each in orthographies()]
    assert len(set(codes)) == len(codes)
    assert {"eng", "tur", "fra", "deu", "uzb", "aze"} <= set(codes)
    assert orthographies()[0].penalty == 0
    assert all(0 <= each.penalty < 1 for each in orthographies())


@pytest.mark.parametrize(
    ("word", "lang", "likeliest"),
    [
        ("kabul", None, "all"),
        ("cemşid", None, "tur"),
        ("dschalil", None, "deu"),
        ("djalil", None, "fra"),
        ("cəlal", None, "aze"),
        ("jalil", None, "eng"),
        ("jalil", "deu", "deu"),
        ("jalil", "prs", "eng"),
    ],
)
def test_letters_or_a_known_language_show_the_orthography(word: str, lang: str | None, likeliest: str) -> None:
    found = orthographies_of(word, lang)
    assert found[0] == (likeliest, 0.0)
    assert [penalty for _, penalty in found] == sorted(penalty for _, penalty in found)


@pytest.mark.parametrize(
    ("word", "letter_by_letter"),
    [
        ("mhmd", True), ("byglw", True), ("brwn", True), ("smd", True), ("schmidt", False), ("ahmad", False),
        ("mohammad", False), ("kabul", False), ("", False), ("khan", False), ("shah", False), ("bismillah", False),
    ],
)  # fmt: skip
def test_words_without_vowels_may_be_arabic_letters_one_by_one(word: str, *, letter_by_letter: bool) -> None:
    assert is_unvocalised(word) == letter_by_letter
