"""The peers that find the nearest name, and how their turns are counted beside ours."""

import random
from collections import Counter
from importlib.util import find_spec

import pytest

from afgraph import Resolver
from benchmarks import fuzzy, nearest
from benchmarks.nearest import PEERS, Peer

FORMS = ["ahmad zia massoud", "ahmad shah massoud", "amrullah saleh", "burhanuddin rabbani"]
ASKED = [("ahmed shah masoud", 1), ("amrullah salih", 2), ("burhanudin rabani", 3)]


def chance() -> random.Random:
    """The same each time."""
    return random.Random(1)  # noqa: S311


@pytest.fixture(params=[peer for peer in PEERS if find_spec(peer.module)], ids=lambda peer: peer.module)
def peer(request: pytest.FixtureRequest) -> Peer:
    found = request.param
    assert isinstance(found, Peer)
    return found


@pytest.mark.parametrize(("text", "place"), ASKED)
def test_every_peer_gives_the_place_of_the_nearest_name(peer: Peer, text: str, place: int) -> None:
    assert peer.over(FORMS)(text) == place


@pytest.mark.parametrize("over", [nearest.rapidfuzz_scan, nearest.simstring_index])
def test_peers_with_a_limit_give_nothing_for_a_stranger(over: nearest.Over) -> None:
    pytest.importorskip("rapidfuzz")
    pytest.importorskip("simstring_rust")
    assert over(FORMS)("xyz") is None


def test_a_peer_that_is_not_there_is_named_with_the_extra_that_brings_it(monkeypatch: pytest.MonkeyPatch) -> None:
    gone = Peer("nobody", "no_such_package", 1, nearest.jellyfish_loop)
    monkeypatch.setattr(nearest, "PEERS", (gone, PEERS[-1]))
    assert nearest.installed() == ([PEERS[-1]], ["No no_such_package: pip install 'afgraph[bench]'"])


def test_listed_names_are_different_and_come_out_the_same() -> None:
    names = fuzzy.listed(300, chance())
    assert names == fuzzy.listed(300, chance())
    assert len({name.casefold() for _, name in names}) == 300


@pytest.mark.parametrize(("spellings", "least", "most"), [(7, 60, 120), (1, 300, 300)])
def test_a_person_has_so_many_spellings_at_most(spellings: int, least: int, most: int) -> None:
    names = fuzzy.listed(300, chance(), spellings)
    assert least <= len({each for each, _ in names}) <= most
    assert max(Counter(each for each, _ in names).values()) <= spellings


@pytest.mark.parametrize("noise", [fuzzy.press_noise, fuzzy.two_edits])
def test_noise_is_the_same_for_the_same_seed_and_mostly_changes_the_name(noise: fuzzy.Noise) -> None:
    names = fuzzy.listed(100, chance())
    queries = fuzzy.asked(names, 50, noise)
    assert queries == fuzzy.asked(names, 50, noise)
    assert sum((each, text) not in names for text, each in queries) > 40


def test_turns_count_what_is_right_of_all_that_was_asked() -> None:
    names, ids = [("q0", "Ahmad Massoud"), ("q1", "Amrullah Saleh")], ["q0", "q1"]
    queries = [("Ahmed Masood", "q0"), ("Emrullah Salih", "q1"), ("Ahmad Masud", "q0"), ("Amrulla Saleh", "q1")] * 5
    peers = {"always the first": (lambda _: 0, 10), "never": (lambda _: None, 5)}
    ours, first, never = fuzzy.rounds(Resolver.from_names(names), ids, peers, queries)
    assert (ours.engine, ours.asked, ours.right, ours.ratio) == ("afgraph", 20, 1.0, 1.0)
    assert (first.engine, first.asked, first.right) == ("always the first", 10, 0.5)
    assert (never.asked, never.right) == (5, 0.0)
    assert first.ratio < 1.0
