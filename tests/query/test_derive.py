"""Derived alliances against a brute-force enumeration of all ways through small random graphs."""

from collections.abc import Callable, Iterator
from itertools import permutations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

import afgraph as af
from afgraph.dates import Date, Interval, Verdict, intersect, parse_date, parse_interval, parse_when, weakest
from afgraph.graph import ClaimStore
from afgraph.model import Claim, Contents, Entity, Name, Source
from afgraph.query import Answer, Answers, allies, enemies

_FIRM = ["no", "unknown", "possibly", "yes"]
_UPWARD = ("member_of", "faction_of")
_BINDING = ("Faction", "Coalition", "Government")
_JOINING = ("Coalition", "Government")
_DATES = ["1991", "1993-01-15", "1993", "1994-02", "1996", "2000"]

Path = tuple[Claim, ...]


class _Plain:
    """The rules read word by word, over lists of claims, with nothing remembered."""

    def __init__(self, store: ClaimStore, on: Date) -> None:
        self.store, self.on = store, on
        held = [claim for claim in store.contents.claims.values() if claim.modality != "denied"]
        self.edges = [claim for claim in held if store.verdict(claim, on) in ("yes", "possibly")]

    def schema(self, entity: str) -> str:
        return self.store.entity(entity).schema

    def upward(self, entity: str) -> Iterator[tuple[str, Path]]:
        """Each body that an entity leads, belongs to, or belongs to through what it leads."""
        starts: list[tuple[str, Path]] = [(entity, ())]
        for claim in self.edges:
            if claim.relation == "leads" and claim.subject == entity and claim.object:
                starts.append((claim.object, (claim,)))
                yield claim.object, (claim,)
        for start, first in starts:
            steps = [claim for claim in self.edges if claim.relation in _UPWARD]
            for count in range(1, 2 if self.schema(start) == "Person" else 4):
                for chain in permutations(steps, count):
                    froms, tos = [claim.subject for claim in chain], [claim.object for claim in chain]
                    if froms == [start, *tos[:-1]] and tos[-1]:
                        yield tos[-1], (*first, *chain)

    def shared(self, entity: str) -> Iterator[tuple[str, Path]]:
        for other in self.store.contents.entities if self.schema(entity) in _JOINING else ():
            for body, up in self.upward(other):
                if body == entity:
                    yield other, tuple(reversed(up))
        for body, up in self.upward(entity):
            if self.schema(body) in _JOINING:
                yield body, up
            for other in self.store.contents.entities if self.schema(body) in _BINDING else ():
                for same, down in self.upward(other):
                    if same == body:
                        yield other, (*up, *reversed(down))

    def by_office(self, entity: str, relation: str) -> Iterator[tuple[str, Path]]:
        for claim, first, last in product(self.edges, [None, *self.edges], [None, *self.edges]):
            for near, far in ((claim.subject, claim.object), (claim.object, claim.subject)):
                one = near if first is None else first.subject if _leads(first, near) else None
                other = far if last is None else last.subject if _leads(last, far) else None
                if claim.relation == relation and one == entity and other and (first or last):
                    yield other, tuple(each for each in (first, claim, last) if each is not None)

    def verdicts(self, entity: str, found: Iterator[tuple[str, Path]]) -> dict[str, Verdict]:
        """The firmest verdict for each other entity, over all ways."""
        best: dict[str, Verdict] = {}
        for other, path in found:
            when = intersect(self.store.interval(claim) for claim in path)
            if other == entity or when is None or len(set(path)) < len(path) or self.inside(entity, other):
                continue
            if not self.alive(path):
                continue
            verdict = weakest([when.contains(self.on), *(self.store.verdict(claim, self.on) for claim in path)])
            if _FIRM.index(verdict) > _FIRM.index(best.get(other, "no")):
                best[other] = verdict
        return best

    def alive(self, path: Path) -> bool:
        """Whether some day may lie in all times of a path, and in the lives of all whom it joins."""
        ends = [self.store.entity(end) for claim in path for end in (claim.subject, claim.object) if end]
        times = [*(self.store.interval(claim) for claim in path), *(each.lifespan for each in ends if each.lifespan)]
        return max(each.bounds().start_min for each in times) <= min(each.bounds().end_max for each in times)

    def inside(self, one: str, other: str) -> bool:
        if {self.schema(one), self.schema(other)} & set(_JOINING):
            return False
        claims = self.store.contents.claims.values()
        between = [claim for claim in claims if {claim.subject, claim.object} == {one, other}]
        return any(claim.relation in ("leads", *_UPWARD) and claim.makes_edge for claim in between)

    def sides(self, entity: str) -> set[str]:
        """An entity and what it surely led: what these fight, it fights."""
        led = [each for each in self.edges if each.relation == "leads" and each.subject == entity]
        return {entity, *(each.object or "" for each in led if self.store.verdict(each, self.on) == "yes")}

    def fights(self, one: str, other: str) -> list[Claim]:
        ends = [{near, far} for near in self.sides(one) for far in self.sides(other) if near != far]
        return [each for each in self.edges if each.relation == "fought" and {each.subject, each.object} in ends]

    def at_war(self, one: str, other: str) -> bool:
        """Whether a fight surely lasted on every day asked about, and the two lived then."""
        days = range(self.on.earliest, self.on.latest + 1)
        asked = [Date(text="", earliest=day, latest=day) for day in (days[0], days[-1])]
        return any(
            self.store.verdict(each, self.on) == "yes"
            and all(self.store.interval(each).contains(day) == "yes" for day in asked)
            for each in self.fights(one, other)
        )

    def doubted(self, one: str, other: str, verdict: Verdict) -> Verdict:
        """A derived alliance of two who fight, but not surely all the time, is no more than possible."""
        doubt = self.fights(one, other) and not self.at_war(one, other)
        return weakest(["possibly", verdict]) if doubt else verdict

    def directly(self, entity: str, relation: str) -> set[str]:
        pairs = [(claim.subject, claim.object) for claim in self.edges if claim.relation == relation]
        return {two or "" for one, two in pairs if one == entity} | {one for one, two in pairs if two == entity}


def _leads(claim: Claim, body: str | None) -> bool:
    return claim.relation == "leads" and claim.object == body


def _derived(answers: Answers) -> dict[str, Verdict]:
    return {answer.other.id: answer.verdict for answer in answers if answer.basis == "derived"}


@given(data=st.data(), on=st.sampled_from(_DATES))
def test_derived_alliances_are_those_that_brute_force_finds(
    data: st.DataObject, random_contents: st.SearchStrategy[Contents], on: str
) -> None:
    store, date = ClaimStore(data.draw(random_contents)), parse_date(on)
    plain = _Plain(store, date)
    for entity in store.contents.entities:
        ways = [*plain.shared(entity), *plain.by_office(entity, "allied_with")]
        expected = plain.verdicts(entity, iter(ways))
        found = allies(store, entity, on=date)
        assert _derived(found) == {
            other: plain.doubted(entity, other, verdict)
            for other, verdict in expected.items()
            if other not in plain.directly(entity, "allied_with")
        }
        on_paper = {answer.other.id for answer in found.formal if answer.basis == "derived"}
        assert on_paper == {other for other in _derived(found) if plain.at_war(entity, other)}


@pytest.mark.parametrize(
    ("joined", "on", "verdict"),
    [
        ("1996/", "1992/1996", None),
        ("1996/", None, None),
        ("1994-06/", "1994", None),
        ("1994-02/", "1994", "yes"),
        ("1994-02/", None, "yes"),
        ("1994-02/", "1994-06", None),
    ],
)
def test_who_joins_a_body_is_no_ally_of_those_who_were_dead_by_then(
    joined: str, on: str | None, verdict: str | None, kg: af.KnowledgeGraph
) -> None:
    entities = [
        _named("per:late", "Person", None),
        _named("per:dead", "Person", parse_interval("1950/1994-03-31")),
        _named("org:body", "Faction", None),
    ]
    members = {"c1": ("per:dead", "1990/.."), "c2": ("per:late", joined)}
    claims = {
        each: Claim(
            id=each, subject=who, relation="member_of", source="src:s", object="org:body", when=parse_interval(when)
        )
        for each, (who, when) in members.items()
    }
    source = Source(id="src:s", title="S", kind="book", confidence=0.8)
    shipped = kg.store.contents
    held = Contents(
        entities={each.id: each for each in entities},
        sources={"src:s": source},
        claims=claims,
        relations=shipped.relations,
        schemas=shipped.schemas,
    )
    found = allies(ClaimStore(held), "per:late", on=None if on is None else parse_when(on))
    assert _derived(found).get("per:dead") == verdict


def _named(entity: str, schema: str, lifespan: Interval | None) -> Entity:
    name = Name(form=entity, lang="eng", script="Latn", kind="canonical")
    return Entity(id=entity, schema=schema, names=(name,), lifespan=lifespan)


@given(data=st.data(), on=st.sampled_from(_DATES))
def test_derived_enmities_are_those_that_brute_force_finds(
    data: st.DataObject, random_contents: st.SearchStrategy[Contents], on: str
) -> None:
    store, date = ClaimStore(data.draw(random_contents)), parse_date(on)
    plain = _Plain(store, date)
    for entity in store.contents.entities:
        expected = plain.verdicts(entity, plain.by_office(entity, "fought"))
        apart = plain.directly(entity, "fought")
        found = _derived(enemies(store, entity, on=date))
        assert found == {other: verdict for other, verdict in expected.items() if other not in apart}


def walks(answer: Answer) -> bool:
    """Whether a path leads from one end of an answer to the other, claim by claim."""
    at = {answer.entity.id}
    for claim in answer.path:
        ends = {claim.subject, claim.object or ""}
        if not at & ends:
            return False
        at = ends - at if len(at) == 1 else ends
    return answer.other.id in at


@given(data=st.data(), on=st.sampled_from([None, *_DATES]))
def test_every_path_leads_from_one_to_the_other_and_uses_no_claim_twice(
    data: st.DataObject, random_contents: st.SearchStrategy[Contents], on: str | None
) -> None:
    store = ClaimStore(data.draw(random_contents))
    date = None if on is None else parse_date(on)
    for entity in store.contents.entities:
        for answer in [*allies(store, entity, on=date), *enemies(store, entity, on=date)]:
            assert walks(answer)
            assert len(set(answer.path)) == len(answer.path)
            assert set(answer.path) <= set(answer.claims)
            assert all(claim.makes_edge for claim in answer.claims)
            assert answer.verdict in ("yes", "possibly")


@pytest.mark.parametrize("on", [None, "1992-06", "1994-01-15", "1997", "2001-11-12", "2021-08-24"])
def test_derived_answers_of_the_shipped_pack_show_a_path_that_connects(kg: af.KnowledgeGraph, on: str | None) -> None:
    derived = [answer for answer in kg.who_is_allied_with_whom(on=on) if answer.basis == "derived"]
    assert derived
    for answer in derived:
        assert walks(answer), str(answer)
        assert "[derived: " in str(answer)
        assert {claim.subject for claim in answer.path} | {claim.object for claim in answer.path} >= {
            answer.entity.id,
            answer.other.id,
        }


BODIES = """
org:f:
  schema: Faction
  names:
    eng: Front of F
org:g:
  schema: Faction
  names:
    eng: Grand G
org:h:
  schema: Faction
  names:
    eng: House of H
org:k:
  schema: Coalition
  names:
    eng: Koalition K
org:m:
  schema: Media
  names:
    eng: Mirror M
per:a:
  names:
    eng: Anna Alpha
per:b:
  names:
    eng: Boris Beta
per:c:
  names:
    eng: Cyril Gamma
"""
_F_IN_K = ["org:f faction_of org:g 1990/..", "org:g faction_of org:h 1990/..", "org:h member_of org:k 1990/.."]


@pytest.mark.parametrize(
    ("claims", "allied"),
    [
        (["per:a member_of org:k 1990/..", "per:b member_of org:k 1990/.."], True),
        (["per:a member_of org:k 1990/1992", "per:b member_of org:k 1994/.."], False),
        (["per:a member_of org:m 1990/..", "per:b member_of org:m 1990/.."], False),
        (["per:a leads org:f 1990/..", *_F_IN_K, "per:b member_of org:k 1990/.."], True),
        (["per:a member_of org:f 1990/..", *_F_IN_K, "per:b member_of org:k 1990/.."], False),
        (["per:a leads org:f 1990/..", "org:f allied_with org:g 1990/..", "per:b leads org:g 1990/.."], True),
        (["per:a member_of org:f 1990/..", "org:f allied_with org:g 1990/..", "per:b leads org:g 1990/.."], False),
        (["per:a fought per:c 1990/..", "per:b fought per:c 1990/.."], False),
        (["per:a allied_with per:c 1990/..", "per:b allied_with per:c 1990/.."], False),
        (["per:a supports per:b 1990/..", "per:b supports per:a 1990/.."], False),
        (["per:a member_of org:k 1990/..", "per:b member_of org:k 1990/..", "per:a fought per:b 1990/.."], False),
        (["per:a leads org:f 1990/..", "org:f member_of org:k 1990/..", "per:b member_of org:k 1990/.."], True),
    ],
)
def test_an_alliance_follows_from_shared_bodies_and_offices_and_from_nothing_else(
    load_pack: Callable[..., af.KnowledgeGraph], claims: list[str], *, allied: bool
) -> None:
    graph = load_pack(BODIES, *claims)
    assert ("per:b" in graph.allies("per:a", on="1993").ids) is allied
    assert ("per:a" in graph.allies("per:b", on="1993").ids) is allied
    assert "per:b" not in graph.allies("per:a", on="1993", derived=False).ids


def test_a_coalition_stands_with_its_members_as_they_with_it(load_pack: Callable[..., af.KnowledgeGraph]) -> None:
    graph = load_pack(
        BODIES, "org:f member_of org:k 1990/..", "per:a leads org:f 1990/..", "per:b member_of org:f 1990/.."
    )
    assert sorted(graph.allies("org:k", on="1993").ids) == ["org:f", "per:a"]
    for member in ("org:f", "per:a"):
        assert "org:k" in graph.allies(member, on="1993").ids
    assert "org:k" not in graph.allies("per:b", on="1993").ids
