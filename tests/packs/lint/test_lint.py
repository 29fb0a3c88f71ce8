"""Packs as a whole: order, loading, shipped packs, speed, and files that mean harm."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afgraph.errors import PackError
from afgraph.packs import Finding, find_pack, lint_pack
from afgraph.packs.find import shipped_packs
from afgraph.packs.lint.finding import Found, codes

Lint = Callable[..., list[Finding]]

MANY = """\
org:q: {names: {eng: [Wahdat, Who, J]}}
org:p: {names: {eng: [Jamiat, Who, "Ab#"]}}
per:b: {names: {eng: Ahmad Masud}}
per:a: {names: {eng: Ahmad Masoud}}
"""


def test_findings_come_by_code_and_then_by_what_they_are_about(lint: Lint) -> None:
    found = lint(MANY)
    keys = [(each.code, each.about) for each in found]
    assert keys == sorted(keys)
    assert [each.code for each in found] == [
        *["AF101", "AF101", "AF201", "AF203", "AF302", "AF303", "AF303", "AF304", "AF305", "AF305"]
    ]


def test_the_same_packs_give_the_same_findings_in_any_order(tmp_path: Path) -> None:
    one, other = tmp_path / "one.yml", tmp_path / "other.yml"
    one.write_text("org:p: {names: {eng: [Jamiat, Who]}}\n", encoding="utf-8")
    other.write_text("org:q: {names: {eng: [Jamiat, J]}}\n", encoding="utf-8")
    there, back = lint_pack(one, other), lint_pack(other, one)
    assert [(each.code, each.about) for each in there] == [(each.code, each.about) for each in back]
    assert lint_pack(one, other) == there
    assert [each.code for each in there] == ["AF203", "AF302", "AF303"]


def test_remarks_are_shown_on_request(lint: Lint) -> None:
    text = "per:a: {names: {eng: Ahmad Masud}}\n"
    assert lint(text, info=False) == []
    assert [each.code for each in lint(text, info=True)] == ["AF305"]


def test_what_several_packs_say_of_one_entity_points_at_the_later(tmp_path: Path) -> None:
    one, other = tmp_path / "one.yml", tmp_path / "other.yml"
    one.write_text("org:p: {names: {eng: Jamiat}}\n", encoding="utf-8")
    other.write_text("# Later.\norg:p:\n  names:\n    eng: [Jamiat, Who]\n", encoding="utf-8")
    [finding] = lint_pack(one, other)
    assert str(finding).startswith("other.yml:2: AF303") or str(finding).startswith("other.yml:4: AF303")


@pytest.mark.parametrize("packs", [[each] for each in shipped_packs()] + [shipped_packs()], ids="+".join)
def test_shipped_packs_are_clean_alone_and_together(packs: list[str]) -> None:
    assert [str(each) for each in lint_pack(*packs)] == []


def test_the_shipped_pack_is_linted_in_four_seconds() -> None:
    before = time.process_time()  # of this process: others may keep the machine busy
    lint_pack("afghanistan")
    assert time.process_time() - before < 4


UNLOADED = [
    ("dangling id", "per:a: {names: {eng: A}, different_from: per:x}\n", 1, "different_from 'per:x' is defined"),
    ("itself", "per:a: {names: {eng: A}}\nsrc:s:\n  - per:a rival_of per:a 1992\n", 3, "'per:a' is related to itself"),
    ("reversed", "per:a: {names: {eng: A}}\nsrc:s:\n  - per:a left plc:x 1994/1992\n", 3, "'1994/1992' ends before it"),
    ("former id", "per:a: {names: {eng: A}, former_ids: per:b}\nper:b: {names: {eng: B}}\n", 1, "former id 'per:b' of"),
]


@pytest.mark.parametrize(
    ("text", "line", "message"), [each[1:] for each in UNLOADED], ids=[each[0] for each in UNLOADED]
)
def test_what_the_loader_refuses_is_the_only_finding(text: str, line: int, message: str, lint: Lint) -> None:
    found = lint(text)
    assert {each.code for each in found} == {"AF001"}
    assert any(each.line == line and each.message.startswith(message) for each in found)
    assert {each.severity for each in found} == {"error"}


@pytest.mark.parametrize("content", [b"\xff", b"per:a: [", b"per:a: &x 1\n", b"- 1\n", b"[" * 5_000, b"accept: {a: b}"])
def test_a_file_that_is_no_pack_is_an_error_with_its_line(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "x.yml").write_bytes(content)
    found = lint_pack(tmp_path)
    assert found
    assert {each.code for each in found} == {"AF001"}
    assert all(each.line for each in found)


def test_a_pack_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="no such folder"):
        lint_pack(tmp_path / "none")
    assert [str(each) for each in lint_pack(tmp_path)] == [f"AF001 {tmp_path}: holds no .yml file"]


_PIECES = [
    "per:a",
    "per:b",
    "src:s",
    "accept",
    ": ",
    "\n",
    "\n  ",
    "- ",
    "names",
    "{",
    "}",
    "[eng, ",
    "]",
    "1992/",
    "'",
]


@given(st.one_of(st.binary(max_size=200), st.lists(st.sampled_from(_PIECES)).map(lambda each: "".join(each).encode())))
def test_no_bytes_bring_lint_down(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.mktemp("pack") / "x.yml"
    path.write_bytes(content)
    assert all(each.code in codes() for each in lint_pack(path, info=True))


HARM = [
    ("one name for all", "".join(f"org:o{at}: {{names: {{eng: Abdul Haq}}}}\n" for at in range(2_000)), 1_999),
    (
        "one skeleton",
        "".join(f"org:o{at}: {{names: {{eng: Ab{'a' * (at % 40)}d Haq}}}}\n" for at in range(2_000)),
        2_000,
    ),
    ("long names", "".join(f"org:o{at}: {{names: {{eng: {'Khan ' * 39}x}}}}\n" for at in range(200)), 199),
    ("many words", f"org:o: {{names: {{eng: [{', '.join(f'Jamiat {at}' for at in range(5_000))}]}}}}\n", 0),
]


@pytest.mark.parametrize(("text", "least"), [each[1:] for each in HARM], ids=[each[0] for each in HARM])
def test_packs_that_mean_harm_are_linted_soon(text: str, least: int, lint: Lint) -> None:
    before = time.process_time()
    found = lint(text, info=False)
    assert time.process_time() - before < 15
    assert len([each for each in found if each.code in ("AF201", "AF202", "AF203")]) >= least


def test_a_knot_of_claims_is_linted_soon(lint: Lint) -> None:
    count = 60
    bodies = "".join(f"org:o{at:02}: {{names: {{eng: Body {at}}}}}\n" for at in range(count))
    claims = [
        f"org:o{one:02} member_of org:o{other:02} {1800 + one}-{1 + other % 12:02}/.."
        for one in range(count)
        for other in range(count)
        if one != other
    ]
    before = time.process_time()
    found = lint(bodies, *claims)
    assert time.process_time() - before < 15
    assert "AF501" in {each.code for each in found}


def test_a_finding_reads_like_a_compiler_s() -> None:
    assert (
        str(Found("AF101", ("per:a",), "is out of order", "x/y.yml:3").finding()) == "x/y.yml:3: AF101 is out of order"
    )
    assert str(Found("AF001", (), "no place", "").finding()) == "AF001 no place"


def test_packs_are_named_or_given_by_path() -> None:
    assert lint_pack(find_pack("tajikistan")) == lint_pack("tajikistan")


def test_files_whose_names_differ_in_case_only_are_found(tmp_path: Path) -> None:
    for name, entity in (("People.yml", "org:a"), ("people.yml", "org:b"), ("places.yml", "org:c")):
        (tmp_path / name).write_text(f"{entity}: {{names: {{eng: Body {entity[4:] * 3}}}}}\n", encoding="utf-8")
    found = [str(each) for each in lint_pack(tmp_path) if each.code == "AF105"]
    file = f"{tmp_path.name}/people.yml"
    assert found == [f"{file}:1: AF105 '{file}' and '{tmp_path.name}/People.yml' differ in case only; rename one"]
