"""The fast ways to find pairs and circles against slow and plain ones, on small random packs."""

from itertools import combinations, product

import networkx
from hypothesis import given, settings
from hypothesis import strategies as st

from afgraph.dates import Interval, parse_interval
from afgraph.model import Claim, Contents, Entity, Name, NameKind, Source
from afgraph.packs.lint.claims import sign_conflicts
from afgraph.packs.lint.collisions import collisions
from afgraph.packs.lint.cycles import components
from afgraph.packs.lint.material import Material, Pair, pair
from afgraph.packs.lint.sound import alike, like_names, spoken_names
from afgraph.packs.lint.structure import containment_cycles
from afgraph.packs.read_vocabulary import relation_types, schemas
from afgraph.text import name_key, script_of

IDS = ["per:a", "per:b", "per:c", "org:d", "org:e"]
FORMS = [
    *["Ahmad Masud", "Ahmed Massoud", "Ahmad Mahmud", "AHMAD MASUD", "Ahmad", "Ahmed", "احمد مسعود", "Ахмад Масуд"],
    *["Abdul Haq", "Abdulhaq", "Abd ul Haqq", "Said Nuri", "Sayid Nouri", "Said Nadiri", "Aya", "Oya Eya", "1992"],
]
TIMES = ["1990/1992", "1992-06/1994", "1994/..", "/1991", "1996"]


def when(text: str | None) -> Interval | None:
    return None if text is None else parse_interval(text)


@st.composite
def names(draw: st.DrawFn) -> Name:
    form = draw(st.sampled_from(FORMS))
    kinds: list[NameKind] = ["canonical", "alias", "alias", "short", "former"]
    kind = draw(st.sampled_from(kinds))
    time = draw(st.sampled_from([None, None, *TIMES]))
    return Name(form=form, lang="eng", script=script_of(form), kind=kind, when=when(time))


def entity(entity_id: str) -> st.SearchStrategy[Entity]:
    return st.builds(
        Entity,
        id=st.just(entity_id),
        schema=st.just("Person" if entity_id[:3] == "per" else "Faction"),
        names=st.lists(names(), min_size=1, max_size=3).map(tuple),
        lifespan=st.sampled_from([None, None, *TIMES]).map(when),
        different_from=st.lists(st.sampled_from(IDS), max_size=1).map(tuple),
        origin=st.just("x.yml:1"),
    )


def material(entities: list[Entity], claims: list[Claim]) -> Material:
    contents = Contents(
        entities={each.id: each for each in entities},
        sources={"src:s": Source(id="src:s", title="S", kind="book")},
        claims={each.id: each for each in claims},
        relations=relation_types(),
        schemas=schemas(),
    )
    return Material(contents=contents, acceptances=(), lines={})


PACKS = st.tuples(*map(entity, IDS)).map(lambda entities: material(list(entities), []))


def plain_collisions(pack: Material) -> set[Pair]:
    """Every pair of entities, every pair of their names."""
    found = set()
    for one, other in combinations(pack.contents.entities.values(), 2):
        apart = other.id in one.different_from or one.id in other.different_from
        for name, like in product(one.names, other.names):
            meet = name.when is None or like.when is None or name.when.overlaps(like.when) != "no"
            if not apart and meet and name_key(name.form) == name_key(like.form):
                found.add(pair(one.id, other.id))
    return found


def plain_likes(pack: Material) -> dict[Pair, str]:
    """Every pair of entities of one kind, every pair of the names that are compared."""
    spoken = spoken_names(pack.contents)
    colliding = plain_collisions(pack)
    found = {}
    for one, other in combinations(pack.contents.entities.values(), 2):
        both = pair(one.id, other.id)
        apart = other.id in one.different_from or one.id in other.different_from or both in colliding
        lived = (
            one.lifespan is None or other.lifespan is None or one.lifespan.overlaps(other.lifespan) != "no"
        ) and one.schema == other.schema
        mine = [each for each in spoken if each.entity == one.id]
        theirs = [each for each in spoken if each.entity == other.id]
        if apart or not lived:
            continue
        if any(name.sounds & like.sounds for name, like in product(mine, theirs)):
            found[both] = "AF201"
        elif any(alike(name, like) for name, like in product(mine, theirs)):
            found[both] = "AF202"
    return found


@settings(max_examples=300)
@given(PACKS)
def test_collisions_are_those_of_every_name_with_every_other(pack: Material) -> None:
    assert set(collisions(pack)) == plain_collisions(pack)


@settings(max_examples=300)
@given(PACKS)
def test_like_names_are_those_of_every_name_with_every_other(pack: Material) -> None:
    assert {(each.about[0], each.about[1]): each.code for each in like_names(pack)} == plain_likes(pack)


NODES = "abcdef"
GRAPHS = st.lists(st.tuples(st.sampled_from(NODES), st.sampled_from(NODES)), max_size=14)


@given(GRAPHS)
def test_components_are_those_of_networkx(edges: list[tuple[str, str]]) -> None:
    targets: dict[str, set[str]] = {node: set() for node in NODES}
    for source, target in edges:
        targets[source].add(target)
    graph: networkx.DiGraph[str] = networkx.DiGraph(edges)
    strong = networkx.strongly_connected_components(graph)
    expected = {frozenset(each) for each in strong if len(each) > 1 or any((node, node) in edges for node in each)}
    assert {frozenset(each) for each in components(targets)} == expected


def claim(number: int, subject: str, relation: str, target: str, time: str | None) -> Claim:
    return Claim(
        id=f"c{number}",
        subject=subject,
        relation=relation,
        object=target,
        source="src:s",
        when=when(time),
        origin="x:1",
    )


MEMBERSHIPS = st.lists(
    st.tuples(st.sampled_from(NODES[:4]), st.sampled_from(NODES[:4]), st.sampled_from([None, *TIMES])), max_size=8
)


def may_share_a_day(times: list[Interval | None]) -> bool:
    bounds = [each.bounds() for each in times if each is not None]
    return not bounds or max(each.start_min for each in bounds) <= min(each.end_max for each in bounds)


@settings(max_examples=300)
@given(MEMBERSHIPS)
def test_circles_are_the_simple_cycles_that_share_a_day(edges: list[tuple[str, str, str | None]]) -> None:
    claims = [claim(at, one, "member_of", other, time) for at, (one, other, time) in enumerate(edges)]
    graph: networkx.DiGraph[str] = networkx.DiGraph([edge[:2] for edge in edges])
    times = {ends: [when(edge[2]) for edge in edges if edge[:2] == ends] for ends in graph.edges}
    expected = set()
    for cycle in networkx.simple_cycles(graph):
        steps = list(zip(cycle, [*cycle[1:], cycle[0]], strict=True))
        if any(may_share_a_day(list(choice)) for choice in product(*(times[step] for step in steps))):
            expected.update(cycle)
    found = {node for each in containment_cycles(material([], claims)) for node in each.about}
    assert found == expected


STANCES = st.lists(
    st.tuples(
        st.sampled_from(["allied_with", "fought", "supports", "met"]),
        st.sampled_from([*TIMES, "1993-05-01/1995-05-01", "1995-05-01/1996-06-01"]),
        st.sampled_from(["positive", "positive", "negative"]),
    ),
    max_size=6,
)


@settings(max_examples=300)
@given(STANCES)
def test_contradictions_are_those_of_every_claim_with_every_other(stances: list[tuple[str, str, str]]) -> None:
    claims = [
        Claim(
            id=f"c{at}",
            subject="org:d",
            relation=relation,
            object="org:e",
            source="src:s",
            when=when(time),
            polarity="positive" if polarity == "positive" else "negative",
            origin="x:1",
        )
        for at, (relation, time, polarity) in enumerate(stances)
    ]
    expected = any(contradict(one, other) for one, other in combinations(claims, 2))
    assert bool(list(sign_conflicts(material([], claims)))) == expected


def contradict(one: Claim, other: Claim) -> bool:
    """Whether two claims of one pair contradict each other on more than one day for sure."""
    assert one.when is not None
    assert other.when is not None
    mine, theirs = one.when.bounds(), other.when.bounds()
    if mine.end_min < mine.start_max or theirs.end_min < theirs.start_max:
        return False
    first, last = max(mine.start_max, theirs.start_max), min(mine.end_min, theirs.end_min)
    signs = {relation_types()[each.relation].sign for each in (one, other)}
    opposed = signs == {"positive", "negative"} and one.polarity == other.polarity == "positive"
    return first < last and (opposed or (one.relation == other.relation and one.polarity != other.polarity))
