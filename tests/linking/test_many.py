"""Many texts: in their order, and a bad one stops no other."""

import itertools
import json
import subprocess
import sys

import pytest

import afgraph as af
from afgraph.linking import LinkedText, LinkedTexts, link_each


@pytest.fixture
def batch(kg: af.KnowledgeGraph) -> LinkedTexts:
    texts = [
        "Kabul",
        ("b", "Massoud left Herat."),
        {"id": 3, "text": "Massoud left Herat.", "date": "1999"},
        None,
        ("e", float("nan")),
        b"Kabul",
        {"id": "g", "text": "Kabul", "date": "no date"},
        {"id": "h", "text": "Kabul", "dat": "1999"},
        {"id": "i"},
        "Herat",
    ]
    return kg.link_many(iter(texts), date="2021-08-24")


def test_results_come_in_order_and_a_bad_text_has_its_error(batch: LinkedTexts) -> None:
    assert [each.id for each in batch] == [None, "b", "3", None, "e", None, "g", None, "i", None]
    assert [each.error is None for each in batch] == [True, True, True, *[False] * 6, True]
    errors = [each.error or "" for each in batch.errors]
    assert [error.split(":")[0] for error in errors] == [f"text {at}" for at in range(4, 10)]
    for says, error in zip(["NoneType", "float", "bytes", "no date", "'dat'", "NoneType"], errors, strict=True):
        assert says in error
    assert repr(batch) == "<10 linked texts: 6 mentions, 6 texts with an error>"
    assert repr(batch[4]).startswith("<LinkedText 'e': text 5: float")


def test_a_text_brings_its_own_date(batch: LinkedTexts) -> None:
    assert [batch[at].date for at in (0, 1, 2)] == ["2021-08-24", "2021-08-24", "1999"]
    assert batch[1].mentions[0].id == "per:ahmad-massoud"
    assert batch[2].mentions[0].id == "per:ahmad-shah-massoud"


def test_each_is_what_it_is_alone(kg: af.KnowledgeGraph, batch: LinkedTexts) -> None:
    assert batch[9].mentions == kg.link("Herat", date="2021-08-24").mentions
    assert isinstance(batch[1:3], LinkedTexts)


def test_whatever_goes_wrong_in_one_text_is_its_error() -> None:
    def fails(text: str, **_: object) -> LinkedText:
        raise RuntimeError(text)

    (linked,) = link_each(["x"], fails, progress=False)
    assert (linked.error, linked.text) == ("text 1: RuntimeError: x", "x")


def test_texts_are_linked_one_by_one_as_they_are_asked_for(kg: af.KnowledgeGraph) -> None:
    linked = kg.link_each(itertools.repeat("Kabul"))
    assert [next(linked).mentions[0].id for _ in range(3)] == ["plc:kabul"] * 3


def test_all_mentions_make_one_frame(batch: LinkedTexts) -> None:
    for frame in (batch.to_frame(), batch.to_frame(engine="polars")):
        assert len(frame) == 6
        assert list(frame.columns)[:4] == ["document", "start", "end", "text"]


def test_the_notebook_lists_the_texts_and_their_errors(batch: LinkedTexts) -> None:
    html = batch._repr_html_()
    assert html.count("<tr>") == len(batch) + 1
    assert "bytes is no text" in html


def test_the_bar_is_silent_in_a_pipe() -> None:
    code = "import afgraph as af; print(len(af.load().link_many(['Kabul'] * 3)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("3\n", "")


def test_a_record_of_a_bad_text_says_so(batch: LinkedTexts) -> None:
    record = json.loads(json.dumps(batch[8].to_record()))
    assert record == {"id": "i", "error": "text 9: NoneType is no text", "date": None, "mentions": []}
