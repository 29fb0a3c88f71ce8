import time
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from afgraph.data import read_numbers
from afgraph.matching import NameIndex, compare_words
from afgraph.matching.words.tokens import joined, tokens
from afgraph.model import Name
from afgraph.packs import load_contents
from afgraph.text import name_key, script_of

EXACT = read_numbers("matching/exact.tsv")
FORMS = [
    "Ahmad Massoud",
    "Ahmad Shah Massoud",
    "احمد شاه مسعود",
    "Ахмад Масуд",
    "Burhanuddin Rabbani",
    "Gulbuddin Hekmatyar",
    "Pençşir",
    "Panjshir",
    "کابل",
    "Mullah Omar",
    "District 7",
]
QUERIES = [
    "Ahmed Mesut",
    "احمد مسعود",
    "Масуд",
    "Hikmatyar",
    "Burhan-ud-Din",
    "Panjsher",
    "Кабул",
    "Mulla Umar",
    "",
]


def listed(forms: list[str]) -> list[tuple[str, Name]]:
    return [(f"q{at}", Name(form=form, lang="und", script=script_of(form))) for at, form in enumerate(forms)]


INDEX = NameIndex(listed(FORMS))


@pytest.mark.parametrize("form", [*FORMS, "Weiß", "Mas'ud (junior)", "Ḥabīb"])
def test_a_name_is_spelled_as_its_form_is_but_for_case(form: str) -> None:
    entries = NameIndex(listed([form])).entries
    for at, entry in enumerate(entries):
        assert entries.spelling(at).casefold() == entry.form.casefold()
        assert joined(entries.spelling(at)).ways == joined(entry.form).ways


@cache
def shipped() -> list[tuple[str, Name]]:
    entities = load_contents(["afghanistan"]).entities.values()
    return [(entity.id, name) for entity in entities for name in entity.names]


@cache
def shipped_index() -> NameIndex:
    return NameIndex(shipped())


def _scan(query: str) -> dict[str, float]:
    """Log-odds by entity, from every entry compared."""
    words = tokens(query)
    compared = {entry.entity: compare_words(words, tokens(entry.name.form)) for entry in INDEX.entries}
    return {entity: found.log_odds_listed for entity, found in compared.items() if found is not None}


@pytest.mark.parametrize("query", [*QUERIES, *FORMS])
def test_similar_finds_what_a_scan_of_every_name_finds_likely(query: str) -> None:
    found = {hit.entry.entity: hit.log_odds for hit in INDEX.similar(query)}
    scanned = _scan(query)
    assert found == pytest.approx({entity: scanned[entity] for entity in found}, abs=1e-9)
    assert {entity for entity, log_odds in scanned.items() if log_odds > 0} <= found.keys()


@pytest.mark.parametrize("letter", ["x", "M", "ک", "А", "z."])
def test_a_single_letter_is_likely_nobody(letter: str) -> None:
    assert [hit for hit in INDEX.similar(letter) if hit.log_odds > 0] == []


@pytest.mark.parametrize("query", [*QUERIES, *FORMS])
def test_hits_come_best_first(query: str) -> None:
    log_odds = [hit.log_odds for hit in INDEX.similar(query)]
    assert log_odds == sorted(log_odds, reverse=True)


@given(st.lists(st.sampled_from(FORMS), unique=True), st.sampled_from(QUERIES), st.text(max_size=20))
@settings(deadline=None)
def test_a_name_added_never_raises_the_log_odds_of_another(forms: list[str], query: str, added: str) -> None:
    before = {hit.entry.entity: hit.log_odds for hit in NameIndex(listed(forms)).similar(query)}
    more = NameIndex([*listed(forms), ("new", Name(form=added, lang="und", script="Zyyy"))])
    after = {hit.entry.entity: hit.log_odds for hit in more.similar(query)}
    after.pop("new", None)
    assert {entity for entity, odds in after.items() if odds > before.get(entity, 99.0) + 1e-9} == set()


@pytest.mark.parametrize(
    ("text", "verbatim"),
    [("Pençşir", True), ("  pençşir ", True), ("Pencsir", False), ("Pençşir.", False), ("PENCSIR", False)],
)
def test_an_exact_hit_says_whether_it_is_written_alike(text: str, *, verbatim: bool) -> None:
    [hit] = INDEX.exact(text)
    assert hit.entry.name.form == "Pençşir"
    assert hit.how == ("verbatim" if verbatim else "folded")
    assert hit.log_odds == EXACT["verbatim" if verbatim else "folded"]
    assert hit.match is None


@pytest.mark.parametrize("text", ["", " ", "…", "😀", "ء", "\ud800", "\u0301"])
def test_a_text_without_letters_finds_nothing_even_where_such_a_name_is_listed(text: str) -> None:
    index = NameIndex(listed([text, "Kabul"]))
    assert index.exact(text) == []
    assert index.similar(text) == []


def test_every_shipped_spelling_finds_its_own_entity() -> None:
    index = shipped_index()
    lost = [
        (entity, name.form)
        for entity, name in shipped()
        if entity not in {hit.entry.entity for hit in index.exact(name.form)}
    ]
    assert lost == []


def test_a_shipped_spelling_is_found_by_sound_too() -> None:
    index = shipped_index()
    sample = shipped()[::30]
    lost = [
        (entity, name.form)
        for entity, name in sample
        if any(word.skeletons for word in tokens(name.form))
        and entity not in {hit.entry.entity for hit in index.similar(name.form)}
    ]
    assert lost == []


@pytest.mark.parametrize("form", ["Afganistan", "Afghanestan", "افغانستان", "Афганистан"])
def test_a_short_name_is_not_crowded_out_by_the_long_ones_that_hold_it(form: str) -> None:
    assert "plc:afghanistan" in {hit.entry.entity for hit in shipped_index().similar(form)}


def test_entries_are_kept_by_key() -> None:
    index = NameIndex(listed(["Kabul", "KABUL", "Kābul"]))
    assert [entry.entity for entry in index.listed("kabul")] == ["q0", "q1", "q2"]
    assert index.has_key("kabul")
    assert not index.has_key("Kabul")
    assert index.listed("herat") == []


@pytest.mark.parametrize(
    ("forms", "beginnings"),
    [([], set()), (["Kabul"], set()), (["Kabul", "احمد‌شاه مسعود", "احمد"], {"احمد", "احمد شاه"})],
)
def test_the_beginnings_of_names_of_several_words_are_kept(forms: list[str], beginnings: set[str]) -> None:
    assert NameIndex(listed(forms)).beginnings == beginnings


def test_a_carried_hit_keeps_the_full_name() -> None:
    hit = INDEX.carried("q0", "احمد مسعود")
    assert (hit.entry.entity, hit.entry.key) == ("q0", name_key("احمد مسعود"))
    assert (hit.entry.name.kind, hit.entry.name.script) == ("short", "Arab")
    assert hit.log_odds == EXACT["carried"]


HOSTILE = [
    "ab cd " * 2_000,
    "ahmad" * 2_000,
    "Ahmad Shah Massoud " * 500,
    "احمد شاه مسعود " * 700,
    "a" + "\u0301\u0323" * 5_000,
    "\ud800 ahmad \udfff" * 500,
    "😀 Massoud 👨‍👩‍👧",
    "\0\x1b[31m Massoud",
    "\u202eduossaM",
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:8]))
def test_hostile_texts_are_looked_up_in_no_time(text: str) -> None:
    index = shipped_index()
    index.similar("Kabul")
    before = time.process_time()
    index.exact(text)
    assert all(hit.log_odds < 12 for hit in index.similar(text))
    assert time.process_time() - before < 1
