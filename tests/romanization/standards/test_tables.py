"""The tables hold together: each names its source, each rule can fire, weights are probabilities."""

import unicodedata
from itertools import product
from pathlib import Path

import pytest

import afgraph.data
from afgraph.data import read_text
from afgraph.romanization.standards.catalogue import PRESS
from afgraph.romanization.standards.rules import Rule, by_letter, members, read, rules, table_rows

FOLDER = Path(afgraph.data.__file__).parent / "romanization" / "standards"
TABLES = {row["table"]: row["reads"] for row in table_rows("tables")}
RULES = {**TABLES, "letters": "Arab", "assimilation": "phonemes"}
OTHERS = {"alphabet", "classes", "detect", "lexicon", "names", "tables"}
NEIGHBOURS = {"phonemes": "b|ā", "Cyrl": "б|а", "Latn": "b|a", "Arab": "ب|ا"}


def _around(rule: Rule, side: str, kind: str) -> list[str]:
    """Texts before or after a rule's grapheme in which it can fire."""
    letters = NEIGHBOURS[kind].split("|")
    wanted = [each.split(":")[1] for each in rule.context if each.startswith(f"{side}:")]
    if wanted:
        found = members(wanted[0])
        return [*found, *(f"{letters[0]}{each}" if side == "after" else f"{each}{letters[0]}" for each in found)]
    edge = "initial" if side == "after" else "final"
    spaced = [""] if side == "after" else ["", *(f" {each}" for each in letters)]
    return spaced if edge in rule.context else ["", *letters]


@pytest.mark.parametrize("table", sorted(RULES))
def test_every_rule_can_fire(table: str) -> None:
    kind = RULES[table]
    for rule in rules(table):
        texts = product(_around(rule, "after", kind), _around(rule, "before", kind))
        fired = (each.rule for before, after in texts for each in read(before + rule.grapheme + after, table))
        assert rule in fired, rule


@pytest.mark.parametrize("table", sorted(RULES))
def test_rules_read_letters_that_their_input_has(table: str) -> None:
    spoken = set("".join(row["letter"] for row in table_rows("alphabet"))) | {" "}
    for rule in rules(table):
        assert rule.grapheme, rule
        assert rule.grapheme == unicodedata.normalize("NFC", rule.grapheme.lower()), rule
        if RULES[table] == "phonemes":
            assert set(rule.grapheme) <= spoken, rule


@pytest.mark.parametrize("table", sorted(RULES))
def test_contexts_and_cases_are_known(table: str) -> None:
    for rule in rules(table):
        assert rule.case in {"", "lower", "always", "first"}, rule
        for each in rule.context:
            assert each in {"initial", "final"} or each.split(":")[0] in {"before", "after"}, rule


@pytest.mark.parametrize("table", sorted(RULES))
def test_a_standard_writes_one_thing_and_a_press_has_probabilities(table: str) -> None:
    for rule in rules(table):
        if table.startswith(PRESS):
            assert sum(each.weight for each in rule.alternatives) == pytest.approx(1, abs=0.01), rule
            assert all(each.weight > 0 for each in rule.alternatives), rule
            assert len({each.text for each in rule.alternatives}) == len(rule.alternatives), rule
        else:
            assert len(rule.alternatives) == 1, rule
            assert rule.alternatives[0].source, rule


@pytest.mark.parametrize("table", [each for each, reads in TABLES.items() if reads == "phonemes"])
def test_every_letter_of_dari_is_written_in_every_standard(table: str) -> None:
    letters = [row["letter"] for row in table_rows("alphabet") if row["kind"] in {"consonant", "vowel"}]
    without = [each for each in letters if read(each, table)[0].rule is None]
    assert [each for each in without if each not in {"ts", "dz"}] == []


def test_every_file_is_used_and_names_its_source() -> None:
    assert {path.stem for path in FOLDER.glob("*.tsv")} == set(RULES) | OTHERS
    for path in FOLDER.glob("*.tsv"):
        head = [line for line in read_text(f"romanization/standards/{path.name}").splitlines() if line.startswith("#")]
        assert any(line.startswith("# Source: ") for line in head), path.name


def test_the_lexicon_is_written_in_the_alphabet_and_says_each_word_once() -> None:
    letters = set("".join(row["letter"] for row in table_rows("alphabet"))) | {"_"}
    rows = table_rows("lexicon")
    assert len(rows) > 900
    assert [row for row in rows if not set(row["phonemes"]) <= letters] == []
    assert len({(row["form"], row["kind"]) for row in rows}) == len(rows)


def test_longer_graphemes_and_narrower_contexts_are_tried_first() -> None:
    for table in RULES:
        for found in by_letter(table).values():
            ranks = [(-len(rule.grapheme), -len(rule.context)) for rule in found]
            assert ranks == sorted(ranks)
