"""What is compiled gives what its source gives when it runs as it is."""

import sys
from array import array
from functools import cache
from importlib import import_module
from importlib.machinery import EXTENSION_SUFFIXES, SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from itertools import accumulate, chain
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afgraph.data import read_table
from afgraph.matching.scoring.features import FEATURES
from afgraph.matching.search.candidates import Candidates
from afgraph.matching.words.sounds import KINDS, alphabet, costs, vowels
from afgraph.matching.words.tokens import Token, tokens
from afgraph.romanization.rules import VOWELS, rules, script
from afgraph.sections import Strings

Heard = tuple[tuple[bytes, float, bool], ...]

ROOT = Path(__file__).parents[2]
HOT = [
    "afgraph.matching.words.blanks",
    "afgraph.matching.search.candidates",
    "afgraph.matching.scoring.desk",
    "afgraph.matching.words.distance",
    "afgraph.matching.words.edits",
    "afgraph.matching.words.encoder",
    "afgraph.matching.scoring.facing",
    "afgraph.matching.search.finding",
    "afgraph.matching.words.grams",
    "afgraph.matching.arrays.keys",
    "afgraph.matching.search.leading",
    "afgraph.matching.words.likeness",
    "afgraph.matching.words.likes",
    "afgraph.matching.scoring.pairing",
    "afgraph.resolver.plain",
    "afgraph.matching.arrays.postings",
    "afgraph.matching.scoring.profile",
    "afgraph.matching.search.ready",
    "afgraph.recent",
    "afgraph.matching.scoring.score",
    "afgraph.matching.search.similar",
    "afgraph.matching.search.slips",
    "afgraph.matching.scoring.tally",
    "afgraph.matching.search.unspaced",
    "afgraph.matching.search.verbatim",
    "afgraph.matching.words.readings",
    "afgraph.matching.words.split",
    "afgraph.matching.words.tokens",
    "afgraph.matching.words.word_keys",
    "afgraph.romanization.graphemes",
    "afgraph.romanization.reader",
    "afgraph.romanization.shapes",
]
# What a module shares the insides of with others: they are taken from their sources together.
TOGETHER = {
    "afgraph.matching.words.blanks": ["afgraph.matching.arrays.keys"],
    "afgraph.matching.scoring.facing": [
        "afgraph.matching.scoring.profile",
        *(f"afgraph.matching.words.{each}" for each in ("distance", "edits", "readings")),
    ],
    "afgraph.matching.scoring.desk": [
        f"afgraph.matching.scoring.{each}" for each in ("facing", "pairing", "profile", "tally")
    ],
    "afgraph.matching.scoring.score": [
        f"afgraph.matching.scoring.{each}" for each in ("desk", "facing", "pairing", "profile")
    ],
    "afgraph.matching.words.grams": ["afgraph.matching.arrays.keys", "afgraph.matching.arrays.postings"],
    "afgraph.matching.words.likeness": [
        "afgraph.matching.arrays.keys",
        *(f"afgraph.matching.words.{each}" for each in ("distance", "edits", "likes", "readings", "word_keys")),
    ],
    "afgraph.matching.words.distance": ["afgraph.matching.words.readings"],
    "afgraph.matching.search.unspaced": ["afgraph.matching.arrays.keys"],
    "afgraph.matching.words.word_keys": ["afgraph.matching.arrays.keys"],
}  # fmt: skip

WORDS = [
    "ahmad",
    "shah",
    "massoud",
    "abu",
    "hamza",
    "bin",
    "khalil",
    "zad",
    "zalmay",
    "khalilzad",
    "احمد",
    "7",
    "a",
    "farida",
    "farid",
    "mullah",
    "ахмад",
]
SOUNDING = [word for word in WORDS if word not in {"shah", "bin", "abu", "mullah", "7", "a"}]  # compared by sound
NEEDED = [f"afgraph.matching.{each}" for each in ("words.likeness", "words.distance", "words.readings", "arrays.keys")]
CODES = st.binary(max_size=9).map(lambda raw: bytes(each % len(alphabet()) for each in raw))
COST = st.sampled_from([0.0, 0.05, 0.1, 0.35])
HEARD = st.lists(st.tuples(CODES.filter(bool), COST, st.booleans()), min_size=1, max_size=4).map(tuple)
GROUPS = st.lists(st.lists(st.tuples(st.sampled_from([1.0, 0.6, 0.25]), st.integers(0, 5)), max_size=4), max_size=4)
TABLES = st.sampled_from([("latn", "all"), ("latn", "tur"), ("latn", "deu"), ("arab", "all"), ("cyrl", "all")])


def compiled(name: str) -> bool:
    return any(str(import_module(name).__file__).endswith(suffix) for suffix in EXTENSION_SUFFIXES)


@cache
def plain(name: str) -> Any:
    """The module as its source has it."""
    path = ROOT / f"{name.replace('.', '/')}.py"
    loader = SourceFileLoader(f"plain_{path.stem}", str(path))
    spec = spec_from_loader(loader.name, loader)
    assert spec is not None
    module = module_from_spec(spec)
    with mock.patch.dict(sys.modules, {each: plain(each) for each in TOGETHER.get(name, ())}):
        loader.exec_module(module)
    return module


def both(name: str) -> tuple[Any, Any]:
    if not compiled(name):
        pytest.skip("nothing is compiled here")
    return import_module(name), plain(name)


@cache
def tables() -> tuple[Any, Any]:
    here, there = both("afgraph.matching.words.distance")
    kinds = [costs()[kind] for kind in KINDS]
    return here.Tables(kinds), there.Tables(kinds)


def letters() -> list[str]:
    found = {
        char
        for table in ("latn", "arab", "cyrl")
        for row in read_table(f"romanization/{table}.tsv")
        for char in row["grapheme"]
    }
    return sorted(found | {"ß", "ə", "0", "'"})


@pytest.mark.parametrize("name", HOT)
def test_what_is_compiled_is_not_older_than_its_source(name: str) -> None:
    if not compiled(name):
        pytest.skip("nothing is compiled here")
    made = Path(str(import_module(name).__file__))
    source = ROOT / f"{name.replace('.', '/')}.py"
    sources = [source, *([types] if (types := source.with_suffix(".pxd")).exists() else [])]
    old = [path.name for path in sources if made.is_relative_to(ROOT) and path.stat().st_mtime > made.stat().st_mtime]
    assert not old, "run python hatch_build.py"


@given(CODES, CODES, st.integers(0, 2), st.sampled_from([0.3, 1.0, 50.0]))
def test_the_distance_is_the_same_to_the_last_digit(one: bytes, other: bytes, kind: int, limit: float) -> None:
    here, there = tables()
    assert here.distance(one, other, kind, limit) == there.distance(one, other, kind, limit)


@given(st.lists(HEARD, min_size=3, max_size=3), st.sampled_from([0.3, 1.1]))
def test_words_cost_the_same_whole_and_joined(words: list[Heard], limit: float) -> None:
    whole, joined = [], []
    for module, table in zip(both("afgraph.matching.words.readings"), tables(), strict=True):
        one, other, third = (module.Readings([word]) for word in words)
        whole.append(table.cheapest(one, other, limit))
        joined.append(table.joined(one, 0, other, 0, third, 0, limit))
    assert whole[0] == whole[1]
    assert joined[0] == joined[1]


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12, unique=True), st.sampled_from(SOUNDING))
def test_the_same_words_are_alike(names: list[str], asked: str) -> None:
    listed = Candidates.among([tokens(name) for name in names]).vocabulary
    found = []
    words: list[Any] = [Token(asked), PlainWord(Token(asked))]
    for here, distance, readings, keys, word in zip(*map(both, NEEDED), words, strict=True):
        table = keys.KeyTable(*(listed.sections[f"key.{part}"] for part in ("hashes", "starts", "members")))
        heard = readings.readings_of(*listed.heard.parts)
        kinds = [costs()[kind] for kind in KINDS]
        likeness = here.Likeness(listed.words, heard, listed.sections["plain"], table, distance.Tables(kinds))
        like = likeness.like(word)
        further = likeness.further(word, like, list(range(len(listed.words))))
        found.append([each.pairs() for each in (like, likeness.same(word), further)])
    assert found[0] == found[1]


@given(GROUPS, st.lists(st.lists(st.integers(0, 9), unique=True), min_size=6, max_size=6), st.integers(1, 5))
def test_the_same_members_come_first(groups: list[list[tuple[float, int]]], rows: list[list[int]], most: int) -> None:
    here, there = both("afgraph.matching.arrays.postings")
    totals = [at / 4 for at in range(10)]
    for missed, over in ((0.25, 0.0), (0.0, 6.0)):
        found = [each.Postings(rows, totals).best(groups, most, missed, over) for each in (here, there)]
        assert found[0] == found[1]


@given(GROUPS, st.lists(st.lists(st.integers(0, 9), unique=True), min_size=6, max_size=6), st.integers(1, 5))
def test_the_same_members_lead(groups: list[list[tuple[float, int]]], rows: list[list[int]], most: int) -> None:
    starts, members = array("I", accumulate(map(len, rows), initial=0)), array("I", chain.from_iterable(rows))
    totals = array("d", [at / 4 for at in range(10)])
    here, there = (module.Leading(starts, members, totals) for module in both("afgraph.matching.search.leading"))
    for share in (0.0, 0.4, 0.0):
        assert here.near_best(groups, most, 0.25, share) == there.near_best(groups, most, 0.25, share)


@given(st.sampled_from(["k=", "s-", ""]), st.text(max_size=12))
def test_a_key_has_the_same_hash(kind: str, form: str) -> None:
    here, there = both("afgraph.matching.arrays.keys")
    assert here.hashed(kind, form) == there.hashed(kind, form)
    assert here.shortened(kind, form) == there.shortened(kind, form)
    assert here.shortened(kind, form) == [here.hashed(kind, form[:at] + form[at + 1 :]) for at in range(len(form))]


@given(st.lists(st.tuples(st.integers(1, 40), st.integers(0, 9)), max_size=60))
def test_the_same_numbers_are_under_a_key(pairs: list[tuple[int, int]]) -> None:
    keys, numbers = array("Q", [key << 32 | key for key, _ in pairs]), array("I", [number for _, number in pairs])
    for module in both("afgraph.matching.arrays.keys"):
        table = module.key_table(keys, numbers)
        for key in range(1, 45):
            assert table.under(key << 32 | key) == [number for one, number in pairs if one == key]
        found, asked = module.Gathering(table, 10), module.Keys()
        for key in (3, 44, 5, 3):
            asked.put(key << 32 | key)
        found.begin()
        found.add(asked)
        assert found.numbers() == list(dict.fromkeys(number for one in (3, 5) for key, number in pairs if key == one))


@given(st.lists(st.lists(st.integers(0, 4), max_size=5), max_size=6))
def test_rows_are_turned_into_columns_alike(named: list[list[int]]) -> None:
    starts = array("I", accumulate(map(len, named), initial=0))
    found = [
        module.inverted(starts, array("I", chain.from_iterable(named)), 5)
        for module in both("afgraph.matching.arrays.postings")
    ]
    assert found[0] == found[1]
    begin, members = found[0]
    assert [list(members[begin[row] : begin[row + 1]]) for row in range(5)] == [
        [at for at, each in enumerate(named) for number in each if number == row] for row in range(5)
    ]


@given(st.lists(st.text("abcش ", max_size=12), min_size=1, max_size=8), st.text("abcش ", min_size=1, max_size=12))
def test_the_same_names_differ_by_a_few_slips(names: list[str], asked: str) -> None:
    listed = Strings.of(names)
    for starts in (array("I", listed.starts), array("Q", listed.starts)):
        found = []
        for module in both("afgraph.matching.search.slips"):
            members = array("I", range(len(names)))
            marks = module.marks_of(listed.heap, starts, members)
            slips = module.Slips(listed.heap, starts, array("I", [0, len(names)]), members, marks)
            near = slips.near(asked.encode(), [0], 3, 7)
            found.append([near, [slips.between(asked.encode(), at) for at in range(len(names))]])
        assert found[0] == found[1]


NAME = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)


class PlainWord:
    """A word with its readings as the plain source holds them."""

    def __init__(self, word: Token) -> None:
        self.token = word
        self.heard = plain("afgraph.matching.words.readings").Readings(
            [[(each.codes, each.penalty, each.abjad) for each in word.sounds]]
        )

    def __getattr__(self, name: str) -> object:
        return getattr(self.token, name)


def likes_of(module: Any, costs: dict[int, float]) -> Any:
    """What costs by number say, in their order, as a module holds them."""
    found = module.Likes(len(costs))
    for number, cost in costs.items():
        found.put(number, cost)
    found.order()
    return found


@given(st.lists(NAME, min_size=1, max_size=5), NAME, st.booleans())
def test_names_score_the_same(names: list[str], asked: str, alone: bool) -> None:  # noqa: FBT001
    others = range(1 if alone else len(names))
    listed, query = Candidates.among([tokens(name) for name in names]), tokens(asked)
    vocabulary = listed.vocabulary
    parts = *vocabulary.columns, listed.sections["weights"], [0.5 - at / 9 for at in range(1 + len(FEATURES))]
    heard = plain("afgraph.matching.words.readings").readings_of(*vocabulary.heard.parts)
    here, there = both("afgraph.matching.scoring.score")
    asked_words: list[Any] = [PlainWord(word) for word in query]
    scorers = [
        (here.Scorer(vocabulary.words, *parts, vocabulary.heard, tables()[0], 24), list(query)),
        (there.Scorer([*map(PlainWord, vocabulary.words)], *parts, heard, tables()[1], 24), asked_words),
    ]
    found = []
    likes_name = "afgraph.matching.words.likes"
    for scorer, asked_by in scorers:
        likes = import_module(likes_name) if scorer is scorers[0][0] else plain(likes_name)
        links = [
            scorer.links(each, word.weight, likes_of(likes, dict(vocabulary.like(word))))
            for each, word in zip(asked_by, query, strict=True)
        ]
        places = list(range(len(names)))
        scores = scorer.guesses(links, places), scorer.scores(links, places, lambda _: others)
        found.append([*scores, scorer.best(links, places, None, None, True)])  # noqa: FBT003
    assert found[0] == found[1]


@given(st.text("abcшش", max_size=9), st.text("abcшش", max_size=9))
def test_letters_differ_the_same(one: str, other: str) -> None:
    here, there = (module.Edits() for module in both("afgraph.matching.words.edits"))
    assert here.turned(one, other) == there.turned(one, other)
    assert here.plain(one, other) == there.plain(one, other)


@given(st.text(st.sampled_from(letters()), min_size=1, max_size=12), st.booleans())
def test_a_word_is_known_by_the_same(word: str, inner: bool) -> None:  # noqa: FBT001
    here, there = (module.Token(word, inner=inner) for module in both("afgraph.matching.words.tokens"))
    names = [each.removeprefix("_") for each in Token.__slots__ if each != "_heard"]
    assert [getattr(here, each) for each in names] == [getattr(there, each) for each in names]


@given(st.text(st.sampled_from(letters()), max_size=12), TABLES)
def test_a_word_falls_into_the_same_graphemes(word: str, table: tuple[str, str]) -> None:
    here, there = both("afgraph.romanization.graphemes")
    known = rules(*table)
    pieces = [each.pieces(word, known, VOWELS, lambda *_: (("", 0.0),)) for each in (here, there)]
    assert pieces[0] == pieces[1]
    assert here.applying(word, known, VOWELS) == there.applying(word, known, VOWELS)
    assert here.single(word) == there.single(word)


@given(st.text(st.sampled_from(letters()), max_size=12), st.sampled_from(["latn", "arab", "cyrl"]))
def test_a_word_is_read_the_same(word: str, table: str) -> None:
    here, there = both("afgraph.romanization.reader")
    assert here.Reader(script(table)).read(word, None) == there.Reader(script(table)).read(word, None)


@given(st.lists(st.tuples(st.text(st.sampled_from("".join(alphabet()))), COST, st.booleans())), st.booleans())
def test_readings_become_the_same_numbers_and_skeletons(read: list[Any], inner: bool) -> None:  # noqa: FBT001
    here, there = both("afgraph.matching.words.encoder")
    places = {"a": "F", "d": "Q"}, {"y": "I"}, vowels(), "ie"
    encoders = [module.Encoder(alphabet(), *places) for module in (here, there)]
    assert encoders[0].sounds(read, inner) == encoders[1].sounds(read, inner)
    here, there = both("afgraph.romanization.shapes")
    shapes = [module.Shapes({"a": "a", "m": "mn"}, {"m": "mn", "d": "t", "t": "t"}) for module in (here, there)]
    assert shapes[0].of_all(read) == shapes[1].of_all(read)


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 9)), max_size=60), st.integers(1, 4))
def test_the_same_is_remembered(steps: list[tuple[bool, int]], most: int) -> None:
    found = []
    for module in both("afgraph.recent"):
        store = module.Recent[int, str](most)
        found.append([store.put(key, str(key)) if puts else store.get(key) for puts, key in steps])
    assert found[0] == found[1]


@given(st.lists(st.tuples(st.integers(0, 4), st.floats(-9, 9)), max_size=12), st.floats(-9, 9))
def test_the_same_findings_are_kept(taken: list[tuple[int, float]], least: float) -> None:
    found = []
    for module in both("afgraph.matching.search.finding"):
        kept = module.Findings()
        for at, log_odds in taken:
            kept.take(at, log_odds, None)
        found.append([[tuple(each) for each in kept.all()], kept.best, kept.odds, kept.slips, kept.reach(least)])
    assert found[0] == found[1]


@given(st.lists(HEARD, min_size=1, max_size=6), st.integers(1, 3))
def test_readings_taken_word_by_word_are_the_same(words: list[Heard], most: int) -> None:
    found = []
    for module in both("afgraph.matching.words.readings"):
        room = module.ReadingRoom(most)
        numbers = [room.add(word) for word in words]
        found.append([numbers, [room.readings.of(number) for number in numbers if number >= 0], room.readings.longest])
    assert found[0] == found[1]
