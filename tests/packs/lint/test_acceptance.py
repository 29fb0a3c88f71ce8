"""What an author accepts on purpose."""

from collections.abc import Callable
from pathlib import Path

import pytest

from afgraph.packs import Finding, lint_pack

Lint = Callable[..., list[Finding]]

TWO = "org:p: {names: {eng: Jamiat}}\norg:q: {names: {eng: Jamiat}}\n"
ACCEPTED = "accept:\n  - code: {code}\n    about: {about}\n    because: two wings of one name\n"


def codes_of(findings: list[Finding]) -> list[str]:
    return [each.code for each in findings]


@pytest.mark.parametrize("about", ["[org:p, org:q]", "[org:q, org:p]", "[org:q, org:p, org:q]"])
def test_an_accepted_finding_is_not_reported(about: str, lint: Lint) -> None:
    assert codes_of(lint(TWO)) == ["AF203"]
    assert lint(ACCEPTED.format(code="AF203", about=about) + TWO) == []


@pytest.mark.parametrize(
    ("code", "about"), [("AF203", "org:p"), ("AF201", "[org:p, org:q]"), ("AF999", "[org:p, org:q]"), ("AF203", "[]")]
)
def test_an_acceptance_that_matches_nothing_is_itself_a_finding(code: str, about: str, lint: Lint) -> None:
    found = lint(ACCEPTED.format(code=code, about=about) + TWO)
    assert codes_of(found) == ["AF002", "AF203"]
    assert found[0].line == 2
    assert "is not found; remove it" in found[0].message


def test_an_acceptance_about_what_another_pack_holds_is_only_a_remark(tmp_path: Path) -> None:
    one, other = tmp_path / "one.yml", tmp_path / "other.yml"
    accepted = ACCEPTED.format(code="AF203", about="[org:p, org:q]")
    one.write_text(accepted + TWO.splitlines(keepends=True)[0], encoding="utf-8")
    other.write_text(TWO.splitlines(keepends=True)[1], encoding="utf-8")
    assert lint_pack(one) == lint_pack(other) == lint_pack(one, other, info=True) == []
    assert codes_of(lint_pack(one, info=True)) == ["AF003"]


def test_pack_yml_may_hold_acceptances_and_their_place_in_order_is_free(tmp_path: Path) -> None:
    (tmp_path / "pack.yml").write_text(
        "title: T\n" + ACCEPTED.format(code="AF203", about="[org:p, org:q]"), encoding="utf-8"
    )
    (tmp_path / "x.yml").write_text(TWO, encoding="utf-8")
    assert lint_pack(tmp_path) == []


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("accept:\n  - code: AF203\n    about: org:p\n", "2:5: 'because' is missing"),
        ("accept:\n  - code: AF203\n    because: x\n", "2:5: 'about' is missing"),
        ("accept:\n  - about: org:p\n    because: x\n", "2:5: 'code' is missing"),
        ("accept:\n  - code: AF203\n    about: org:p\n    because: ''\n", "4:14: because is empty"),
        ("accept:\n  - code: W1\n    about: org:p\n    because: x\n", "2:5: code 'W1' is not a code of docs"),
        ("accept:\n  - code: AF203\n    abuot: org:p\n    because: x\n", "3:5: field 'abuot' is not known; did you"),
        ("accept: AF203\n", "1:9: 'accept' lists findings"),
        ("accept:\n  - AF203\n", "2:5: an accepted finding is a mapping"),
    ],
)
def test_a_faulty_acceptance_is_refused_at_its_line(text: str, problem: str, tmp_path: Path) -> None:
    (tmp_path / "x.yml").write_text(text + TWO, encoding="utf-8")
    found = lint_pack(tmp_path / "x.yml")
    assert {each.code for each in found} == {"AF001"}
    line, _, message = problem.partition(":")
    assert any(each.line == int(line) and each.message.startswith(message.partition(": ")[2]) for each in found)
