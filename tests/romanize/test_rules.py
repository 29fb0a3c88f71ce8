import pytest

from afgraph.data import read_table
from afgraph.romanize.rules import ORTHOGRAPHIES, Rule, rules

TABLES = ["arab", "cyrl", "latn"]
CODES = {row["code"] for row in read_table("romanize/phonemes.tsv")}


@pytest.mark.parametrize("table", TABLES)
def test_every_rule_sounds_in_known_phonemes_at_a_known_place(table: str) -> None:
    for row in read_table(f"romanize/{table}.tsv"):
        assert set(row["phonemes"].replace("|", "")) <= CODES, row
        assert row["position"] in {"any", "initial", "final", "whole"}, row
        assert row.get("orthography", "all") in {"all", *ORTHOGRAPHIES}, row
        assert row["grapheme"], row


@pytest.mark.parametrize("table", TABLES)
def test_no_two_rules_say_how_one_grapheme_sounds_at_one_place(table: str) -> None:
    keys = [
        (row["grapheme"], row["position"], row.get("orthography", "all")) for row in read_table(f"romanize/{table}.tsv")
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
    ],
)
def test_a_rule_fits_at_its_place_only(position: str, word: str, at: int, *, fits: bool) -> None:
    assert Rule("ab", position, ("x",)).fits(word, at) == fits


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("orthography", ["all", *ORTHOGRAPHIES])
def test_longer_graphemes_and_narrower_places_come_first(table: str, orthography: str) -> None:
    for letter, found in rules(table, orthography).items():
        assert all(rule.grapheme.startswith(letter) for rule in found)
        ranks = [(-len(rule.grapheme), rule.position == "any") for rule in found]
        assert ranks == sorted(ranks)


def test_an_orthography_goes_before_what_all_share() -> None:
    turkish = [rule.sounds for rule in rules("latn", "tur")["h"] if rule.grapheme == "h"]
    assert turkish == [("h", "x"), ("h",)]
