"""Hostile input is refused before a byte of it is written; text that YAML would type stays text."""

from pathlib import Path

import pytest
import yaml
from ruamel.yaml import YAML

from afgraph.errors import PackError
from afgraph.packs import load_contents
from afgraph.packs.authoring import Pack
from afgraph.packs.authoring.emit import Layout, field_lines
from afgraph.packs.authoring.plain import Plain

HIDDEN = [0x202E, 0x2066, 0x200E, 0x061C, 0xFEFF, 0x00, 0x1B, 0x85, 0x2028, 0xD800, 0xE0041, 0xFFFE, 0xE000]
TYPED = [
    *["No", "yes", "on", "y", "N", "null", "Null", "~", "true", "False", "=", "<<"],
    *["1_000", "0o7", "017", "0x1F", "0b1", "1e3", "1.5", ".inf", "-.inf", ".nan", "12:30:45", "+1", "-", "1."],
    *["2021-01-01", "1994-01", "2001-12-14t21:59:43.10-05:00", "2026.11", "~3000 fighters", "1,000", "1994~", "?"],
]
AWKWARD = [
    *[
        "a: b",
        "a #b",
        "# a",
        "- a",
        "a:",
        ": a",
        "[a]",
        "{a}",
        "a, b",
        "*a",
        "&a",
        "!!python/object:os.system",
        "!a",
        "|",
    ],
    *[
        ">",
        "'a'",
        '"a"',
        "a'b",
        'a"b',
        "%a",
        "@a",
        "`a`",
        " a",
        "a ",
        "a\\nb",
        "---",
        "...",
        "--- a",
        "? a",
        "\\",
        "a\tb",
    ],
    *["م\u200cی", "Mas'ud", "😀", "İ", "\u00e9", "e\u0301", "]", "}", "a]b"],
]


@pytest.mark.parametrize("code", HIDDEN, ids=hex)
def test_hidden_characters_are_refused_everywhere(code: int, pack: Pack) -> None:
    text = f"A{chr(code)}b"
    for edit in (
        lambda: pack.add_person("per:a", {"eng": text}),
        lambda: pack.add_person("per:a", {"eng": "A"}, about=text),
        lambda: pack.add_name("per:zia", text, lang="tur"),
        lambda: pack.set("per:zia", about=text),
        lambda: pack.add_source("src:a", title=text),
        lambda: pack.add_claim("per:zia rival_of per:ahmad", source="src:book", note=text),
        lambda: pack.add_lexeme("lex:a", kind="title", forms={"eng": text}),
    ):
        with pytest.raises(PackError, match=f"hidden character U\\+{code:04X}"):
            edit()
    assert pack.changed == ()


@pytest.mark.parametrize(
    "form",
    ["a" + "\u0301" * 100_000, "a" + "\u0301\u0323" * 50_000, "م" * 201, "\ufdfa" * 1_000_000, "ـ", "a\nb", ""],
    ids=["marks", "mixed marks", "long", "ligatures", "no letter", "two lines", "empty"],
)
def test_what_can_be_no_name_is_refused_without_being_shown(form: str, pack: Pack) -> None:
    with pytest.raises(PackError) as caught:
        pack.add_person("per:a", {"eng": form})
    assert len(str(caught.value)) < 300
    assert pack.changed == ()


@pytest.mark.parametrize(
    "entity_id", ["per:a b", "per:a:\n  x", "per:../a", "per:!!python", "per:" + "a" * 10_000 + "!", "", "per:\u202ea"]
)
def test_what_can_be_no_id_is_refused_without_being_shown(entity_id: str, pack: Pack) -> None:
    with pytest.raises(PackError) as caught:
        pack.add_person(entity_id, {"eng": "A"})
    assert len(str(caught.value)) < 300
    assert "\u202e" not in str(caught.value)


@pytest.mark.parametrize(
    "text", ["!!python/object/apply:os.system ['touch PWNED']", "!!python/name:os.system", "&a", "*a", "<<: *a"]
)
def test_tags_and_anchors_in_text_are_text_in_quotes(text: str, pack: Pack, folder: Path) -> None:
    pack.set("per:zia", about=text)
    pack.save()
    assert load_contents([folder], cache=False).entities["per:zia"].about == text
    assert yaml.safe_load((folder / "people.yml").read_text(encoding="utf-8"))["per:zia"]["about"] == text


@pytest.mark.parametrize(
    "entry",
    [
        "per:zia: !!python/object:os.x\n  names:\n    eng: Z\n",
        "per:zia: &a\n  names:\n    eng: Z\n",
        "per:zia:\n  <<: {about: x}\n  names:\n    eng: Z\n",
        "per:zia:\n  names:\n    eng: A\n    eng: B\n",
        "per:zia:\n  names: {eng: [[[[[[[[[[[[[[[[Z]]]]]]]]]]]]]]]]}\n",
        "per:zia: {names: {eng: Z}\n",
        "per:zia: \x01\n",
    ],
)
def test_hostile_files_open_and_refuse_every_edit(entry: str, folder: Path) -> None:
    (folder / "people.yml").write_text(entry, encoding="utf-8")
    pack = Pack.open(folder)
    assert pack.problems() != []
    with pytest.raises(PackError):
        pack.set("per:zia", about="x")
    with pytest.raises(PackError):
        pack.add_name("per:zia", "X", lang="tur")
    assert pack.changed == ()


@pytest.mark.parametrize("text", [*TYPED, *AWKWARD])
@pytest.mark.parametrize("shape", ["field", "item", "row", "key"])
def test_text_stays_text_to_our_reader_and_to_two_others(text: str, shape: str) -> None:
    shapes: dict[str, Plain] = {"field": text, "item": [text, "b", "c"], "row": [text, "b"], "key": {text: "a"}}
    written = "".join(field_lines("about", shapes[shape], Layout()))
    assert yaml.load(written, Loader=yaml.BaseLoader) == {"about": shapes[shape]}  # noqa: S506 - makes only text
    assert yaml.safe_load(written) == {"about": shapes[shape]}
    assert YAML(typ="safe", pure=True).load(written) == {"about": shapes[shape]}
    assert written.count("\n") == 1 + (shape == "key") + 3 * (shape == "item")


@pytest.mark.parametrize("text", ["a b " * 5000, "a: b " * 5000, "x" * 200])
def test_long_lines_are_never_folded(text: str, pack: Pack, folder: Path) -> None:
    pack.set("per:zia", about=text + "y")
    pack.add_claim("per:zia opposes per:ahmad", source="src:book", note=text + "y")
    pack.save()
    assert len((folder / "people.yml").read_text(encoding="utf-8").splitlines()) == 28
    loaded = load_contents([folder], cache=False)
    assert loaded.entities["per:zia"].about == loaded.claims["per:zia opposes per:ahmad @book"].note == text + "y"


def test_dates_and_numbers_of_our_form_stand_without_quotes(pack: Pack, folder: Path) -> None:
    pack.add_person("per:a", {"eng": {"alias": "A", "when": "1994"}}, born="1953-09-02", died=2001)
    pack.add_source("src:a", title="1994", published="1994-01", confidence=0.8)
    pack.save()
    assert "  born: 1953-09-02\n  died: 2001\n" in (folder / "people.yml").read_text(encoding="utf-8")
    assert '  title: "1994"\n  published: 1994-01\n  confidence: 0.8\n' in (folder / "sources.yml").read_text("utf-8")


def test_names_that_yaml_would_type_load_back_as_written(pack: Pack, folder: Path) -> None:
    forms = [each for each in (*TYPED, *AWKWARD) if any(char.isalnum() for char in each)]
    forms = [each for each in forms if len(each) <= 200 and "\t" not in each]
    pack.add_person("per:a", {"eng": forms})
    for each in forms[:20]:
        pack.add_name("per:a", each, lang="yes")
    pack.save()
    names = load_contents([folder], cache=False).entities["per:a"].names
    assert [name.form for name in names] == [*forms, *forms[:20]]
