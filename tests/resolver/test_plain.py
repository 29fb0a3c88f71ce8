"""Plain lists: spellings resolved by number come out as with the whole resolver, and candidates are made on demand."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afgraph import Resolver
from afgraph.matching import Finding, NameIndex
from afgraph.resolver.context import Context
from afgraph.resolver.later import Later

NAMES = {
    "a": ["Ahmad Massoud", "احمد مسعود", "A. Massoud (junior)"],
    "b": ["Ahmad Shah Massoud", "Ахмад Шах Масуд"],
    "c": ["Ahmad Massoud"],
    "d": ["Afghan National Army (ANA)", "Иttefaq"],
    "e": ["Ḥabīb-ullāh Qādirī", "Habibullah Qaderi"],
}
RESOLVER = Resolver.from_names(NAMES)
FORMS = sorted(form for forms in NAMES.values() for form in forms)
NOISY = ["ahmad massoud", "ANA", "Junior", "Ahmed Mesud", "Ahmet Şah Mesut", "HABIBULLAH QADIRI", "AM", "ittefaq", ""]


@pytest.mark.parametrize("text", [*FORMS, *NOISY, "x" * 300])
def test_a_list_alone_resolves_as_with_everything_weighed(text: str) -> None:
    assert RESOLVER.resolve(text) == RESOLVER.resolve_in(text, Context())


@given(st.lists(st.sampled_from([*FORMS, *NOISY, "Massoud", "Qadir", "-", "ا"]), min_size=1, max_size=3).map(" ".join))
def test_any_words_resolve_alike(text: str) -> None:
    one, other = RESOLVER.resolve(text), RESOLVER.resolve_in(text, Context())
    assert one == other
    assert [each.evidence for each in one.candidates] == [each.evidence for each in other.candidates]


def test_many_are_resolved_as_each_is_alone() -> None:
    texts = [*FORMS, *NOISY, "x" * 300]
    assert RESOLVER.resolve_many(texts) == [RESOLVER.resolve(text) for text in texts]


def test_a_name_that_fails_stops_no_other_and_a_machine_that_fails_stops_all(monkeypatch: pytest.MonkeyPatch) -> None:
    asked, find = "Ahmet Mesud", NameIndex.found_briefly

    def fails(index: NameIndex, text: str) -> list[Finding]:
        if text == asked:
            raise error
        return find(index, text)

    monkeypatch.setattr(NameIndex, "found_briefly", fails)
    error: Exception = ArithmeticError("one of its words")
    resolver = Resolver.from_names(NAMES)
    bad, good = resolver.resolve_many([asked, "Ahmed Mesud"])
    assert (bad.outcome, bad.problem) == ("nil", "ArithmeticError: one of its words")
    assert good == RESOLVER.resolve("Ahmed Mesud")
    error = OSError("no disk")
    with pytest.raises(OSError, match="no disk"):
        Resolver.from_names(NAMES).resolve_many([asked])


def test_candidates_are_made_once_and_when_asked_for() -> None:
    found = RESOLVER.resolve("Ahmad Massoud").candidates
    assert isinstance(found, Later)
    assert found[0] is found[0]
    assert found[-1] is found[len(found) - 1]
    assert found[:1] == (found[0],)
    with pytest.raises(IndexError):
        found[len(found)]


def test_candidates_are_equal_hashed_and_shown_like_a_tuple() -> None:
    found = RESOLVER.resolve("Ahmed Mesud").candidates
    assert found == tuple(found)
    assert tuple(found) == found
    assert found != ()
    assert hash(found) == hash(tuple(found))
    assert repr(found) == repr(tuple(found))


def test_another_process_gets_the_candidates_themselves() -> None:
    found = RESOLVER.resolve("Ahmed Mesud")
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301 - our own
