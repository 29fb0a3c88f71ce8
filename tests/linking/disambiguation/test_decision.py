"""The decision for a whole text: its properties, and a table of what the parts of it must not undo."""

import random
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import afgraph as af
from afgraph import Resolver, link

_PIECES = st.one_of(
    st.sampled_from(
        ["Ahmad Shah Massoud", "Ahmad Massoud", "Massoud", "Kabul", "Mullah Omar", "Dr Abdullah", "Rabbani"]
    ),
    st.sampled_from(["احمد شاه مسعود", "مسعود", "کابل", "نجیب\u200cالله", "هزاره\u200cها", "د کابل", "ﷲ", "ﻻ"]),
    st.sampled_from(["Дустум", "Ахмад Шах", "40-й армии", "Dostum’un", "Mezar-i Şerif", "l’Otan"]),
    st.sampled_from(
        ["ﬁghting", "Ｋａｂｕｌ", "Kabul\u0301\u0323", "😀", "\u202e", "\u2067", "\u2069", "\ufeff", "\u200d"]
    ),
    st.sampled_from([" ", ". ", ", ", "\n", "-", "’", "\u200c", "\u0301", "said ", "son of "]),
    st.text(max_size=5),
)
_TEXTS = st.lists(_PIECES, max_size=14).map("".join)
_LANGS = st.sampled_from([None, "eng", "tur", "rus", "prs", "pus", "deu", "fra", "uzb", "tgk"])


@given(text=_TEXTS, lang=_LANGS)
def test_mentions_slice_back_stand_in_order_and_never_overlap(
    kg: af.KnowledgeGraph, text: str, lang: str | None
) -> None:
    at = 0
    for mention in kg.link(text, lang=lang).mentions:
        assert at <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        at = mention.end


@given(text=_TEXTS, lang=_LANGS)
@example(
    text="Ｋａｂｕｌ́\u2069Dr AbdullahДустум\u2069ＫａｂｕｌＫａｂｕｌl’Otan", lang=None
)  # leaned on the last look-up
def test_linking_the_same_text_again_changes_nothing(kg: af.KnowledgeGraph, text: str, lang: str | None) -> None:
    first = kg.link(text, lang=lang)
    assert kg.link(first.text, lang=lang) == first


_LIST = {
    "massoud": ["Ahmad Shah Massoud", "Massoud"], "son": ["Ahmad Massoud", "Massoud"], "omar": ["Mullah Omar"],
    "kabul": ["Kabul", "کابل"], "province": ["Kabul", "Kabul Province"],
    "abdullah": ["Abdullah Abdullah", "Dr Abdullah"],
    "un": ["United Nations", "UN"], "dostum": ["Abdul Rashid Dostum", "Дустум"], "rabbani": ["Burhanuddin Rabbani"],
    "rabbani-2": ["Salahuddin Rabbani", "Rabbani"], "mazar": ["Mezar-i Şerif"], "army": ["40-я армия"],
}  # fmt: skip


@given(text=_TEXTS, seed=st.integers(0, 1_000))
def test_the_order_of_the_list_does_not_count(text: str, seed: int) -> None:
    shuffled = list(_LIST.items())
    random.Random(seed).shuffle(shuffled)  # noqa: S311 - any order will do
    turned = {entity: names[::-1] for entity, names in shuffled}
    one, other = (link(text, Resolver.from_names(each)) for each in (_LIST, turned))
    assert [_plain(each) for each in one.mentions] == [_plain(each) for each in other.mentions]


def _plain(mention: af.linking.Mention) -> tuple[int, int, str | None, str]:
    return mention.start, mention.end, mention.id, mention.resolution.outcome


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Ahmad Shah Massoud of Kabul", ["massoud", "kabul"]),
        ("Massoud left. Later Ahmad Shah Massoud came back.", ["massoud", "massoud"]),
        ("Abdul Rashid Dostum met Burhanuddin Rabbani. Rabbani left, Dostum stayed.",
         ["dostum", "rabbani", "rabbani", "dostum"]),
        ("Karim Dostum sells bread. Dostum opened early.", []),
        ("Dr Abdullah came. Abdullah left.", ["abdullah", "abdullah"]),
        ("Rahima Massoud came.", []),
    ],
)  # fmt: skip
def test_full_names_decide_for_short_ones_before_and_behind(text: str, ids: list[str]) -> None:
    listed = {entity: names for entity, names in _LIST.items() if entity != "province"}
    assert [each.id for each in link(text, Resolver.from_names(listed)).mentions if each.id] == ids


def test_what_is_judged_never_changes_what_else_is_meant(kg: af.KnowledgeGraph) -> None:
    text = "Ahmad Shah Massoud of Kabul met Dostum."
    linked = kg.link(text, date="1996")
    assert replace(linked, text=text) == linked
    assert [each.id for each in linked.mentions] == ["per:ahmad-shah-massoud", "plc:kabul", "per:abdul-rashid-dostum"]
