"""Circles of every small length."""

from collections.abc import Callable

import pytest

from afgraph.packs import Finding
from afgraph.packs.lint.cycles import components

Lint = Callable[..., list[Finding]]


@pytest.mark.parametrize("length", [1, 2, 3, 4])
def test_a_circle_is_found_whatever_hangs_on_it(length: int) -> None:
    ring = {f"n{at}": {f"n{(at + 1) % length}", "leaf"} for at in range(length)}
    assert list(components({**ring, "root": {"n0"}, "leaf": set()})) == [{f"n{at}" for at in range(length)}]
    assert list(components({f"n{at}": {f"n{at + 1}"} for at in range(length)})) == []


@pytest.mark.parametrize("relation", ["member_of", "faction_of", "located_in"])
@pytest.mark.parametrize("length", [2, 3, 4])
def test_a_circle_of_claims_is_one_finding_about_all_that_lie_on_it(length: int, relation: str, lint: Lint) -> None:
    prefix = "plc" if relation == "located_in" else "org"
    entries = "".join(f"{prefix}:n{at}: {{names: {{eng: Number {at}}}}}\n" for at in range(length))
    claims = [f"{prefix}:n{at} {relation} {prefix}:n{(at + 1) % length} 1992" for at in range(length)]
    [finding] = [each for each in lint(entries, *claims) if each.code == "AF501"]
    assert finding.about == tuple(f"{prefix}:n{at}" for at in range(length))
    assert finding.severity == "error"
    assert [each for each in lint(entries, *claims[1:]) if each.code == "AF501"] == []


def test_a_claim_that_is_denied_closes_no_circle(lint: Lint) -> None:
    entries = "org:a: {names: {eng: Aa}}\norg:b: {names: {eng: Bb}}\n"
    denied = "{claim: org:b member_of org:a 1992, modality: denied}"
    assert lint(entries, "org:a member_of org:b 1992", denied) == []


def test_a_chain_of_many_thousands_is_walked_without_recursion() -> None:
    chain = {f"n{at}": {f"n{at + 1}"} for at in range(20_000)}
    assert list(components(chain)) == []
    [ring] = components({**chain, "n20000": {"n0"}})
    assert len(ring) == 20_001
