"""Mentions as spaCy sees them, in a real spaCy pipeline."""

import sys

import pytest

import afgraph as af

TEXTS = [
    "",
    " Massoud is in Kabul,  with Abdul Qadir.\n",
    "Mesud'un Kabil'de; Pul-Hesar\n\nМасуда в Панджшере",
    "😀 احمد مسعود در پنجشیر است.",
]


@pytest.mark.parametrize("text", TEXTS)
def test_a_doc_keeps_the_text_and_has_every_mention_with_its_id(kg: af.KnowledgeGraph, text: str) -> None:
    pytest.importorskip("spacy")
    linked = kg.link(text, date="2021-08-24")
    doc = linked.to_spacy()
    assert doc.text == text
    assert [(each.start_char, each.end_char, each.text) for each in doc.ents] == [
        (each.start, each.end, each.text) for each in linked.mentions
    ]
    assert [each.kb_id_ for each in doc.ents if each.kb_id_ not in ("", "NIL")] == [
        each.id for each in linked.mentions if each.id is not None
    ]
    assert all(each.label_ for each in doc.ents)


def test_labels_are_schemas_and_what_means_nobody_is_nil() -> None:
    pytest.importorskip("spacy")
    kg = af.load()
    kg.judge("Ashraf Ghani", "Ashraf Ghani", "negative")
    doc = kg.link("Ahmad Massoud, Abdul Qadir, Ashraf Ghani", date="2021-08-24").to_spacy()
    assert [(each.label_, each.kb_id_) for each in doc.ents] == [
        ("Person", "per:ahmad-massoud"),
        ("NIL", ""),
        ("NIL", "NIL"),
    ]


def test_a_pipeline_of_ones_own_cuts_the_words(kg: af.KnowledgeGraph) -> None:
    spacy = pytest.importorskip("spacy")
    nlp = spacy.blank("en")
    doc = kg.link("It wasn't Massoud's.", date="2021-08-24").to_spacy(nlp)
    assert [token.text for token in doc] == ["It", "was", "n't", "Massoud", "'s", "."]
    assert doc.vocab is nlp.vocab


def test_without_spacy_the_extra_is_named(kg: af.KnowledgeGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(af.MissingExtraError, match=r"afgraph\[spacy\]"):
        kg.link("Kabul").to_spacy()
