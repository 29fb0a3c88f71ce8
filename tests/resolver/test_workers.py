"""Many names by several processes: the same answers, whatever stands in the rows and however processes start."""

import os
import pickle
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import afgraph as af
from afgraph import Resolver
from afgraph.resolver import Resolution
from afgraph.sections import Sections

# Python 3.12 and later warn of threads, which pytest's plugins may have started, where processes are forked.
pytestmark = pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")

NAMES = {
    "f": ["Ahmad Shah Massoud", "احمد شاه مسعود", "Massoud"],
    "s": ["Ahmad Massoud", "Massoud"],
    "r": ["Abdul Rashid Dostum", "Абдул-Рашид Дустум"],
    "k": ["Kabul (city)"],
}
ASKED = ["Ahmet Şah Mesud", "Massoud", "Dustum", "Abdur Rasheed Dostam", "Кабул", "Merkel", "", "Kabul", "\ud800x", "ب"]
BAD = [None, 3, 2.5, float("nan"), b"Kabul", ["Kabul"], {"a": 1}, "x" * 100_000]

SCRIPT = """
import multiprocessing, sys
from afgraph import Resolver

names = {f"q{at}": [f"{first} {last}"] for at, (first, last) in enumerate(
    (first, last) for first in ("Ahmad", "Habibullah", "Gulbuddin") for last in ("Massoud", "Kalakani", "Hekmatyar"))}

if __name__ == "__main__":
    multiprocessing.set_start_method(sys.argv[1])
    resolver = Resolver.from_names(names)
    asked = ["Ahmet Mesud", "Habiballah Kalakany", "Gulbeddin Hikmatyar", "Kabul", None] * 2
    one, two = resolver.resolve_many(asked, limit=2), resolver.resolve_many(asked, limit=2, workers=2)
    print(one == two, [each.id for each in two[:4]], two[4].problem)
"""


def plain(found: list[Resolution]) -> list[dict[str, Any]]:
    return [each.to_dict() for each in found]


@pytest.fixture(scope="module")
def resolver() -> Resolver:
    return Resolver.from_names(NAMES)


@settings(max_examples=5)
@given(texts=st.lists(st.sampled_from([*ASKED, *BAD]), min_size=1, max_size=12))
def test_two_processes_give_what_one_gives_whatever_stands_in_the_rows(resolver: Resolver, texts: list[Any]) -> None:
    one, two = resolver.resolve_many(texts), resolver.resolve_many(texts, workers=2)
    assert one == two
    assert plain(one) == plain(two)
    assert [each.explain() for each in one] == [each.explain() for each in two]


def test_context_and_judgements_go_along(kg: af.KnowledgeGraph, tmp_path: Path) -> None:
    texts = ["Massoud", "Northern Alliance", "Dustum"]
    assert plain(kg.resolve_many(texts, date="2021-08-24", workers=2)) == plain(
        kg.resolve_many(texts, date="2021-08-24")
    )
    for ledger in (None, tmp_path / "judgements.yml"):
        judged = Resolver.from_names(NAMES)
        judged.judgements = judged.ledger(ledger)
        judged.judgements.add("The Lion's Cub", "s", "positive")
        judged.judgements.add("Massoud", "f", "positive")
        assert [each.id for each in judged.resolve_many(["the lion's cub", "Massoud"], workers=2)] == ["s", "f"]


def test_the_saved_file_is_what_processes_open(resolver: Resolver, tmp_path: Path) -> None:
    resolver.save(tmp_path / "some.names")
    opened = Resolver.open(tmp_path / "some.names")
    assert opened._shared(tmp_path, context=_no_context(), limit=5).__self__ is opened  # type: ignore[attr-defined]
    assert plain(opened.resolve_many(ASKED, workers=2)) == plain(resolver.resolve_many(ASKED))
    assert [path.name for path in tmp_path.iterdir()] == ["some.names"]


def test_a_file_that_was_replaced_meanwhile_is_not_taken_for_the_one_that_was_opened(
    resolver: Resolver, tmp_path: Path
) -> None:
    path = tmp_path / "some.names"
    resolver.save(path)
    opened = Resolver.open(path)
    sent = pickle.dumps(opened)
    Resolver.from_names({"other": ["Ahmad Massoud"]}).save(path)
    assert plain(opened.resolve_many(ASKED, workers=2)) == plain(resolver.resolve_many(ASKED))
    with pytest.raises(af.DataError, match=r"some\.names: it was written anew"):
        pickle.loads(sent)  # noqa: S301 - our own bytes
    path.unlink()
    assert plain(opened.resolve_many(ASKED, workers=2)) == plain(resolver.resolve_many(ASKED))


def test_sections_in_memory_are_in_no_place() -> None:
    assert not Sections({}, {}).in_place


@pytest.mark.parametrize("method", ["spawn", "forkserver"])
def test_any_start_method_will_do(tmp_path: Path, method: str) -> None:
    if sys.platform == "win32" and method == "forkserver":
        pytest.skip("Windows has no forkserver")
    script = tmp_path / "script.py"
    script.write_text(SCRIPT, encoding="utf-8")
    ran = subprocess.run([sys.executable, script, method], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "True ['q0', 'q4', 'q8', None] NoneType is no text"


class _Deadly(Resolver):
    """One that does not survive a certain name."""

    def resolve_in(self, text: str, *args: Any, **kwargs: Any) -> Resolution:
        if text == "die":
            os.kill(os.getpid(), signal.SIGTERM)
        if text == "fail":
            raise ArithmeticError("out of numbers")
        if text == "damage":
            raise af.DataError("some.names: it is damaged")
        return super().resolve_in(text, *args, **kwargs)


@pytest.fixture
def deadly(monkeypatch: pytest.MonkeyPatch) -> _Deadly:
    made = _Deadly.__new__(_Deadly)
    made.__dict__.update(Resolver.from_names(NAMES).__dict__)
    monkeypatch.setattr(_Deadly, "_refiled", lambda self, _: self)
    return made


def test_a_process_that_dies_gives_an_error_with_the_way_out(deadly: _Deadly) -> None:
    with pytest.raises(af.WorkerError, match=r"one of 2 worker processes died after \d of 3 .*workers=1"):
        deadly.resolve_many(["Kabul", "die", "Massoud"], limit=4, workers=2)


@pytest.mark.parametrize("workers", [1, 2])
def test_what_goes_wrong_with_one_name_loses_no_other(deadly: _Deadly, workers: int) -> None:
    found = deadly.resolve_many(["Kabul", "fail", "Abdur Rasheed Dostam"], limit=4, workers=workers)
    assert [each.id for each in found] == ["k", None, "r"]
    assert found[1].problem == "ArithmeticError: out of numbers"
    with pytest.raises(af.BadNameError, match=r"row 2: ArithmeticError"):
        deadly.resolve_many(["Kabul", "fail"], limit=4, workers=workers, errors="raise")


@pytest.mark.parametrize("workers", [1, 2])
def test_what_is_wrong_with_the_list_is_an_error(deadly: _Deadly, workers: int) -> None:
    with pytest.raises(af.DataError, match=r"some\.names: it is damaged"):
        deadly.resolve_many(["Kabul", "damage"], limit=4, workers=workers)


def test_there_is_at_least_one_process(resolver: Resolver) -> None:
    with pytest.raises(ValueError, match="workers is 0"):
        resolver.resolve_many(["Kabul"], workers=0)
    assert resolver.resolve_many([], workers=3) == []


def _no_context() -> Any:
    from afgraph.resolver.context import Context

    return Context()
