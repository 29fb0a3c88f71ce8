"""Mentions in running text: which, how far, and whom they mean."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

import afgraph as af
from afgraph import Resolver, link

_SON, _FATHER = "per:ahmad-massoud", "per:ahmad-shah-massoud"
_PIECES = st.one_of(
    st.sampled_from(["Ahmad Massoud", "Massoud", "Kabul", "کابل", "احمد\u200cشاه مسعود", "Дустум", "US", "us", "khan"]),
    st.sampled_from(["Abdul Qadir", "Mezar-i Şerif", "Dostum’a", "Emrullah Salih'in", "Parwan province", "John Smith"]),
    st.sampled_from(["<b>", "class=“x”", "Share this", "\u202e", "\u2067", "\u2069", "😀", "\ufeff", "\u2028"]),
    st.sampled_from([" ", "\n", ". ", ", ", "-", "\u200c", "'", "\u0301"]),
    st.text(max_size=6),
)


@given(pieces=st.lists(_PIECES, max_size=14), date=st.sampled_from([None, "1996", "2021-08-24"]))
def test_every_mention_slices_back_to_its_text_and_none_overlap(
    kg: af.KnowledgeGraph, pieces: list[str], date: str | None
) -> None:
    text = "".join(pieces)
    linked = kg.link(text, date=date)
    assert linked.text == text
    at = 0
    for mention in linked.mentions:
        assert at <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        assert mention.id == mention.resolution.id
        at = mention.end
    assert kg.link(text, date=date) == linked


def _found(kg: af.KnowledgeGraph, text: str, date: str | None = "2021-08-24") -> list[tuple[str, str]]:
    return [(mention.text, mention.id or mention.resolution.outcome) for mention in kg.link(text, date=date).mentions]


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("", []),
        (" \n\u200c", []),
        ("Ahmad Massoud spoke.", [("Ahmad Massoud", _SON)]),
        ("Ahmad Shah Massoud fell.", [("Ahmad Shah Massoud", _FATHER)]),
        ("Ahmad-Shah Massoud", [("Ahmad-Shah Massoud", _FATHER)]),
        ("Ahmad\u200cShah\u200cMassoud", [("Ahmad\u200cShah\u200cMassoud", _FATHER)]),
        ("در احمد\u200cشاه مسعود بود", [("احمد\u200cشاه مسعود", _FATHER)]),
        ("they told us that a khan came", []),
        ("Then Balkh fell. The Herat road", [("Balkh", "plc:balkh"), ("Herat", "plc:herat")]),
        ("the Kabulis of kabul", []),
        ("Kabul,Kabul/Herat", [("Kabul", "plc:kabul"), ("Kabul", "plc:kabul"), ("Herat", "plc:herat")]),
        ("😀Kabul😀", [("Kabul", "plc:kabul")]),
        ("\u2067کابل\u2069", [("کابل", "plc:kabul")]),
        ("in Kabul\u0301.", [("Kabul\u0301", "plc:kabul")]),
        ("Parwan province", [("Parwan province", "plc:parwan")]),
        ("the city of Herat", [("Herat", "plc:herat-city")]),
        ("in Parwan province, the city of Herat", [("Parwan province", "plc:parwan"), ("Herat", "plc:herat-city")]),
        ("Kabul Province", [("Kabul Province", "plc:kabul-province")]),
        ("Abdul Qadir came", [("Abdul Qadir", "ambiguous")]),
        ("met John Smith there", [("John Smith", "nil")]),
    ],
)
def test_the_longest_listed_name_between_word_boundaries_is_found(
    kg: af.KnowledgeGraph, text: str, mentions: list[tuple[str, str]]
) -> None:
    assert _found(kg, text) == mentions


def test_a_name_counts_with_its_capitals_only() -> None:
    resolver = Resolver.from_names({"u": ["US"], "k": ["Khan"], "c": ["кабул"], "i": ["Дустум"]})
    found = link("The US told us of a khan, Us Khan; кабул, Кабул, дустум.", resolver).mentions
    assert [mention.text for mention in found] == ["US", "Khan", "кабул", "Кабул"]


@pytest.mark.parametrize("apostrophe", ["'", "’"])
@pytest.mark.parametrize(
    ("stem", "suffix", "entity"),
    [
        ("Emrullah Salih", "in", "per:amrullah-saleh"),
        ("Dostum", "a", "per:abdul-rashid-dostum"),
        ("Kabil", "de", "plc:kabul"),
    ],
)
def test_a_turkish_suffix_behind_an_apostrophe_is_no_part_of_the_name(
    kg: af.KnowledgeGraph, stem: str, apostrophe: str, suffix: str, entity: str
) -> None:
    assert _found(kg, f"Dün {stem}{apostrophe}{suffix} geldi") == [(stem, entity)]


@pytest.mark.parametrize("short", ["Massoud", "Masood", "Mesud", "Masud", "Mas'ud", "Massood", "Massud"])
def test_a_short_form_is_carried_from_the_full_name_though_spelled_otherwise(kg: af.KnowledgeGraph, short: str) -> None:
    assert _found(kg, f"Ahmad Massoud spoke. Then {short} left.")[-1] == (short, _SON)
    assert _found(kg, f"Ahmad Shah Massoud ruled. Then {short} left.", "1996")[-1] == (short, _FATHER)


def test_a_surname_that_nobody_listed_is_carried() -> None:
    resolver = Resolver.from_names({"q": ["Karim Zhoblani"]})
    found = link("Karim Zhoblani spoke. On Friday Joblani left, Karim stayed.", resolver).mentions
    assert [(mention.text, mention.id, mention.how) for mention in found] == [
        ("Karim Zhoblani", "q", "listed"),
        ("Joblani", "q", "carried"),
    ]


@pytest.mark.parametrize("word", ["Mullah", "Mohammad", "Ahmad", "General", "District"])
def test_a_title_or_a_name_that_many_have_stands_for_nobody(word: str) -> None:
    resolver = Resolver.from_names({"q": [f"Abdul {word} Zhoblani"]})
    found = link(f"Abdul {word} Zhoblani spoke. Then the {word} left, and Joblani stayed.", resolver).mentions
    assert [(mention.text, mention.how) for mention in found if mention.id] == [
        (f"Abdul {word} Zhoblani", "listed"),
        ("Joblani", "carried"),
    ]


@pytest.mark.parametrize(("date", "entity"), [("2021-08-24", _SON), ("1996", _FATHER), (None, "ambiguous")])
def test_the_date_decides_between_father_and_son(kg: af.KnowledgeGraph, date: str | None, entity: str) -> None:
    assert _found(kg, "Then Massoud left.", date) == [("Massoud", entity)]


def test_a_dead_father_named_in_full_is_whom_the_short_form_means(kg: af.KnowledgeGraph) -> None:
    text = "Ahmad Shah Massoud was killed. Massoud was a commander."
    assert _found(kg, text, "2001-09-20") == [("Ahmad Shah Massoud", _FATHER), ("Massoud", _FATHER)]


def test_where_both_are_named_the_date_decides(kg: af.KnowledgeGraph) -> None:
    text = "Ahmad Shah Massoud was killed in 2001. His son Ahmad Massoud spoke. Massoud left."
    assert [entity for _, entity in _found(kg, text)] == [_FATHER, _SON, _SON]


@pytest.mark.parametrize(
    "line", ["<a href='x'>Kabul</a>", 'class="Kabul"', "Share this: Kabul", "{ Kabul: 1 }", "Post a comment on Kabul"]
)
def test_nothing_is_linked_in_a_line_of_markup_or_furniture(kg: af.KnowledgeGraph, line: str) -> None:
    linked = kg.link(f"In Herat.\n{line}\nIn Balkh.")
    assert [mention.text for mention in linked.mentions] == ["Herat", "Balkh"]


def test_a_text_links_against_any_list_of_names() -> None:
    linked = link("Zed is in Ypsilon.", Resolver.from_names({"z": "Zed", "y": "Ypsilon"}))
    assert [mention.id for mention in linked.mentions] == ["z", "y"]
    assert [entity.id for entity in linked.entities] == ["z", "y"]
    assert link("Zed", Resolver.from_names({})).mentions == ()


_HOSTILE = {
    "one letter": "a" * 100_000,
    "one capital": "A" * 100_000,
    "marks": "a" + "\u0301" * 100_000,
    "marks alone": "\u0301" * 100_000,
    "capitals": "A " * 29_999,
    "initials": "A." * 29_999,
    "one capital word": "QX " * 29_999,
    "hyphens": "Ahmad-" * 16_000,
    "apostrophes": "a'" * 29_999,
    "joiners": "\u200c" * 100_000,
    "short lines of code": "{a\n" * 29_999,
    "tags": "<a" * 29_999,
    "a long lower line": ("a" * 499 + "\n") * 200,
    "one name": "Massoud " * 12_500,
}


@pytest.mark.parametrize("text", _HOSTILE.values(), ids=_HOSTILE.keys())
def test_hostile_text_is_read_in_about_a_second(kg: af.KnowledgeGraph, text: str) -> None:
    kg.link("Emrulah Salehi met Zamburak Toqqalbek")  # what is near and far is built on first use
    start = time.process_time()
    kg.link(text, date="2021-08-24")
    assert time.process_time() - start < 3


def test_a_listed_name_may_be_broken_over_two_lines_but_not_over_a_paragraph(kg: af.KnowledgeGraph) -> None:
    assert [each.text for each in kg.link("met Ahmad Shah\nMassoud in 1994").mentions] == ["Ahmad Shah\nMassoud"]
    assert "Ahmad Shah\n\nMassoud" not in [each.text for each in kg.link("met Ahmad Shah\n\nMassoud").mentions]
