"""Packs as people write them, well and badly: real files, one report."""

import re
import time
from pathlib import Path

import pytest

from afgraph.errors import PackError
from afgraph.packs import load_contents

GOOD = """\
per:a:
  names:
    eng: Ahmad
per:b:
  names:
    prs: مسعود
"""
SOURCE = "src:s:\n  title: Книга\n  kind: book\n"


def problems_of(folder: Path, **files: str | bytes) -> list[str]:
    """The problems of a pack with these files, without the folder's name; found in well under a second."""
    pack = folder / "pack"
    pack.mkdir()
    for name, content in files.items():
        (pack / f"{name}.yml").write_bytes(content.encode() if isinstance(content, str) else content)
    load_contents(["afghanistan"])  # the vocabulary is read once
    before = time.process_time()
    with pytest.raises(PackError) as caught:
        load_contents([pack])
    assert time.process_time() - before < 1
    assert all(len(problem) < 500 for problem in caught.value.problems)
    return [problem.removeprefix("pack/") for problem in caught.value.problems]


ONE_PROBLEM = [
    ("unknown field", "per:a:\n  bron: 1953\n  names:\n    eng: A\n", "2:3: field 'bron' is not known; did you mean"),
    ("unknown schema", "per:a:\n  names:\n    eng: A\n  schema: Persn\n", "4:11: schema 'Persn' is not in the vocab"),
    ("no names", "per:a:\n  about: x\n", "1:1: 'names' must list at least one name"),
    ("empty name", "per:a:\n  names:\n    eng: ''\n", "3:10: a name is empty"),
    ("no letter", "per:a:\n  names:\n    prs: ـــ\n", "3:10: 'ـــ' has no letter"),
    ("language", "per:a:\n  names:\n    english: A\n", "3:5: 'english' is not a language code"),
    ("two kinds", "per:a:\n  names:\n    eng:\n      - alias: A\n        short: B\n", "4:9: a name needs its kind"),
    ("no kind", "per:a:\n  names:\n    eng:\n      - form: A\n", "4:9: a name needs its kind as a key"),
    (
        "status",
        "per:a:\n  names:\n    eng:\n      - alias: A\n        status: atested\n",
        "5:9: status 'atested' is not",
    ),
    ("same name twice", "per:a:\n  names:\n    eng: [A, A]\n", "3:5: 'A' is listed twice in eng"),
    ("two lines", 'per:a:\n  names:\n    eng: "A\\nB"\n', "3:10: 'A\\nB' is more than one line"),
    ("bad id", "per:Aë:\n  names:\n    eng: A\n", "1:1: 'per:Aë' is not an id; ids look like"),
    ("unknown prefix", "abc:a:\n  names:\n    eng: A\n", "1:1: 'abc:a' is no entry"),
    ("no mapping", "per:a: Ahmad\n", "1:1: 'per:a' is no entry"),
    ("a list", "- per:a\n", "1:1: a pack file is a mapping"),
    ("a text", "просто текст\n", "1:1: a pack file is a mapping"),
    ("day", "per:a:\n  born: 2021-02-30\n  names:\n    eng: A\n", "2:3: born '2021-02-30' is not a date"),
    ("year", "per:a:\n  born: 9999999\n  names:\n    eng: A\n", "2:3: born '9999999' is not a date"),
    ("interval as date", "per:a:\n  born: 1950/1960\n  names:\n    eng: A\n", "2:3: born '1950/1960' is not a date"),
    ("hijri digits", "per:a:\n  born: ۱۳۳۲\n  names:\n    eng: A\n", "2:3: born '۱۳۳۲' is not a date"),
    ("reversed life", "per:a:\n  born: 2001\n  died: 1953\n  names:\n    eng: A\n", "3:3: '2001/1953' ends before it"),
    ("two lives", "per:a:\n  when: 2001\n  born: 1953\n  names:\n    eng: A\n", "2:3: 'when' beside 'born' or 'died'"),
    ("reversed period", "org:a:\n  when: 1996/1994\n  names:\n    eng: A\n", "2:3: '1996/1994' ends before it starts"),
    ("unknown twin", "per:a:\n  names:\n    eng: A\n  different_from: [per:x]\n", "4:20: different_from 'per:x' is de"),
    ("former id", "per:a:\n  names:\n    eng: A\n  former_ids: [A b]\n", "4:3: 'A b' is not an id"),
    (
        "own former id",
        "per:a:\n  names:\n    eng: A\n  former_ids: per:a\n",
        "1:1: former id 'per:a' of per:a is an id of",
    ),
    (
        "name's source",
        "per:a:\n  names:\n    eng:\n      - alias: A\n        source: src:x\n",
        "5:17: a name's source 's",
    ),
    ("bidi", 'per:a:\n  names:\n    eng: "A\\u202EB"\n', "3:10: a name 'A\\u202eB' holds the hidden character U+202E"),
    ("raw bidi", "per:a:\n  names:\n    prs: ا\u2067ب\n", "3:10: a name 'ا\\u2067ب' holds the hidden character U+2067"),
    (
        "letter mark",
        "per:a:\n  names:\n    prs: ا\u061cب\n",
        "3:10: a name 'ا\\u061cب' holds the hidden character U+061C",
    ),
    (
        "tag letters",
        "per:a:\n  names:\n    eng: A\U000e0041\n",
        "3:10: a name 'A\\U000e0041' holds the hidden character",
    ),
    ("escaped NUL", 'per:a:\n  names:\n    eng: "A\\0"\n', "3:10: a name 'A\\x00' holds the hidden character U+0000"),
    ("escape", 'per:a:\n  names:\n    eng: "\\e[31m"\n', "3:10: a name '\\x1b[31m' holds the hidden character U+001B"),
    ("title missing", SOURCE.replace("title", "titel"), "2:3: 'title' is missing"),
    ("kind", SOURCE.replace("book", "bok"), "3:3: kind 'bok' is not known; did you mean 'book'?"),
    ("confidence", f"{SOURCE}  confidence: 1.5\n", "4:3: confidence '1.5' is not a number from 0 to 1"),
    ("nan", f"{SOURCE}  confidence: .nan\n", "4:3: confidence '.nan' is not a number"),
]


@pytest.mark.parametrize(
    ("content", "starts"), [each[1:] for each in ONE_PROBLEM], ids=[each[0] for each in ONE_PROBLEM]
)
def test_a_fault_is_refused_at_its_place(content: str, starts: str, tmp_path: Path) -> None:
    found = problems_of(tmp_path, x=content)
    assert found[0].startswith(f"x.yml:{starts}")
    assert len({problem.split(" ")[0] for problem in found}) <= 2


CLAIMS = [
    ("per:a lead org:c", "6:5: relation 'lead' is not in the vocabulary; did you mean 'leads'?"),
    ("per:aa leads per:b", "6:5: entity 'per:aa' is defined nowhere; did you mean 'per:a'?"),
    ("per:a rival_of per:a", "6:5: 'per:a' is related to itself; correct one end"),
    ("per:a rival_of", "6:5: 'per:a rival_of' has 2 words; a claim is 'subject relation object [when]'"),
    ("per:a rival_of per:b 1994 1995", "6:5: 'per:a rival_of per:b 1994 1995' has 5 words"),
    ("per:a rival_of per:b 1996/1994", "6:5: '1996/1994' ends before it starts"),
    ("per:a rival_of per:b 2021-02-30", "6:5: '2021-02-30' is not a date"),
    ("per:a has_strength - 1994", "6:5: a claim without object needs a 'value' or a 'quantity'"),
    ("[per:a, rival_of, per:b]", "6:5: a claim must be text"),
    ("{claim: per:a rival_of per:b, modality: aserted}", "6:35: modality 'aserted' is not known; did you mean"),
    ("{claim: per:a rival_of per:b, by: src:x}", "6:39: by 'src:x' is defined nowhere; did you mean 'src:s'?"),
    ("{claim: per:a rival_of per:b, place: plc:x}", "6:42: entity 'plc:x' is defined nowhere"),
    ("{claim: per:a rival_of per:b, reported: soon}", "6:35: reported 'soon' is not a date"),
    ("{claim: per:a has_strength -, quantity: many}", "6:35: 'many' is not a quantity"),
    (f"{{claim: per:a has_strength -, quantity: {'9' * 400} men}}", "6:35: '" + "9" * 80 + "…' is too large"),
    ("{claim: per:a rival_of per:b, confidence: 7}", "6:35: confidence '7' is not a number"),
    ("{claim: per:a rival_of per:b, nota: x}", "6:35: field 'nota' is not known; did you mean 'note'?"),
    ("{modality: asserted}", "6:5: 'claim' is missing"),
]


@pytest.mark.parametrize(("claim", "starts"), CLAIMS, ids=[claim[:40] for claim, _ in CLAIMS])
def test_a_faulty_claim_is_refused_at_its_place(claim: str, starts: str, tmp_path: Path) -> None:
    """Its source stands in the same file above it, under another id."""
    text = f"src:other:\n  title: x\n\n\nsrc:s:\n  - {claim}\n"
    found = problems_of(tmp_path, claims=text, people=GOOD, sources=SOURCE)
    assert any(problem.startswith(f"claims.yml:{starts}") for problem in found), found


def test_every_problem_of_every_file_stands_in_one_report(tmp_path: Path) -> None:
    found = problems_of(
        tmp_path,
        a="per:a:\n  bron: 1\n  names:\n    english: A\n",
        b="per:b: [\n",
        c=b"\n\xff\n",
        d="per:d:\n  names:\n    eng: D\n  different_from: per:aa\n",
        e="src:e:\n  - per:a knows per:zz\n",
    )
    places = [re.match(r"[a-e]\.yml:\d+:\d+", problem) for problem in found]
    assert [place and place.group() for place in places] == [
        "a.yml:4:5",
        "a.yml:2:3",
        "b.yml:2:1",
        "c.yml:2:1",
        "d.yml:4:19",
        "e.yml:1:1",
        "e.yml:2:5",
        "e.yml:2:5",
    ]


@pytest.mark.parametrize(
    ("files", "problem"),
    [
        ({"x": GOOD + GOOD}, "x.yml:7:1: 'per:a' stands already at line 1; merge the two"),
        ({"x": GOOD, "y": GOOD}, "y.yml:1:1: 'per:a' stands already at pack/x.yml:1:1; merge the two"),
        ({"x": "per:a:\n  names:\n    eng: A\n    eng: B\n"}, "x.yml:4:5: 'eng' stands already at line 3; merge"),
        (
            {"x": GOOD, "y": SOURCE, "z": "src:s:\n  - per:a rival_of per:b\n  - per:a  rival_of per:b\n"},
            "z.yml:3:5: claim 'per:a rival_of per:b @s' stands already at pack/z.yml:2:5; give it an 'id'",
        ),
    ],
    ids=["one file", "two files", "field", "claim"],
)
def test_what_stands_twice_is_refused_with_both_places(files: dict[str, str], problem: str, tmp_path: Path) -> None:
    assert problems_of(tmp_path, **files)[0].startswith(problem)


def test_two_entities_with_one_former_id_are_refused(tmp_path: Path) -> None:
    content = GOOD.replace("  names", "  former_ids: per:old\n  names")
    assert problems_of(tmp_path, x=content) == ["x.yml:5:1: former id 'per:old' of per:b is an id of per:a; remove one"]


EMPTY = {
    1: "pack/0.yml: holds no entry; fill it or remove it",
    2: "pack/0.yml, pack/1.yml: hold no entry; fill them or remove them",
    5: "pack/0.yml, pack/1.yml, pack/2.yml and 2 more: hold no entry; fill them or remove them",
}


@pytest.mark.parametrize("count", EMPTY)
def test_files_that_hold_nothing_are_warned_of_once(count: int, tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    pack.mkdir()
    (pack / "good.yml").write_text(GOOD, encoding="utf-8")
    for at in range(count):
        (pack / f"{at}.yml").write_bytes([b"", b"\xef\xbb\xbf# empty\r\n\r\n"][at % 2])
    with pytest.warns(UserWarning, match="no entry") as caught:
        contents = load_contents([pack])
    assert len(contents.entities) == 2
    assert [str(each.message) for each in caught] == [EMPTY[count]]
