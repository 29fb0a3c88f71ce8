from pathlib import Path

import pytest

from afgraph.errors import PackError
from afgraph.packs import load_contents

GOOD = """
lex:panjshiri:
  kind: nisba
  means: plc:panjshir
  forms:
    eng: [Panjshiri, Panjsheri]
    prs: پنجشیری
plc:panjshir:
  names: {eng: Panjshir}
"""


def test_a_lexeme_keeps_its_forms_with_their_language_and_order(tmp_path: Path) -> None:
    (tmp_path / "x.yml").write_text(GOOD, encoding="utf-8")
    lexeme = load_contents([tmp_path]).lexicon["lex:panjshiri"]
    assert (lexeme.kind, lexeme.means) == ("nisba", "plc:panjshir")
    assert lexeme.forms == (("eng", "Panjshiri"), ("eng", "Panjsheri"), ("prs", "پنجشیری"))
    assert lexeme.origin == f"{tmp_path.name}/x.yml:2"


@pytest.mark.parametrize(
    ("yaml", "line", "message"),
    [
        (
            "lex:a:\n  kind: tittle\n  forms: {eng: Mullah}\n",
            "2:3",
            "kind 'tittle' is not known; did you mean 'title'?",
        ),
        ("lex:a:\n  forms: {eng: Mullah}\n", "1:1", "'kind' is missing"),
        ("lex:a:\n  kind: title\n", "1:1", "'forms' must list at least one form"),
        ("lex:a:\n  kind: title\n  forms: {english: Mullah}\n", "3:11", "'english' is not a language code"),
        ("lex:a:\n  kind: nisba\n  means: plc:x\n  forms: {eng: Xi}\n", "3:10", "means 'plc:x' is defined nowhere"),
        ("lex:A b:\n  kind: title\n  forms: {eng: Mullah}\n", "1:1", "'lex:A b' is not an id"),
    ],
)
def test_a_wrong_lexeme_is_refused_with_its_line(yaml: str, line: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "x.yml").write_text(yaml, encoding="utf-8")
    with pytest.raises(PackError) as error:
        load_contents([tmp_path])
    assert any(f"x.yml:{line}: {message}" in problem for problem in error.value.problems), error.value.problems


@pytest.mark.parametrize(
    ("field", "message"),
    [
        ("qid: 889", "qid '889' is not a Wikidata item such as Q889"),
        ("iso: af", "iso 'af' is not an ISO 3166 code such as AF-KAB"),
        ("geonames: x1", "geonames 'x1' is not a GeoNames number"),
    ],
)
def test_codes_have_their_shape(field: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "x.yml").write_text(f"plc:a:\n  names: {{eng: A}}\n  {field}\n", encoding="utf-8")
    with pytest.raises(PackError, match=message):
        load_contents([tmp_path])
