import pickle

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from afgraph.dates import Date, Interval, parse_interval
from afgraph.model import Claim, Contents, Entity, Lexeme, Name, Quantity, Source
from afgraph.packs import load_contents
from afgraph.packs.compiled import from_bytes, to_bytes
from afgraph.packs.read_vocabulary import relation_types, schemas

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
SOME = st.none() | TEXTS
DATES = st.builds(Date, text=TEXTS, earliest=st.integers(1, 3_000_000), latest=st.integers(1, 3_000_000))
INTERVALS = st.none() | st.builds(
    Interval,
    text=TEXTS,
    start=st.none() | DATES,
    end=st.none() | DATES,
    open_start=st.booleans(),
    open_end=st.booleans(),
)
LISTS = st.lists(TEXTS, max_size=2).map(tuple)
NAMES = st.builds(Name, form=TEXTS, lang=TEXTS, script=TEXTS, when=INTERVALS, source=SOME, phonemes=SOME)
ENTITIES = st.builds(
    Entity,
    id=TEXTS,
    schema=TEXTS,
    names=st.lists(NAMES, max_size=2).map(tuple),
    about=TEXTS,
    lifespan=INTERVALS,
    qid=SOME,
    iso=SOME,
    geonames=SOME,
    different_from=LISTS,
    former_ids=LISTS,
    origin=TEXTS,
)
SHARES = st.none() | st.floats(0, 1)
SOURCES = st.builds(Source, id=TEXTS, title=TEXTS, kind=st.just("book"), url=SOME, published=SOME, confidence=SHARES)
QUANTITIES = st.builds(Quantity, comparator=st.sampled_from(["=", "~", ">="]), value=st.floats(0, 1e15), unit=TEXTS)
CLAIMS = st.builds(
    Claim,
    id=TEXTS,
    subject=TEXTS,
    relation=TEXTS,
    source=TEXTS,
    object=SOME,
    value=SOME,
    when=INTERVALS,
    attribution=LISTS,
    modality=st.sampled_from(["asserted", "denied"]),
    confidence=SHARES,
    quantity=st.none() | QUANTITIES,
    cue=SOME,
)
LEXEMES = st.builds(
    Lexeme,
    id=TEXTS,
    kind=st.sampled_from(["title", "nisba"]),
    forms=st.lists(st.tuples(TEXTS, TEXTS), max_size=2).map(tuple),
    means=SOME,
    note=SOME,
)


@st.composite
def contents(draw: st.DrawFn) -> Contents:
    return Contents(
        entities={each.id: each for each in draw(st.lists(ENTITIES, max_size=2))},
        sources={each.id: each for each in draw(st.lists(SOURCES, max_size=2))},
        claims={each.id: each for each in draw(st.lists(CLAIMS, max_size=2))},
        relations=relation_types(),
        schemas=schemas(),
        titles=draw(LISTS),
        lexicon={each.id: each for each in draw(st.lists(LEXEMES, max_size=2))},
    )


@given(contents())
def test_contents_come_back_as_they_were(written: Contents) -> None:
    assert from_bytes(to_bytes(written)) == written


def test_the_shipped_pack_comes_back_as_it_was() -> None:
    shipped = load_contents(["afghanistan"], cache=False)
    read = from_bytes(to_bytes(shipped))
    assert read == shipped
    assert list(read.claims) == list(shipped.claims)


def test_values_are_decoded_when_they_are_asked_for_and_survive_pickling() -> None:
    shipped = load_contents(["afghanistan"], cache=False)
    entities = from_bytes(to_bytes(shipped)).entities
    assert entities["plc:kabul"] is entities["plc:kabul"]
    assert pickle.loads(pickle.dumps(entities)) == shipped.entities  # noqa: S301 - our own bytes
    with pytest.raises(KeyError):
        entities["plc:nowhere"]


PARTS = ["entities", "sources", "claims", "lexicon", "titles"]
EMPTY: dict[str, object] = {**{part: {} for part in PARTS}, "titles": []}
WRONG: list[object] = [1, [], {"a": 1}, {"a": ["x"]}]
FOREIGN: list[object] = [
    None,
    7,
    "x",
    [],
    {},
    {part: EMPTY[part] for part in PARTS[1:]},
    *({**EMPTY, part: wrong} for part in PARTS[:4] for wrong in WRONG),
    {**EMPTY, "titles": 1},
    {**EMPTY, "titles": [1]},
]


@pytest.mark.parametrize("stored", FOREIGN)
def test_what_is_no_compiled_pack_is_refused(stored: object) -> None:
    with pytest.raises(ValueError, match="no compiled pack"):
        from_bytes(msgspec.msgpack.encode(stored))


@example(b"\x81\xa5\x00\x00\x00\x00\x80")  # a key that is not UTF-8
@given(st.binary(max_size=200))
def test_arbitrary_bytes_are_refused(body: bytes) -> None:
    with pytest.raises(ValueError, match="no compiled pack"):
        from_bytes(body)


def test_a_value_of_the_wrong_type_is_refused_when_it_is_asked_for() -> None:
    body = msgspec.msgpack.encode({**EMPTY, "entities": {"per:a": msgspec.msgpack.encode({"id": 1})}})
    with pytest.raises(ValueError, match="no compiled Entity"):
        from_bytes(body).entities["per:a"]


def test_an_interval_keeps_the_days_of_its_ends() -> None:
    when = parse_interval("1985~/..")
    entity = Entity(id="org:a", schema="Party", names=(), lifespan=when)
    written = Contents(entities={"org:a": entity}, sources={}, claims={}, relations={}, schemas={})
    assert from_bytes(to_bytes(written)).entities["org:a"].lifespan == when
