"""Cues in each language: what relates two names, who says so, how firmly."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import afgraph as af
from afgraph.data import read_table
from afgraph.linking import Mention
from afgraph.linking.cues import Cue, find_cues
from afgraph.linking.cues.forms import relation_forms, speech_forms
from afgraph.linking.cues.sentences import sentences
from afgraph.packs.read_vocabulary import relation_types

NAMES = {
    "per:m": ["Massoud", "Mesud", "Масуд", "Масудом", "Масуда", "مسعود"],
    "per:d": ["Dostum", "Dustum", "Дустум", "Дустумом", "Дустума", "دوستم"],
    "org:t": ["Taliban", "Талибан", "طالبان"],
    "org:nrf": ["Resistance Front"],
    "org:i": ["Interfax", "Интерфакс", "اینترفکس"],
    "plc:k": ["Kabul", "Kabil", "Кабул", "Кабуле", "Кабула", "کابل"],
}
KINDS = {"per": "Person", "org": "Organization", "plc": "City"}

LISTED = re.compile("|".join(sorted((form for forms in NAMES.values() for form in forms), key=len, reverse=True)))


@pytest.fixture(scope="module")
def resolver() -> af.Resolver:
    rows = [{"id": each, "name": form, "type": KINDS[each[:3]]} for each, forms in NAMES.items() for form in forms]
    return af.Resolver.from_names(rows)


def _cues(text: str, resolver: af.Resolver) -> list[Cue]:
    """The cues between the listed names of a text, each found as it is listed: the linker has tests of its own."""
    mentions = [
        Mention(start=at.start(), end=at.end(), text=at[0], resolution=resolver.resolve(at[0]), how="listed")
        for at in LISTED.finditer(text)
    ]
    return find_cues(text, mentions)


def _related(text: str, resolver: af.Resolver) -> list[tuple[str, str, str]]:
    return [
        (subject.id or subject.text, cue.relation, target.id or target.text)
        for cue in _cues(text, resolver)
        if cue.kind == "relation"
        for subject in cue.subjects
        for target in cue.objects
    ]


@pytest.mark.parametrize(
    ("text", "related"),
    [
        ("Massoud met Dostum.", [("per:m", "met", "per:d")]),
        (
            "Massoud, the son of Dostum, fled to Kabul.",
            [("per:m", "child_of", "per:d"), ("per:m", "arrived_in", "plc:k")],
        ),
        ("Dostum's son Massoud left Kabul.", [("per:m", "child_of", "per:d"), ("per:m", "left", "plc:k")]),
        ("Massoud and Dostum attacked the Taliban.", [("per:m", "fought", "org:t"), ("per:d", "fought", "org:t")]),
        ("Massoud joined the Taliban.", [("per:m", "member_of", "org:t")]),
        ("The Taliban were defeated by Massoud.", [("org:t", "defeated_by", "per:m")]),
        (
            "Massoud met Dostum and then attacked the Taliban.",
            [("per:m", "met", "per:d"), ("per:m", "fought", "org:t")],
        ),
        ("The Resistance Front fell. Massoud, who stayed, leads the front.", [("per:m", "leads", "org:nrf")]),
        ("Massoud, after Dostum fled, allied with the Taliban.", [("per:m", "allied_with", "org:t")]),
        ("The anti-Taliban Massoud fought Dostum.", [("per:m", "fought", "per:d")]),
        ("Massoud appointed Dostum.", [("per:m", "", "per:d")]),
        ("Massoud called on Dostum to talk.", [("per:m", "", "per:d")]),
        ("Massoud called on Dostum, it is said, to send weapons.", [("per:m", "requested_support_from", "per:d")]),
        ("Massoud slept. Dostum met nobody.", []),
        ("Massoud traf sich mit Dostum in Kabul.", [("per:m", "met", "per:d")]),
        (
            "Massoud, der Sohn von Dostum, floh nach Kabul.",
            [("per:m", "child_of", "per:d"), ("per:m", "arrived_in", "plc:k")],
        ),
        ("Massoud schloss sich den Taliban an.", [("per:m", "member_of", "org:t")]),
        ("Massoud, le fils de Dostum, a quitté Kabul.", [("per:m", "child_of", "per:d"), ("per:m", "left", "plc:k")]),
        ("Massoud a rencontré Dostum.", [("per:m", "met", "per:d")]),
        ("Massoud s'est allié avec Dostum.", [("per:m", "allied_with", "per:d")]),
        ("Mesud dün Dostum ile görüştü.", [("per:m", "met", "per:d")]),
        ("Mesud, Kabil'den kaçtı.", [("per:m", "left", "plc:k")]),
        ("Dostum'un oğlu Mesud, Kabil'e gitti.", [("per:m", "child_of", "per:d"), ("per:m", "arrived_in", "plc:k")]),
        ("Масуд встретился с Дустумом в Кабуле.", [("per:m", "met", "per:d")]),
        ("Масуд, сын Дустума, бежал из Кабула.", [("per:m", "child_of", "per:d"), ("per:m", "left", "plc:k")]),
        ("Масуд напал на Талибан.", [("per:m", "fought", "org:t")]),
        ("مسعود با دوستم در کابل دیدار کرد.", [("per:m", "met", "per:d")]),
        ("مسعود پسر دوستم به کابل رفت.", [("per:m", "child_of", "per:d"), ("per:m", "arrived_in", "plc:k")]),
        ("طالبان بر کابل حمله کردند و مسعود از کابل فرار کرد.", [("per:m", "left", "plc:k")]),
        ("د دوستم زوی مسعود کابل ته ورسېد.", [("per:m", "child_of", "per:d"), ("per:m", "arrived_in", "plc:k")]),
        ("مسعود له دوستم سره وکتل.", [("per:m", "met", "per:d")]),
    ],
)
def test_names_are_related_by_what_stands_beside_or_between_them(
    resolver: af.Resolver, text: str, related: list[tuple[str, str, str]]
) -> None:
    assert _related(text, resolver) == related


@pytest.mark.parametrize(
    ("text", "modality", "by"),
    [
        ("Massoud met Dostum.", "asserted", None),
        ("Massoud would have met Dostum.", "reported", None),
        ("Massoud would also have met Dostum.", "reported", None),
        ("Massoud reportedly met Dostum.", "reported", None),
        ("Massoud allegedly met Dostum.", "alleged", None),
        ("According to Interfax, Massoud met Dostum.", "reported", "org:i"),
        ("According to the agency Interfax, Massoud met Dostum.", "reported", "org:i"),
        ("Interfax wrote that Massoud met Dostum.", "reported", "org:i"),
        ("Massoud met Dostum, said Interfax.", "reported", "org:i"),
        ("Interfax claimed Massoud met Dostum.", "alleged", "org:i"),
        ("It is not yet clear whether Massoud met Dostum.", "unknown", None),
        ("Massoud met Dostum, but Interfax wrote that he left Kabul.", "asserted", None),
        ("“Massoud met Dostum”, Interfax said.", "quoted", None),
        ("Massoud soll Dostum in Kabul getroffen haben.", "reported", None),
        ("Laut Interfax traf Massoud Dostum.", "reported", "org:i"),
        ("Selon Interfax, Massoud a rencontré Dostum.", "reported", "org:i"),
        ("Interfax'a göre Mesud Dostum ile görüştü.", "reported", "org:i"),
        ("Mesud'un Dostum ile görüştüğü bildirildi. Mesud Dostum ile görüştü.", "asserted", None),
        ("Как сообщает Интерфакс, Масуд встретился с Дустумом.", "reported", "org:i"),
        ("Масуд якобы встретился с Дустумом.", "alleged", None),
        ("به گفته اینترفکس، مسعود با دوستم دیدار کرد.", "reported", "org:i"),
        ("د اینترفکس په وینا، مسعود له دوستم سره وکتل.", "reported", "org:i"),
    ],
)
def test_what_is_told_is_as_firm_as_its_sentence_says_and_on_that_word(
    resolver: af.Resolver, text: str, modality: str, by: str | None
) -> None:
    met = [cue for cue in _cues(text, resolver) if cue.relation == "met"]
    assert [(cue.modality, cue.by and cue.by.id) for cue in met] == [(modality, by)]


def test_a_doubt_does_not_bear_on_what_is_said_beside_a_name(resolver: af.Resolver) -> None:
    cues = _cues("Dostum is expected to join the Taliban, led by Massoud.", resolver)
    told = {cue.relation: cue.modality for cue in cues if cue.kind == "relation"}
    assert told == {"member_of": "predicted", "leads": "asserted"}


def test_a_negation_before_a_cue_turns_it(resolver: af.Resolver) -> None:
    cues = _cues("Massoud did not meet. Massoud never met Dostum. Dostum met Massoud.", resolver)
    assert [cue.polarity for cue in cues if cue.kind == "relation"] == ["negative", "positive"]


def test_a_speaker_of_no_name_stands_in_the_words_of_the_text(resolver: af.Resolver) -> None:
    (said, met) = _cues("According to local sources, Massoud met Dostum.", resolver)
    assert (said.said_by, met.said_by, met.by) == ("local sources", "local sources", None)


@given(st.text(alphabet="Masoud Dtumblnw,.:;-“”()\n'met with to fled كابلеинв", max_size=80))
def test_every_cue_slices_back_to_its_text(text: str) -> None:
    linked = af.link(text, af.Resolver.from_names({"m": ["Massoud"], "d": ["Dostum"]}))
    for cue in find_cues(text, linked.mentions):
        assert text[cue.start : cue.end] == cue.text


def test_sentences_end_where_a_reader_would_end_them() -> None:
    text = "Mr. J. Smith left at 3.50 p.m. today. “Why?” she asked.\nکابل سقوط کرد؟ بله۔\n\nA headline\n\nEnd"
    found = [" ".join(token.key for token in each.tokens) for each in sentences(text, ())]
    assert found[-1] == "end"
    assert "a headline" in found
    assert len(found) >= 6


@pytest.mark.parametrize("lang", sorted({row["lang"] for row in read_table("linking/relation_cues.tsv")}))
def test_every_form_compiles_and_names_what_the_vocabulary_has(lang: str) -> None:
    assert speech_forms(lang)
    for form in relation_forms(lang):
        assert form.relation == "-" or form.relation in relation_types()
        slots = {*form.regex.groupindex, form.walked}
        assert "s" in slots
        assert "o" in slots or form.relation == "capital_of"


def test_a_long_text_without_ends_is_read_in_pieces(resolver: af.Resolver) -> None:
    text = "Massoud met Dostum and " * 400
    assert len(_related(text, resolver)) > 100
