"""Exported edges, judged by two days as the query judges them, give what the library answers."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import afgraph as af
from afgraph.graph import ClaimStore
from afgraph.interop import ally_query, ally_question
from afgraph.interop.edges import RELATIONS, nodes, properties, relations
from afgraph.interop.follows import FROM, TO, followed, spans_of
from afgraph.interop.tables import Row, columns
from afgraph.model import Contents

TIMES = ["1989", "1990-06", "1993-01-15", "1993", "1994-03", "1992/1996", "1994-03-31", "2001"]
SIGNS = {"allied_with": "fought", "supports": "defected_from", "fought": "rival_of"}


def asked_of(rows: dict[str, list[Row]], who: str, on: str) -> list[tuple[str, str, str, str]]:
    """The query of `allies.cypher`, read off rows one by one."""
    question = ally_question(who, on)
    first, last = date.fromisoformat(question["first"]), date.fromisoformat(question["last"])
    best: dict[str, tuple[bool, bool, int]] = {}
    for row in [*rows["CLAIM"], *rows["FOLLOWS"]]:
        if who not in (row[FROM], row[TO]) or row["stance"] != "alliance" or not row["makes_edge"]:
            continue
        if row["seen_from"] not in (None, who) or row["start_earliest"] > last or first > row["end_latest"]:
            continue
        starts, ends = row["start_latest"], row["end_earliest"]
        sure = starts is not None and ends is not None and starts <= last and first <= ends
        other = row[TO] if row[FROM] == who else row[FROM]
        key = row["basis"] != "stated", not sure, row["number"]
        best[other] = min(best.get(other, key), key)
    return sorted((other, *_judged(rows, {who, other}, first, last, key)) for other, key in best.items())


def _judged(
    rows: dict[str, list[Row]], ends: set[str], first: date, last: date, key: tuple[bool, bool, int]
) -> tuple[str, str, str]:
    derived, unsure, speaks = key
    odds, endings = ([row for row in rows[each] if {row[FROM], row[TO]} == ends] for each in ("AT_ODDS", "ENDED"))
    in_doubt = any(row["earliest"] <= last and first <= row["latest"] for row in odds)
    ended = any(
        row["surely_from"] <= first <= row["latest"] and row["earliest"] <= last <= row["surely_until"]
        for row in endings
        if row["of"] in (None, speaks)
    )
    sure = not unsure and (not derived or ended or not in_doubt)
    return "yes" if sure else "possibly", "derived" if derived else "stated", "formal" if ended else "effective"


def answered(store: ClaimStore, who: str, on: str) -> list[tuple[str, str, str, str]]:
    kg = af.KnowledgeGraph(store.contents)
    return sorted((each.other.id, each.verdict, each.basis, each.standing) for each in kg.allies(who, on=on))


def test_rows_read_one_by_one_are_what_the_library_answers(
    random_contents: st.SearchStrategy[Contents], own_cache: Any
) -> None:
    @settings(max_examples=120, suppress_health_check=list(HealthCheck))
    @given(random_contents, st.sets(st.integers(0, 13), max_size=5), st.sampled_from(TIMES))
    def run(contents: Contents, broken: set[int], on: str) -> None:
        claims = {
            name: replace(claim, relation=SIGNS.get(claim.relation, claim.relation)) if at in broken else claim
            for at, (name, claim) in enumerate(contents.claims.items())
        }
        store = ClaimStore(replace(contents, claims=claims))
        rows = {label: list(found) for label, found in relations(store)}
        for who in contents.entities:
            assert asked_of(rows, who, on) == answered(store, who, on)

    run()


def test_the_shipped_pack_has_every_relation_with_every_property(kg: af.KnowledgeGraph) -> None:
    rows = {label: list(found) for label, found in relations(kg.store)}
    assert tuple(rows) == RELATIONS
    for label, found in rows.items():
        listed = {FROM, TO, *(each.name for each in properties(label))}
        assert found
        assert all(listed <= set(row) for row in found)
    nullable = {each.name for each in columns("properties")["ENDED"] if each.null}
    assert all(value is not None for row in rows["ENDED"] for name, value in row.items() if name not in nullable)
    assert next(set(row) for row in nodes(kg.store)) == {each.name for each in properties("Entity")}


def test_without_what_follows_only_claims_and_their_ends_are_there(kg: af.KnowledgeGraph) -> None:
    rows = {label: list(found) for label, found in relations(kg.store, derived=False)}
    assert rows["FOLLOWS"] == rows["AT_ODDS"] == []
    assert rows["CLAIM"]
    assert rows["ENDED"]


def test_each_path_leads_from_one_end_to_the_other(kg: af.KnowledgeGraph) -> None:
    claims = kg.store.contents.claims
    for each in followed(kg.store, spans_of(kg.store)):
        at = each.entity
        for link in each.path:
            assert link == claims[link.id]
            assert at in (link.subject, link.object)
            at = str(link.object if at == link.subject else link.subject)
        assert at == each.other


@pytest.mark.parametrize("on", ["1994~", "1992/", "/1994"])
def test_a_time_with_a_doubtful_end_is_refused(on: str) -> None:
    with pytest.raises(af.DateFormatError, match="end that is in doubt"):
        ally_question("per:a", on)


def test_every_property_and_the_query_are_on_the_page() -> None:
    page = (Path(__file__).parents[2] / "docs/reference/cypher.md").read_text(encoding="utf-8")
    assert f"```cypher\n{ally_query()}```" in page
    for label, listed in columns("properties").items():
        section = page.split(f"## {label}\n")[1].split("\n## ")[0]
        assert re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE) == [each.name for each in listed]
