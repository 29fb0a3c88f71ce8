"""What must hold of every two packs: order means nothing, the way back is the way there, one edit is one change."""

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from afgraph.dates import Interval, parse_interval
from afgraph.model import Claim, Contents, Entity, Lexeme, Name, Quantity, Source
from afgraph.packs.diff import diff
from afgraph.packs.read_vocabulary import relation_types, schemas

IDS = ["per:a", "per:b", "org:c", "org:d"]
TIMES = [None, "/", "1992", "1992/1993", "1992/", "/1993", "1994-02/..", "1990~/1996-05"]
WHEN = st.sampled_from(TIMES).map(lambda text: None if text is None else parse_interval(text))
SOME = st.sampled_from([None, "x", "y"])
SHARES = st.sampled_from([None, 0.5, 0.9])
NAMES = st.builds(
    Name,
    form=st.sampled_from(["A", "B", "مسعود"]),
    lang=st.sampled_from(["eng", "prs"]),
    script=st.just("Latn"),
    kind=st.sampled_from(["alias", "short"]),
    status=st.sampled_from(["listed", "attested"]),
    when=WHEN,
    source=st.sampled_from([None, "src:s"]),
    origin=st.sampled_from(["x.yml:1", "y.yml:2"]),
)
NAME_LISTS = st.lists(NAMES, min_size=1, max_size=3, unique_by=lambda name: (name.form, name.lang, name.when)).map(
    lambda names: (replace(names[0], kind="canonical"), *names[1:])
)
SOURCES = st.builds(Source, id=st.just(""), title=st.sampled_from(["S", "T"]), kind=st.just("book"), confidence=SHARES)
LEXEMES = st.builds(
    Lexeme,
    id=st.sampled_from(["lex:l", "lex:m"]),
    kind=st.sampled_from(["title", "nisba"]),
    forms=st.lists(st.tuples(st.just("eng"), st.sampled_from("AB")), unique=True).map(tuple),
    means=st.sampled_from([None, "per:a", "a word"]),
)


@st.composite
def entities(draw: st.DrawFn) -> Mapping[str, Entity]:
    """Some of the entities, which may have been others before; a former id is nobody's now and nobody else's."""
    live = draw(st.lists(st.sampled_from(IDS), min_size=1, unique=True))
    former = {each: draw(st.none() | st.sampled_from(live)) for each in [*IDS, "per:z"] if each not in live}
    return {
        each: Entity(
            id=each,
            schema=draw(st.sampled_from(["Person", "Party"])),
            names=draw(NAME_LISTS),
            about=draw(st.sampled_from(["", "x"])),
            lifespan=draw(WHEN),
            different_from=tuple(draw(st.lists(st.sampled_from(live), max_size=2, unique=True))),
            former_ids=tuple(old for old, bearer in former.items() if bearer == each),
        )
        for each in live
    }


@st.composite
def claims(draw: st.DrawFn, live: list[str]) -> Claim:
    target = draw(st.none() | st.sampled_from(live))
    claim = Claim(
        id=draw(st.sampled_from(["", "", "", "c1", "c2"])),
        subject=draw(st.sampled_from(live)),
        relation=draw(st.sampled_from(["fought", "member_of"])),
        source=draw(st.sampled_from(["src:s", "src:t"])),
        object=target,
        value=None if target else draw(st.sampled_from(["v", "w"])),
        when=draw(WHEN),
        place=draw(st.none() | st.sampled_from(live)),
        attribution=tuple(draw(st.lists(st.sampled_from([*live, "who"]), max_size=2))),
        modality=draw(st.sampled_from(["asserted", "denied"])),
        confidence=draw(SHARES),
        quantity=draw(st.none() | st.just(Quantity(comparator="~", value=3000, unit="men"))),
        note=draw(SOME),
    )
    return claim if claim.id else named(claim)


def named(claim: Claim) -> Claim:
    """The claim with the id that the loader gives it."""
    words = [claim.subject, claim.relation, claim.object or "-", *([claim.when.text] if claim.when else [])]
    return replace(claim, id=f"{' '.join(words)} @{claim.source.removeprefix('src:')}")


@st.composite
def contents(draw: st.DrawFn) -> Contents:
    live = draw(entities())
    return Contents(
        entities=live,
        sources={each: replace(draw(SOURCES), id=each) for each in ("src:s", "src:t")},
        claims={each.id: each for each in draw(st.lists(claims(sorted(live)), max_size=6))},
        relations={each: relation_types()[each] for each in ("fought", "member_of")},
        schemas={each: schemas()[each] for each in ("Person", "Party", "Media", "Organization")},
        titles=draw(st.sampled_from([(), ("T",), ("U",)])),
        lexicon={each.id: each for each in draw(st.lists(LEXEMES, max_size=2))},
    )


def shuffled(draw: Callable[..., Any], packs: Contents) -> Contents:
    """The same in another order, from other files."""

    def mixed(entries: Mapping[str, Any]) -> dict[str, Any]:
        return {each: replace(entries[each], origin="z.yml:9") for each in draw(st.permutations(sorted(entries)))}

    turned = {
        each.id: replace(
            each,
            names=tuple(draw(st.permutations(each.names))),
            different_from=each.different_from[::-1],
            former_ids=each.former_ids[::-1],
        )
        for each in packs.entities.values()
    }
    lexicon = {each.id: replace(each, forms=each.forms[::-1]) for each in packs.lexicon.values()}
    return replace(
        packs,
        entities=mixed(turned),
        sources=mixed(packs.sources),
        claims=mixed(packs.claims),
        lexicon=mixed(lexicon),
    )


@given(st.data(), contents())
def test_a_pack_against_itself_in_any_order_has_no_change(data: st.DataObject, packs: Contents) -> None:
    assert list(diff(packs, packs)) == []
    assert list(diff(packs, shuffled(data.draw, packs))) == []


@settings(max_examples=300)
@given(contents(), contents())
def test_the_way_back_is_the_way_there_turned_round(old: Contents, new: Contents) -> None:
    there, back = diff(old, new), diff(new, old)
    assert back == there.turned()
    assert str(back) == str(there.turned())
    swapped = {"added": "removed", "removed": "added", "merged": "split", "split": "merged"}
    assert sorted(each.how for each in back) == sorted(swapped.get(each.how, each.how) for each in there)


@given(st.data(), contents(), contents())
def test_order_changes_nothing_in_what_is_said(data: st.DataObject, old: Contents, new: Contents) -> None:
    told = [str(each) for each in diff(old, new)]
    assert [str(each) for each in diff(shuffled(data.draw, old), shuffled(data.draw, new))] == told


@settings(max_examples=300)
@given(contents(), contents())
def test_no_change_means_the_same_facts(old: Contents, new: Contents) -> None:
    """The plain reference: everything as text, sorted; where two packs differ in it, some change is told."""
    assert (len(diff(old, new)) == 0) is (facts(old) == facts(new))


def facts(packs: Contents) -> list[str]:
    parts = [packs.entities, packs.sources, packs.claims, packs.lexicon]
    return [str(packs.titles), *sorted(flat(each) for part in parts for each in part.values())]


def flat(value: Any) -> str:
    """A value as text; lists sorted, but for the chain of speakers."""
    told = []
    for each in fields(value):
        held = getattr(value, each.name)
        if each.name == "origin":
            continue
        if isinstance(held, tuple) and each.name != "attribution":
            held = sorted(flat(one) if isinstance(one, Name) else str(one) for one in held)
        told.append(f"{each.name}={held.text if isinstance(held, Interval) else held}")
    return "; ".join(told)


@given(st.data(), contents())
def test_one_field_of_one_claim_is_one_change(data: st.DataObject, old: Contents) -> None:
    assume(old.claims)
    claim = data.draw(st.sampled_from(sorted(old.claims.values(), key=lambda each: each.id)))
    field, value = data.draw(
        st.sampled_from(
            [("modality", "alleged"), ("confidence", 0.1), ("note", "z"), ("when", parse_interval("2000/2001"))]
        )
    )
    changed: Claim = replace(claim, **{field: value})  # type: ignore[arg-type]
    if claim == named(claim):
        changed = named(changed)
    assume(changed.id == claim.id or changed.id not in old.claims)
    others = {each: old.claims[each] for each in old.claims if each != claim.id}
    [change] = diff(old, replace(old, claims={**others, changed.id: changed}))
    assert (change.what, change.how) == ("claim", "changed")
    assert {each.field for each in change.fields} <= {field, "start", "end"}
    [gone] = diff(old, replace(old, claims=others))
    assert (gone.what, gone.how, gone.entry.id) == ("claim", "removed", claim.id)


@given(st.data(), contents())
def test_one_field_of_one_entity_source_or_name_is_one_change(data: st.DataObject, old: Contents) -> None:
    entity = data.draw(st.sampled_from(sorted(old.entities.values(), key=lambda each: each.id)))
    field, value = data.draw(st.sampled_from([("about", "z"), ("qid", "Q1"), ("iso", "AF"), ("schema", "Media")]))
    [change] = diff(old, with_entity(old, replace(entity, **{field: value})))  # type: ignore[arg-type]
    assert (change.what, change.how, [each.field for each in change.fields]) == ("entity", "changed", [field])
    name = Name(form="Новый", lang="rus", script="Cyrl")
    [added] = diff(old, with_entity(old, replace(entity, names=(*entity.names, name))))
    assert (added.what, added.how) == ("name", "added")
    nickname = replace(entity.names[0], kind="nickname")
    [one] = diff(old, with_entity(old, replace(entity, names=(nickname, *entity.names[1:]))))
    assert (one.what, one.how, [each.field for each in one.fields]) == ("name", "changed", ["kind"])
    source = replace(old.sources["src:s"], url="https://example.org")
    [moved] = diff(old, replace(old, sources={**old.sources, "src:s": source}))
    assert str(moved) == "src:s: url + https://example.org"


def with_entity(packs: Contents, entity: Entity) -> Contents:
    return replace(packs, entities={**packs.entities, entity.id: entity})


@given(st.data(), contents())
def test_a_rename_is_one_change_however_often_the_entity_is_named(data: st.DataObject, old: Contents) -> None:
    gone = data.draw(st.sampled_from(sorted(old.entities)))

    def new_id(each: Any) -> Any:
        return "per:new" if each == gone else each

    def renamed(entity: Entity) -> Entity:
        former = (*entity.former_ids, gone) if entity.id == gone else entity.former_ids
        others = tuple(map(new_id, entity.different_from))
        return replace(entity, id=new_id(entity.id), former_ids=former, different_from=others)

    def told(claim: Claim) -> Claim:
        changed = replace(
            claim,
            subject=new_id(claim.subject),
            object=new_id(claim.object),
            place=new_id(claim.place),
            attribution=tuple(map(new_id, claim.attribution)),
        )
        return named(changed) if claim == named(claim) else changed

    new = replace(
        old,
        entities={each.id: each for each in map(renamed, old.entities.values())},
        claims={each.id: each for each in map(told, old.claims.values())},
        lexicon={each.id: replace(each, means=new_id(each.means)) for each in old.lexicon.values()},
    )
    [change] = diff(old, new)
    assert str(change) == f"entity renamed: {gone} -> per:new"
    assert str(change.turned()) == f"entity renamed: per:new -> {gone}"
