"""Claims suggested from a text: in the form of a pack, for a person to accept."""

from pathlib import Path

import pytest

import afgraph as af

TEXT = (
    "According to Interfax, Ahmad Massoud, son of Ahmad Shah Massoud, would have met Amrullah Saleh in Panjshir. "
    "Amrullah Saleh is not expected to join the Taliban. Dostum arrived in the region."
)


def test_each_suggestion_says_what_how_firmly_on_whose_word_and_where(kg: af.KnowledgeGraph) -> None:
    linked = kg.link(TEXT, date="2021-08-24")
    suggested = linked.suggest_claims("src:my-article")
    son, met, joined, arrived = str(suggested).splitlines()
    assert son.startswith(
        "per:ahmad-massoud child_of per:ahmad-shah-massoud (reported by org:interfax): “Ahmad Massoud,"
    )
    assert met.startswith("per:ahmad-massoud met per:amrullah-saleh (reported by org:interfax): “Ahmad Massoud, son")
    assert joined.startswith("per:amrullah-saleh member_of org:taliban (predicted not): “Amrullah Saleh is not")
    assert arrived == "per:abdul-rashid-dostum arrived_in 'the region': “Dostum arrived in the region”"
    for each in suggested:
        assert TEXT[each.start : each.end] == each.quote
        assert each.claim.reported == "2021-08-24"
        assert each.claim.when is None


def test_nothing_becomes_a_claim_by_itself(kg: af.KnowledgeGraph) -> None:
    before = len(kg.claims())
    kg.link(TEXT, date="2021-08-24").suggest_claims()
    assert len(kg.claims()) == before


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        TEXT.replace("the region", "the\n\tregion\u202e"),
        TEXT.replace("According to Interfax", 'According to "local: sources # \u200b[1]"'),
        "مسعود\u200c پسر دوستم به کابل رفت.",
    ],
)
@pytest.mark.parametrize("title", ["A title", "No: 'quotes' \"#1\"", "\u202e\n"])
def test_what_is_saved_loads_with_the_pack_as_it_was_suggested(
    kg: af.KnowledgeGraph, tmp_path: Path, text: str, title: str
) -> None:
    suggested = kg.link(text, date="2021-08-24").suggest_claims("src:my/article", title=title)
    files = suggested.save(tmp_path / "new")
    assert [file.name for file in files] == ["my-article-source.yml", "my-article-claims.yml"]
    loaded = af.load("afghanistan", tmp_path / "new").claims(source="src:my/article")
    assert [(each.id, each.object, each.value, each.cue, each.note, each.attribution) for each in loaded] == [
        (each.claim.id, each.claim.object, each.claim.value, each.claim.cue, each.claim.note, each.claim.attribution)
        for each in suggested
    ]


def test_files_that_are_there_stay_as_they_are(kg: af.KnowledgeGraph, tmp_path: Path) -> None:
    suggested = kg.link(TEXT).suggest_claims("src:my-article")
    suggested.save(tmp_path)
    with pytest.raises(af.PackError, match="somebody else"):
        suggested.save(tmp_path)


def test_without_suggestions_nothing_is_saved(kg: af.KnowledgeGraph, tmp_path: Path) -> None:
    suggested = kg.link("Kabul").suggest_claims()
    assert (len(suggested), str(suggested)) == (0, "")
    with pytest.raises(af.PackError, match="nothing was suggested"):
        suggested.save(tmp_path)


@pytest.mark.parametrize("source", ["my-article", "per:x", "src:My Article", ""])
def test_a_source_has_the_id_of_a_source(kg: af.KnowledgeGraph, source: str) -> None:
    with pytest.raises(ValueError, match="no id of a source"):
        kg.link(TEXT).suggest_claims(source)


def test_a_claim_is_suggested_once_for_each_way_it_is_told(kg: af.KnowledgeGraph) -> None:
    text = "Ahmad Massoud met Amrullah Saleh. Amrullah Saleh met Ahmad Massoud. Saleh allegedly met Ahmad Massoud."
    suggested = kg.link(text, date="2021-08-24").suggest_claims()
    assert [each.claim.modality for each in suggested] == ["asserted", "alleged"]


def test_a_slice_and_the_notebook_show_the_same_suggestions(kg: af.KnowledgeGraph) -> None:
    suggested = kg.link(TEXT, date="2021-08-24").suggest_claims("src:my-article")
    assert str(suggested[1:]) == "\n".join(str(suggested).splitlines()[1:])
    html = suggested._repr_html_()
    assert html.count("<tr>") == len(suggested) + 1
    assert "4 claims suggested by src:my-article; none is in the graph" in html
    assert repr(suggested).startswith("<4 claims suggested by src:my-article>")
