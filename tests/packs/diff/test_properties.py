"""What must hold of every two packs: order means nothing, the way back is the way there, one edit is one change.

hypothesis draws the seeds, and packs grow from them: drawn value by value they would take most of the time.
"""

from collections.abc import Mapping
from dataclasses import fields, replace
from random import Random
from typing import Any, TypeVar

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from afgraph.dates import Interval, parse_interval
from afgraph.model import Claim, Contents, Entity, Lexeme, Name, Quantity, Source
from afgraph.packs.diff import diff
from afgraph.packs.read_vocabulary import relation_types, schemas

IDS = ["per:a", "per:b", "org:c", "org:d"]
TIMES = ["/", "1992", "1992/1993", "1992/", "/1993", "1994-02/..", "1990~/1996-05"]
SHARES = [None, 0.5, 0.9]
RELATIONS = {each: relation_types()[each] for each in ("fought", "member_of")}
SCHEMAS = {each: schemas()[each] for each in ("Person", "Party", "Media", "Organization")}

Value = TypeVar("Value")


def when(draw: Random) -> Interval | None:
    return draw.choice([None, *map(parse_interval, TIMES)])


def some(draw: Random, values: list[Value], most: int) -> list[Value]:
    return draw.sample(values, draw.randint(0, min(most, len(values))))


def names(draw: Random) -> tuple[Name, ...]:
    """One to three names, no two alike; the first is the canonical one, as the loader makes it."""
    drawn = [
        Name(
            form=draw.choice(["A", "B", "مسعود"]),
            lang=draw.choice(["eng", "prs"]),
            script="Latn",
            kind=draw.choice(["alias", "short"]),
            status=draw.choice(["listed", "attested"]),
            when=when(draw),
            source=draw.choice([None, "src:s"]),
            origin=draw.choice(["x.yml:1", "y.yml:2"]),
        )
        for _ in range(draw.randint(1, 3))
    ]
    first, *rest = {(each.form, each.lang, each.when): each for each in drawn}.values()
    return replace(first, kind="canonical"), *rest


def entities(draw: Random) -> dict[str, Entity]:
    """Some of the entities, which may have been others before; a former id is nobody's now and nobody else's."""
    live = draw.sample(IDS, draw.randint(1, len(IDS)))
    former = {each: draw.choice([None, *live]) for each in [*IDS, "per:z"] if each not in live}
    return {
        each: Entity(
            id=each,
            schema=draw.choice(["Person", "Party"]),
            names=names(draw),
            about=draw.choice(["", "x"]),
            lifespan=when(draw),
            different_from=tuple(some(draw, live, 2)),
            former_ids=tuple(old for old, bearer in former.items() if bearer == each),
        )
        for each in live
    }


def claim_among(draw: Random, live: list[str]) -> Claim:
    target = draw.choice([None, *live])
    claim = Claim(
        id=draw.choice(["", "", "", "c1", "c2"]),
        subject=draw.choice(live),
        relation=draw.choice(["fought", "member_of"]),
        source=draw.choice(["src:s", "src:t"]),
        object=target,
        value=None if target else draw.choice(["v", "w"]),
        when=when(draw),
        place=draw.choice([None, *live]),
        attribution=tuple(some(draw, [*live, "who"], 2)),
        modality=draw.choice(["asserted", "denied"]),
        confidence=draw.choice(SHARES),
        quantity=draw.choice([None, Quantity(comparator="~", value=3000, unit="men")]),
        note=draw.choice([None, "x", "y"]),
    )
    return claim if claim.id else named(claim)


def named(claim: Claim) -> Claim:
    """The claim with the id that the loader gives it."""
    words = [claim.subject, claim.relation, claim.object or "-", *([claim.when.text] if claim.when else [])]
    return replace(claim, id=f"{' '.join(words)} @{claim.source.removeprefix('src:')}")


def grown(seed: int) -> Contents:
    """The contents that grow from a seed."""
    draw = Random(seed)  # noqa: S311 - no secret
    live = entities(draw)
    sources = [
        Source(id=each, title=draw.choice("ST"), kind="book", confidence=draw.choice(SHARES))
        for each in ("src:s", "src:t")
    ]
    lexemes = [
        Lexeme(
            id=each,
            kind=draw.choice(["title", "nisba"]),
            forms=tuple(some(draw, [("eng", "A"), ("eng", "B")], 2)),
            means=draw.choice([None, min(live), "a word"]),
        )
        for each in some(draw, ["lex:l", "lex:m"], 2)
    ]
    return Contents(
        entities=live,
        sources={each.id: each for each in sources},
        claims={each.id: each for each in (claim_among(draw, sorted(live)) for _ in range(draw.randint(0, 6)))},
        relations=RELATIONS,
        schemas=SCHEMAS,
        titles=draw.choice([(), ("T",), ("U",)]),
        lexicon={each.id: each for each in lexemes},
    )


SEEDS = st.integers(0, 2**32)
PACKS = SEEDS.map(grown)


def shuffled(seed: int, packs: Contents) -> Contents:
    """The same in another order, from other files."""
    draw = Random(seed)  # noqa: S311 - no secret

    def mixed(values: tuple[Value, ...]) -> tuple[Value, ...]:
        return tuple(draw.sample(values, len(values)))

    def moved(entries: Mapping[str, Any]) -> dict[str, Any]:
        return {each: replace(entries[each], origin="z.yml:9") for each in mixed(tuple(entries))}

    turned = {
        each.id: replace(
            each,
            names=mixed(each.names),
            different_from=mixed(each.different_from),
            former_ids=mixed(each.former_ids),
        )
        for each in packs.entities.values()
    }
    lexicon = {each.id: replace(each, forms=mixed(each.forms)) for each in packs.lexicon.values()}
    return replace(
        packs,
        entities=moved(turned),
        sources=moved(packs.sources),
        claims=moved(packs.claims),
        lexicon=moved(lexicon),
    )


@given(SEEDS, PACKS)
def test_a_pack_against_itself_in_any_order_has_no_change(seed: int, packs: Contents) -> None:
    assert list(diff(packs, packs)) == []
    assert list(diff(packs, shuffled(seed, packs))) == []


@settings(max_examples=400)
@given(PACKS, PACKS)
def test_the_way_back_is_the_way_there_turned_round(old: Contents, new: Contents) -> None:
    there, back = diff(old, new), diff(new, old)
    assert back == there.turned()
    assert str(back) == str(there.turned())
    swapped = {"added": "removed", "removed": "added", "merged": "split", "split": "merged"}
    assert sorted(each.how for each in back) == sorted(swapped.get(each.how, each.how) for each in there)


@given(SEEDS, PACKS, PACKS)
def test_order_changes_nothing_in_what_is_said(seed: int, old: Contents, new: Contents) -> None:
    told = [str(each) for each in diff(old, new)]
    assert [str(each) for each in diff(shuffled(seed, old), shuffled(seed + 1, new))] == told


@settings(max_examples=400)
@given(PACKS, PACKS)
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


@given(st.data(), PACKS)
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


@given(st.data(), PACKS)
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


@given(st.data(), PACKS)
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
