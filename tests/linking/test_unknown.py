"""Who is named and listed nowhere: spellings put together, stubs that load."""

import itertools
import re
from pathlib import Path

import pytest

import afgraph as af
from afgraph.linking import LinkedText, Mention, Unknown
from afgraph.matching import compare

TEXTS = {
    "one": "[Karim Rahimi], a trader from [Herat], met [Angela Merkel]. Mr [Rahimi] spoke to [Kareem Rahimi] of Kabul.",
    "two": "[Карим Рахими] прибыл в [Герат]. [Ангела Меркель] уехала из Кабула.",
    "three": "[General John Smith] met [Karim Rahmani] of the [Western Trade Council].",
}


def _linked(kg: af.KnowledgeGraph, marked: str, name: str | None = None) -> LinkedText:
    """A text whose mentions stand in brackets, each resolved alone: the linker has tests of its own."""
    text, mentions = "", []
    for piece in re.split(r"(\[[^]]*\])", marked):
        surface = piece.strip("[]")
        if piece.startswith("["):
            start, end = len(text), len(text) + len(surface)
            resolution = kg.resolve(surface)
            mentions.append(Mention(start=start, end=end, text=surface, resolution=resolution, how="similar"))
        text += surface
    return LinkedText(text=text, mentions=tuple(mentions), id=name, store=kg.store)


@pytest.fixture(scope="module")
def texts(kg: af.KnowledgeGraph) -> list[LinkedText]:
    return [_linked(kg, marked, name) for name, marked in TEXTS.items()]


@pytest.fixture(scope="module")
def found(texts: list[LinkedText]) -> Unknown:
    return af.unknown(texts)


def test_spellings_of_one_bearer_come_together_in_every_script(found: Unknown) -> None:
    forms = {each.id: {form for _, form in each.forms} for each in found}
    assert {"Karim Rahimi", "Kareem Rahimi", "Карим Рахими"} <= forms["per:kareem-rahimi"]
    assert forms["per:angela-merkel"] == {"Angela Merkel", "Ангела Меркель"}
    assert forms["per:karim-rahmani"] == {"Karim Rahmani"}
    assert found[0].id == "per:kareem-rahimi"
    assert found[0].documents == ["one", "two"]


def test_a_kind_is_guessed_from_the_name_and_titles_are_no_part_of_it(found: Unknown) -> None:
    kinds = {each.id: each.schema for each in found}
    assert kinds["org:western-trade-council"] == "Organization"
    assert kinds["per:john-smith"] == "Person"


def test_known_names_are_not_proposed_and_each_says_who_comes_nearest(kg: af.KnowledgeGraph, found: Unknown) -> None:
    assert not {each.id for each in found} & set(kg.store.contents.entities)
    assert not [form for each in found for _, form in each.forms if form in ("Herat", "Kabul", "Герат")]
    assert all("against it: " in each.nearest or not each.nearest for each in found)


def test_a_stub_loads_once_accepted_and_its_bearer_is_then_known(
    kg: af.KnowledgeGraph, found: Unknown, tmp_path: Path
) -> None:
    path = found.save(tmp_path / "unknown.yml")
    grown = af.load("afghanistan", path)
    for each in found:
        assert grown.entity(each.id).schema == each.schema
        for _, form in each.forms:
            if " " in form:
                assert grown.resolve(form).id == each.id
    assert len(af.unknown(_linked(grown, marked) for marked in TEXTS.values())) == 0
    with pytest.raises(af.PackError):
        found.save(path)


def test_one_text_is_asked_alone_and_many_together(kg: af.KnowledgeGraph, texts: list[LinkedText]) -> None:
    assert [each.id for each in texts[0].unknown()] == [each.id for each in af.unknown([texts[0]])]
    assert "per:karim-rahimi" in [each.id for each in kg.link_many(["Karim Rahimi came to Kabul."]).unknown()]
    assert len(kg.link("Kabul").unknown()) == 0
    with pytest.raises(af.PackError, match="nobody unknown"):
        kg.link("Kabul").unknown().save("nowhere.yml")


def test_the_order_of_texts_changes_nothing(texts: list[LinkedText], found: Unknown) -> None:
    for shuffled in itertools.permutations(texts):
        again = af.unknown(shuffled)
        assert [(each.id, each.forms, len(each.mentions)) for each in again] == [
            (each.id, each.forms, len(each.mentions)) for each in found
        ]


def test_names_are_together_as_when_every_pair_is_compared(kg: af.KnowledgeGraph) -> None:
    names = [
        "Karim Rahimi",
        "Kareem Rahimi",
        "Karim Rahmani",
        "Hans Gruber",
        "Hans Grubar",
        "Ивана Петрова",
        "Ivana Petrova",
    ]
    proposed = af.unknown([_linked(kg, f"[{name}] came from afar.") for name in names])
    slow = {(one, other) for one in names for other in names if compare(one, other).score >= 0.9}
    fast = {(one, other) for each in proposed for _, one in each.forms for _, other in each.forms}
    assert fast == slow


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("[Grubarov] left.", [{"Grubarov"}]),
        ("[Hans Grubarov] left. [Grubarov] is back.", [{"Hans Grubarov", "Grubarov"}]),
        ("[Hans Grubarov] met [Ivan Grubarov]. [Grubarov] left.", [{"Grubarov"}, {"Hans Grubarov"}, {"Ivan Grubarov"}]),
    ],
)
def test_a_name_of_one_word_goes_to_the_only_one_it_may_be_short_for(
    kg: af.KnowledgeGraph, text: str, together: list[set[str]]
) -> None:
    proposed = af.unknown(_linked(kg, text))
    assert sorted(sorted(form for _, form in each.forms) for each in proposed) == sorted(map(sorted, together))


def test_an_id_that_is_taken_gets_a_number() -> None:
    kg = af.load()
    for known in ("Ahmad Massoud", "per:ahmad-shah-massoud"):
        kg.judge("Ahmad Massoud", known, "negative")
    (proposed,) = af.unknown(_linked(kg, "[Ahmad Massoud] came."))
    assert proposed.id == "per:ahmad-massoud-2"


def test_a_stub_takes_whatever_letters_a_text_has(kg: af.KnowledgeGraph, tmp_path: Path) -> None:
    proposed = af.unknown(_linked(kg, "[Zorb\n\u202eal: “#Qux”], [زورق‌بل قکس], [Ŷóþ Ðææ']", "a: b\n#c"))
    proposed.save(tmp_path / "new.yml")
    grown = af.load("afghanistan", tmp_path / "new.yml")
    assert [grown.entity(each.id).id for each in proposed] == [each.id for each in proposed]


def test_the_notebook_and_plain_values_show_the_same(found: Unknown) -> None:
    assert found._repr_html_().count("<tr>") == len(found) + 1
    assert found[0].to_dict()["count"] == len(found[0].mentions)
    assert repr(found).splitlines()[0] == f"<{len(found)} unknown>"
    assert str(found[:1]) == str(found[0])
